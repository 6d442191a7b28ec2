// src/login.rs
use serde::{Deserialize, Serialize};

/// The object `Login`.
///
/// # Example
///
/// ```
/// use secrets::Login;
///
/// let json = r#"{
///   "user": "string",
///   "password": "string"
/// }"#;
/// let value: Login = serde_json::from_str(json)?;
/// let back: serde_json::Value = serde_json::to_value(&value)?;
/// assert_eq!(back, serde_json::from_str::<serde_json::Value>(json)?);
/// # Ok::<(), serde_json::Error>(())
/// ```
///
/// Schema: `members.yaml#/components/schemas/Login`
#[derive(Clone, PartialEq, Serialize, Deserialize)]
#[serde(crate = "crate::support::object")]
#[cfg_attr(
    feature = "schemars",
    derive(schemars::JsonSchema),
    schemars(crate = "schemars", description = "")
)]
#[non_exhaustive]
pub struct Login {
    /// The member `user`.
    #[cfg_attr(feature = "schemars", schemars(description = ""))]
    pub user: String,
    /// The member `password`.
    ///
    /// It is sensitive: `Debug` and the errors of reading it do not show it.
    ///
    /// Constraints: format `password`.
    #[serde(deserialize_with = "crate::support::secret::read")]
    #[cfg_attr(
        feature = "schemars",
        schemars(description = "", extend("format" = "password"))
    )]
    pub password: String,
    /// The member `answers`.
    ///
    /// It is sensitive: `Debug` and the errors of reading it do not show it.
    #[serde(
        default,
        skip_serializing_if = "Option::is_none",
        deserialize_with = "crate::support::secret::read"
    )]
    #[cfg_attr(feature = "schemars", schemars(with = "Vec<String>", description = ""))]
    pub answers: Option<Vec<String>>,
}

impl Login {
    /// A value with all required members, and without any optional one.
    #[must_use]
    pub fn new(user: impl Into<String>, password: impl Into<String>) -> Self {
        Self {
            user: user.into(),
            password: password.into(),
            answers: None,
        }
    }
}

impl std::fmt::Debug for Login {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Login")
            .field("user", &self.user)
            .field("password", &crate::support::secret::Redacted)
            .field(
                "answers",
                &self.answers.as_ref().map(|_| crate::support::secret::Redacted),
            )
            .finish()
    }
}

impl Login {
    /// The JSON Schema of [`Login`]: draft 2020-12, complete in itself.
    pub const SCHEMA: &'static str = include_str!("../schema/login.schema.json");
}

#[cfg(feature = "validate")]
crate::support::strict::strict!(Login, masked);
