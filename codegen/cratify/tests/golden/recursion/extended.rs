// src/base.rs
use serde::{Deserialize, Serialize};

use crate::Derived;

/// Object with the member `parent`.
///
/// # Example
///
/// ```
/// use extended::Base;
///
/// let json = r#"{
///   "parent": {
///     "parent": {}
///   }
/// }"#;
/// let value: Base = serde_json::from_str(json)?;
/// let back: serde_json::Value = serde_json::to_value(&value)?;
/// assert_eq!(back, serde_json::from_str::<serde_json::Value>(json)?);
/// # Ok::<(), serde_json::Error>(())
/// ```
///
/// Schema: `extended.yaml#/components/schemas/Base`
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(crate = "crate::support::recorded_object")]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schemars", schemars(transform = Self::docs))]
#[non_exhaustive]
pub struct Base {
    #[serde(skip_deserializing)]
    #[cfg_attr(feature = "schemars", schemars(skip))]
    record: crate::support::record::Record<Self>,
    /// `parent`: [`Derived`].
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schemars", schemars(with = "Derived"))]
    pub parent: Option<Derived>,
}

crate::support::construct::construct! {
    Base::new() { record: Default::default() }
    with_parent(parent: impl Into<Derived>);
}

crate::support::record::record!(Base.record);

crate::support::published::published! {
    Base = include_str!("../schema/base.schema.json");
}
