// src/code.rs
use serde::{Deserialize, Serialize};

/// String.
///
/// Constraints: at least 2 characters, matches `^xy`.
///
/// # Example
///
/// ```
/// use scalars::Code;
///
/// let json = r#""xy""#;
/// let value: Code = serde_json::from_str(json)?;
/// let back: serde_json::Value = serde_json::to_value(&value)?;
/// assert_eq!(back, serde_json::from_str::<serde_json::Value>(json)?);
/// # Ok::<(), serde_json::Error>(())
/// ```
///
/// Schema: `scalars.yaml#/components/schemas/Code`
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(
    feature = "schemars",
    schemars(extend("minLength" = 2), extend("pattern" = "^xy"), transform = Self::docs)
)]
pub struct Code(pub String);

impl From<String> for Code {
    fn from(value: String) -> Self {
        Self(value)
    }
}

crate::support::newtype::text!(Code);

crate::support::newtype::display!(Code);

crate::support::published::published!(Code, include_str!("../schema/code.schema.json"));

// src/mode.rs
use serde::Serialize;

/// String `b`.
///
/// # Example
///
/// ```
/// use scalars::Mode;
///
/// let json = r#""b""#;
/// let value: Mode = serde_json::from_str(json)?;
/// let back: serde_json::Value = serde_json::to_value(&value)?;
/// assert_eq!(back, serde_json::from_str::<serde_json::Value>(json)?);
/// # Ok::<(), serde_json::Error>(())
/// ```
///
/// Schema: `scalars.yaml#/components/schemas/Mode`
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schemars", schemars(transform = Self::docs))]
#[non_exhaustive]
pub enum Mode {
    /// `b`
    #[default]
    #[serde(rename = "b")]
    B,
    /// A value that this version of the schema does not list.
    #[serde(untagged)]
    #[cfg_attr(feature = "schemars", schemars(skip))]
    Unknown(#[serde(serialize_with = "crate::support::unknown::write")] String),
}

impl Mode {
    /// All listed values, in the order of the schema.
    pub const ALL: [Self; 1] = [Self::B];

    /// The value in JSON.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::B => "b",
            Self::Unknown(text) => text,
        }
    }

    fn known(text: &str) -> Option<Self> {
        Some(
            match text {
                "b" => Self::B,
                _ => return None,
            },
        )
    }
}

crate::support::open_enum::string!(Mode);

crate::support::published::published!(Mode, include_str!("../schema/mode.schema.json"));
