// src/scores.rs
use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

/// Object with the member `name`.
///
/// # Example
///
/// ```
/// use rest::Scores;
///
/// let json = r#"{}"#;
/// let value: Scores = serde_json::from_str(json)?;
/// let back: serde_json::Value = serde_json::to_value(&value)?;
/// assert_eq!(back, serde_json::from_str::<serde_json::Value>(json)?);
/// # Ok::<(), serde_json::Error>(())
/// ```
///
/// Schema: `rest_typed.yaml#/components/schemas/Scores`
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(crate = "crate::support::object")]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(
    feature = "schemars",
    schemars(
        extend("additionalProperties" = {"type":"integer", "minimum":0}),
        transform = Self::docs
    )
)]
#[non_exhaustive]
pub struct Scores {
    /// `name`: string.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schemars", schemars(with = "String"))]
    pub name: Option<String>,
    /// Members without a field of their own.
    #[serde(flatten, deserialize_with = "crate::support::number::read")]
    pub additional_properties: BTreeMap<String, u64>,
}

crate::support::construct::construct! {
    Scores::new() { additional_properties: BTreeMap::new() }
    with_name(name: impl Into<String>);
}

impl Scores {
    /// Sets the members without a field of their own.
    #[must_use]
    pub fn with_additional_properties(
        mut self,
        additional_properties: BTreeMap<String, u64>,
    ) -> Self {
        self.additional_properties = additional_properties;
        self
    }
}

crate::support::published::published! {
    Scores = include_str!("../schema/scores.schema.json");
}
