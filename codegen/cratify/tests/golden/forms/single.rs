// src/kept.rs
use serde::{Deserialize, Serialize};

use crate::Cart;

/// Object with the members `id` and `cart`.
///
/// Sent in responses.
///
/// # Example
///
/// ```
/// use shop::Kept;
///
/// let json = r#"{
///   "cart": {}
/// }"#;
/// let value: Kept = serde_json::from_str(json)?;
/// let back: serde_json::Value = serde_json::to_value(&value)?;
/// assert_eq!(back, serde_json::from_str::<serde_json::Value>(json)?);
/// # Ok::<(), serde_json::Error>(())
/// ```
///
/// Schema: `single.yaml#/components/schemas/Kept`
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(crate = "crate::support::recorded_object")]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schemars", schemars(transform = Self::docs))]
#[non_exhaustive]
pub struct Kept {
    #[serde(skip_deserializing)]
    #[cfg_attr(feature = "schemars", schemars(skip))]
    record: crate::support::record::Record<Self>,
    /// `id`: string.
    ///
    /// Read-only: the server sets it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schemars", schemars(with = "String"))]
    pub id: Option<String>,
    /// `cart`: [`Cart`].
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schemars", schemars(with = "Cart"))]
    pub cart: Option<Cart>,
}

crate::support::construct::construct! {
    Kept::new() { record: Default::default() }
    with_id(id: impl Into<String>);
    with_cart(cart: impl Into<Cart>);
}

crate::support::record::record!(Kept.record);

crate::support::published::published! {
    Kept = include_str!("../schema/kept.schema.json");
}

// src/kept_request.rs
use serde::{Deserialize, Serialize};

use crate::CartRequest;

/// Object with the members `id` and `cart`.
///
/// Sent in requests.
///
/// # Example
///
/// ```
/// use shop::KeptRequest;
///
/// let json = r#"{
///   "cart": {}
/// }"#;
/// let value: KeptRequest = serde_json::from_str(json)?;
/// let back: serde_json::Value = serde_json::to_value(&value)?;
/// assert_eq!(back, serde_json::from_str::<serde_json::Value>(json)?);
/// # Ok::<(), serde_json::Error>(())
/// ```
///
/// Schema: `single.yaml#/components/schemas/Kept`
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(crate = "crate::support::recorded_object")]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schemars", schemars(transform = Self::docs))]
#[non_exhaustive]
pub struct KeptRequest {
    #[serde(skip_deserializing)]
    #[cfg_attr(feature = "schemars", schemars(skip))]
    record: crate::support::record::Record<Self>,
    /// `id`: string.
    ///
    /// Read-only: the server sets it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schemars", schemars(with = "String"))]
    pub id: Option<String>,
    /// `cart`: [`CartRequest`].
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schemars", schemars(with = "CartRequest"))]
    pub cart: Option<CartRequest>,
}

crate::support::construct::construct! {
    KeptRequest::new() { record: Default::default() }
    with_id(id: impl Into<String>);
    with_cart(cart: impl Into<CartRequest>);
}

crate::support::record::record!(KeptRequest.record);

crate::support::published::published! {
    KeptRequest = include_str!("../schema/kept_request.schema.json");
}
