// src/ip.rs
use serde::{Deserialize, Serialize};

/// Any JSON value.
///
/// Constraints: `properties: {"target":{"enum":["ip"]}}`.
///
/// Schema: `unassumed.yaml#/components/schemas/Ip`
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(transparent)]
#[cfg_attr(
    feature = "schemars",
    derive(schemars::JsonSchema),
    schemars(description = "", extend("properties" = {"target":{"enum":["ip"]}}))
)]
pub struct Ip(pub serde_json::Value);

impl From<serde_json::Value> for Ip {
    fn from(value: serde_json::Value) -> Self {
        Self(value)
    }
}

impl Ip {
    /// The JSON Schema of this type, in draft 2020-12.
    #[must_use]
    pub const fn schema() -> &'static str {
        include_str!("../schema/ip.schema.json")
    }
}

#[cfg(feature = "validate")]
crate::support::strict::strict!(Ip);

// src/range.rs
use serde::{Deserialize, Serialize};

/// Any JSON value.
///
/// Constraints: `properties: {"target":{"enum":["range"]}}`.
///
/// Schema: `unassumed.yaml#/components/schemas/Range`
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(transparent)]
#[cfg_attr(
    feature = "schemars",
    derive(schemars::JsonSchema),
    schemars(description = "", extend("properties" = {"target":{"enum":["range"]}}))
)]
pub struct Range(pub serde_json::Value);

impl From<serde_json::Value> for Range {
    fn from(value: serde_json::Value) -> Self {
        Self(value)
    }
}

impl Range {
    /// The JSON Schema of this type, in draft 2020-12.
    #[must_use]
    pub const fn schema() -> &'static str {
        include_str!("../schema/range.schema.json")
    }
}

#[cfg(feature = "validate")]
crate::support::strict::strict!(Range);

// src/targets.rs
use serde::{Deserialize, Serialize};
use crate::Range;

/// Array of [`Range`].
///
/// Constraints: `anyOf: [{"properties":{"target":{"enum":["ip"]}}},{"properties":{"target":{"enum":["range"]}}}]`, `items: {"properties":{"target":{"enum":["range"]}}}`.
///
/// Schema: `unassumed.yaml#/components/schemas/Targets`
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(transparent)]
#[cfg_attr(
    feature = "schemars",
    derive(schemars::JsonSchema),
    schemars(
        description = "",
        extend(
            "anyOf" = [{"properties":{"target":{"enum":["ip"]}}},
            {"properties":{"target":{"enum":["range"]}}}]
        ),
        extend("items" = {"properties":{"target":{"enum":["range"]}}})
    )
)]
pub struct Targets(pub Vec<Range>);

impl From<Vec<Range>> for Targets {
    fn from(value: Vec<Range>) -> Self {
        Self(value)
    }
}

impl Targets {
    /// The JSON Schema of this type, in draft 2020-12.
    #[must_use]
    pub const fn schema() -> &'static str {
        include_str!("../schema/targets.schema.json")
    }
}

#[cfg(feature = "validate")]
crate::support::strict::strict!(Targets);
