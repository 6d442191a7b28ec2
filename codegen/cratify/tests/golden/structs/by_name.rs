// src/required.rs
/// What [`Transfer::new`](crate::Transfer::new) takes.
pub struct Transfer {
    /// See [`Transfer::to`](crate::Transfer::to).
    pub to: String,
    /// See [`Transfer::from`](crate::Transfer::from).
    pub from: String,
}

/// What [`Four::new`](crate::Four::new) takes.
pub struct Four {
    /// See [`Four::a`](crate::Four::a).
    pub a: String,
    /// See [`Four::b`](crate::Four::b).
    pub b: i64,
    /// See [`Four::c`](crate::Four::c).
    pub c: bool,
    /// See [`Four::d`](crate::Four::d).
    pub d: crate::Purpose,
}

/// What [`Widths::new`](crate::Widths::new) takes.
pub struct Widths {
    /// See [`Widths::short`](crate::Widths::short).
    pub short: i32,
    /// See [`Widths::long`](crate::Widths::long).
    pub long: i64,
}

/// What [`Lists::new`](crate::Lists::new) takes.
pub struct Lists {
    /// See [`Lists::ones`](crate::Lists::ones).
    pub ones: Vec<Option<i64>>,
    /// See [`Lists::twos`](crate::Lists::twos).
    pub twos: Vec<Option<i32>>,
}

/// What [`Aliases::new`](crate::Aliases::new) takes.
pub struct Aliases {
    /// See [`Aliases::one`](crate::Aliases::one).
    pub one: crate::Purpose,
    /// See [`Aliases::other`](crate::Aliases::other).
    pub other: crate::Reason,
}

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
/// # Example
///
/// ```
/// use by_name::TransferType;
///
/// let json = r#""transfer""#;
/// let value: TransferType = serde_json::from_str(json)?;
/// let back: serde_json::Value = serde_json::to_value(&value)?;
/// assert_eq!(back, serde_json::from_str::<serde_json::Value>(json)?);
/// # Ok::<(), serde_json::Error>(())
/// ```
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
