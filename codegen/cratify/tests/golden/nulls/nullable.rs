// src/pet.rs
use serde::{Deserialize, Serialize};

/// Object with the members `name`, `mode` and `tags`.
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
#[serde(crate = "crate::support::recorded_object")]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schemars", schemars(transform = Self::docs))]
#[non_exhaustive]
pub struct Pet {
    #[serde(skip_deserializing)]
    #[cfg_attr(feature = "schemars", schemars(skip))]
    record: crate::support::record::Record<Self>,
    /// `name`: string or null.
    #[serde(deserialize_with = "Option::deserialize")]
    #[cfg_attr(
        feature = "schemars",
        schemars(with = "crate::support::schema::Nullable<String>")
    )]
    pub name: Option<String>,
    /// `mode`: [`PetMode`] or null.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub mode: Option<PetMode>,
    /// `tags`: array of strings or nulls or null.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tags: Option<Vec<Option<String>>>,
}

crate::support::construct::construct! {
    Pet::new(name: Option<String>) { record: Default::default(), name }
    with_mode(mode: impl Into<PetMode>);
    with_tags(tags: Vec<Option<String>>);
}

crate::support::record::record! {
    Pet.record;
    mode = "mode": is_null_mode, set_null_mode;
    tags = "tags": is_null_tags, set_null_tags;
}

/// String `a`.
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
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
#[non_exhaustive]
pub enum PetMode {
    /// `a`
    #[default]
    A,
    /// A value that this version of the schema does not list.
    Unknown(String),
}

crate::support::open_enum::string! {
    impl PetMode in place {
        A = "a";
    }
}

crate::support::published::published! {
    Pet = include_str!("../schema/pet.schema.json");
    PetMode = include_str!("../schema/pet_mode.schema.json");
}
