// src/settings.rs
use serde::{Deserialize, Serialize};

/// Object.
///
/// # Example
///
/// ```
/// use free::Settings;
///
/// let json = r#"{
///   "key": "value"
/// }"#;
/// let value: Settings = serde_json::from_str(json)?;
/// let back: serde_json::Value = serde_json::to_value(&value)?;
/// assert_eq!(back, serde_json::from_str::<serde_json::Value>(json)?);
/// # Ok::<(), serde_json::Error>(())
/// ```
///
/// Schema: `free_form.yaml#/components/schemas/Settings`
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(transparent)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schemars", schemars(transform = Self::docs))]
pub struct Settings(pub serde_json::Map<String, serde_json::Value>);

impl From<serde_json::Map<String, serde_json::Value>> for Settings {
    fn from(value: serde_json::Map<String, serde_json::Value>) -> Self {
        Self(value)
    }
}

crate::support::newtype::deref! {
    impl Settings: serde_json::Map<String, serde_json::Value>
}

crate::support::published::published! {
    Settings = include_str!("../schema/settings.schema.json");
}
