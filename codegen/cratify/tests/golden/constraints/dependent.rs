// src/order.rs
use serde::{Deserialize, Serialize};

/// Object with the members `card` and `address`.
///
/// Constraints: `dependentRequired: {"card":["address"]}`,
/// `dependentSchemas: {"address":{"required":["card"],"properties":{"card":{"minLength":1}}}}`.
///
/// Schema: `dependent.yaml#/components/schemas/Order`
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(crate = "crate::support::recorded_object")]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(
    feature = "schemars",
    schemars(
        extend("dependentRequired" = {"card":["address"]}),
        extend(
            "dependentSchemas" = {"address":{"required":["card"],
            "properties":{"card":{"minLength":1}}}}
        ),
        transform = Self::docs
    )
)]
#[non_exhaustive]
pub struct Order {
    #[serde(skip_deserializing)]
    #[cfg_attr(feature = "schemars", schemars(skip))]
    record: crate::support::record::Record<Self>,
    /// `card`: string.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schemars", schemars(with = "String"))]
    pub card: Option<String>,
    /// `address`: string.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schemars", schemars(with = "String"))]
    pub address: Option<String>,
}

crate::support::construct::construct! {
    Order::new() { record: Default::default() }
    with_card(card: impl Into<String>);
    with_address(address: impl Into<String>);
}

crate::support::record::record!(Order.record);

crate::support::published::published! {
    Order = include_str!("../schema/order.schema.json");
}
