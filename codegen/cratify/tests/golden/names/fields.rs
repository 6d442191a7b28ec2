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
#[serde(crate = "crate::support::recorded_object")]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schemars", schemars(transform = Self::docs))]
#[non_exhaustive]
pub struct Members {
    #[serde(skip_deserializing)]
    #[cfg_attr(feature = "schemars", schemars(skip))]
    record: crate::support::record::Record<Self>,
    /// `type`: string.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schemars", schemars(with = "String"))]
    pub r#type: Option<String>,
    /// `self`: string.
    #[serde(rename = "self", default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schemars", schemars(with = "String"))]
    pub self_: Option<String>,
    /// `a-b`: string.
    #[serde(rename = "a-b", default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schemars", schemars(with = "String"))]
    pub a_minus_b: Option<String>,
    /// `a_b`: string.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schemars", schemars(with = "String"))]
    pub a_b: Option<String>,
    /// `aB`: string.
    #[serde(rename = "aB", default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schemars", schemars(with = "String"))]
    pub a_b2: Option<String>,
    /// `1st`: string.
    #[serde(rename = "1st", default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schemars", schemars(with = "String"))]
    pub n1st: Option<String>,
    /// `""`: string.
    #[serde(rename = "", default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schemars", schemars(with = "String"))]
    pub empty: Option<String>,
    /// `@id`: string.
    #[serde(rename = "@id", default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schemars", schemars(with = "String"))]
    pub id: Option<String>,
    /// `😀`: string.
    #[serde(rename = "😀", default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schemars", schemars(with = "String"))]
    pub u1f600: Option<String>,
    /// `"\`: string.
    #[serde(rename = "\"\\", default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schemars", schemars(with = "String"))]
    pub double_quote_backslash: Option<String>,
    /// `new`: string.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schemars", schemars(with = "String"))]
    pub new: Option<String>,
}

crate::support::construct::construct! {
    Members::new() { record: Default::default() }
    with_type(r#type: impl Into<String>);
    with_self_(self_: impl Into<String>);
    with_a_minus_b(a_minus_b: impl Into<String>);
    with_a_b(a_b: impl Into<String>);
    with_a_b2(a_b2: impl Into<String>);
    with_n1st(n1st: impl Into<String>);
    with_empty(empty: impl Into<String>);
    with_id(id: impl Into<String>);
    with_u1f600(u1f600: impl Into<String>);
    with_double_quote_backslash(double_quote_backslash: impl Into<String>);
    with_new(new: impl Into<String>);
}

crate::support::record::record!(Members.record);

crate::support::published::published! {
    Members = include_str!("../schema/members.schema.json");
}
