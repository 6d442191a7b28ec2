// src/members.rs
use serde::{Deserialize, Serialize};

/// Object with the members `type`, `self`, `a-b`, `a_b` and 7 more members.
///
/// # Example
///
/// ```
/// use fields::Members;
///
/// let json = r#"{}"#;
/// let value: Members = serde_json::from_str(json)?;
/// let back: serde_json::Value = serde_json::to_value(&value)?;
/// assert_eq!(back, serde_json::from_str::<serde_json::Value>(json)?);
/// # Ok::<(), serde_json::Error>(())
/// ```
///
/// Schema: `fields.yaml#/components/schemas/Members`
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(crate = "crate::support::object")]
#[cfg_attr(
    feature = "schemars",
    derive(schemars::JsonSchema),
    schemars(crate = "schemars", description = "")
)]
#[non_exhaustive]
pub struct Members {
    /// `type`: string.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schemars", schemars(with = "String", description = ""))]
    pub r#type: Option<String>,
    /// `self`: string.
    #[serde(rename = "self", default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schemars", schemars(with = "String", description = ""))]
    pub self_: Option<String>,
    /// `a-b`: string.
    #[serde(rename = "a-b", default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schemars", schemars(with = "String", description = ""))]
    pub a_minus_b: Option<String>,
    /// `a_b`: string.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schemars", schemars(with = "String", description = ""))]
    pub a_b: Option<String>,
    /// `aB`: string.
    #[serde(rename = "aB", default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schemars", schemars(with = "String", description = ""))]
    pub a_b2: Option<String>,
    /// `1st`: string.
    #[serde(rename = "1st", default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schemars", schemars(with = "String", description = ""))]
    pub n1st: Option<String>,
    /// `""`: string.
    #[serde(rename = "", default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schemars", schemars(with = "String", description = ""))]
    pub empty: Option<String>,
    /// `@id`: string.
    #[serde(rename = "@id", default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schemars", schemars(with = "String", description = ""))]
    pub id: Option<String>,
    /// `😀`: string.
    #[serde(rename = "😀", default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schemars", schemars(with = "String", description = ""))]
    pub u1f600: Option<String>,
    /// `"\`: string.
    #[serde(rename = "\"\\", default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schemars", schemars(with = "String", description = ""))]
    pub double_quote_backslash: Option<String>,
    /// `new`: string.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schemars", schemars(with = "String", description = ""))]
    pub new: Option<String>,
}

impl Members {
    /// Creates a value without optional members.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }
}

impl Members {
    /// The JSON Schema of this type, in draft 2020-12.
    #[must_use]
    pub const fn schema() -> &'static str {
        include_str!("../schema/members.schema.json")
    }
}

#[cfg(feature = "validate")]
crate::support::strict::strict!(Members);
