// src/order.rs
use serde::{Deserialize, Serialize};

/// Object with the members `a` and `b`.
///
/// Constraints: `unevaluatedProperties: false`.
///
/// Schema: `unevaluated.yaml#/components/schemas/Order`
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(crate = "crate::support::object")]
#[cfg_attr(
    feature = "schemars",
    derive(schemars::JsonSchema),
    schemars(
        crate = "schemars",
        description = "",
        extend("unevaluatedProperties" = false)
    )
)]
#[non_exhaustive]
pub struct Order {
    /// `a`: string.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schemars", schemars(with = "String", description = ""))]
    pub a: Option<String>,
    /// `b`: integer.
    #[serde(
        default,
        skip_serializing_if = "Option::is_none",
        deserialize_with = "crate::support::number::read"
    )]
    #[cfg_attr(feature = "schemars", schemars(with = "i64", description = ""))]
    pub b: Option<i64>,
}

impl Order {
    /// Creates a value without optional members.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }
}

crate::support::setters::setters! {
    impl Order {
        with_a(a: impl Into<String>);
        with_b(b: i64);
    }
}

impl Order {
    /// The JSON Schema of this type, in draft 2020-12.
    #[must_use]
    pub const fn schema() -> &'static str {
        include_str!("../schema/order.schema.json")
    }
}

#[cfg(feature = "validate")]
crate::support::strict::strict!(Order);
