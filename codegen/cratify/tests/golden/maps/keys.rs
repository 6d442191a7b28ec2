// src/account.rs
use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::Currency;

/// Object with the members `balances`, `limits` and `labels`.
///
/// Schema: `keys.yaml#/components/schemas/Account`
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(crate = "crate::support::recorded_object")]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schemars", schemars(transform = Self::docs))]
#[non_exhaustive]
pub struct Account {
    #[serde(skip_deserializing)]
    #[cfg_attr(feature = "schemars", schemars(skip))]
    record: crate::support::record::Record<Self>,
    /// `balances`: object with values of type integer,
    /// `propertyNames: {"type":"string","enum":["EUR","USD"]}`.
    #[serde(deserialize_with = "crate::support::number::read")]
    #[cfg_attr(
        feature = "schemars",
        schemars(
            with = "BTreeMap<String, i64>",
            extend("propertyNames" = {"type":"string", "enum":["EUR", "USD"]})
        )
    )]
    pub balances: BTreeMap<Currency, i64>,
    /// `limits`: object with values of type string, `propertyNames: {"enum":["day","month"]}`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(
        feature = "schemars",
        schemars(
            with = "BTreeMap<String, String>",
            extend("propertyNames" = {"enum":["day", "month"]})
        )
    )]
    pub limits: Option<BTreeMap<AccountLimitsKey, String>>,
    /// `labels`: object with values of type string, `propertyNames: {"pattern":"^[a-z]+$"}`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(
        feature = "schemars",
        schemars(
            with = "BTreeMap<String, String>",
            extend("propertyNames" = {"pattern":"^[a-z]+$"})
        )
    )]
    pub labels: Option<BTreeMap<String, String>>,
}

crate::support::construct::construct! {
    Account::new(balances: BTreeMap<Currency, i64>) {
        record: Default::default(), balances,
    }
    with_limits(limits: BTreeMap<AccountLimitsKey, String>);
    with_labels(labels: BTreeMap<String, String>);
}

crate::support::record::record!(Account.record);

/// String `day` or `month`.
///
/// # Example
///
/// ```
/// use keys::AccountLimitsKey;
///
/// let json = r#""day""#;
/// let value: AccountLimitsKey = serde_json::from_str(json)?;
/// let back: serde_json::Value = serde_json::to_value(&value)?;
/// assert_eq!(back, serde_json::from_str::<serde_json::Value>(json)?);
/// # Ok::<(), serde_json::Error>(())
/// ```
///
/// Schema: `keys.yaml#/components/schemas/Account/properties/limits/propertyNames`
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum AccountLimitsKey {
    /// `day`
    Day,
    /// `month`
    Month,
    /// A value that this version of the schema does not list.
    Unknown(String),
}

crate::support::open_enum::string! {
    impl AccountLimitsKey in place {
        Day = "day";
        Month = "month";
    }
}

crate::support::published::published! {
    Account = include_str!("../schema/account.schema.json");
    AccountLimitsKey = include_str!("../schema/account_limits_key.schema.json");
}
