// src/order.rs
use serde::{Deserialize, Serialize};

use crate::Name;

/// Object with the members `name` and `next`.
///
/// # Example
///
/// ```
/// use shared::Order;
///
/// let json = r#"{
///   "name": "string",
///   "next": {
///     "name": "string",
///     "next": {}
///   }
/// }"#;
/// let value: Order = serde_json::from_str(json)?;
/// let back: serde_json::Value = serde_json::to_value(&value)?;
/// assert_eq!(back, serde_json::from_str::<serde_json::Value>(json)?);
/// # Ok::<(), serde_json::Error>(())
/// ```
///
/// Schema: `shared.yaml#/components/schemas/Order`
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(crate = "crate::support::recorded_object")]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schemars", schemars(transform = Self::docs))]
#[non_exhaustive]
pub struct Order {
    #[serde(skip_deserializing)]
    #[cfg_attr(feature = "schemars", schemars(skip))]
    record: crate::support::record::Record<Self>,
    /// `name`: [`Name`].
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schemars", schemars(with = "Name"))]
    pub name: Option<Name>,
    /// `next`: [`Order`].
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schemars", schemars(with = "Box<Order>"))]
    pub next: Option<Box<Order>>,
}

crate::support::construct::construct! {
    Order::new() { record: Default::default() }
    with_name(name: impl Into<Name>);
    with_next(next: impl Into<Order>) => Box::new;
}

crate::support::record::record!(Order.record);

crate::support::published::published! {
    Order = include_str!("../schema/order.schema.json"), shown, shared;
}
