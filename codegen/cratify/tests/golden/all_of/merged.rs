// src/both.rs
use serde::{Deserialize, Serialize};

/// Object with the members `name` and `size`.
///
/// # Example
///
/// ```
/// use merged::Both;
///
/// let json = r#"{
///   "name": "string",
///   "size": 1
/// }"#;
/// let value: Both = serde_json::from_str(json)?;
/// let back: serde_json::Value = serde_json::to_value(&value)?;
/// assert_eq!(back, serde_json::from_str::<serde_json::Value>(json)?);
/// # Ok::<(), serde_json::Error>(())
/// ```
///
/// Schema: `merged.yaml#/components/schemas/Both`
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(crate = "crate::support::recorded_object")]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schemars", schemars(transform = Self::docs))]
#[non_exhaustive]
pub struct Both {
    #[serde(skip_deserializing)]
    #[cfg_attr(feature = "schemars", schemars(skip))]
    record: crate::support::record::Record<Self>,
    /// `name`: string.
    pub name: String,
    /// `size`: integer.
    #[serde(deserialize_with = "crate::support::number::read")]
    pub size: i64,
}

crate::support::construct::construct! {
    Both::new(name: impl Into<String>, size: i64) {
        record: Default::default(), name: name.into(), size,
    }
}

crate::support::record::record!(Both.record);

crate::support::published::published! {
    Both = include_str!("../schema/both.schema.json");
}
