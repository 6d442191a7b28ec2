// src/account.rs
use serde::{Deserialize, Serialize};

/// Object with the member `iban`.
///
/// Sensitive: neither `Debug` nor an error shows the value.
///
/// # Example
///
/// ```
/// use whole::Account;
///
/// let json = r#"{
///   "iban": "string"
/// }"#;
/// let value: Account = serde_json::from_str(json)?;
/// let back: serde_json::Value = serde_json::to_value(&value)?;
/// assert_eq!(back, serde_json::from_str::<serde_json::Value>(json)?);
/// # Ok::<(), serde_json::Error>(())
/// ```
///
/// Schema: `whole.yaml#/components/schemas/Account`
#[derive(Clone, PartialEq, Serialize, Deserialize)]
#[serde(crate = "crate::support::secret_recorded_object")]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schemars", schemars(transform = Self::docs))]
#[non_exhaustive]
pub struct Account {
    #[serde(skip_deserializing)]
    #[cfg_attr(feature = "schemars", schemars(skip))]
    record: crate::support::record::Record<Self>,
    /// `iban`: string.
    pub iban: String,
}

crate::support::construct::construct! {
    Account::new(iban: impl Into<String>) {
        record: Default::default(), iban: iban.into(),
    }
}

crate::support::record::record!(Account.record);

impl std::fmt::Debug for Account {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_tuple("Account").field(&crate::support::secret::Redacted).finish()
    }
}

crate::support::published::published! {
    Account = include_str!("../schema/account.schema.json"), masked;
}
