// src/prose.rs
use serde::{Deserialize, Serialize};

/// A \[link\] to **nothing**, a [real one](https://example.com/a_b),
/// <https://example.com/bare>.
///
/// ```text
/// an indented block [x]
/// ```
///
/// ```text
/// let x = broken(;
/// ```
///
/// "# not a heading, */ not an end, \`unclosed
///
/// # Example
///
/// ```
/// use prose::Prose;
///
/// let json = r#""string""#;
/// let value: Prose = serde_json::from_str(json)?;
/// let back: serde_json::Value = serde_json::to_value(&value)?;
/// assert_eq!(back, serde_json::from_str::<serde_json::Value>(json)?);
/// # Ok::<(), serde_json::Error>(())
/// ```
///
/// Schema: `prose.yaml#/components/schemas/Prose`
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schemars", schemars(transform = Self::docs))]
pub struct Prose(pub String);

impl From<String> for Prose {
    fn from(value: String) -> Self {
        Self(value)
    }
}

crate::support::newtype::text!(Prose);

crate::support::newtype::display!(Prose);

crate::support::published::published! {
    Prose = include_str!("../schema/prose.schema.json");
}
