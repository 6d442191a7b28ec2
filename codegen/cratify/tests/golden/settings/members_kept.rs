// src/order.rs
use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

/// Object with the member `id`.
///
/// # Example
///
/// ```
/// use kept::Order;
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
/// Schema: `members_kept.yaml#/components/schemas/Order`
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(crate = "crate::support::object")]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schemars", schemars(transform = Self::docs))]
#[non_exhaustive]
pub struct Order {
    /// `id`: integer.
    #[serde(deserialize_with = "crate::support::number::read")]
    pub id: i64,
    /// Members without a field of their own.
    #[serde(flatten)]
    #[cfg_attr(feature = "schemars", schemars(skip))]
    pub additional_properties: BTreeMap<String, serde_json::Value>,
}

crate::support::construct::construct! {
    Order::new(id: i64) { id, additional_properties: BTreeMap::new() }
}

impl Order {
    /// Sets the members without a field of their own.
    #[must_use]
    pub fn with_additional_properties(
        mut self,
        additional_properties: BTreeMap<String, serde_json::Value>,
    ) -> Self {
        self.additional_properties = additional_properties;
        self
    }
}

crate::support::published::published! {
    Order = include_str!("../schema/order.schema.json");
}
