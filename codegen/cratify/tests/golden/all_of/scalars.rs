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

crate::support::published::published! {
    Code = include_str!("../schema/code.schema.json");
}

// src/mode.rs
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
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
#[non_exhaustive]
pub enum Mode {
    /// `b`
    #[default]
    B,
    /// A value that this version of the schema does not list.
    Unknown(String),
}

crate::support::open_enum::string! {
    impl Mode {
        B = "b";
    }
}

crate::support::published::published! {
    Mode = include_str!("../schema/mode.schema.json");
}
