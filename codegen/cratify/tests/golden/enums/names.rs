// src/colour.rs
/// String `r` or `g`.
///
/// # Example
///
/// ```
/// use names::Colour;
///
/// let json = r#""r""#;
/// let value: Colour = serde_json::from_str(json)?;
/// let back: serde_json::Value = serde_json::to_value(&value)?;
/// assert_eq!(back, serde_json::from_str::<serde_json::Value>(json)?);
/// # Ok::<(), serde_json::Error>(())
/// ```
///
/// Schema: `names.yaml#/components/schemas/Colour`
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Colour {
    /// Of blood.
    ///
    /// In JSON: `r`
    Red,
    /// `g`
    Green,
    /// A value that this version of the schema does not list.
    Unknown(String),
}

crate::support::open_enum::string! {
    impl Colour {
        Red = "r";
        Green = "g";
    }
}

crate::support::published::published! {
    Colour = include_str!("../schema/colour.schema.json");
}
