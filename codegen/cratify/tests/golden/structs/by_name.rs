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
#[serde(crate = "crate::support::object")]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schemars", schemars(transform = Self::docs))]
#[non_exhaustive]
pub struct Transfer {
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

impl Transfer {
    /// Creates a value with its required members, and without optional ones.
    #[must_use]
    pub fn new(required: crate::required::Transfer) -> Self {
        Self {
            to: required.to,
            from: required.from,
            r#type: TransferType::default(),
            purpose: None,
        }
    }
}

impl From<crate::required::Transfer> for Transfer {
    fn from(required: crate::required::Transfer) -> Self {
        Self::new(required)
    }
}

crate::support::setters::setters! {
    impl Transfer {
        with_purpose(purpose: impl Into<Purpose>);
    }
}

crate::support::published::published!(
    Transfer, include_str!("../schema/transfer.schema.json")
);

/// String `transfer`.
///
/// Schema: `by_name.yaml#/components/schemas/Transfer/properties/type`
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schemars", schemars(inline, transform = Self::docs))]
#[non_exhaustive]
pub enum TransferType {
    /// `transfer`
    #[default]
    #[serde(rename = "transfer")]
    Transfer,
    /// A value that this version of the schema does not list.
    #[serde(untagged)]
    #[cfg_attr(feature = "schemars", schemars(skip))]
    Unknown(#[serde(serialize_with = "crate::support::unknown::write")] String),
}

impl TransferType {
    /// All listed values, in the order of the schema.
    pub const ALL: [Self; 1] = [Self::Transfer];

    /// The value in JSON.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Transfer => "transfer",
            Self::Unknown(text) => text,
        }
    }

    fn known(text: &str) -> Option<Self> {
        Some(
            match text {
                "transfer" => Self::Transfer,
                _ => return None,
            },
        )
    }
}

crate::support::open_enum::string!(TransferType);

crate::support::published::published!(
    TransferType, include_str!("../schema/transfer_type.schema.json")
);
