// src/order.rs
use serde::{Deserialize, Serialize};

/// Object with the members `name` and `more`.
///
/// # Example
///
/// ```
/// use first::Order;
///
/// let json = r#"{}"#;
/// let value: Order = serde_json::from_str(json)?;
/// let back: serde_json::Value = serde_json::to_value(&value)?;
/// assert_eq!(back, serde_json::from_str::<serde_json::Value>(json)?);
/// # Ok::<(), serde_json::Error>(())
/// ```
///
/// Schema: `builder_first.yaml#/components/schemas/Order`
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(crate = "crate::support::object", deny_unknown_fields)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schemars", schemars(!deny_unknown_fields, transform = Self::docs))]
#[non_exhaustive]
pub struct Order {
    /// `name`: string.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schemars", schemars(with = "String"))]
    pub name: Option<String>,
    /// `more`: string or null.
    ///
    /// `None` is absent, `Some(None)` is null.
    #[serde(
        default,
        skip_serializing_if = "Option::is_none",
        deserialize_with = "crate::support::present::read"
    )]
    #[cfg_attr(feature = "schemars", schemars(with = "Option<String>"))]
    pub more: Option<Option<String>>,
}

crate::support::construct::construct! {
    Order::new() {}
    with_name(name: impl Into<String>);
    with_more(more: Option<String>);
}

crate::support::published::published! {
    Order = include_str!("../schema/order.schema.json");
}
