// src/object.rs
use serde::{Deserialize, Serialize};

/// Object with the members `a` and `list`.
///
/// # Example
///
/// ```
/// use assumed::Object;
///
/// let json = r#"{}"#;
/// let value: Object = serde_json::from_str(json)?;
/// let back: serde_json::Value = serde_json::to_value(&value)?;
/// assert_eq!(back, serde_json::from_str::<serde_json::Value>(json)?);
/// # Ok::<(), serde_json::Error>(())
/// ```
///
/// Schema: `assumed.yaml#/components/schemas/Object`
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(crate = "crate::support::recorded_object")]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schemars", schemars(transform = Self::docs))]
#[non_exhaustive]
pub struct Object {
    #[serde(skip_deserializing)]
    #[cfg_attr(feature = "schemars", schemars(skip))]
    record: crate::support::record::Record<Self>,
    /// `a`: string.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schemars", schemars(with = "String"))]
    pub a: Option<String>,
    /// `list`: array of integers.
    #[serde(
        default,
        skip_serializing_if = "Option::is_none",
        deserialize_with = "crate::support::number::read"
    )]
    #[cfg_attr(feature = "schemars", schemars(with = "Vec<i64>"))]
    pub list: Option<Vec<i64>>,
}

crate::support::construct::construct! {
    Object::new() { record: Default::default() }
    with_a(a: impl Into<String>);
    with_list(list: Vec<i64>);
}

crate::support::record::record!(Object.record);

crate::support::published::published! {
    Object = include_str!("../schema/object.schema.json");
}
