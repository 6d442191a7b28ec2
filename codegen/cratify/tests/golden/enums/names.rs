// src/colour.rs
use serde::Serialize;

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
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schemars", schemars(transform = Self::docs))]
#[non_exhaustive]
pub enum Colour {
    /// Of blood.
    ///
    /// In JSON: `r`
    #[serde(rename = "r")]
    Red,
    /// `g`
    #[serde(rename = "g")]
    Green,
    /// A value that this version of the schema does not list.
    #[serde(untagged)]
    #[cfg_attr(feature = "schemars", schemars(skip))]
    Unknown(#[serde(serialize_with = "crate::support::unknown::write")] String),
}

impl Colour {
    /// All listed values, in the order of the schema.
    pub const ALL: [Self; 2] = [Self::Red, Self::Green];

    /// The value in JSON.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Red => "r",
            Self::Green => "g",
            Self::Unknown(text) => text,
        }
    }

    fn known(text: &str) -> Option<Self> {
        Some(
            match text {
                "r" => Self::Red,
                "g" => Self::Green,
                _ => return None,
            },
        )
    }
}

crate::support::open_enum::string!(Colour);

crate::support::published::published!(
    Colour, include_str!("../schema/colour.schema.json")
);
