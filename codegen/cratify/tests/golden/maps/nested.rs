// src/nested.rs
use std::collections::BTreeMap;
use serde::{Deserialize, Serialize};

/// The object `Nested`.
///
/// # Example
///
/// ```
/// use nested::Nested;
///
/// let json = r#"{}"#;
/// let value: Nested = serde_json::from_str(json)?;
/// let back: serde_json::Value = serde_json::to_value(&value)?;
/// assert_eq!(back, serde_json::from_str::<serde_json::Value>(json)?);
/// # Ok::<(), serde_json::Error>(())
/// ```
///
/// Schema: `nested.yaml#/components/schemas/Nested`
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(crate = "crate::support::object")]
#[cfg_attr(
    feature = "schemars",
    derive(schemars::JsonSchema),
    schemars(crate = "schemars", description = "")
)]
#[non_exhaustive]
pub struct Nested {
    /// The member `texts`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(
        feature = "schemars",
        schemars(with = "BTreeMap<String, BTreeMap<String, String>>", description = "")
    )]
    pub texts: Option<BTreeMap<String, BTreeMap<String, String>>>,
    /// The member `lists`.
    #[serde(
        default,
        skip_serializing_if = "Option::is_none",
        deserialize_with = "crate::support::number::read"
    )]
    #[cfg_attr(
        feature = "schemars",
        schemars(with = "BTreeMap<String, Vec<i64>>", description = "")
    )]
    pub lists: Option<BTreeMap<String, Vec<i64>>>,
    /// The member `points`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(
        feature = "schemars",
        schemars(with = "BTreeMap<String, NestedPointsValue>", description = "")
    )]
    pub points: Option<BTreeMap<String, NestedPointsValue>>,
}

impl Nested {
    /// A value without any optional member.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }
}

impl Nested {
    /// The JSON Schema of [`Nested`]: draft 2020-12, complete in itself.
    pub const SCHEMA: &'static str = include_str!("../schema/nested.schema.json");
}

#[cfg(feature = "validate")]
crate::support::strict::strict!(Nested);

/// The object `NestedPointsValue`.
///
/// # Example
///
/// ```
/// use nested::NestedPointsValue;
///
/// let json = r#"{
///   "x": 1.5
/// }"#;
/// let value: NestedPointsValue = serde_json::from_str(json)?;
/// let back: serde_json::Value = serde_json::to_value(&value)?;
/// assert_eq!(back, serde_json::from_str::<serde_json::Value>(json)?);
/// # Ok::<(), serde_json::Error>(())
/// ```
///
/// Schema: `nested.yaml#/components/schemas/Nested/properties/points/additionalProperties`
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(crate = "crate::support::object")]
#[cfg_attr(
    feature = "schemars",
    derive(schemars::JsonSchema),
    schemars(crate = "schemars", inline, description = "")
)]
#[non_exhaustive]
pub struct NestedPointsValue {
    /// The member `x`.
    #[serde(
        default,
        skip_serializing_if = "Option::is_none",
        deserialize_with = "crate::support::number::read",
        serialize_with = "crate::support::number::write"
    )]
    #[cfg_attr(feature = "schemars", schemars(with = "f64", description = ""))]
    pub x: Option<f64>,
}

impl NestedPointsValue {
    /// A value without any optional member.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }
}

impl NestedPointsValue {
    /// The JSON Schema of [`NestedPointsValue`]: draft 2020-12, complete in itself.
    pub const SCHEMA: &'static str = include_str!(
        "../schema/nested_points_value.schema.json"
    );
}

#[cfg(feature = "validate")]
crate::support::strict::strict!(NestedPointsValue);
