// src/login.rs
use serde::{Deserialize, Serialize};

/// Object with the members `user`, `password` and `answers`.
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
#[serde(crate = "crate::support::recorded_object")]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schemars", schemars(transform = Self::docs))]
#[non_exhaustive]
pub struct Login {
    #[serde(skip_deserializing)]
    #[cfg_attr(feature = "schemars", schemars(skip))]
    record: crate::support::record::Record<Self>,
    /// `user`: string.
    pub user: String,
    /// `password`: string, format `password`.
    ///
    /// Sensitive: neither `Debug` nor an error shows the value.
    #[serde(deserialize_with = "crate::support::secret::read")]
    #[cfg_attr(feature = "schemars", schemars(extend("format" = "password")))]
    pub password: String,
    /// `answers`: array of strings.
    ///
    /// Sensitive: neither `Debug` nor an error shows the value.
    #[serde(
        default,
        skip_serializing_if = "Option::is_none",
        deserialize_with = "crate::support::secret::read"
    )]
    #[cfg_attr(feature = "schemars", schemars(with = "Vec<String>"))]
    pub answers: Option<Vec<String>>,
}

crate::support::construct::by_name! {
    Login::new(required: crate::required::Login) {
        record: Default::default(), user, password,
    }
    with_answers(answers: Vec<String>);
}

crate::support::record::record!(Login.record);

impl std::fmt::Debug for Login {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Login")
            .field("record", &self.record)
            .field("user", &self.user)
            .field("password", &crate::support::secret::Redacted)
            .field(
                "answers",
                &self.answers.as_ref().map(|_| crate::support::secret::Redacted),
            )
            .finish()
    }
}

crate::support::published::published! {
    Login = include_str!("../schema/login.schema.json"), masked;
}

// src/required.rs
/// The required members that [`Login::new`](crate::Login::new) takes.
pub struct Login {
    /// See [`Login::user`](crate::Login::user).
    pub user: String,
    /// See [`Login::password`](crate::Login::password).
    pub password: String,
}
