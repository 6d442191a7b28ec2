// src/both.rs
use serde::{Deserialize, Serialize};

/// Object with the members `name` and `size`.
///
/// # Example
///
/// ```
/// use merged::Both;
///
/// let json = r#"{
///   "name": "string",
///   "size": 1
/// }"#;
/// let value: Both = serde_json::from_str(json)?;
/// let back: serde_json::Value = serde_json::to_value(&value)?;
/// assert_eq!(back, serde_json::from_str::<serde_json::Value>(json)?);
/// # Ok::<(), serde_json::Error>(())
/// ```
///
/// Schema: `merged.yaml#/components/schemas/Both`
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(crate = "crate::support::object")]
#[cfg_attr(
    feature = "schemars",
    derive(schemars::JsonSchema),
    schemars(crate = "schemars", description = "")
)]
#[non_exhaustive]
pub struct Both {
    /// `name`: string.
    #[cfg_attr(feature = "schemars", schemars(description = ""))]
    pub name: String,
    /// `size`: integer.
    #[serde(deserialize_with = "crate::support::number::read")]
    #[cfg_attr(feature = "schemars", schemars(description = ""))]
    pub size: i64,
}

impl Both {
    /// Creates a value with its required members, and without optional ones.
    #[must_use]
    pub fn new(name: impl Into<String>, size: i64) -> Self {
        Self { name: name.into(), size }
    }
}

impl Both {
    /// The JSON Schema of this type, in draft 2020-12.
    #[must_use]
    pub const fn schema() -> &'static str {
        include_str!("../schema/both.schema.json")
    }
}

#[cfg(feature = "validate")]
crate::support::strict::strict!(Both);
