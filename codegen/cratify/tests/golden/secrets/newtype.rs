// src/login.rs
use serde::{Deserialize, Serialize};

use crate::Token;

/// Object with the member `token`.
///
/// # Example
///
/// ```
/// use newtype::Login;
///
/// let json = r#"{
///   "token": "string"
/// }"#;
/// let value: Login = serde_json::from_str(json)?;
/// let back: serde_json::Value = serde_json::to_value(&value)?;
/// assert_eq!(back, serde_json::from_str::<serde_json::Value>(json)?);
/// # Ok::<(), serde_json::Error>(())
/// ```
///
/// Schema: `newtype.yaml#/components/schemas/Login`
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(crate = "crate::support::recorded_object")]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schemars", schemars(transform = Self::docs))]
#[non_exhaustive]
pub struct Login {
    #[serde(skip_deserializing)]
    #[cfg_attr(feature = "schemars", schemars(skip))]
    record: crate::support::record::Record<Self>,
    /// `token`: [`Token`].
    pub token: Token,
}

crate::support::construct::construct! {
    Login::new(token: Token) { record: Default::default(), token }
}

crate::support::record::record!(Login.record);

crate::support::published::published! {
    Login = include_str!("../schema/login.schema.json"), masked;
}

// src/token.rs
use serde::{Deserialize, Serialize};

/// String.
///
/// Constraints: at least 3 characters, format `password`.
///
/// Sensitive: neither `Debug` nor an error shows the value.
///
/// # Example
///
/// ```
/// use newtype::Token;
///
/// let json = r#""string""#;
/// let value: Token = serde_json::from_str(json)?;
/// let back: serde_json::Value = serde_json::to_value(&value)?;
/// assert_eq!(back, serde_json::from_str::<serde_json::Value>(json)?);
/// # Ok::<(), serde_json::Error>(())
/// ```
///
/// Schema: `newtype.yaml#/components/schemas/Token`
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(
    feature = "schemars",
    schemars(
        extend("minLength" = 3),
        extend("format" = "password"),
        transform = Self::docs
    )
)]
pub struct Token(#[serde(deserialize_with = "crate::support::secret::read")] pub String);

impl From<String> for Token {
    fn from(value: String) -> Self {
        Self(value)
    }
}

crate::support::newtype::text!(Token);

impl std::fmt::Debug for Token {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_tuple("Token").field(&crate::support::secret::Redacted).finish()
    }
}

crate::support::published::published! {
    Token = include_str!("../schema/token.schema.json"), masked;
}
