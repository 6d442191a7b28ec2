// src/animal.rs
use serde::{Deserialize, Serialize};

/// Object with the member `kind`.
///
/// # Example
///
/// ```
/// use struct_types::Animal;
///
/// let json = r#"{
///   "kind": "string"
/// }"#;
/// let value: Animal = serde_json::from_str(json)?;
/// let back: serde_json::Value = serde_json::to_value(&value)?;
/// assert_eq!(back, serde_json::from_str::<serde_json::Value>(json)?);
/// # Ok::<(), serde_json::Error>(())
/// ```
///
/// Schema: `struct.yaml#/components/schemas/Animal`
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(crate = "crate::support::object")]
#[cfg_attr(
    feature = "schemars",
    derive(schemars::JsonSchema),
    schemars(crate = "schemars", description = "")
)]
#[non_exhaustive]
pub struct Animal {
    /// `kind`: string.
    #[cfg_attr(feature = "schemars", schemars(description = ""))]
    pub kind: String,
}

impl Animal {
    /// Creates a value with its required members, and without optional ones.
    #[must_use]
    pub fn new(kind: impl Into<String>) -> Self {
        Self { kind: kind.into() }
    }
}

impl Animal {
    /// The JSON Schema of this type, in draft 2020-12.
    #[must_use]
    pub const fn schema() -> &'static str {
        include_str!("../schema/animal.schema.json")
    }
}

#[cfg(feature = "validate")]
crate::support::strict::strict!(Animal);
