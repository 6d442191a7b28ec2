// src/wind.rs
use serde::Serialize;

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
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schemars", schemars(transform = Self::docs))]
#[non_exhaustive]
pub enum Wind {
    /// `north`
    #[serde(rename = "north")]
    North,
    /// `south`
    #[serde(rename = "south")]
    South,
    /// Any other value, which the schema allows.
    #[serde(untagged)]
    Unknown(#[serde(serialize_with = "crate::support::unknown::write")] String),
}

impl Wind {
    /// All listed values, in the order of the schema.
    pub const ALL: [Self; 2] = [Self::North, Self::South];

    /// The value in JSON.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::North => "north",
            Self::South => "south",
            Self::Unknown(text) => text,
        }
    }

    fn known(text: &str) -> Option<Self> {
        Some(
            match text {
                "north" => Self::North,
                "south" => Self::South,
                _ => return None,
            },
        )
    }
}

crate::support::open_enum::string!(Wind);

crate::support::published::published!(Wind, include_str!("../schema/wind.schema.json"));
