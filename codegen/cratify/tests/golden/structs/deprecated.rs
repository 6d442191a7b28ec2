// src/account.rs
use serde::{Deserialize, Serialize};

/// The object `Account`.
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
    /// The member `old`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schemars", schemars(with = "String", description = ""))]
    #[deprecated]
    pub old: Option<String>,
    /// The member `id`.
    ///
    /// The server sets this member; it is ignored in requests.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(
        feature = "schemars",
        schemars(with = "String", description = "", extend("readOnly" = true))
    )]
    pub id: Option<String>,
    /// The member `password`.
    ///
    /// This member is for requests; responses leave it out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(
        feature = "schemars",
        schemars(with = "String", description = "", extend("writeOnly" = true))
    )]
    pub password: Option<String>,
}

impl Account {
    /// A value without any optional member.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }
}

impl Account {
    /// The JSON Schema of [`Account`]: draft 2020-12, complete in itself.
    pub const SCHEMA: &'static str = include_str!("../schema/account.schema.json");
}

#[cfg(feature = "validate")]
crate::support::strict::strict!(Account);
