// src/order.rs
use serde::{Deserialize, Serialize};

/// Object with the members `a` and `b`.
///
/// Constraints: `unevaluatedProperties: false`.
///
/// Schema: `unevaluated.yaml#/components/schemas/Order`
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(crate = "crate::support::object")]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(
    feature = "schemars",
    schemars(extend("unevaluatedProperties" = false), transform = Self::docs)
)]
#[non_exhaustive]
pub struct Order {
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
    Order::new() {}
    with_a(a: impl Into<String>);
    with_b(b: i64);
}

crate::support::published::published! {
    Order = include_str!("../schema/order.schema.json");
}
