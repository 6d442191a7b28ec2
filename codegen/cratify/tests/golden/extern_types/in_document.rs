// src/order.rs
use serde::{Deserialize, Serialize};

/// The object `Order`.
///
/// Schema: `in_document.yaml#/components/schemas/Order`
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(crate = "crate::support::object")]
#[cfg_attr(
    feature = "schemars",
    derive(schemars::JsonSchema),
    schemars(crate = "schemars", description = "")
)]
#[non_exhaustive]
pub struct Order {
    /// The member `total`.
    #[cfg_attr(
        feature = "schemars",
        schemars(with = "crate::support::replaced::OrderTotal", description = "")
    )]
    pub total: money::Money,
    /// The member `all`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(
        feature = "schemars",
        schemars(with = "crate::support::replaced::OrderAll", description = "")
    )]
    pub all: Option<money::Many<crate::Part>>,
}

impl Order {
    /// A value with all required members, and without any optional one.
    #[must_use]
    pub fn new(total: money::Money) -> Self {
        Self { total, all: None }
    }
}

impl Order {
    /// The JSON Schema of [`Order`]: draft 2020-12, complete in itself.
    pub const SCHEMA: &'static str = include_str!("../schema/order.schema.json");
}

#[cfg(feature = "validate")]
crate::support::strict::strict!(Order);
