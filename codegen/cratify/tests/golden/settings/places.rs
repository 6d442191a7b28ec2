// src/kept.rs
use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

/// Object with the member `dropped`.
///
/// # Example
///
/// ```
/// use places::Kept;
///
/// let json = r#"{
///   "dropped": {
///     "id": 1
///   }
/// }"#;
/// let value: Kept = serde_json::from_str(json)?;
/// let back: serde_json::Value = serde_json::to_value(&value)?;
/// assert_eq!(back, serde_json::from_str::<serde_json::Value>(json)?);
/// # Ok::<(), serde_json::Error>(())
/// ```
///
/// Schema: `places.yaml#/components/schemas/Kept`
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(crate = "crate::support::object")]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schemars", schemars(transform = Self::docs))]
#[non_exhaustive]
pub struct Kept {
    /// `dropped`: [`KeptDropped`].
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schemars", schemars(with = "KeptDropped"))]
    pub dropped: Option<KeptDropped>,
    /// Members without a field of their own.
    #[serde(flatten)]
    #[cfg_attr(feature = "schemars", schemars(skip))]
    pub additional_properties: BTreeMap<String, serde_json::Value>,
}

crate::support::construct::construct! {
    Kept::new() { additional_properties: BTreeMap::new() }
    with_dropped(dropped: impl Into<KeptDropped>);
}

impl Kept {
    /// Sets the members without a field of their own.
    #[must_use]
    pub fn with_additional_properties(
        mut self,
        additional_properties: BTreeMap<String, serde_json::Value>,
    ) -> Self {
        self.additional_properties = additional_properties;
        self
    }
}

/// Object with the member `id`.
///
/// # Example
///
/// ```
/// use places::KeptDropped;
///
/// let json = r#"{
///   "id": 1
/// }"#;
/// let value: KeptDropped = serde_json::from_str(json)?;
/// let back: serde_json::Value = serde_json::to_value(&value)?;
/// assert_eq!(back, serde_json::from_str::<serde_json::Value>(json)?);
/// # Ok::<(), serde_json::Error>(())
/// ```
///
/// Schema: `places.yaml#/components/schemas/Kept/properties/dropped`
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(crate = "crate::support::object")]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schemars", schemars(inline, transform = Self::docs))]
#[non_exhaustive]
pub struct KeptDropped {
    /// `id`: integer.
    #[serde(
        default,
        skip_serializing_if = "Option::is_none",
        deserialize_with = "crate::support::number::read"
    )]
    #[cfg_attr(feature = "schemars", schemars(with = "i64"))]
    pub id: Option<i64>,
}

crate::support::construct::construct! {
    KeptDropped::new() {}
    with_id(id: i64);
}

crate::support::published::published! {
    Kept = include_str!("../schema/kept.schema.json");
    KeptDropped = include_str!("../schema/kept_dropped.schema.json");
}
