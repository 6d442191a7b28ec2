// src/account.rs
use serde::{Deserialize, Serialize};

/// Who buys.
///
/// Title: Customer account
///
/// [More about accounts](https://example.com/accounts)
///
/// # Example
///
/// ```
/// use docs::Account;
///
/// let json = r#"{
///   "id": "a1"
/// }"#;
/// let value: Account = serde_json::from_str(json)?;
/// let back: serde_json::Value = serde_json::to_value(&value)?;
/// assert_eq!(back, serde_json::from_str::<serde_json::Value>(json)?);
/// # Ok::<(), serde_json::Error>(())
/// ```
///
/// Schema: `struct.yaml#/components/schemas/Account`
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(crate = "crate::support::recorded_object")]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schemars", schemars(transform = Self::docs))]
#[non_exhaustive]
pub struct Account {
    #[serde(skip_deserializing)]
    #[cfg_attr(feature = "schemars", schemars(skip))]
    record: crate::support::record::Record<Self>,
    /// It never changes.
    ///
    /// Title: Account number
    ///
    /// Examples: `"a1"`, `"b2"`
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schemars", schemars(with = "String"))]
    pub id: Option<String>,
    /// `nickname`: string, at least 2 characters.
    ///
    /// Default: `"joe"`
    ///
    /// [See also](https://example.com/nicknames)
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schemars", schemars(with = "String", length(min = 2)))]
    pub nickname: Option<String>,
}

crate::support::construct::construct! {
    Account::new() { record: Default::default() }
    with_id(id: impl Into<String>);
    with_nickname(nickname: impl Into<String>);
}

crate::support::defaults::defaults! {
    impl Account {
        nickname_or_default = nickname: reads str, "joe";
    }
}

crate::support::record::record!(Account.record);

crate::support::published::published! {
    Account = include_str!("../schema/account.schema.json");
}
