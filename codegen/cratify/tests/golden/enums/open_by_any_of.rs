// src/model.rs
/// String `small` or `large`.
///
/// # Example
///
/// ```
/// use open::Model;
///
/// let json = r#""small""#;
/// let value: Model = serde_json::from_str(json)?;
/// let back: serde_json::Value = serde_json::to_value(&value)?;
/// assert_eq!(back, serde_json::from_str::<serde_json::Value>(json)?);
/// # Ok::<(), serde_json::Error>(())
/// ```
///
/// Schema: `open_by_any_of.yaml#/components/schemas/Model`
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Model {
    /// `small`
    Small,
    /// `large`
    Large,
    /// Any other value, which the schema allows.
    Unknown(String),
}

crate::support::open_enum::string! {
    impl Model {
        Small = "small";
        Large = "large";
        ..text;
    }
}

crate::support::published::published! {
    Model = include_str!("../schema/model.schema.json");
}
