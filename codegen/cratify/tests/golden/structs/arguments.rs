// src/entry.rs
use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::Level;

/// Object with the members `text`, `level`, `at`, `type` and 4 more members.
///
/// # Example
///
/// ```
/// use arguments::Entry;
///
/// let json = r#"{
///   "text": "string",
///   "level": "low",
///   "at": 1,
///   "parent": {
///     "text": "string",
///     "level": "low",
///     "at": 1,
///     "parent": {
///       "text": "string",
///       "level": "low",
///       "at": 1
///     }
///   }
/// }"#;
/// let value: Entry = serde_json::from_str(json)?;
/// let back: serde_json::Value = serde_json::to_value(&value)?;
/// assert_eq!(back, serde_json::from_str::<serde_json::Value>(json)?);
/// # Ok::<(), serde_json::Error>(())
/// ```
///
/// Schema: `arguments.yaml#/components/schemas/Entry`
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(crate = "crate::support::recorded_object")]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schemars", schemars(transform = Self::docs))]
#[non_exhaustive]
pub struct Entry {
    #[serde(skip_deserializing)]
    #[cfg_attr(feature = "schemars", schemars(skip))]
    record: crate::support::record::Record<Self>,
    /// `text`: string.
    pub text: String,
    /// `level`: [`Level`].
    pub level: Level,
    /// `at`: integer.
    #[serde(deserialize_with = "crate::support::number::read")]
    pub at: i64,
    /// `type`: string.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schemars", schemars(with = "String"))]
    pub r#type: Option<String>,
    /// `parent`: [`Entry`].
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schemars", schemars(with = "Box<Entry>"))]
    pub parent: Option<Box<Entry>>,
    /// `lines`: array of strings.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schemars", schemars(with = "Vec<String>"))]
    pub lines: Option<Vec<String>>,
    /// `anything`: any JSON value.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schemars", schemars(with = "serde_json::Value"))]
    pub anything: Option<serde_json::Value>,
    /// `old`: boolean.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schemars", schemars(with = "bool"))]
    #[deprecated]
    pub old: Option<bool>,
    /// Members without a field of their own.
    #[serde(flatten, deserialize_with = "crate::support::number::read")]
    pub additional_properties: BTreeMap<String, i64>,
}

crate::support::construct::construct! {
    Entry::new(at: i64, level: Level, text: impl Into<String>) {
        record: Default::default(), text: text.into(), level, at,
        additional_properties: BTreeMap::new(),
    }
    with_type(r#type: impl Into<String>);
    with_parent(parent: impl Into<Entry>) => Box::new;
    with_lines(lines: Vec<String>);
    with_anything(anything: impl Into<serde_json::Value>);
    #[deprecated]
    with_old(old: bool);
}

impl Entry {
    /// Sets the members without a field of their own.
    #[must_use]
    pub fn with_additional_properties(
        mut self,
        additional_properties: BTreeMap<String, i64>,
    ) -> Self {
        self.additional_properties = additional_properties;
        self
    }
}

crate::support::record::nulls! {
    Entry.record;
    anything = "anything": is_null_anything, set_null_anything;
}

crate::support::published::published! {
    Entry = include_str!("../schema/entry.schema.json");
}
