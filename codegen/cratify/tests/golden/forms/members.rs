// src/order.rs
use serde::{Deserialize, Serialize};

use crate::{Address, Line};

/// An order.
///
/// Sent in responses.
///
/// # Example
///
/// ```
/// use shop::Order;
///
/// let json = r#"{
///   "id": "o1",
///   "lines": [
///     {
///       "sku": "a",
///       "price": 3
///     }
///   ]
/// }"#;
/// let value: Order = serde_json::from_str(json)?;
/// let back: serde_json::Value = serde_json::to_value(&value)?;
/// assert_eq!(back, serde_json::from_str::<serde_json::Value>(json)?);
/// # Ok::<(), serde_json::Error>(())
/// ```
///
/// Schema: `members.yaml#/components/schemas/Order`
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(crate = "crate::support::recorded_object")]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schemars", schemars(transform = Self::docs))]
#[non_exhaustive]
pub struct Order {
    #[serde(skip_deserializing)]
    #[cfg_attr(feature = "schemars", schemars(skip))]
    record: crate::support::record::Record<Self>,
    /// `id`: string.
    ///
    /// Read-only: the server sets it.
    pub id: String,
    /// `lines`: array of [`Line`].
    pub lines: Vec<Line>,
    /// `address`: [`Address`].
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schemars", schemars(with = "Address"))]
    pub address: Option<Address>,
}

crate::support::construct::construct! {
    Order::new(id: impl Into<String>, lines: Vec<Line>) {
        record: Default::default(), id: id.into(), lines,
    }
    with_address(address: impl Into<Address>);
}

crate::support::record::record!(Order.record);

crate::support::published::published! {
    Order = include_str!("../schema/order.schema.json");
}

// src/order_request.rs
use serde::{Deserialize, Serialize};

use crate::{Address, LineRequest};

/// An order.
///
/// Sent in requests: without `id`, which is read-only.
///
/// # Example
///
/// ```
/// use shop::OrderRequest;
///
/// let json = r#"{
///   "lines": [
///     {
///       "sku": "a"
///     }
///   ]
/// }"#;
/// let value: OrderRequest = serde_json::from_str(json)?;
/// let back: serde_json::Value = serde_json::to_value(&value)?;
/// assert_eq!(back, serde_json::from_str::<serde_json::Value>(json)?);
/// # Ok::<(), serde_json::Error>(())
/// ```
///
/// Schema: `members.yaml#/components/schemas/Order`
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(crate = "crate::support::recorded_object")]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schemars", schemars(transform = Self::docs))]
#[non_exhaustive]
pub struct OrderRequest {
    #[serde(skip_deserializing)]
    #[cfg_attr(feature = "schemars", schemars(skip))]
    record: crate::support::record::Record<Self>,
    /// `lines`: array of [`LineRequest`].
    pub lines: Vec<LineRequest>,
    /// `address`: [`Address`].
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schemars", schemars(with = "Address"))]
    pub address: Option<Address>,
}

crate::support::construct::construct! {
    OrderRequest::new(lines: Vec<LineRequest>) { record: Default::default(), lines }
    with_address(address: impl Into<Address>);
}

crate::support::record::record! {
    OrderRequest.record except "id";
}

crate::support::published::published! {
    OrderRequest = include_str!("../schema/order_request.schema.json");
}
