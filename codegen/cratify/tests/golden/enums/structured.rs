// src/shape.rs
use serde::{Deserialize, Serialize};

/// Any JSON value.
///
/// Constraints: `enum: [{"sides":3},[4,4]]`.
///
/// # Example
///
/// ```
/// use structured::Shape;
///
/// let json = r#"{
///   "sides": 3
/// }"#;
/// let value: Shape = serde_json::from_str(json)?;
/// let back: serde_json::Value = serde_json::to_value(&value)?;
/// assert_eq!(back, serde_json::from_str::<serde_json::Value>(json)?);
/// # Ok::<(), serde_json::Error>(())
/// ```
///
/// Schema: `structured.yaml#/components/schemas/Shape`
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(transparent)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(
    feature = "schemars",
    schemars(extend("enum" = [{"sides":3}, [4, 4]]), transform = Self::docs)
)]
pub struct Shape(pub serde_json::Value);

impl From<serde_json::Value> for Shape {
    fn from(value: serde_json::Value) -> Self {
        Self(value)
    }
}

crate::support::published::published! {
    Shape = include_str!("../schema/shape.schema.json");
}
