// src/order.rs
use serde::{Deserialize, Serialize};

/// Object with the member `id`.
///
/// # Example
///
/// ```
/// use refused::Order;
///
/// let json = r#"{
///   "id": 1
/// }"#;
/// let value: Order = serde_json::from_str(json)?;
/// let back: serde_json::Value = serde_json::to_value(&value)?;
/// assert_eq!(back, serde_json::from_str::<serde_json::Value>(json)?);
/// # Ok::<(), serde_json::Error>(())
/// ```
///
/// Schema: `members_refused.yaml#/components/schemas/Order`
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(crate = "crate::support::object", deny_unknown_fields)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schemars", schemars(!deny_unknown_fields, transform = Self::docs))]
#[non_exhaustive]
pub struct Order {
    /// `id`: integer.
    #[serde(deserialize_with = "crate::support::number::read")]
    pub id: i64,
}

crate::support::construct::construct! {
    Order::new(id: i64) { id }
}

crate::support::published::published! {
    Order = include_str!("../schema/order.schema.json");
}
