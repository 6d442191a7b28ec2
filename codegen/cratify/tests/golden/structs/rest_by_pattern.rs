// src/extended.rs
use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

/// Object with the member `id`.
///
/// Constraints: `patternProperties: {"^x-":{"type":"string"}}`.
///
/// Schema: `rest_by_pattern.yaml#/components/schemas/Extended`
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(crate = "crate::support::object")]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(
    feature = "schemars",
    schemars(
        extend("patternProperties" = {"^x-":{"type":"string"}}),
        transform = Self::docs
    )
)]
#[non_exhaustive]
pub struct Extended {
    /// `id`: integer.
    #[serde(
        default,
        skip_serializing_if = "Option::is_none",
        deserialize_with = "crate::support::number::read"
    )]
    #[cfg_attr(feature = "schemars", schemars(with = "i64"))]
    pub id: Option<i64>,
    /// Members without a field of their own.
    #[serde(flatten)]
    pub additional_properties: BTreeMap<String, serde_json::Value>,
}

crate::support::construct::construct! {
    Extended::new() { additional_properties: BTreeMap::new() }
    with_id(id: i64);
}

impl Extended {
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
    Extended = include_str!("../schema/extended.schema.json");
}
