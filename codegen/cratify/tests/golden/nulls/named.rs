// src/address.rs
use serde::{Deserialize, Serialize};

/// [`AddressValue`] or null.
///
/// # Example
///
/// ```
/// use named::Address;
///
/// let json = r#"{
///   "street": "string"
/// }"#;
/// let value: Address = serde_json::from_str(json)?;
/// let back: serde_json::Value = serde_json::to_value(&value)?;
/// assert_eq!(back, serde_json::from_str::<serde_json::Value>(json)?);
/// # Ok::<(), serde_json::Error>(())
/// ```
///
/// Schema: `named.yaml#/components/schemas/Address`
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(transparent)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schemars", schemars(transform = Self::docs))]
pub struct Address(pub Option<AddressValue>);

impl From<Option<AddressValue>> for Address {
    fn from(value: Option<AddressValue>) -> Self {
        Self(value)
    }
}

/// Object with the member `street`.
///
/// # Example
///
/// ```
/// use named::AddressValue;
///
/// let json = r#"{
///   "street": "string"
/// }"#;
/// let value: AddressValue = serde_json::from_str(json)?;
/// let back: serde_json::Value = serde_json::to_value(&value)?;
/// assert_eq!(back, serde_json::from_str::<serde_json::Value>(json)?);
/// # Ok::<(), serde_json::Error>(())
/// ```
///
/// Schema: `named.yaml#/components/schemas/Address`
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(crate = "crate::support::recorded_object")]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schemars", schemars(inline, transform = Self::docs))]
#[non_exhaustive]
pub struct AddressValue {
    #[serde(skip_deserializing)]
    #[cfg_attr(feature = "schemars", schemars(skip))]
    record: crate::support::record::Record<Self>,
    /// `street`: string.
    pub street: String,
}

crate::support::construct::construct! {
    AddressValue::new(street: impl Into<String>) {
        record: Default::default(), street: street.into(),
    }
}

crate::support::record::record!(AddressValue.record);

crate::support::published::published! {
    Address = include_str!("../schema/address.schema.json");
    AddressValue = include_str!("../schema/address_value.schema.json");
}

// src/order.rs
use serde::{Deserialize, Serialize};

use crate::Address;

/// Object with the members `home` and `work`.
///
/// # Example
///
/// ```
/// use named::Order;
///
/// let json = r#"{
///   "home": null
/// }"#;
/// let value: Order = serde_json::from_str(json)?;
/// let back: serde_json::Value = serde_json::to_value(&value)?;
/// assert_eq!(back, serde_json::from_str::<serde_json::Value>(json)?);
/// # Ok::<(), serde_json::Error>(())
/// ```
///
/// Schema: `named.yaml#/components/schemas/Order`
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(crate = "crate::support::recorded_object")]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schemars", schemars(transform = Self::docs))]
#[non_exhaustive]
pub struct Order {
    #[serde(skip_deserializing)]
    #[cfg_attr(feature = "schemars", schemars(skip))]
    record: crate::support::record::Record<Self>,
    /// `home`: [`Address`].
    #[serde(deserialize_with = "serde::Deserialize::deserialize")]
    pub home: Address,
    /// `work`: [`Address`].
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schemars", schemars(with = "Address"))]
    pub work: Option<Address>,
}

crate::support::construct::construct! {
    Order::new(home: Address) { record: Default::default(), home }
    with_work(work: impl Into<Address>);
}

crate::support::record::record! {
    Order.record;
    work = "work": is_null_work, set_null_work;
}

crate::support::published::published! {
    Order = include_str!("../schema/order.schema.json");
}
