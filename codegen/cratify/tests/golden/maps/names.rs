// src/labels.rs
use std::collections::BTreeMap;
use serde::{Deserialize, Serialize};

/// Object with values of type string.
///
/// Constraints: `propertyNames: {"pattern":"^[a-z]+$","maxLength":5}`.
///
/// Schema: `names.yaml#/components/schemas/Labels`
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(transparent)]
#[cfg_attr(
    feature = "schemars",
    derive(schemars::JsonSchema),
    schemars(
        description = "",
        extend("propertyNames" = {"pattern":"^[a-z]+$", "maxLength":5})
    )
)]
pub struct Labels(pub BTreeMap<String, String>);

impl From<BTreeMap<String, String>> for Labels {
    fn from(value: BTreeMap<String, String>) -> Self {
        Self(value)
    }
}

impl Labels {
    /// The JSON Schema of this type, in draft 2020-12.
    #[must_use]
    pub const fn schema() -> &'static str {
        include_str!("../schema/labels.schema.json")
    }
}

#[cfg(feature = "validate")]
crate::support::strict::strict!(Labels);
