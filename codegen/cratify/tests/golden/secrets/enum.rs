// src/word.rs
use serde::Serialize;

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
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schemars", schemars(transform = Self::docs))]
#[non_exhaustive]
pub enum Word {
    /// `open`
    #[serde(rename = "open")]
    Open,
    /// `sesame`
    #[serde(rename = "sesame")]
    Sesame,
    /// A value that this version of the schema does not list.
    #[serde(untagged)]
    #[cfg_attr(feature = "schemars", schemars(skip))]
    Unknown(#[serde(serialize_with = "crate::support::unknown::write")] String),
}

impl Word {
    /// All listed values, in the order of the schema.
    pub const ALL: [Self; 2] = [Self::Open, Self::Sesame];

    /// The value in JSON.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Open => "open",
            Self::Sesame => "sesame",
            Self::Unknown(text) => text,
        }
    }

    fn known(text: &str) -> Option<Self> {
        Some(
            match text {
                "open" => Self::Open,
                "sesame" => Self::Sesame,
                _ => return None,
            },
        )
    }
}

crate::support::open_enum::string!(Word, hide);

impl std::fmt::Debug for Word {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_tuple("Word").field(&crate::support::secret::Redacted).finish()
    }
}

crate::support::published::published!(
    Word, include_str!("../schema/word.schema.json"), masked
);
