// src/order.rs
use serde::{Deserialize, Serialize};

/// Object with the member `status`.
///
/// # Example
///
/// ```
/// use attributes::Order;
///
/// let json = r#"{
///   "status": "open"
/// }"#;
/// let value: Order = serde_json::from_str(json)?;
/// let back: serde_json::Value = serde_json::to_value(&value)?;
/// assert_eq!(back, serde_json::from_str::<serde_json::Value>(json)?);
/// # Ok::<(), serde_json::Error>(())
/// ```
///
/// Schema: `attributes.yaml#/components/schemas/Order`
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(crate = "crate::support::recorded_object")]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schemars", schemars(transform = Self::docs))]
#[doc(alias = "all")]
#[doc(alias = "order")]
#[non_exhaustive]
pub struct Order {
    #[serde(skip_deserializing)]
    #[cfg_attr(feature = "schemars", schemars(skip))]
    record: crate::support::record::Record<Self>,
    /// `status`: [`OrderStatus`].
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schemars", schemars(with = "OrderStatus"))]
    #[doc(alias = "state")]
    pub status: Option<OrderStatus>,
}

crate::support::construct::construct! {
    Order::new() { record: Default::default() }
    with_status(status: impl Into<OrderStatus>);
}

crate::support::record::record!(Order.record);

/// String `open`.
///
/// # Example
///
/// ```
/// use attributes::OrderStatus;
///
/// let json = r#""open""#;
/// let value: OrderStatus = serde_json::from_str(json)?;
/// let back: serde_json::Value = serde_json::to_value(&value)?;
/// assert_eq!(back, serde_json::from_str::<serde_json::Value>(json)?);
/// # Ok::<(), serde_json::Error>(())
/// ```
///
/// Schema: `attributes.yaml#/components/schemas/Order/properties/status`
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
#[doc(alias = "all")]
#[doc(alias = "enum")]
#[doc(alias = "status")]
#[non_exhaustive]
pub enum OrderStatus {
    /// `open`
    #[default]
    #[doc(alias = "fresh")]
    Open,
    /// A value that this version of the schema does not list.
    Unknown(String),
}

crate::support::open_enum::string! {
    impl OrderStatus in place {
        Open = "open";
    }
}

crate::support::published::published! {
    Order = include_str!("../schema/order.schema.json");
    OrderStatus = include_str!("../schema/order_status.schema.json");
}
