// src/wind.rs
use serde::Serialize;

/// The values of `Wind`.
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
#[cfg_attr(
    feature = "schemars",
    derive(schemars::JsonSchema),
    schemars(description = "")
)]
#[non_exhaustive]
pub enum Wind {
    /// `north`
    #[serde(rename = "north")]
    North,
    /// `south`
    #[serde(rename = "south")]
    South,
    /// A value that the schema does not list. It is written back as it was read.
    #[serde(untagged)]
    Unknown(String),
}

impl Wind {
    /// The values that the schema lists, in its order.
    pub const ALL: [Self; 2] = [Self::North, Self::South];

    /// The value as JSON has it.
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

crate::support::text::text!(Wind);

impl Wind {
    /// The JSON Schema of [`Wind`]: draft 2020-12, complete in itself.
    pub const SCHEMA: &'static str = include_str!("../schema/wind.schema.json");
}

#[cfg(feature = "validate")]
crate::support::strict::strict!(Wind);
