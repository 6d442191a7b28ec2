// src/open.rs
use serde::{Deserialize, Serialize};

/// Object with the members `rest`, `alike` and `unknown`.
///
/// # Example
///
/// ```
/// use open::Open;
///
/// let json = r#"{}"#;
/// let value: Open = serde_json::from_str(json)?;
/// let back: serde_json::Value = serde_json::to_value(&value)?;
/// assert_eq!(back, serde_json::from_str::<serde_json::Value>(json)?);
/// # Ok::<(), serde_json::Error>(())
/// ```
///
/// Schema: `open_tuples.yaml#/components/schemas/Open`
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(crate = "crate::support::recorded_object")]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schemars", schemars(transform = Self::docs))]
#[non_exhaustive]
pub struct Open {
    #[serde(skip_deserializing)]
    #[cfg_attr(feature = "schemars", schemars(skip))]
    record: crate::support::record::Record<Self>,
    /// `rest`: array of any JSON values, `prefixItems: [{"type":"string"}]`,
    /// `items: {"type":"integer"}`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(
        feature = "schemars",
        schemars(
            with = "Vec<serde_json::Value>",
            extend("prefixItems" = [{"type":"string"}]),
            extend("items" = {"type":"integer"})
        )
    )]
    pub rest: Option<Vec<serde_json::Value>>,
    /// `alike`: array of any JSON values, `prefixItems: [{"type":"string"},{"type":"string"}]`,
    /// `items: false`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(
        feature = "schemars",
        schemars(
            with = "Vec<serde_json::Value>",
            extend("prefixItems" = [{"type":"string"}, {"type":"string"}]),
            extend("items" = false)
        )
    )]
    pub alike: Option<Vec<serde_json::Value>>,
    /// `unknown`: array of any JSON values, `prefixItems: [{"type":"string"},{"type":"integer"}]`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(
        feature = "schemars",
        schemars(
            with = "Vec<serde_json::Value>",
            extend("prefixItems" = [{"type":"string"}, {"type":"integer"}])
        )
    )]
    pub unknown: Option<Vec<serde_json::Value>>,
}

crate::support::construct::construct! {
    Open::new() { record: Default::default() }
    with_rest(rest: Vec<serde_json::Value>);
    with_alike(alike: Vec<serde_json::Value>);
    with_unknown(unknown: Vec<serde_json::Value>);
}

crate::support::record::record!(Open.record);

crate::support::published::published! {
    Open = include_str!("../schema/open.schema.json");
}
