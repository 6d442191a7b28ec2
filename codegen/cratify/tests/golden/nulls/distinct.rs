// src/order.rs
use serde::{Deserialize, Serialize};

/// The object `Order`.
///
/// # Example
///
/// ```
/// use distinct::Order;
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
/// Schema: `distinct.yaml#/components/schemas/Order`
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(crate = "crate::support::object")]
#[cfg_attr(
    feature = "schemars",
    derive(schemars::JsonSchema),
    schemars(crate = "schemars", description = "")
)]
#[non_exhaustive]
pub struct Order {
    /// The member `always`.
    #[serde(deserialize_with = "Option::deserialize")]
    #[cfg_attr(
        feature = "schemars",
        schemars(with = "crate::support::schema::Nullable<String>", description = "")
    )]
    pub always: Option<String>,
    /// The member `text`.
    ///
    /// Absent is `None`, null is `Some(None)`.
    ///
    /// Constraints: at most 5 characters.
    #[serde(
        default,
        skip_serializing_if = "Option::is_none",
        deserialize_with = "crate::support::there::read"
    )]
    #[cfg_attr(
        feature = "schemars",
        schemars(with = "Option<String>", description = "", length(max = 5))
    )]
    pub text: Option<Option<String>>,
    /// The member `count`.
    ///
    /// Absent is `None`, null is `Some(None)`.
    #[serde(
        default,
        skip_serializing_if = "Option::is_none",
        deserialize_with = "crate::support::there_number::read"
    )]
    #[cfg_attr(feature = "schemars", schemars(with = "Option<i64>", description = ""))]
    pub count: Option<Option<i64>>,
    /// The member `anything`.
    ///
    /// Absent is `None`; null is a value like any other.
    #[serde(
        default,
        skip_serializing_if = "Option::is_none",
        deserialize_with = "crate::support::there::read"
    )]
    #[cfg_attr(
        feature = "schemars",
        schemars(with = "serde_json::Value", description = "")
    )]
    pub anything: Option<serde_json::Value>,
    /// The member `plain`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schemars", schemars(with = "String", description = ""))]
    pub plain: Option<String>,
}

impl Order {
    /// A value with all required members, and without any optional one.
    #[must_use]
    pub fn new(always: Option<String>) -> Self {
        Self {
            always,
            text: None,
            count: None,
            anything: None,
            plain: None,
        }
    }
}

impl Order {
    /// The JSON Schema of [`Order`]: draft 2020-12, complete in itself.
    pub const SCHEMA: &'static str = include_str!("../schema/order.schema.json");
}

#[cfg(feature = "validate")]
crate::support::strict::strict!(Order);
