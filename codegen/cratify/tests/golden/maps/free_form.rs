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
#[cfg_attr(
    feature = "schemars",
    derive(schemars::JsonSchema),
    schemars(description = "")
)]
pub struct Settings(pub serde_json::Map<String, serde_json::Value>);

impl From<serde_json::Map<String, serde_json::Value>> for Settings {
    fn from(value: serde_json::Map<String, serde_json::Value>) -> Self {
        Self(value)
    }
}

impl Settings {
    /// The JSON Schema of this type, in draft 2020-12.
    #[must_use]
    pub const fn schema() -> &'static str {
        include_str!("../schema/settings.schema.json")
    }
}

#[cfg(feature = "validate")]
crate::support::strict::strict!(Settings);
