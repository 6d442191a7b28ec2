// src/word.rs
/// String `open` or `sesame`.
///
/// Sensitive: neither `Debug` nor an error shows the value.
///
/// # Example
///
/// ```
/// use enum_types::Word;
///
/// let json = r#""open""#;
/// let value: Word = serde_json::from_str(json)?;
/// let back: serde_json::Value = serde_json::to_value(&value)?;
/// assert_eq!(back, serde_json::from_str::<serde_json::Value>(json)?);
/// # Ok::<(), serde_json::Error>(())
/// ```
///
/// Schema: `enum.yaml#/components/schemas/Word`
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Word {
    /// `open`
    Open,
    /// `sesame`
    Sesame,
    /// A value that this version of the schema does not list.
    Unknown(String),
}

crate::support::open_enum::string! {
    impl Word, hide {
        Open = "open";
        Sesame = "sesame";
    }
}

impl std::fmt::Debug for Word {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_tuple("Word").field(&crate::support::secret::Redacted).finish()
    }
}

crate::support::published::published! {
    Word = include_str!("../schema/word.schema.json"), masked;
}
