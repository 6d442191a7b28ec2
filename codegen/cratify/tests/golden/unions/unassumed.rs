// src/ip.rs
use serde::{Deserialize, Serialize};

/// Any JSON value.
///
/// Constraints: `properties: {"target":{"enum":["ip"]}}`.
///
/// Schema: `unassumed.yaml#/components/schemas/Ip`
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(transparent)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(
    feature = "schemars",
    schemars(extend("properties" = {"target":{"enum":["ip"]}}), transform = Self::docs)
)]
pub struct Ip(pub serde_json::Value);

impl From<serde_json::Value> for Ip {
    fn from(value: serde_json::Value) -> Self {
        Self(value)
    }
}

crate::support::published::published! {
    Ip = include_str!("../schema/ip.schema.json");
}

// src/range.rs
use serde::{Deserialize, Serialize};

/// Any JSON value.
///
/// Constraints: `properties: {"target":{"enum":["range"]}}`.
///
/// Schema: `unassumed.yaml#/components/schemas/Range`
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(transparent)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(
    feature = "schemars",
    schemars(
        extend("properties" = {"target":{"enum":["range"]}}),
        transform = Self::docs
    )
)]
pub struct Range(pub serde_json::Value);

impl From<serde_json::Value> for Range {
    fn from(value: serde_json::Value) -> Self {
        Self(value)
    }
}

crate::support::published::published! {
    Range = include_str!("../schema/range.schema.json");
}

// src/targets.rs
use serde::{Deserialize, Serialize};

use crate::Range;

/// Array of [`Range`].
///
/// Constraints:
/// `anyOf: [{"properties":{"target":{"enum":["ip"]}}},{"properties":{"target":{"enum":["range"]}}}]`,
/// `items: {"properties":{"target":{"enum":["range"]}}}`.
///
/// Schema: `unassumed.yaml#/components/schemas/Targets`
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(transparent)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(
    feature = "schemars",
    schemars(
        extend(
            "anyOf" = [{"properties":{"target":{"enum":["ip"]}}},
            {"properties":{"target":{"enum":["range"]}}}]
        ),
        extend("items" = {"properties":{"target":{"enum":["range"]}}}),
        transform = Self::docs
    )
)]
pub struct Targets(pub Vec<Range>);

impl From<Vec<Range>> for Targets {
    fn from(value: Vec<Range>) -> Self {
        Self(value)
    }
}

crate::support::newtype::deref! {
    impl Targets: Vec<Range>
}

crate::support::published::published! {
    Targets = include_str!("../schema/targets.schema.json");
}
