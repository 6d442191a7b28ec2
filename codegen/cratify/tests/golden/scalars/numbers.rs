// src/numbers.rs
use serde::{Deserialize, Serialize};

/// The object `Numbers`.
///
/// # Example
///
/// ```
/// use numbers::Numbers;
///
/// let json = r#"{
///   "number": 1.5,
///   "listed": 1.5,
///   "either": 1.5
/// }"#;
/// let value: Numbers = serde_json::from_str(json)?;
/// let back: serde_json::Value = serde_json::to_value(&value)?;
/// assert_eq!(back, serde_json::from_str::<serde_json::Value>(json)?);
/// # Ok::<(), serde_json::Error>(())
/// ```
///
/// Schema: `numbers.yaml#/components/schemas/Numbers`
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(crate = "crate::support::object")]
#[cfg_attr(
    feature = "schemars",
    derive(schemars::JsonSchema),
    schemars(crate = "schemars", description = "")
)]
#[non_exhaustive]
pub struct Numbers {
    /// The member `number`.
    ///
    /// Constraints: more than 0, a multiple of 0.5.
    #[serde(
        default,
        skip_serializing_if = "Option::is_none",
        deserialize_with = "crate::support::number::read",
        serialize_with = "crate::support::number::write"
    )]
    #[cfg_attr(
        feature = "schemars",
        schemars(
            with = "f64",
            description = "",
            extend("exclusiveMinimum" = 0),
            extend("multipleOf" = 0.5)
        )
    )]
    pub number: Option<f64>,
    /// The member `listed`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(
        feature = "schemars",
        schemars(with = "serde_json::Number", description = "")
    )]
    pub listed: Option<serde_json::Number>,
    /// The member `either`.
    ///
    /// Constraints: `anyOf: [{"type":"integer"},{"type":"number"}]`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(
        feature = "schemars",
        schemars(
            with = "serde_json::Number",
            description = "",
            extend("anyOf" = [{"type":"integer"}, {"type":"number"}])
        )
    )]
    pub either: Option<serde_json::Number>,
}

impl Numbers {
    /// A value without any optional member.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }
}

impl Numbers {
    /// The JSON Schema of [`Numbers`]: draft 2020-12, complete in itself.
    pub const SCHEMA: &'static str = include_str!("../schema/numbers.schema.json");
}

#[cfg(feature = "validate")]
crate::support::strict::strict!(Numbers);
