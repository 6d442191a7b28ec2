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
/// Schema: `taken_name.yaml#/components/schemas/OrderRequest`
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

crate::support::published::published! {
    OrderRequest = include_str!("../schema/order_request.schema.json");
}

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
/// Schema: `taken_name.yaml#/components/schemas/Order`
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(crate = "crate::support::recorded_object")]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schemars", schemars(transform = Self::docs))]
#[non_exhaustive]
pub struct OrderRequestForm {
    #[serde(skip_deserializing)]
    #[cfg_attr(feature = "schemars", schemars(skip))]
    record: crate::support::record::Record<Self>,
    /// `note`: string.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schemars", schemars(with = "String"))]
    pub note: Option<String>,
}

crate::support::construct::construct! {
    OrderRequestForm::new() { record: Default::default() }
    with_note(note: impl Into<String>);
}

crate::support::record::record! {
    OrderRequestForm.record except "id";
}

crate::support::published::published! {
    OrderRequestForm = include_str!("../schema/order_request_form.schema.json");
}
