// src/transfer.rs
use serde::{Deserialize, Serialize};

use crate::Purpose;

/// Object with the members `to`, `from`, `type` and `purpose`.
///
/// # Example
///
/// ```
/// use by_name::Transfer;
///
/// let json = r#"{
///   "to": "string",
///   "from": "string",
///   "type": "transfer",
///   "purpose": "rent"
/// }"#;
/// let value: Transfer = serde_json::from_str(json)?;
/// let back: serde_json::Value = serde_json::to_value(&value)?;
/// assert_eq!(back, serde_json::from_str::<serde_json::Value>(json)?);
/// # Ok::<(), serde_json::Error>(())
/// ```
///
/// Schema: `by_name.yaml#/components/schemas/Transfer`
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(crate = "crate::support::recorded_object")]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schemars", schemars(transform = Self::docs))]
#[non_exhaustive]
pub struct Transfer {
    #[serde(skip_deserializing)]
    #[cfg_attr(feature = "schemars", schemars(skip))]
    record: crate::support::record::Record<Self>,
    /// `to`: string.
    pub to: String,
    /// `from`: string.
    pub from: String,
    /// `type`: [`TransferType`].
    pub r#type: TransferType,
    /// `purpose`: [`Purpose`].
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schemars", schemars(with = "Purpose"))]
    pub purpose: Option<Purpose>,
}

crate::support::construct::by_name! {
    Transfer::new(required: crate::required::Transfer) {
        record: Default::default(), to, from, r#type: Default::default(),
    }
    with_purpose(purpose: impl Into<Purpose>);
}

crate::support::record::record!(Transfer.record);

/// In JSON always `transfer`; another value that was read is kept.
///
/// Schema: `by_name.yaml#/components/schemas/Transfer/properties/type`
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct TransferType(Option<String>);

crate::support::constant::text!(TransferType = "transfer");

crate::support::published::published! {
    Transfer = include_str!("../schema/transfer.schema.json");
    TransferType = r#"{"$schema":"https://json-schema.org/draft/2020-12/schema","const":"transfer"}"#;
}
