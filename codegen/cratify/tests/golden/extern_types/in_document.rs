// src/order.rs
use serde::{Deserialize, Serialize};

/// Object with the members `total` and `all`.
///
/// Schema: `in_document.yaml#/components/schemas/Order`
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(crate = "crate::support::recorded_object")]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schemars", schemars(transform = Self::docs))]
#[non_exhaustive]
pub struct Order {
    #[serde(skip_deserializing)]
    #[cfg_attr(feature = "schemars", schemars(skip))]
    record: crate::support::record::Record<Self>,
    /// `total`: `money::Money`.
    #[cfg_attr(
        feature = "schemars",
        schemars(with = "crate::support::extern_schema::OrderTotal")
    )]
    pub total: money::Money,
    /// `all`: `money::Many`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(
        feature = "schemars",
        schemars(with = "crate::support::extern_schema::OrderAll")
    )]
    pub all: Option<money::Many<crate::Part>>,
}

crate::support::construct::construct! {
    Order::new(total: money::Money) { record: Default::default(), total }
    with_all(all: impl Into<money::Many<crate::Part>>);
}

crate::support::record::record!(Order.record);

crate::support::published::published! {
    Order = include_str!("../schema/order.schema.json");
}
