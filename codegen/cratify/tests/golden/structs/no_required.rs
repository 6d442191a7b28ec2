// src/filter.rs
use serde::{Deserialize, Serialize};

/// Object with the members `text` and `limit`.
///
/// # Example
///
/// ```
/// use optional::Filter;
///
/// let json = r#"{
///   "limit": 1
/// }"#;
/// let value: Filter = serde_json::from_str(json)?;
/// let back: serde_json::Value = serde_json::to_value(&value)?;
/// assert_eq!(back, serde_json::from_str::<serde_json::Value>(json)?);
/// # Ok::<(), serde_json::Error>(())
/// ```
///
/// Schema: `no_required.yaml#/components/schemas/Filter`
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(crate = "crate::support::recorded_object")]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schemars", schemars(transform = Self::docs))]
#[non_exhaustive]
pub struct Filter {
    #[serde(skip_deserializing)]
    #[cfg_attr(feature = "schemars", schemars(skip))]
    record: crate::support::record::Record<Self>,
    /// `text`: string.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schemars", schemars(with = "String"))]
    pub text: Option<String>,
    /// `limit`: integer, format `int32`.
    #[serde(
        default,
        skip_serializing_if = "Option::is_none",
        deserialize_with = "crate::support::number::read"
    )]
    #[cfg_attr(feature = "schemars", schemars(with = "i32", extend("format" = "int32")))]
    pub limit: Option<i32>,
}

crate::support::construct::construct! {
    Filter::new() { record: Default::default() }
    with_text(text: impl Into<String>);
    with_limit(limit: i32);
}

crate::support::record::record!(Filter.record);

crate::support::published::published! {
    Filter = include_str!("../schema/filter.schema.json");
}
