// src/names.rs
use serde::{Deserialize, Serialize};

/// Array of strings.
///
/// Constraints: at least 1 element.
///
/// # Example
///
/// ```
/// use newtype::Names;
///
/// let json = r#"[
///   "string"
/// ]"#;
/// let value: Names = serde_json::from_str(json)?;
/// let back: serde_json::Value = serde_json::to_value(&value)?;
/// assert_eq!(back, serde_json::from_str::<serde_json::Value>(json)?);
/// # Ok::<(), serde_json::Error>(())
/// ```
///
/// Schema: `newtype.yaml#/components/schemas/Names`
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(transparent)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(
    feature = "schemars",
    schemars(extend("minItems" = 1), transform = Self::docs)
)]
pub struct Names(pub Vec<String>);

impl From<Vec<String>> for Names {
    fn from(value: Vec<String>) -> Self {
        Self(value)
    }
}

crate::support::newtype::deref! {
    impl Names: Vec<String>
}

crate::support::published::published! {
    Names = include_str!("../schema/names.schema.json");
}
