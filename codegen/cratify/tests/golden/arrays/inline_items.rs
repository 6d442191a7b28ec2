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
#[cfg_attr(
    feature = "schemars",
    derive(schemars::JsonSchema),
    schemars(description = "")
)]
pub struct Orders(pub Vec<OrdersItem>);

impl From<Vec<OrdersItem>> for Orders {
    fn from(value: Vec<OrdersItem>) -> Self {
        Self(value)
    }
}

impl Orders {
    /// The JSON Schema of this type, in draft 2020-12.
    #[must_use]
    pub const fn schema() -> &'static str {
        include_str!("../schema/orders.schema.json")
    }
}

#[cfg(feature = "validate")]
crate::support::strict::strict!(Orders);

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
#[serde(crate = "crate::support::object")]
#[cfg_attr(
    feature = "schemars",
    derive(schemars::JsonSchema),
    schemars(crate = "schemars", inline, description = "")
)]
#[non_exhaustive]
pub struct OrdersItem {
    /// `id`: integer.
    #[serde(deserialize_with = "crate::support::number::read")]
    #[cfg_attr(feature = "schemars", schemars(description = ""))]
    pub id: i64,
}

impl OrdersItem {
    /// Creates a value with its required members, and without optional ones.
    #[must_use]
    pub fn new(id: i64) -> Self {
        Self { id }
    }
}

impl OrdersItem {
    /// The JSON Schema of this type, in draft 2020-12.
    #[must_use]
    pub const fn schema() -> &'static str {
        include_str!("../schema/orders_item.schema.json")
    }
}

#[cfg(feature = "validate")]
crate::support::strict::strict!(OrdersItem);
