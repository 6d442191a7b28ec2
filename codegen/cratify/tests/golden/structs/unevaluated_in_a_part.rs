// src/order.rs
use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

/// Object with the members `id` and `count`.
///
/// Constraints:
/// `allOf: [{"anyOf":[{"type":"object","properties":{"id":{"type":"string"}},"unevaluatedProperties":{"type":"string"}}]}]`.
///
/// Schema: `unevaluated_in_a_part.yaml#/components/schemas/Order`
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(crate = "crate::support::object")]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(
    feature = "schemars",
    schemars(
        extend(
            "allOf" = [{"anyOf":[{"type":"object",
            "properties":{"id":{"type":"string"}},
            "unevaluatedProperties":{"type":"string"}}]}]
        ),
        transform = Self::docs
    )
)]
#[non_exhaustive]
pub struct Order {
    /// `id`: string.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schemars", schemars(with = "String"))]
    pub id: Option<String>,
    /// `count`: integer.
    #[serde(
        default,
        skip_serializing_if = "Option::is_none",
        deserialize_with = "crate::support::number::read"
    )]
    #[cfg_attr(feature = "schemars", schemars(with = "i64"))]
    pub count: Option<i64>,
    /// Members without a field of their own.
    #[serde(flatten)]
    #[cfg_attr(feature = "schemars", schemars(skip))]
    pub additional_properties: BTreeMap<String, serde_json::Value>,
}

crate::support::construct::construct! {
    Order::new() { additional_properties: BTreeMap::new() }
    with_id(id: impl Into<String>);
    with_count(count: i64);
}

impl Order {
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

crate::support::published::published! {
    Order = include_str!("../schema/order.schema.json");
}
