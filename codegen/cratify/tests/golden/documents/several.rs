// src/payments/payment.rs
use serde::{Deserialize, Serialize};

use crate::common::Money;
use crate::payments::Fault;
use crate::several::Order;

/// Object with the members `order`, `amount` and `fault`.
///
/// # Example
///
/// ```
/// use several::payments::Payment;
///
/// let json = r#"{
///   "order": {
///     "total": {
///       "amount": 1
///     }
///   },
///   "amount": {
///     "amount": 1
///   },
///   "fault": {}
/// }"#;
/// let value: Payment = serde_json::from_str(json)?;
/// let back: serde_json::Value = serde_json::to_value(&value)?;
/// assert_eq!(back, serde_json::from_str::<serde_json::Value>(json)?);
/// # Ok::<(), serde_json::Error>(())
/// ```
///
/// Schema: `payments.yaml#/components/schemas/Payment`
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(crate = "crate::support::recorded_object")]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schemars", schemars(transform = Self::docs))]
#[non_exhaustive]
pub struct Payment {
    #[serde(skip_deserializing)]
    #[cfg_attr(feature = "schemars", schemars(skip))]
    record: crate::support::record::Record<Self>,
    /// `order`: [`Order`].
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schemars", schemars(with = "Order"))]
    pub order: Option<Order>,
    /// `amount`: [`Money`].
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schemars", schemars(with = "Money"))]
    pub amount: Option<Money>,
    /// `fault`: [`Fault`].
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schemars", schemars(with = "Fault"))]
    pub fault: Option<Fault>,
}

crate::support::construct::construct! {
    Payment::new() { record: Default::default() }
    with_order(order: impl Into<Order>);
    with_amount(amount: impl Into<Money>);
    with_fault(fault: impl Into<Fault>);
}

crate::support::record::record!(Payment.record);

crate::support::published::published! {
    Payment = include_str!("../../schema/payments_payment.schema.json");
}

// src/several/order.rs
use serde::{Deserialize, Serialize};

use crate::common::Money;

/// Object with the member `total`.
///
/// # Example
///
/// ```
/// use several::several::Order;
///
/// let json = r#"{
///   "total": {
///     "amount": 1
///   }
/// }"#;
/// let value: Order = serde_json::from_str(json)?;
/// let back: serde_json::Value = serde_json::to_value(&value)?;
/// assert_eq!(back, serde_json::from_str::<serde_json::Value>(json)?);
/// # Ok::<(), serde_json::Error>(())
/// ```
///
/// Schema: `several.yaml#/components/schemas/Order`
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(crate = "crate::support::recorded_object")]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schemars", schemars(transform = Self::docs))]
#[non_exhaustive]
pub struct Order {
    #[serde(skip_deserializing)]
    #[cfg_attr(feature = "schemars", schemars(skip))]
    record: crate::support::record::Record<Self>,
    /// `total`: [`Money`].
    pub total: Money,
}

crate::support::construct::construct! {
    Order::new(total: Money) { record: Default::default(), total }
}

crate::support::record::record!(Order.record);

crate::support::published::published! {
    Order = include_str!("../../schema/several_order.schema.json");
}
