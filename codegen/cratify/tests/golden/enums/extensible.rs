// src/wind.rs
/// String `north` or `south`.
///
/// # Example
///
/// ```
/// use extensible::Wind;
///
/// let json = r#""north""#;
/// let value: Wind = serde_json::from_str(json)?;
/// let back: serde_json::Value = serde_json::to_value(&value)?;
/// assert_eq!(back, serde_json::from_str::<serde_json::Value>(json)?);
/// # Ok::<(), serde_json::Error>(())
/// ```
///
/// Schema: `extensible.yaml#/components/schemas/Wind`
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Wind {
    /// `north`
    North,
    /// `south`
    South,
    /// Any other value, which the schema allows.
    Unknown(String),
}

crate::support::open_enum::string! {
    impl Wind {
        North = "north";
        South = "south";
        ..text;
    }
}

crate::support::published::published! {
    Wind = include_str!("../schema/wind.schema.json");
}
