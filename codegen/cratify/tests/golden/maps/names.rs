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
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(
    feature = "schemars",
    schemars(
        extend("propertyNames" = {"pattern":"^[a-z]+$", "maxLength":5}),
        transform = Self::docs
    )
)]
pub struct Labels(pub BTreeMap<String, String>);

impl From<BTreeMap<String, String>> for Labels {
    fn from(value: BTreeMap<String, String>) -> Self {
        Self(value)
    }
}

crate::support::newtype::deref! {
    impl Labels: BTreeMap<String, String>
}

crate::support::published::published! {
    Labels = include_str!("../schema/labels.schema.json");
}
