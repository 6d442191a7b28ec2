// src/lists.rs
use serde::{Deserialize, Serialize};

/// Array of [`Lists`].
///
/// # Example
///
/// ```
/// use lists::Lists;
///
/// let json = r#"[
///   []
/// ]"#;
/// let value: Lists = serde_json::from_str(json)?;
/// let back: serde_json::Value = serde_json::to_value(&value)?;
/// assert_eq!(back, serde_json::from_str::<serde_json::Value>(json)?);
/// # Ok::<(), serde_json::Error>(())
/// ```
///
/// Schema: `lists.yaml#/components/schemas/Lists`
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(transparent)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schemars", schemars(transform = Self::docs))]
pub struct Lists(pub Vec<Lists>);

impl From<Vec<Lists>> for Lists {
    fn from(value: Vec<Lists>) -> Self {
        Self(value)
    }
}

crate::support::newtype::deref! {
    impl Lists: Vec<Lists>
}

crate::support::published::published! {
    Lists = include_str!("../schema/lists.schema.json");
}
