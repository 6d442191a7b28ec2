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
#[serde(crate = "crate::support::recorded_object")]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schemars", schemars(transform = Self::docs))]
#[non_exhaustive]
pub struct Holder {
    #[serde(skip_deserializing)]
    #[cfg_attr(feature = "schemars", schemars(skip))]
    record: crate::support::record::Record<Self>,
    /// `pet`: [`Pet`].
    #[serde(deserialize_with = "serde::Deserialize::deserialize")]
    pub pet: Pet,
    /// `pets`: array of [`Pet`].
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schemars", schemars(with = "Vec<Pet>"))]
    pub pets: Option<Vec<Pet>>,
}

crate::support::construct::construct! {
    Holder::new(pet: Pet) { record: Default::default(), pet }
    with_pets(pets: Vec<Pet>);
}

crate::support::record::record!(Holder.record);

crate::support::published::published! {
    Holder = include_str!("../schema/holder.schema.json");
}
