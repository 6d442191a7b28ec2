// src/holder.rs
use serde::{Deserialize, Serialize};

/// Object with the member `level`.
///
/// # Example
///
/// ```
/// use null_listed::Holder;
///
/// let json = r#"{}"#;
/// let value: Holder = serde_json::from_str(json)?;
/// let back: serde_json::Value = serde_json::to_value(&value)?;
/// assert_eq!(back, serde_json::from_str::<serde_json::Value>(json)?);
/// # Ok::<(), serde_json::Error>(())
/// ```
///
/// Schema: `listed.yaml#/components/schemas/Holder`
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(crate = "crate::support::recorded_object")]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schemars", schemars(transform = Self::docs))]
#[non_exhaustive]
pub struct Holder {
    #[serde(skip_deserializing)]
    #[cfg_attr(feature = "schemars", schemars(skip))]
    record: crate::support::record::Record<Self>,
    /// `level`: [`HolderLevel`] or null.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub level: Option<HolderLevel>,
}

crate::support::construct::construct! {
    Holder::new() { record: Default::default() }
    with_level(level: impl Into<HolderLevel>);
}

crate::support::record::record! {
    Holder.record;
    level = "level": is_null_level, set_null_level;
}

/// String `low` or `high`.
///
/// # Example
///
/// ```
/// use null_listed::HolderLevel;
///
/// let json = r#""low""#;
/// let value: HolderLevel = serde_json::from_str(json)?;
/// let back: serde_json::Value = serde_json::to_value(&value)?;
/// assert_eq!(back, serde_json::from_str::<serde_json::Value>(json)?);
/// # Ok::<(), serde_json::Error>(())
/// ```
///
/// Schema: `listed.yaml#/components/schemas/Holder/properties/level`
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum HolderLevel {
    /// `low`
    Low,
    /// `high`
    High,
    /// A value that this version of the schema does not list.
    Unknown(String),
}

crate::support::open_enum::string! {
    impl HolderLevel in place {
        Low = "low";
        High = "high";
    }
}

crate::support::published::published! {
    Holder = include_str!("../schema/holder.schema.json");
    HolderLevel = include_str!("../schema/holder_level.schema.json");
}
