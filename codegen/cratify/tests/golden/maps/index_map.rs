// src/order.rs
use std::collections::HashMap;

use indexmap::IndexMap;
use serde::{Deserialize, Serialize};

/// Object with the members `ordered` and `hashed`.
///
/// # Example
///
/// ```
/// use maps::Order;
///
/// let json = r#"{}"#;
/// let value: Order = serde_json::from_str(json)?;
/// let back: serde_json::Value = serde_json::to_value(&value)?;
/// assert_eq!(back, serde_json::from_str::<serde_json::Value>(json)?);
/// # Ok::<(), serde_json::Error>(())
/// ```
///
/// Schema: `index_map.yaml#/components/schemas/Order`
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(crate = "crate::support::object")]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schemars", schemars(transform = Self::docs))]
#[non_exhaustive]
pub struct Order {
    /// `ordered`: object with values of type string.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schemars", schemars(with = "IndexMap<String, String>"))]
    pub ordered: Option<IndexMap<String, String>>,
    /// `hashed`: object with values of type string.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schemars", schemars(with = "HashMap<String, String>"))]
    pub hashed: Option<HashMap<String, String>>,
    /// Members without a field of their own.
    #[serde(flatten)]
    pub additional_properties: IndexMap<String, bool>,
}

crate::support::construct::construct! {
    Order::new() { additional_properties: IndexMap::new() }
    with_ordered(ordered: IndexMap<String, String>);
    with_hashed(hashed: HashMap<String, String>);
}

impl Order {
    /// Sets the members without a field of their own.
    #[must_use]
    pub fn with_additional_properties(
        mut self,
        additional_properties: IndexMap<String, bool>,
    ) -> Self {
        self.additional_properties = additional_properties;
        self
    }
}

crate::support::published::published! {
    Order = include_str!("../schema/order.schema.json");
}
