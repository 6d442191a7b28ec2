// src/pet.rs
use serde::{Deserialize, Serialize};

/// The object `Pet`.
///
/// # Example
///
/// ```
/// use nullable::Pet;
///
/// let json = r#"{
///   "name": "string"
/// }"#;
/// let value: Pet = serde_json::from_str(json)?;
/// let back: serde_json::Value = serde_json::to_value(&value)?;
/// assert_eq!(back, serde_json::from_str::<serde_json::Value>(json)?);
/// # Ok::<(), serde_json::Error>(())
/// ```
///
/// Schema: `nullable.yaml#/components/schemas/Pet`
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(crate = "crate::support::object")]
#[cfg_attr(
    feature = "schemars",
    derive(schemars::JsonSchema),
    schemars(crate = "schemars", description = "")
)]
#[non_exhaustive]
pub struct Pet {
    /// The member `name`.
    #[serde(deserialize_with = "Option::deserialize")]
    #[cfg_attr(
        feature = "schemars",
        schemars(with = "crate::support::schema::Nullable<String>", description = "")
    )]
    pub name: Option<String>,
    /// The member `mode`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schemars", schemars(description = ""))]
    pub mode: Option<PetMode>,
    /// The member `tags`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schemars", schemars(description = ""))]
    pub tags: Option<Vec<Option<String>>>,
}

impl Pet {
    /// A value with all required members, and without any optional one.
    #[must_use]
    pub fn new(name: Option<String>) -> Self {
        Self {
            name,
            mode: None,
            tags: None,
        }
    }
}

impl Pet {
    /// The JSON Schema of [`Pet`]: draft 2020-12, complete in itself.
    pub const SCHEMA: &'static str = include_str!("../schema/pet.schema.json");
}

#[cfg(feature = "validate")]
crate::support::strict::strict!(Pet);

/// The values of `PetMode`.
///
/// # Example
///
/// ```
/// use nullable::PetMode;
///
/// let json = r#""a""#;
/// let value: PetMode = serde_json::from_str(json)?;
/// let back: serde_json::Value = serde_json::to_value(&value)?;
/// assert_eq!(back, serde_json::from_str::<serde_json::Value>(json)?);
/// # Ok::<(), serde_json::Error>(())
/// ```
///
/// Schema: `nullable.yaml#/components/schemas/Pet/properties/mode`
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize)]
#[cfg_attr(
    feature = "schemars",
    derive(schemars::JsonSchema),
    schemars(inline, description = "")
)]
#[non_exhaustive]
pub enum PetMode {
    /// `a`
    #[default]
    #[serde(rename = "a")]
    A,
    /// A value that the schema did not list when this crate was made. It is written back as
    /// it was read.
    #[serde(untagged)]
    #[cfg_attr(feature = "schemars", schemars(skip))]
    Unknown(String),
}

impl PetMode {
    /// The values that the schema lists, in its order.
    pub const ALL: [Self; 1] = [Self::A];

    /// The value as JSON has it.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::A => "a",
            Self::Unknown(text) => text,
        }
    }

    fn known(text: &str) -> Option<Self> {
        Some(
            match text {
                "a" => Self::A,
                _ => return None,
            },
        )
    }
}

crate::support::text::text!(PetMode);

impl PetMode {
    /// The JSON Schema of [`PetMode`]: draft 2020-12, complete in itself.
    pub const SCHEMA: &'static str = include_str!("../schema/pet_mode.schema.json");
}

#[cfg(feature = "validate")]
crate::support::strict::strict!(PetMode);
