// src/account.rs
use serde::{Deserialize, Serialize};

/// Object with the members `old`, `id` and `password`.
///
/// Schema: `deprecated.yaml#/components/schemas/Account`
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(crate = "crate::support::recorded_object")]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schemars", schemars(transform = Self::docs))]
#[deprecated]
#[non_exhaustive]
pub struct Account {
    #[serde(skip_deserializing)]
    #[cfg_attr(feature = "schemars", schemars(skip))]
    record: crate::support::record::Record<Self>,
    /// `old`: string.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schemars", schemars(with = "String"))]
    #[deprecated]
    pub old: Option<String>,
    /// `id`: string.
    ///
    /// Read-only: the server sets it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schemars", schemars(with = "String"))]
    pub id: Option<String>,
    /// `password`: string.
    ///
    /// Write-only: responses do not have it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schemars", schemars(with = "String"))]
    pub password: Option<String>,
}

crate::support::construct::construct! {
    Account::new() { record: Default::default() }
    #[deprecated]
    with_old(old: impl Into<String>);
    with_id(id: impl Into<String>);
    with_password(password: impl Into<String>);
}

crate::support::record::record!(Account.record);

crate::support::published::published! {
    Account = include_str!("../schema/account.schema.json");
}
