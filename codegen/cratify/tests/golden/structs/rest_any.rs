// src/open.rs
use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

/// Object with the member `name`.
///
/// # Example
///
/// ```
/// use rest::Open;
///
/// let json = r#"{}"#;
/// let value: Open = serde_json::from_str(json)?;
/// let back: serde_json::Value = serde_json::to_value(&value)?;
/// assert_eq!(back, serde_json::from_str::<serde_json::Value>(json)?);
/// # Ok::<(), serde_json::Error>(())
/// ```
///
/// Schema: `rest_any.yaml#/components/schemas/Open`
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(crate = "crate::support::object")]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schemars", schemars(transform = Self::docs))]
#[non_exhaustive]
pub struct Open {
    /// `name`: string.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schemars", schemars(with = "String"))]
    pub name: Option<String>,
    /// Members without a field of their own.
    #[serde(flatten)]
    pub additional_properties: BTreeMap<String, serde_json::Value>,
}

crate::support::construct::construct! {
    Open::new() { additional_properties: BTreeMap::new() }
    with_name(name: impl Into<String>);
}

impl Open {
    /// Sets the members without a field of their own.
    #[must_use]
    pub fn with_additional_properties(
        mut self,
        additional_properties: BTreeMap<String, serde_json::Value>,
    ) -> Self {
        self.additional_properties = additional_properties;
        self
    }
}

crate::support::published::published! {
    Open = include_str!("../schema/open.schema.json");
}
