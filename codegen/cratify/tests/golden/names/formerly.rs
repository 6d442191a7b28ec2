// src/purchase.rs
use serde::{Deserialize, Serialize};

/// Object with the members `from`, `to` and `status`.
///
/// # Example
///
/// ```
/// use former_names::Purchase;
///
/// let json = r#"{
///   "from": "string",
///   "to": "string",
///   "status": "open"
/// }"#;
/// let value: Purchase = serde_json::from_str(json)?;
/// let back: serde_json::Value = serde_json::to_value(&value)?;
/// assert_eq!(back, serde_json::from_str::<serde_json::Value>(json)?);
/// # Ok::<(), serde_json::Error>(())
/// ```
///
/// Schema: `formerly.yaml#/components/schemas/Order`
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(crate = "crate::support::recorded_object")]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schemars", schemars(rename = "Order", transform = Self::docs))]
#[non_exhaustive]
pub struct Purchase {
    #[serde(skip_deserializing)]
    #[cfg_attr(feature = "schemars", schemars(skip))]
    record: crate::support::record::Record<Self>,
    /// `from`: string.
    pub from: String,
    /// `to`: string.
    pub to: String,
    /// `status`: [`PurchaseStatus`].
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schemars", schemars(with = "PurchaseStatus"))]
    pub status: Option<PurchaseStatus>,
}

crate::support::construct::by_name! {
    Purchase::new(required: crate::required::Purchase) {
        record: Default::default(), from, to,
    }
    with_status(status: impl Into<PurchaseStatus>);
}

crate::support::record::record!(Purchase.record);

/// The former name of [`Purchase`].
#[deprecated(note = "renamed to `Purchase`")]
pub type Order = Purchase;

/// The former name of [`Purchase`].
#[deprecated(note = "renamed to `Purchase`")]
pub type Sale = Purchase;

/// String `open` or `closed`.
///
/// # Example
///
/// ```
/// use former_names::PurchaseStatus;
///
/// let json = r#""open""#;
/// let value: PurchaseStatus = serde_json::from_str(json)?;
/// let back: serde_json::Value = serde_json::to_value(&value)?;
/// assert_eq!(back, serde_json::from_str::<serde_json::Value>(json)?);
/// # Ok::<(), serde_json::Error>(())
/// ```
///
/// Schema: `formerly.yaml#/components/schemas/Order/properties/status`
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum PurchaseStatus {
    /// `open`
    Open,
    /// `closed`
    Closed,
    /// A value that this version of the schema does not list.
    Unknown(String),
}

crate::support::open_enum::string! {
    impl PurchaseStatus in place {
        Open = "open";
        Closed = "closed";
    }
}

/// The former name of [`PurchaseStatus`].
#[deprecated(note = "renamed to `PurchaseStatus`")]
pub type OrderStatus = PurchaseStatus;

crate::support::published::published! {
    Purchase = include_str!("../schema/purchase.schema.json");
    PurchaseStatus = include_str!("../schema/purchase_status.schema.json");
}

// src/required.rs
/// The required members that [`Purchase::new`](crate::Purchase::new) takes.
pub struct Purchase {
    /// See [`Purchase::from`](crate::Purchase::from).
    pub from: String,
    /// See [`Purchase::to`](crate::Purchase::to).
    pub to: String,
}

/// The former name of [`Purchase`].
#[deprecated(note = "renamed to `Purchase`")]
pub type Order = Purchase;

/// The former name of [`Purchase`].
#[deprecated(note = "renamed to `Purchase`")]
pub type Sale = Purchase;
