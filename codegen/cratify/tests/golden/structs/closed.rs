// src/point.rs
use serde::{Deserialize, Serialize};

/// Object with the members `x` and `y`.
///
/// # Example
///
/// ```
/// use closed::Point;
///
/// let json = r#"{
///   "x": 1.5,
///   "y": 1.5
/// }"#;
/// let value: Point = serde_json::from_str(json)?;
/// let back: serde_json::Value = serde_json::to_value(&value)?;
/// assert_eq!(back, serde_json::from_str::<serde_json::Value>(json)?);
/// # Ok::<(), serde_json::Error>(())
/// ```
///
/// Schema: `closed.yaml#/components/schemas/Point`
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(crate = "crate::support::recorded_object")]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schemars", schemars(deny_unknown_fields, transform = Self::docs))]
#[non_exhaustive]
pub struct Point {
    #[serde(skip_deserializing)]
    #[cfg_attr(feature = "schemars", schemars(skip))]
    record: crate::support::record::Record<Self>,
    /// `x`: number.
    #[serde(
        deserialize_with = "crate::support::number::read",
        serialize_with = "crate::support::number::write"
    )]
    pub x: f64,
    /// `y`: number.
    #[serde(
        default,
        skip_serializing_if = "Option::is_none",
        deserialize_with = "crate::support::number::read",
        serialize_with = "crate::support::number::write"
    )]
    #[cfg_attr(feature = "schemars", schemars(with = "f64"))]
    pub y: Option<f64>,
}

crate::support::construct::construct! {
    Point::new(x: f64) { record: Default::default(), x }
    with_y(y: f64);
}

crate::support::record::record!(Point.record);

crate::support::published::published! {
    Point = include_str!("../schema/point.schema.json");
}
