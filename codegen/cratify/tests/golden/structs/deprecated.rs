// src/account.rs
use serde::{Deserialize, Serialize};

/// Object with the members `old`, `id` and `password`.
///
/// Schema: `deprecated.yaml#/components/schemas/Account`
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(crate = "crate::support::object")]
#[cfg_attr(
    feature = "schemars",
    derive(schemars::JsonSchema),
    schemars(crate = "schemars", description = "")
)]
#[deprecated]
#[non_exhaustive]
pub struct Account {
    /// `old`: string.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schemars", schemars(with = "String", description = ""))]
    #[deprecated]
    pub old: Option<String>,
    /// `id`: string.
    ///
    /// Read-only: the server sets it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(
        feature = "schemars",
        schemars(with = "String", description = "", extend("readOnly" = true))
    )]
    pub id: Option<String>,
    /// `password`: string.
    ///
    /// Write-only: responses do not have it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(
        feature = "schemars",
        schemars(with = "String", description = "", extend("writeOnly" = true))
    )]
    pub password: Option<String>,
}

impl Account {
    /// Creates a value without optional members.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }
}

crate::support::setters::setters! {
    impl Account {
        #[deprecated]
        with_old(old: impl Into<String>);
        with_id(id: impl Into<String>);
        with_password(password: impl Into<String>);
    }
}

impl Account {
    /// The JSON Schema of this type, in draft 2020-12.
    #[must_use]
    pub const fn schema() -> &'static str {
        include_str!("../schema/account.schema.json")
    }
}

#[cfg(feature = "validate")]
crate::support::strict::strict!(Account);
