// src/order.rs
use serde::{Deserialize, Serialize};

/// Object with the members `a` and `b`.
///
/// Constraints: `unevaluatedProperties: false`.
///
/// Schema: `unevaluated.yaml#/components/schemas/Order`
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(crate = "crate::support::recorded_object")]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(
    feature = "schemars",
    schemars(extend("unevaluatedProperties" = false), transform = Self::docs)
)]
#[non_exhaustive]
pub struct Order {
    #[serde(skip_deserializing)]
    #[cfg_attr(feature = "schemars", schemars(skip))]
    record: crate::support::record::Record<Self>,
    /// `a`: string.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schemars", schemars(with = "String"))]
    pub a: Option<String>,
    /// `b`: integer.
    #[serde(
        default,
        skip_serializing_if = "Option::is_none",
        deserialize_with = "crate::support::number::read"
    )]
    #[cfg_attr(feature = "schemars", schemars(with = "i64"))]
    pub b: Option<i64>,
}

crate::support::construct::construct! {
    Order::new() { record: Default::default() }
    with_a(a: impl Into<String>);
    with_b(b: i64);
}

crate::support::record::record!(Order.record);

crate::support::published::published! {
    Order = include_str!("../schema/order.schema.json");
}
