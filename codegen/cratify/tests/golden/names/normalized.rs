// src/members.rs
use serde::{Deserialize, Serialize};

/// Object with the members `豈` and `豈`.
///
/// # Example
///
/// ```
/// use normalized::Members;
///
/// let json = r#"{}"#;
/// let value: Members = serde_json::from_str(json)?;
/// let back: serde_json::Value = serde_json::to_value(&value)?;
/// assert_eq!(back, serde_json::from_str::<serde_json::Value>(json)?);
/// # Ok::<(), serde_json::Error>(())
/// ```
///
/// Schema: `normalized.yaml#/components/schemas/Members`
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(crate = "crate::support::recorded_object")]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schemars", schemars(transform = Self::docs))]
#[non_exhaustive]
pub struct Members {
    #[serde(skip_deserializing)]
    #[cfg_attr(feature = "schemars", schemars(skip))]
    record: crate::support::record::Record<Self>,
    /// `豈`: string.
    #[serde(rename = "豈", default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schemars", schemars(with = "String"))]
    pub 豈2: Option<String>,
    /// `豈`: string.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schemars", schemars(with = "String"))]
    pub 豈: Option<String>,
}

crate::support::construct::construct! {
    Members::new() { record: Default::default() }
    with_豈2(豈2: impl Into<String>);
    with_豈(豈: impl Into<String>);
}

crate::support::record::record!(Members.record);

crate::support::published::published! {
    Members = include_str!("../schema/members.schema.json");
}

// src/unit.rs
/// String `Ω`, `Ω`, `K` or `K`.
///
/// # Example
///
/// ```
/// use normalized::Unit;
///
/// let json = r#""Ω""#;
/// let value: Unit = serde_json::from_str(json)?;
/// let back: serde_json::Value = serde_json::to_value(&value)?;
/// assert_eq!(back, serde_json::from_str::<serde_json::Value>(json)?);
/// # Ok::<(), serde_json::Error>(())
/// ```
///
/// Schema: `normalized.yaml#/components/schemas/Unit`
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Unit {
    /// `Ω`
    Ω2,
    /// `Ω`
    Ω,
    /// `K`
    K2,
    /// `K`
    K,
    /// A value that this version of the schema does not list.
    Unknown(String),
}

crate::support::open_enum::string! {
    impl Unit {
        Ω2 = "Ω";
        Ω = "Ω";
        K2 = "K";
        K = "K";
    }
}

crate::support::published::published! {
    Unit = include_str!("../schema/unit.schema.json");
}
