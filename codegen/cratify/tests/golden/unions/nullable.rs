// src/holder.rs
use serde::{Deserialize, Serialize};
use crate::Pet;

/// Object with the members `pet` and `pets`.
///
/// # Example
///
/// ```
/// use nullable::Holder;
///
/// let json = r#"{
///   "pet": null
/// }"#;
/// let value: Holder = serde_json::from_str(json)?;
/// let back: serde_json::Value = serde_json::to_value(&value)?;
/// assert_eq!(back, serde_json::from_str::<serde_json::Value>(json)?);
/// # Ok::<(), serde_json::Error>(())
/// ```
///
/// Schema: `nullable.yaml#/components/schemas/Holder`
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(crate = "crate::support::object")]
#[cfg_attr(
    feature = "schemars",
    derive(schemars::JsonSchema),
    schemars(crate = "schemars", description = "")
)]
#[non_exhaustive]
pub struct Holder {
    /// `pet`: [`Pet`].
    #[serde(deserialize_with = "serde::Deserialize::deserialize")]
    #[cfg_attr(feature = "schemars", schemars(description = ""))]
    pub pet: Pet,
    /// `pets`: array of [`Pet`].
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schemars", schemars(with = "Vec<Pet>", description = ""))]
    pub pets: Option<Vec<Pet>>,
}

impl Holder {
    /// Creates a value with its required members, and without optional ones.
    #[must_use]
    pub fn new(pet: Pet) -> Self {
        Self { pet, pets: None }
    }
}

crate::support::setters::setters! {
    impl Holder {
        with_pets(pets: Vec<Pet>);
    }
}

impl Holder {
    /// The JSON Schema of this type, in draft 2020-12.
    #[must_use]
    pub const fn schema() -> &'static str {
        include_str!("../schema/holder.schema.json")
    }
}

#[cfg(feature = "validate")]
crate::support::strict::strict!(Holder);
