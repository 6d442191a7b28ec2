// src/order.rs
use serde::{Deserialize, Serialize};

/// Object with the members `id`, `note`, `size` and `gift`.
///
/// # Example
///
/// ```
/// use presence::Order;
///
/// let json = r#"{
///   "id": "string",
///   "note": "string",
///   "size": 1
/// }"#;
/// let value: Order = serde_json::from_str(json)?;
/// let back: serde_json::Value = serde_json::to_value(&value)?;
/// assert_eq!(back, serde_json::from_str::<serde_json::Value>(json)?);
/// # Ok::<(), serde_json::Error>(())
/// ```
///
/// Schema: `presence.yaml#/components/schemas/Order`
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
    pub id: String,
    /// `note`: string or null.
    #[serde(deserialize_with = "Option::deserialize")]
    #[cfg_attr(
        feature = "schemars",
        schemars(with = "crate::support::schema::Nullable<String>")
    )]
    pub note: Option<String>,
    /// `size`: integer.
    #[serde(
        default,
        skip_serializing_if = "Option::is_none",
        deserialize_with = "crate::support::number::read"
    )]
    #[cfg_attr(feature = "schemars", schemars(with = "i64"))]
    pub size: Option<i64>,
    /// `gift`: boolean or null.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub gift: Option<bool>,
}

crate::support::construct::construct! {
    Order::new(id: impl Into<String>, note: Option<String>) {
        record: Default::default(), id: id.into(), note,
    }
    with_size(size: i64);
    with_gift(gift: bool);
}

crate::support::record::record! {
    Order.record;
    gift = "gift": is_null_gift, set_null_gift;
}

crate::support::published::published! {
    Order = include_str!("../schema/order.schema.json");
}
