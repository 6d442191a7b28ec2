// src/cart.rs
use serde::{Deserialize, Serialize};

/// Object with the members `id` and `note`.
///
/// Sent in responses.
///
/// # Example
///
/// ```
/// use shop::Cart;
///
/// let json = r#"{}"#;
/// let value: Cart = serde_json::from_str(json)?;
/// let back: serde_json::Value = serde_json::to_value(&value)?;
/// assert_eq!(back, serde_json::from_str::<serde_json::Value>(json)?);
/// # Ok::<(), serde_json::Error>(())
/// ```
///
/// Schema: `names.yaml#/components/schemas/Basket`
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(crate = "crate::support::object")]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schemars", schemars(rename = "Basket", transform = Self::docs))]
#[non_exhaustive]
pub struct Cart {
    /// `id`: string.
    ///
    /// Read-only: the server sets it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schemars", schemars(with = "String"))]
    pub id: Option<String>,
    /// `note`: string.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schemars", schemars(with = "String"))]
    pub note: Option<String>,
}

impl Cart {
    /// Creates a value without optional members.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }
}

crate::support::setters::setters! {
    impl Cart {
        with_id(id: impl Into<String>);
        with_note(note: impl Into<String>);
    }
}

crate::support::published::published!(Cart, include_str!("../schema/cart.schema.json"));

// src/cart_request.rs
use serde::{Deserialize, Serialize};

/// Object with the member `note`.
///
/// Sent in requests: without `id`, which is read-only.
///
/// # Example
///
/// ```
/// use shop::CartRequest;
///
/// let json = r#"{}"#;
/// let value: CartRequest = serde_json::from_str(json)?;
/// let back: serde_json::Value = serde_json::to_value(&value)?;
/// assert_eq!(back, serde_json::from_str::<serde_json::Value>(json)?);
/// # Ok::<(), serde_json::Error>(())
/// ```
///
/// Schema: `names.yaml#/components/schemas/Basket`
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(crate = "crate::support::object")]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schemars", schemars(transform = Self::docs))]
#[non_exhaustive]
pub struct CartRequest {
    /// `note`: string.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schemars", schemars(with = "String"))]
    pub note: Option<String>,
}

impl CartRequest {
    /// Creates a value without optional members.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }
}

crate::support::setters::setters! {
    impl CartRequest {
        with_note(note: impl Into<String>);
    }
}

crate::support::published::published!(
    CartRequest, include_str!("../schema/cart_request.schema.json")
);

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
/// Schema: `names.yaml#/components/schemas/Kept`
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(crate = "crate::support::object")]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schemars", schemars(transform = Self::docs))]
#[non_exhaustive]
pub struct Kept {
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

impl Kept {
    /// Creates a value without optional members.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }
}

crate::support::setters::setters! {
    impl Kept {
        with_id(id: impl Into<String>);
        with_cart(cart: impl Into<Cart>);
    }
}

crate::support::published::published!(Kept, include_str!("../schema/kept.schema.json"));

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
/// Schema: `names.yaml#/components/schemas/Kept`
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(crate = "crate::support::object")]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schemars", schemars(transform = Self::docs))]
#[non_exhaustive]
pub struct KeptRequest {
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

impl KeptRequest {
    /// Creates a value without optional members.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }
}

crate::support::setters::setters! {
    impl KeptRequest {
        with_id(id: impl Into<String>);
        with_cart(cart: impl Into<CartRequest>);
    }
}

crate::support::published::published!(
    KeptRequest, include_str!("../schema/kept_request.schema.json")
);

// src/order.rs
use serde::{Deserialize, Serialize};

/// Object with the members `id` and `note`.
///
/// Sent in responses.
///
/// # Example
///
/// ```
/// use shop::Order;
///
/// let json = r#"{}"#;
/// let value: Order = serde_json::from_str(json)?;
/// let back: serde_json::Value = serde_json::to_value(&value)?;
/// assert_eq!(back, serde_json::from_str::<serde_json::Value>(json)?);
/// # Ok::<(), serde_json::Error>(())
/// ```
///
/// Schema: `names.yaml#/components/schemas/Order`
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(crate = "crate::support::object")]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schemars", schemars(transform = Self::docs))]
#[non_exhaustive]
pub struct Order {
    /// `id`: string.
    ///
    /// Read-only: the server sets it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schemars", schemars(with = "String"))]
    pub id: Option<String>,
    /// `note`: string.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schemars", schemars(with = "String"))]
    pub note: Option<String>,
}

impl Order {
    /// Creates a value without optional members.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }
}

crate::support::setters::setters! {
    impl Order {
        with_id(id: impl Into<String>);
        with_note(note: impl Into<String>);
    }
}

crate::support::published::published!(
    Order, include_str!("../schema/order.schema.json")
);

// src/order_request.rs
use serde::{Deserialize, Serialize};

/// String.
///
/// # Example
///
/// ```
/// use shop::OrderRequest;
///
/// let json = r#""string""#;
/// let value: OrderRequest = serde_json::from_str(json)?;
/// let back: serde_json::Value = serde_json::to_value(&value)?;
/// assert_eq!(back, serde_json::from_str::<serde_json::Value>(json)?);
/// # Ok::<(), serde_json::Error>(())
/// ```
///
/// Schema: `names.yaml#/components/schemas/OrderRequest`
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schemars", schemars(transform = Self::docs))]
pub struct OrderRequest(pub String);

impl From<String> for OrderRequest {
    fn from(value: String) -> Self {
        Self(value)
    }
}

crate::support::newtype::text!(OrderRequest);

crate::support::newtype::display!(OrderRequest);

crate::support::published::published!(
    OrderRequest, include_str!("../schema/order_request.schema.json")
);

// src/order_request_form.rs
use serde::{Deserialize, Serialize};

/// Object with the member `note`.
///
/// Sent in requests: without `id`, which is read-only.
///
/// # Example
///
/// ```
/// use shop::OrderRequestForm;
///
/// let json = r#"{}"#;
/// let value: OrderRequestForm = serde_json::from_str(json)?;
/// let back: serde_json::Value = serde_json::to_value(&value)?;
/// assert_eq!(back, serde_json::from_str::<serde_json::Value>(json)?);
/// # Ok::<(), serde_json::Error>(())
/// ```
///
/// Schema: `names.yaml#/components/schemas/Order`
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(crate = "crate::support::object")]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schemars", schemars(transform = Self::docs))]
#[non_exhaustive]
pub struct OrderRequestForm {
    /// `note`: string.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schemars", schemars(with = "String"))]
    pub note: Option<String>,
}

impl OrderRequestForm {
    /// Creates a value without optional members.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }
}

crate::support::setters::setters! {
    impl OrderRequestForm {
        with_note(note: impl Into<String>);
    }
}

crate::support::published::published!(
    OrderRequestForm, include_str!("../schema/order_request_form.schema.json")
);
