// src/orders.rs
use serde::{Deserialize, Serialize};

/// Array of [`OrdersItem`].
///
/// # Example
///
/// ```
/// use items::Orders;
///
/// let json = r#"[
///   {
///     "id": 1
///   }
/// ]"#;
/// let value: Orders = serde_json::from_str(json)?;
/// let back: serde_json::Value = serde_json::to_value(&value)?;
/// assert_eq!(back, serde_json::from_str::<serde_json::Value>(json)?);
/// # Ok::<(), serde_json::Error>(())
/// ```
///
/// Schema: `inline_items.yaml#/components/schemas/Orders`
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(transparent)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schemars", schemars(transform = Self::docs))]
pub struct Orders(pub Vec<OrdersItem>);

impl From<Vec<OrdersItem>> for Orders {
    fn from(value: Vec<OrdersItem>) -> Self {
        Self(value)
    }
}

crate::support::newtype::deref! {
    impl Orders: Vec<OrdersItem>
}

/// Object with the member `id`.
///
/// # Example
///
/// ```
/// use items::OrdersItem;
///
/// let json = r#"{
///   "id": 1
/// }"#;
/// let value: OrdersItem = serde_json::from_str(json)?;
/// let back: serde_json::Value = serde_json::to_value(&value)?;
/// assert_eq!(back, serde_json::from_str::<serde_json::Value>(json)?);
/// # Ok::<(), serde_json::Error>(())
/// ```
///
/// Schema: `inline_items.yaml#/components/schemas/Orders/items`
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(crate = "crate::support::recorded_object")]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schemars", schemars(inline, transform = Self::docs))]
#[non_exhaustive]
pub struct OrdersItem {
    #[serde(skip_deserializing)]
    #[cfg_attr(feature = "schemars", schemars(skip))]
    record: crate::support::record::Record<Self>,
    /// `id`: integer.
    #[serde(deserialize_with = "crate::support::number::read")]
    pub id: i64,
}

crate::support::construct::construct! {
    OrdersItem::new(id: i64) { record: Default::default(), id }
}

crate::support::record::record!(OrdersItem.record);

crate::support::published::published! {
    Orders = include_str!("../schema/orders.schema.json");
    OrdersItem = include_str!("../schema/orders_item.schema.json");
}
