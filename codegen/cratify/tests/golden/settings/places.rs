// src/kept.rs
use std::collections::BTreeMap;
use serde::{Deserialize, Serialize};

/// Object with the member `dropped`.
///
/// # Example
///
/// ```
/// use places::Kept;
///
/// let json = r#"{
///   "dropped": {
///     "id": 1
///   }
/// }"#;
/// let value: Kept = serde_json::from_str(json)?;
/// let back: serde_json::Value = serde_json::to_value(&value)?;
/// assert_eq!(back, serde_json::from_str::<serde_json::Value>(json)?);
/// # Ok::<(), serde_json::Error>(())
/// ```
///
/// Schema: `places.yaml#/components/schemas/Kept`
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(crate = "crate::support::object")]
#[cfg_attr(
    feature = "schemars",
    derive(schemars::JsonSchema),
    schemars(crate = "schemars", description = "")
)]
#[non_exhaustive]
pub struct Kept {
    /// `dropped`: [`KeptDropped`].
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schemars", schemars(with = "KeptDropped", description = ""))]
    pub dropped: Option<KeptDropped>,
    /// Members without a field of their own.
    #[serde(flatten)]
    #[cfg_attr(feature = "schemars", schemars(skip))]
    pub additional_properties: BTreeMap<String, serde_json::Value>,
}

impl Kept {
    /// Creates a value without optional members.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

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

crate::support::setters::setters! {
    impl Kept {
        with_dropped(dropped: impl Into<KeptDropped>);
    }
}

impl Kept {
    /// The JSON Schema of this type, in draft 2020-12.
    #[must_use]
    pub const fn schema() -> &'static str {
        include_str!("../schema/kept.schema.json")
    }
}

#[cfg(feature = "validate")]
crate::support::strict::strict!(Kept);

/// Object with the member `id`.
///
/// # Example
///
/// ```
/// use places::KeptDropped;
///
/// let json = r#"{
///   "id": 1
/// }"#;
/// let value: KeptDropped = serde_json::from_str(json)?;
/// let back: serde_json::Value = serde_json::to_value(&value)?;
/// assert_eq!(back, serde_json::from_str::<serde_json::Value>(json)?);
/// # Ok::<(), serde_json::Error>(())
/// ```
///
/// Schema: `places.yaml#/components/schemas/Kept/properties/dropped`
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(crate = "crate::support::object")]
#[cfg_attr(
    feature = "schemars",
    derive(schemars::JsonSchema),
    schemars(crate = "schemars", inline, description = "")
)]
#[non_exhaustive]
pub struct KeptDropped {
    /// `id`: integer.
    #[serde(
        default,
        skip_serializing_if = "Option::is_none",
        deserialize_with = "crate::support::number::read"
    )]
    #[cfg_attr(feature = "schemars", schemars(with = "i64", description = ""))]
    pub id: Option<i64>,
}

impl KeptDropped {
    /// Creates a value without optional members.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }
}

crate::support::setters::setters! {
    impl KeptDropped {
        with_id(id: i64);
    }
}

impl KeptDropped {
    /// The JSON Schema of this type, in draft 2020-12.
    #[must_use]
    pub const fn schema() -> &'static str {
        include_str!("../schema/kept_dropped.schema.json")
    }
}

#[cfg(feature = "validate")]
crate::support::strict::strict!(KeptDropped);
