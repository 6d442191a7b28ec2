// src/code.rs
use serde::{Deserialize, Serialize};

/// The value `Code`.
///
/// Constraints: at least 2 characters, matches `^xy`.
///
/// # Example
///
/// ```
/// use scalars::Code;
///
/// let json = r#""string""#;
/// let value: Code = serde_json::from_str(json)?;
/// let back: serde_json::Value = serde_json::to_value(&value)?;
/// assert_eq!(back, serde_json::from_str::<serde_json::Value>(json)?);
/// # Ok::<(), serde_json::Error>(())
/// ```
///
/// Schema: `scalars.yaml#/components/schemas/Code`
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
#[cfg_attr(
    feature = "schemars",
    derive(schemars::JsonSchema),
    schemars(description = "", extend("minLength" = 2), extend("pattern" = "^xy"))
)]
pub struct Code(pub String);

impl From<String> for Code {
    fn from(value: String) -> Self {
        Self(value)
    }
}

impl Code {
    /// The JSON Schema of [`Code`]: draft 2020-12, complete in itself.
    pub const SCHEMA: &'static str = include_str!("../schema/code.schema.json");
}

#[cfg(feature = "validate")]
crate::support::strict::strict!(Code);

// src/mode.rs
use serde::Serialize;

/// The values of `Mode`.
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
#[cfg_attr(
    feature = "schemars",
    derive(schemars::JsonSchema),
    schemars(description = "")
)]
#[non_exhaustive]
pub enum Mode {
    /// `b`
    #[default]
    #[serde(rename = "b")]
    B,
    /// A value that the schema did not list when this crate was made. It is written back as
    /// it was read.
    #[serde(untagged)]
    #[cfg_attr(feature = "schemars", schemars(skip))]
    Unknown(String),
}

impl Mode {
    /// The values that the schema lists, in its order.
    pub const ALL: [Self; 1] = [Self::B];

    /// The value as JSON has it.
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

crate::support::text::text!(Mode);

impl Mode {
    /// The JSON Schema of [`Mode`]: draft 2020-12, complete in itself.
    pub const SCHEMA: &'static str = include_str!("../schema/mode.schema.json");
}

#[cfg(feature = "validate")]
crate::support::strict::strict!(Mode);
