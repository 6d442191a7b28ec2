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
/// Schema: `requested_name.yaml#/components/schemas/Basket`
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(crate = "crate::support::recorded_object")]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schemars", schemars(transform = Self::docs))]
#[non_exhaustive]
pub struct CartRequest {
    #[serde(skip_deserializing)]
    #[cfg_attr(feature = "schemars", schemars(skip))]
    record: crate::support::record::Record<Self>,
    /// `note`: string.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schemars", schemars(with = "String"))]
    pub note: Option<String>,
}

crate::support::construct::construct! {
    CartRequest::new() { record: Default::default() }
    with_note(note: impl Into<String>);
}

crate::support::record::record! {
    CartRequest.record except "id";
}

crate::support::published::published! {
    CartRequest = include_str!("../schema/cart_request.schema.json");
}
