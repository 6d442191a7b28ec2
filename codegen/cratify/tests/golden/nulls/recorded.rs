// src/order.rs
use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

/// Object with the members `always`, `text`, `paidAt`, `nulls` and 2 more members.
///
/// # Example
///
/// ```
/// use recorded::Order;
///
/// let json = r#"{
///   "always": "string"
/// }"#;
/// let value: Order = serde_json::from_str(json)?;
/// let back: serde_json::Value = serde_json::to_value(&value)?;
/// assert_eq!(back, serde_json::from_str::<serde_json::Value>(json)?);
/// # Ok::<(), serde_json::Error>(())
/// ```
///
/// Schema: `recorded.yaml#/components/schemas/Order`
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(crate = "crate::support::recorded_object")]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schemars", schemars(transform = Self::docs))]
#[non_exhaustive]
pub struct Order {
    #[serde(skip_deserializing)]
    #[cfg_attr(feature = "schemars", schemars(skip))]
    record: crate::support::record::Record<Self>,
    /// `always`: string or null.
    #[serde(deserialize_with = "Option::deserialize")]
    #[cfg_attr(
        feature = "schemars",
        schemars(with = "crate::support::schema::Nullable<String>")
    )]
    pub always: Option<String>,
    /// `text`: string or null, at most 5 characters.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schemars", schemars(length(max = 5)))]
    pub text: Option<String>,
    /// `paidAt`: integer or null.
    #[serde(
        rename = "paidAt",
        default,
        skip_serializing_if = "Option::is_none",
        deserialize_with = "crate::support::number::read"
    )]
    pub paid_at: Option<i64>,
    /// A member with the name that the record would have.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schemars", schemars(with = "serde_json::Value"))]
    pub nulls: Option<serde_json::Value>,
    /// `type`: [`Order`] or null.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub r#type: Option<Box<Order>>,
    /// `plain`: string.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schemars", schemars(with = "String"))]
    pub plain: Option<String>,
    /// Members without a field of their own.
    #[serde(flatten, deserialize_with = "crate::support::number::read")]
    pub additional_properties: BTreeMap<String, i64>,
}

crate::support::construct::construct! {
    Order::new(always: Option<String>) {
        record: Default::default(), always, additional_properties: BTreeMap::new(),
    }
    with_text(text: impl Into<String>);
    with_paid_at(paid_at: i64);
    with_nulls(nulls: impl Into<serde_json::Value>);
    with_type(r#type: impl Into<Order>) => Box::new;
    with_plain(plain: impl Into<String>);
}

impl Order {
    /// Sets the members without a field of their own.
    #[must_use]
    pub fn with_additional_properties(
        mut self,
        additional_properties: BTreeMap<String, i64>,
    ) -> Self {
        self.additional_properties = additional_properties;
        self
    }
}

crate::support::record::nulls! {
    Order.record;
    text = "text": is_null_text, set_null_text;
    paid_at = "paidAt": is_null_paid_at, set_null_paid_at;
    nulls = "nulls": is_null_nulls, set_null_nulls;
    r#type = "type": is_null_type, set_null_type;
}

crate::support::published::published! {
    Order = include_str!("../schema/order.schema.json");
}
