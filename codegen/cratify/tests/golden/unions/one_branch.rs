// src/one.rs
use serde::{Deserialize, Serialize};

/// Object with the member `a`.
///
/// Constraints: at least 1 member.
///
/// # Example
///
/// ```
/// use one::One;
///
/// let json = r#"{
///   "a": "string"
/// }"#;
/// let value: One = serde_json::from_str(json)?;
/// let back: serde_json::Value = serde_json::to_value(&value)?;
/// assert_eq!(back, serde_json::from_str::<serde_json::Value>(json)?);
/// # Ok::<(), serde_json::Error>(())
/// ```
///
/// Schema: `one_branch.yaml#/components/schemas/One`
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(crate = "crate::support::recorded_object")]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(
    feature = "schemars",
    schemars(extend("minProperties" = 1), transform = Self::docs)
)]
#[non_exhaustive]
pub struct One {
    #[serde(skip_deserializing)]
    #[cfg_attr(feature = "schemars", schemars(skip))]
    record: crate::support::record::Record<Self>,
    /// `a`: string.
    pub a: String,
}

crate::support::construct::construct! {
    One::new(a: impl Into<String>) { record: Default::default(), a: a.into() }
}

crate::support::record::record!(One.record);

crate::support::published::published! {
    One = include_str!("../schema/one.schema.json");
}
