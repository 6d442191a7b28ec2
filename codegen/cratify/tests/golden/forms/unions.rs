// src/card_request.rs
use serde::{Deserialize, Serialize};

/// Object with the member `method`.
///
/// Sent in requests: without `last4`, which is read-only.
///
/// # Example
///
/// ```
/// use shop::CardRequest;
///
/// let json = r#"{
///   "method": "string"
/// }"#;
/// let value: CardRequest = serde_json::from_str(json)?;
/// let back: serde_json::Value = serde_json::to_value(&value)?;
/// assert_eq!(back, serde_json::from_str::<serde_json::Value>(json)?);
/// # Ok::<(), serde_json::Error>(())
/// ```
///
/// Schema: `unions.yaml#/components/schemas/Card`
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(crate = "crate::support::recorded_object")]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schemars", schemars(transform = Self::docs))]
#[non_exhaustive]
pub struct CardRequest {
    #[serde(skip_deserializing)]
    #[cfg_attr(feature = "schemars", schemars(skip))]
    record: crate::support::record::Record<Self>,
    /// `method`: string.
    ///
    /// Read-only: the server sets it.
    pub method: String,
}

crate::support::construct::construct! {
    CardRequest::new(method: impl Into<String>) {
        record: Default::default(), method: method.into(),
    }
}

crate::support::record::record! {
    CardRequest.record except "last4";
}

crate::support::published::published! {
    CardRequest = include_str!("../schema/card_request.schema.json");
}

// src/payment_request.rs
use serde::Serialize;

use crate::{CardRequest, Transfer};

/// [`CardRequest`] or [`Transfer`].
///
/// Sent in requests.
///
/// Schema: `unions.yaml#/components/schemas/Payment`
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(untagged)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(
    feature = "schemars",
    schemars(transform = crate::support::schema::one_of, transform = Self::docs)
)]
#[non_exhaustive]
pub enum PaymentRequest {
    /// [`CardRequest`].
    ///
    /// Tag: `Card`
    Card(CardRequest),
    /// [`Transfer`].
    ///
    /// Tag: `Transfer`
    Transfer(Transfer),
    /// A value with a tag that this version of the schema does not have, or that does not agree
    /// with its tag.
    #[cfg_attr(feature = "schemars", schemars(skip))]
    Unknown(
        #[serde(serialize_with = "crate::support::unknown::write")]
        serde_json::Value,
    ),
}

crate::support::branches::accessors! {
    impl PaymentRequest {
        as_card = Card: borrows CardRequest;
        as_transfer = Transfer: borrows Transfer;
        is_unknown = Unknown: finds bool;
    }
}

crate::support::branches::from! {
    impl PaymentRequest {
        Card = CardRequest;
        Transfer = Transfer;
    }
}

impl crate::support::union::Branches for PaymentRequest {
    const TAG: Option<&'static str> = Some("method");

    const FACTS: &'static [crate::support::union::Facts] = {
        use crate::support::union;
        &[
            union::Facts {
                tags: &["Card"],
                types: &[union::Kind::Object],
                required: &["method"],
                known: &[("method", &[union::Kind::String])],
                ..union::Facts::NONE
            },
            union::Facts {
                tags: &["Transfer"],
                types: &[union::Kind::Object],
                required: &["method"],
                known: &[("method", &[union::Kind::String])],
                ..union::Facts::NONE
            },
        ]
    };

    const CERTAIN: bool = false;

    fn read<'de, D: serde::Deserializer<'de>>(
        branch: usize,
        deserializer: D,
    ) -> Result<Self, D::Error> {
        match branch {
            0 => serde::Deserialize::deserialize(deserializer).map(Self::Card),
            _ => serde::Deserialize::deserialize(deserializer).map(Self::Transfer),
        }
    }

    fn unknown(value: serde_json::Value) -> Option<Self> {
        Some(Self::Unknown(value))
    }
}

crate::support::union::union!(PaymentRequest);

crate::support::published::published! {
    PaymentRequest = include_str!("../schema/payment_request.schema.json");
}
