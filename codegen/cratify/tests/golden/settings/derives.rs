// src/number.rs
use serde::{Deserialize, Serialize};

/// Number.
///
/// # Example
///
/// ```
/// use derives::Number;
///
/// let json = r#"1.5"#;
/// let value: Number = serde_json::from_str(json)?;
/// let back: serde_json::Value = serde_json::to_value(&value)?;
/// assert_eq!(back, serde_json::from_str::<serde_json::Value>(json)?);
/// # Ok::<(), serde_json::Error>(())
/// ```
///
/// Schema: `derives.yaml#/components/schemas/Number`
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, PartialOrd)]
#[serde(transparent)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schemars", schemars(transform = Self::docs))]
pub struct Number(
    #[serde(
        deserialize_with = "crate::support::number::read",
        serialize_with = "crate::support::number::write"
    )]
    pub f64,
);

impl From<f64> for Number {
    fn from(value: f64) -> Self {
        Self(value)
    }
}

crate::support::newtype::display!(Number);

crate::support::newtype::parse!(Number, f64);

crate::support::published::published! {
    Number = include_str!("../schema/number.schema.json");
}

// src/text.rs
use serde::{Deserialize, Serialize};

/// String.
///
/// # Example
///
/// ```
/// use derives::Text;
///
/// let json = r#""string""#;
/// let value: Text = serde_json::from_str(json)?;
/// let back: serde_json::Value = serde_json::to_value(&value)?;
/// assert_eq!(back, serde_json::from_str::<serde_json::Value>(json)?);
/// # Ok::<(), serde_json::Error>(())
/// ```
///
/// Schema: `derives.yaml#/components/schemas/Text`
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schemars", schemars(transform = Self::docs))]
pub struct Text(pub String);

impl From<String> for Text {
    fn from(value: String) -> Self {
        Self(value)
    }
}

crate::support::newtype::text!(Text);

crate::support::newtype::display!(Text);

crate::support::published::published! {
    Text = include_str!("../schema/text.schema.json");
}
