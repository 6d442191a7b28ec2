// src/order.rs
use serde::{Deserialize, Serialize};

/// Object with the members `a` and `b`.
///
/// # Example
///
/// ```
/// use references::Order;
///
/// let json = r#"{}"#;
/// let value: Order = serde_json::from_str(json)?;
/// let back: serde_json::Value = serde_json::to_value(&value)?;
/// assert_eq!(back, serde_json::from_str::<serde_json::Value>(json)?);
/// # Ok::<(), serde_json::Error>(())
/// ```
///
/// Schema: `references.yaml#/components/schemas/Order`
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(crate = "crate::support::recorded_object")]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schemars", schemars(transform = Self::docs))]
#[non_exhaustive]
pub struct Order {
    #[serde(skip_deserializing)]
    #[cfg_attr(feature = "schemars", schemars(skip))]
    record: crate::support::record::Record<Self>,
    /// `a`: any JSON value, `not: {"type":"string","minLength":2}`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(
        feature = "schemars",
        schemars(
            with = "serde_json::Value",
            extend("not" = {"type":"string", "minLength":2})
        )
    )]
    pub a: Option<serde_json::Value>,
    /// `b`: array of any JSON values, `contains: {"type":"string","minLength":2}`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(
        feature = "schemars",
        schemars(
            with = "Vec<serde_json::Value>",
            extend("contains" = {"type":"string", "minLength":2})
        )
    )]
    pub b: Option<Vec<serde_json::Value>>,
}

crate::support::construct::construct! {
    Order::new() { record: Default::default() }
    with_a(a: impl Into<serde_json::Value>);
    with_b(b: Vec<serde_json::Value>);
}

crate::support::record::record! {
    Order.record;
    a = "a": is_null_a, set_null_a;
}

crate::support::published::published! {
    Order = include_str!("../schema/order.schema.json");
}
