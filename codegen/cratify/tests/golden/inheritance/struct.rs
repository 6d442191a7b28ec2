// src/animal.rs
use serde::{Deserialize, Serialize};

/// Object with the member `kind`.
///
/// # Example
///
/// ```
/// use struct_types::Animal;
///
/// let json = r#"{
///   "kind": "string"
/// }"#;
/// let value: Animal = serde_json::from_str(json)?;
/// let back: serde_json::Value = serde_json::to_value(&value)?;
/// assert_eq!(back, serde_json::from_str::<serde_json::Value>(json)?);
/// # Ok::<(), serde_json::Error>(())
/// ```
///
/// Schema: `struct.yaml#/components/schemas/Animal`
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(crate = "crate::support::recorded_object")]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schemars", schemars(transform = Self::docs))]
#[non_exhaustive]
pub struct Animal {
    #[serde(skip_deserializing)]
    #[cfg_attr(feature = "schemars", schemars(skip))]
    record: crate::support::record::Record<Self>,
    /// `kind`: string.
    pub kind: String,
}

crate::support::construct::construct! {
    Animal::new(kind: impl Into<String>) {
        record: Default::default(), kind: kind.into(),
    }
}

crate::support::record::record!(Animal.record);

crate::support::published::published! {
    Animal = include_str!("../schema/animal.schema.json");
}
