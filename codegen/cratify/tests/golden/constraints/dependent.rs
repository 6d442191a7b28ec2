// src/order.rs
use serde::{Deserialize, Serialize};

/// Object with the members `card` and `address`.
///
/// Constraints: `dependentRequired: {"card":["address"]}`, `dependentSchemas: {"address":{"required":["card"],"properties":{"card":{"minLength":1}}}}`.
///
/// Schema: `dependent.yaml#/components/schemas/Order`
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(crate = "crate::support::object")]
#[cfg_attr(
    feature = "schemars",
    derive(schemars::JsonSchema),
    schemars(
        crate = "schemars",
        description = "",
        extend("dependentRequired" = {"card":["address"]}),
        extend(
            "dependentSchemas" = {"address":{"required":["card"],
            "properties":{"card":{"minLength":1}}}}
        )
    )
)]
#[non_exhaustive]
pub struct Order {
    /// `card`: string.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schemars", schemars(with = "String", description = ""))]
    pub card: Option<String>,
    /// `address`: string.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schemars", schemars(with = "String", description = ""))]
    pub address: Option<String>,
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
        with_card(card: impl Into<String>);
        with_address(address: impl Into<String>);
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
