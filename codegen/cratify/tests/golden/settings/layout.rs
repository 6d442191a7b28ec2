// src/payment.rs
use serde::{Deserialize, Serialize};

use crate::Refund;

/// Object with the members `status`, `refunds` and `details`.
///
/// # Example
///
/// ```
/// use payments::Payment;
///
/// let json = r#"{
///   "status": "open",
///   "details": {}
/// }"#;
/// let value: Payment = serde_json::from_str(json)?;
/// let back: serde_json::Value = serde_json::to_value(&value)?;
/// assert_eq!(back, serde_json::from_str::<serde_json::Value>(json)?);
/// # Ok::<(), serde_json::Error>(())
/// ```
///
/// Schema: `layout.yaml#/components/schemas/Payment`
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(crate = "crate::support::recorded_object")]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schemars", schemars(transform = Self::docs))]
#[non_exhaustive]
pub struct Payment {
    #[serde(skip_deserializing)]
    #[cfg_attr(feature = "schemars", schemars(skip))]
    record: crate::support::record::Record<Self>,
    /// `status`: [`PaymentStatus`].
    pub status: PaymentStatus,
    /// `refunds`: array of [`Refund`].
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schemars", schemars(with = "Vec<Refund>"))]
    pub refunds: Option<Vec<Refund>>,
    /// `details`: [`PaymentDetails`].
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schemars", schemars(with = "PaymentDetails"))]
    pub details: Option<PaymentDetails>,
}

crate::support::construct::construct! {
    Payment::new(status: PaymentStatus) { record: Default::default(), status }
    with_refunds(refunds: Vec<Refund>);
    with_details(details: impl Into<PaymentDetails>);
}

crate::support::record::record!(Payment.record);

/// Object with the member `text`.
///
/// # Example
///
/// ```
/// use payments::PaymentDetails;
///
/// let json = r#"{}"#;
/// let value: PaymentDetails = serde_json::from_str(json)?;
/// let back: serde_json::Value = serde_json::to_value(&value)?;
/// assert_eq!(back, serde_json::from_str::<serde_json::Value>(json)?);
/// # Ok::<(), serde_json::Error>(())
/// ```
///
/// Schema: `layout.yaml#/components/schemas/Payment/properties/details`
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(crate = "crate::support::recorded_object")]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schemars", schemars(inline, transform = Self::docs))]
#[non_exhaustive]
pub struct PaymentDetails {
    #[serde(skip_deserializing)]
    #[cfg_attr(feature = "schemars", schemars(skip))]
    record: crate::support::record::Record<Self>,
    /// `text`: string.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schemars", schemars(with = "String"))]
    pub text: Option<String>,
}

crate::support::construct::construct! {
    PaymentDetails::new() { record: Default::default() }
    with_text(text: impl Into<String>);
}

crate::support::record::record!(PaymentDetails.record);

/// String `open` or `paid`.
///
/// # Example
///
/// ```
/// use payments::PaymentStatus;
///
/// let json = r#""open""#;
/// let value: PaymentStatus = serde_json::from_str(json)?;
/// let back: serde_json::Value = serde_json::to_value(&value)?;
/// assert_eq!(back, serde_json::from_str::<serde_json::Value>(json)?);
/// # Ok::<(), serde_json::Error>(())
/// ```
///
/// Schema: `layout.yaml#/components/schemas/PaymentStatus`
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum PaymentStatus {
    /// `open`
    Open,
    /// `paid`
    Paid,
    /// A value that this version of the schema does not list.
    Unknown(String),
}

crate::support::open_enum::string! {
    impl PaymentStatus {
        Open = "open";
        Paid = "paid";
    }
}

crate::support::published::published! {
    Payment = include_str!("../schema/payment.schema.json");
    PaymentDetails = include_str!("../schema/payment_details.schema.json");
    PaymentStatus = include_str!("../schema/payment_status.schema.json");
}
