// src/note_request.rs
use serde::{Deserialize, Serialize};

/// Object with the member `text`.
///
/// Sent in requests: without `created`, which is read-only.
///
/// # Example
///
/// ```
/// use shop::NoteRequest;
///
/// let json = r#"{
///   "text": "string"
/// }"#;
/// let value: NoteRequest = serde_json::from_str(json)?;
/// let back: serde_json::Value = serde_json::to_value(&value)?;
/// assert_eq!(back, serde_json::from_str::<serde_json::Value>(json)?);
/// # Ok::<(), serde_json::Error>(())
/// ```
///
/// Schema: `split.yaml#/components/schemas/Note`
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(crate = "crate::support::object")]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schemars", schemars(transform = Self::docs))]
#[non_exhaustive]
pub struct NoteRequest {
    /// `text`: string.
    pub text: String,
}

impl NoteRequest {
    /// Creates a value with its required members, and without optional ones.
    #[must_use]
    pub fn new(text: impl Into<String>) -> Self {
        Self { text: text.into() }
    }
}

crate::support::published::published!(
    NoteRequest, include_str!("../schema/note_request.schema.json")
);

// src/order.rs
use serde::{Deserialize, Serialize};
use crate::{Address, Line, Payment};

/// An order.
///
/// Sent in responses.
///
/// # Example
///
/// ```
/// use shop::Order;
///
/// let json = r#"{
///   "id": "o1",
///   "lines": [
///     {
///       "sku": "a",
///       "price": 3
///     }
///   ]
/// }"#;
/// let value: Order = serde_json::from_str(json)?;
/// let back: serde_json::Value = serde_json::to_value(&value)?;
/// assert_eq!(back, serde_json::from_str::<serde_json::Value>(json)?);
/// # Ok::<(), serde_json::Error>(())
/// ```
///
/// Schema: `split.yaml#/components/schemas/Order`
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(crate = "crate::support::object")]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schemars", schemars(transform = Self::docs))]
#[non_exhaustive]
pub struct Order {
    /// `id`: string.
    ///
    /// Read-only: the server sets it.
    pub id: String,
    /// `lines`: array of [`Line`].
    pub lines: Vec<Line>,
    /// `payment`: [`Payment`].
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schemars", schemars(with = "Payment"))]
    pub payment: Option<Payment>,
    /// `address`: [`Address`].
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schemars", schemars(with = "Address"))]
    pub address: Option<Address>,
}

impl Order {
    /// Creates a value with its required members, and without optional ones.
    #[must_use]
    pub fn new(id: impl Into<String>, lines: Vec<Line>) -> Self {
        Self {
            id: id.into(),
            lines,
            payment: None,
            address: None,
        }
    }
}

crate::support::setters::setters! {
    impl Order {
        with_payment(payment: impl Into<Payment>);
        with_address(address: impl Into<Address>);
    }
}

crate::support::published::published!(
    Order, include_str!("../schema/order.schema.json")
);

// src/order_request.rs
use serde::{Deserialize, Serialize};
use crate::{Address, LineRequest, PaymentRequest};

/// An order.
///
/// Sent in requests: without `id`, which is read-only.
///
/// # Example
///
/// ```
/// use shop::OrderRequest;
///
/// let json = r#"{
///   "lines": [
///     {
///       "sku": "a"
///     }
///   ]
/// }"#;
/// let value: OrderRequest = serde_json::from_str(json)?;
/// let back: serde_json::Value = serde_json::to_value(&value)?;
/// assert_eq!(back, serde_json::from_str::<serde_json::Value>(json)?);
/// # Ok::<(), serde_json::Error>(())
/// ```
///
/// Schema: `split.yaml#/components/schemas/Order`
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(crate = "crate::support::object")]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schemars", schemars(transform = Self::docs))]
#[non_exhaustive]
pub struct OrderRequest {
    /// `lines`: array of [`LineRequest`].
    pub lines: Vec<LineRequest>,
    /// `payment`: [`PaymentRequest`].
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schemars", schemars(with = "PaymentRequest"))]
    pub payment: Option<PaymentRequest>,
    /// `address`: [`Address`].
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schemars", schemars(with = "Address"))]
    pub address: Option<Address>,
}

impl OrderRequest {
    /// Creates a value with its required members, and without optional ones.
    #[must_use]
    pub fn new(lines: Vec<LineRequest>) -> Self {
        Self {
            lines,
            payment: None,
            address: None,
        }
    }
}

crate::support::setters::setters! {
    impl OrderRequest {
        with_payment(payment: impl Into<PaymentRequest>);
        with_address(address: impl Into<Address>);
    }
}

crate::support::published::published!(
    OrderRequest, include_str!("../schema/order_request.schema.json")
);

// src/payment_request.rs
use serde::Serialize;
use crate::{CardRequest, Transfer};

/// [`CardRequest`] or [`Transfer`].
///
/// Sent in requests.
///
/// Schema: `split.yaml#/components/schemas/Payment`
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
    /// A value with a tag that this version of the schema does not have, or that does not agree with its tag.
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

    const FACTS: &'static [crate::support::union::Facts] = &[
        crate::support::union::Facts {
            tags: &["Card"],
            types: &[crate::support::union::Kind::Object],
            required: &["method"],
            known: &[
                ("method", &[crate::support::union::Kind::String]),
                ("number", &[crate::support::union::Kind::String]),
            ],
            ..crate::support::union::Facts::NONE
        },
        crate::support::union::Facts {
            tags: &["Transfer"],
            types: &[crate::support::union::Kind::Object],
            required: &["method"],
            known: &[("method", &[crate::support::union::Kind::String])],
            ..crate::support::union::Facts::NONE
        },
    ];

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

crate::support::published::published!(
    PaymentRequest, include_str!("../schema/payment_request.schema.json")
);
