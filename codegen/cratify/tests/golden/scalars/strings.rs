// src/code.rs
use serde::{Deserialize, Serialize};

/// A short code.
///
/// Constraints: 2 to 8 characters, matches `^[A-Z]+$`.
///
/// # Example
///
/// ```
/// use strings::Code;
///
/// let json = r#""AA""#;
/// let value: Code = serde_json::from_str(json)?;
/// let back: serde_json::Value = serde_json::to_value(&value)?;
/// assert_eq!(back, serde_json::from_str::<serde_json::Value>(json)?);
/// # Ok::<(), serde_json::Error>(())
/// ```
///
/// Schema: `strings.yaml#/components/schemas/Code`
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(
    feature = "schemars",
    schemars(
        extend("minLength" = 2),
        extend("maxLength" = 8),
        extend("pattern" = "^[A-Z]+$"),
        transform = Self::docs
    )
)]
pub struct Code(pub String);

impl From<String> for Code {
    fn from(value: String) -> Self {
        Self(value)
    }
}

crate::support::newtype::text!(Code);

crate::support::newtype::display!(Code);

crate::support::published::published! {
    Code = include_str!("../schema/code.schema.json");
}
