// src/level.rs
/// Integer `1` or `2`.
///
/// # Example
///
/// ```
/// use constants::Level;
///
/// let json = r#"1"#;
/// let value: Level = serde_json::from_str(json)?;
/// let back: serde_json::Value = serde_json::to_value(&value)?;
/// assert_eq!(back, serde_json::from_str::<serde_json::Value>(json)?);
/// # Ok::<(), serde_json::Error>(())
/// ```
///
/// Schema: `one_of_constants.yaml#/components/schemas/Level`
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Level {
    /// Hardly any.
    ///
    /// In JSON: `1`
    Low,
    /// `2`
    #[deprecated]
    High,
    /// A value that this version of the schema does not list.
    Unknown(i64),
}

crate::support::open_enum::integer! {
    impl Level {
        Low = 1;
        High = 2;
    }
}

crate::support::published::published! {
    Level = include_str!("../schema/level.schema.json");
}
