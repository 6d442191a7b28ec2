// src/order.rs
use serde::{Deserialize, Serialize};

/// Object with the members `address` and `other`.
///
/// # Example
///
/// ```
/// use inline::Order;
///
/// let json = r#"{
///   "address": {
///     "street": "string"
///   },
///   "other": {
///     "street": "string"
///   }
/// }"#;
/// let value: Order = serde_json::from_str(json)?;
/// let back: serde_json::Value = serde_json::to_value(&value)?;
/// assert_eq!(back, serde_json::from_str::<serde_json::Value>(json)?);
/// # Ok::<(), serde_json::Error>(())
/// ```
///
/// Schema: `inline.yaml#/components/schemas/Order`
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(crate = "crate::support::recorded_object")]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schemars", schemars(transform = Self::docs))]
#[non_exhaustive]
pub struct Order {
    #[serde(skip_deserializing)]
    #[cfg_attr(feature = "schemars", schemars(skip))]
    record: crate::support::record::Record<Self>,
    /// `address`: [`OrderAddress`].
    pub address: OrderAddress,
    /// `other`: [`OrderAddress`].
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schemars", schemars(with = "OrderAddress"))]
    pub other: Option<OrderAddress>,
}

crate::support::construct::construct! {
    Order::new(address: OrderAddress) { record: Default::default(), address }
    with_other(other: impl Into<OrderAddress>);
}

crate::support::record::record!(Order.record);

/// Object with the member `street`.
///
/// # Example
///
/// ```
/// use inline::OrderAddress;
///
/// let json = r#"{
///   "street": "string"
/// }"#;
/// let value: OrderAddress = serde_json::from_str(json)?;
/// let back: serde_json::Value = serde_json::to_value(&value)?;
/// assert_eq!(back, serde_json::from_str::<serde_json::Value>(json)?);
/// # Ok::<(), serde_json::Error>(())
/// ```
///
/// Schema: `inline.yaml#/components/schemas/Order/properties/address`
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(crate = "crate::support::recorded_object")]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schemars", schemars(transform = Self::docs))]
#[non_exhaustive]
pub struct OrderAddress {
    #[serde(skip_deserializing)]
    #[cfg_attr(feature = "schemars", schemars(skip))]
    record: crate::support::record::Record<Self>,
    /// `street`: string.
    pub street: String,
}

crate::support::construct::construct! {
    OrderAddress::new(street: impl Into<String>) {
        record: Default::default(), street: street.into(),
    }
}

crate::support::record::record!(OrderAddress.record);

crate::support::published::published! {
    Order = include_str!("../schema/order.schema.json");
    OrderAddress = include_str!("../schema/order_address.schema.json");
}
