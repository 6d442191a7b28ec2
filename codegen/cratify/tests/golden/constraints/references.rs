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
#[serde(crate = "crate::support::object")]
#[cfg_attr(
    feature = "schemars",
    derive(schemars::JsonSchema),
    schemars(crate = "schemars", description = "")
)]
#[non_exhaustive]
pub struct Order {
    /// `a`: any JSON value, `not: {"type":"string","minLength":2}`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(
        feature = "schemars",
        schemars(
            with = "serde_json::Value",
            description = "",
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
            description = "",
            extend("contains" = {"type":"string", "minLength":2})
        )
    )]
    pub b: Option<Vec<serde_json::Value>>,
}

impl Order {
    /// Creates a value without optional members.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }
}

crate::support::setters::setters! {
    impl Order {
        with_a(a: impl Into<serde_json::Value>);
        with_b(b: Vec<serde_json::Value>);
    }
}

impl Order {
    /// The JSON Schema of this type, in draft 2020-12.
    #[must_use]
    pub const fn schema() -> &'static str {
        include_str!("../schema/order.schema.json")
    }
}

#[cfg(feature = "validate")]
crate::support::strict::strict!(Order);
