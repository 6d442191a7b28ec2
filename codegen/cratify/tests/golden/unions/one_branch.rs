// src/one.rs
use serde::{Deserialize, Serialize};

/// Object with the member `a`.
///
/// Constraints: at least 1 member.
///
/// # Example
///
/// ```
/// use one::One;
///
/// let json = r#"{
///   "a": "string"
/// }"#;
/// let value: One = serde_json::from_str(json)?;
/// let back: serde_json::Value = serde_json::to_value(&value)?;
/// assert_eq!(back, serde_json::from_str::<serde_json::Value>(json)?);
/// # Ok::<(), serde_json::Error>(())
/// ```
///
/// Schema: `one_branch.yaml#/components/schemas/One`
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(crate = "crate::support::object")]
#[cfg_attr(
    feature = "schemars",
    derive(schemars::JsonSchema),
    schemars(crate = "schemars", description = "", extend("minProperties" = 1))
)]
#[non_exhaustive]
pub struct One {
    /// `a`: string.
    #[cfg_attr(feature = "schemars", schemars(description = ""))]
    pub a: String,
}

impl One {
    /// Creates a value with its required members, and without optional ones.
    #[must_use]
    pub fn new(a: impl Into<String>) -> Self {
        Self { a: a.into() }
    }
}

impl One {
    /// The JSON Schema of this type, in draft 2020-12.
    #[must_use]
    pub const fn schema() -> &'static str {
        include_str!("../schema/one.schema.json")
    }
}

#[cfg(feature = "validate")]
crate::support::strict::strict!(One);
