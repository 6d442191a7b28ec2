// src/kept.rs
use std::collections::BTreeMap;
use serde::{Deserialize, Serialize};

/// The object `Kept`.
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
#[cfg_attr(
    feature = "schemars",
    derive(schemars::JsonSchema),
    schemars(crate = "schemars", description = "")
)]
#[non_exhaustive]
pub struct Kept {
    /// The member `dropped`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schemars", schemars(with = "KeptDropped", description = ""))]
    pub dropped: Option<KeptDropped>,
    /// The members that the schema does not name.
    #[serde(flatten)]
    #[cfg_attr(feature = "schemars", schemars(skip))]
    pub additional_properties: BTreeMap<String, serde_json::Value>,
}

impl Kept {
    /// A value without any optional member.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }
}

impl Kept {
    /// The JSON Schema of [`Kept`]: draft 2020-12, complete in itself.
    pub const SCHEMA: &'static str = include_str!("../schema/kept.schema.json");
}

#[cfg(feature = "validate")]
crate::support::strict::strict!(Kept);

/// The object `KeptDropped`.
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
#[cfg_attr(
    feature = "schemars",
    derive(schemars::JsonSchema),
    schemars(crate = "schemars", inline, description = "")
)]
#[non_exhaustive]
pub struct KeptDropped {
    /// The member `id`.
    #[serde(
        default,
        skip_serializing_if = "Option::is_none",
        deserialize_with = "crate::support::number::read"
    )]
    #[cfg_attr(feature = "schemars", schemars(with = "i64", description = ""))]
    pub id: Option<i64>,
}

impl KeptDropped {
    /// A value without any optional member.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }
}

impl KeptDropped {
    /// The JSON Schema of [`KeptDropped`]: draft 2020-12, complete in itself.
    pub const SCHEMA: &'static str = include_str!("../schema/kept_dropped.schema.json");
}

#[cfg(feature = "validate")]
crate::support::strict::strict!(KeptDropped);
