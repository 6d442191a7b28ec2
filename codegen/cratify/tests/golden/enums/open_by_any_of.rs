// src/model.rs
use serde::Serialize;

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
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schemars", schemars(transform = Self::docs))]
#[non_exhaustive]
pub enum Model {
    /// `small`
    #[serde(rename = "small")]
    Small,
    /// `large`
    #[serde(rename = "large")]
    Large,
    /// Any other value, which the schema allows.
    #[serde(untagged)]
    Unknown(#[serde(serialize_with = "crate::support::unknown::write")] String),
}

impl Model {
    /// All listed values, in the order of the schema.
    pub const ALL: [Self; 2] = [Self::Small, Self::Large];

    /// The value in JSON.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Small => "small",
            Self::Large => "large",
            Self::Unknown(text) => text,
        }
    }

    fn known(text: &str) -> Option<Self> {
        Some(
            match text {
                "small" => Self::Small,
                "large" => Self::Large,
                _ => return None,
            },
        )
    }
}

crate::support::open_enum::string!(Model);

crate::support::published::published!(
    Model, include_str!("../schema/model.schema.json")
);
