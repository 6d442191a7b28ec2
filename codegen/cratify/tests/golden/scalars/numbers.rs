// src/numbers.rs
use serde::{Deserialize, Serialize};

/// Object with the members `number`, `listed` and `either`.
///
/// # Example
///
/// ```
/// use numbers::Numbers;
///
/// let json = r#"{
///   "number": 0.5,
///   "listed": 1.5
/// }"#;
/// let value: Numbers = serde_json::from_str(json)?;
/// let back: serde_json::Value = serde_json::to_value(&value)?;
/// assert_eq!(back, serde_json::from_str::<serde_json::Value>(json)?);
/// # Ok::<(), serde_json::Error>(())
/// ```
///
/// Schema: `numbers.yaml#/components/schemas/Numbers`
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(crate = "crate::support::recorded_object")]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schemars", schemars(transform = Self::docs))]
#[non_exhaustive]
pub struct Numbers {
    #[serde(skip_deserializing)]
    #[cfg_attr(feature = "schemars", schemars(skip))]
    record: crate::support::record::Record<Self>,
    /// `number`: number, more than 0, a multiple of 0.5.
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
            extend("exclusiveMinimum" = 0),
            extend("multipleOf" = 0.5)
        )
    )]
    pub number: Option<f64>,
    /// `listed`: number.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schemars", schemars(with = "serde_json::Number"))]
    pub listed: Option<serde_json::Number>,
    /// `either`: number, `anyOf: [{"type":"integer"},{"type":"number"}]`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(
        feature = "schemars",
        schemars(
            with = "serde_json::Number",
            extend("anyOf" = [{"type":"integer"}, {"type":"number"}])
        )
    )]
    pub either: Option<serde_json::Number>,
}

crate::support::construct::construct! {
    Numbers::new() { record: Default::default() }
    with_number(number: f64);
    with_listed(listed: serde_json::Number);
    with_either(either: serde_json::Number);
}

crate::support::record::record!(Numbers.record);

crate::support::published::published! {
    Numbers = include_str!("../schema/numbers.schema.json");
}
