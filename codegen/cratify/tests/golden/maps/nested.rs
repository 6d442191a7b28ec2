// src/nested.rs
use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

/// Object with the members `texts`, `lists` and `points`.
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
#[serde(crate = "crate::support::recorded_object")]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schemars", schemars(transform = Self::docs))]
#[non_exhaustive]
pub struct Nested {
    #[serde(skip_deserializing)]
    #[cfg_attr(feature = "schemars", schemars(skip))]
    record: crate::support::record::Record<Self>,
    /// `texts`: object with values of type object with values of type string.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(
        feature = "schemars",
        schemars(with = "BTreeMap<String, BTreeMap<String, String>>")
    )]
    pub texts: Option<BTreeMap<String, BTreeMap<String, String>>>,
    /// `lists`: object with values of type array of integers.
    #[serde(
        default,
        skip_serializing_if = "Option::is_none",
        deserialize_with = "crate::support::number::read"
    )]
    #[cfg_attr(feature = "schemars", schemars(with = "BTreeMap<String, Vec<i64>>"))]
    pub lists: Option<BTreeMap<String, Vec<i64>>>,
    /// `points`: object with values of type [`NestedPointsValue`].
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(
        feature = "schemars",
        schemars(with = "BTreeMap<String, NestedPointsValue>")
    )]
    pub points: Option<BTreeMap<String, NestedPointsValue>>,
}

crate::support::construct::construct! {
    Nested::new() { record: Default::default() }
    with_texts(texts: BTreeMap<String, BTreeMap<String, String>>);
    with_lists(lists: BTreeMap<String, Vec<i64>>);
    with_points(points: BTreeMap<String, NestedPointsValue>);
}

crate::support::record::record!(Nested.record);

/// Object with the member `x`.
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
#[serde(crate = "crate::support::recorded_object")]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schemars", schemars(inline, transform = Self::docs))]
#[non_exhaustive]
pub struct NestedPointsValue {
    #[serde(skip_deserializing)]
    #[cfg_attr(feature = "schemars", schemars(skip))]
    record: crate::support::record::Record<Self>,
    /// `x`: number.
    #[serde(
        default,
        skip_serializing_if = "Option::is_none",
        deserialize_with = "crate::support::number::read",
        serialize_with = "crate::support::number::write"
    )]
    #[cfg_attr(feature = "schemars", schemars(with = "f64"))]
    pub x: Option<f64>,
}

crate::support::construct::construct! {
    NestedPointsValue::new() { record: Default::default() }
    with_x(x: f64);
}

crate::support::record::record!(NestedPointsValue.record);

crate::support::published::published! {
    Nested = include_str!("../schema/nested.schema.json");
    NestedPointsValue = include_str!("../schema/nested_points_value.schema.json");
}
