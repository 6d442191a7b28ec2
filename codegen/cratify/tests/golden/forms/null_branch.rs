// src/order_request.rs
use serde::{Deserialize, Serialize};

/// Object with the member `total`.
///
/// Sent in requests: without `combined`, `referred`, `written`, which are read-only.
///
/// # Example
///
/// ```
/// use shop::OrderRequest;
///
/// let json = r#"{
///   "total": 1
/// }"#;
/// let value: OrderRequest = serde_json::from_str(json)?;
/// let back: serde_json::Value = serde_json::to_value(&value)?;
/// assert_eq!(back, serde_json::from_str::<serde_json::Value>(json)?);
/// # Ok::<(), serde_json::Error>(())
/// ```
///
/// Schema: `null_branch.yaml#/components/schemas/Order`
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(crate = "crate::support::recorded_object")]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schemars", schemars(transform = Self::docs))]
#[non_exhaustive]
pub struct OrderRequest {
    #[serde(skip_deserializing)]
    #[cfg_attr(feature = "schemars", schemars(skip))]
    record: crate::support::record::Record<Self>,
    /// `total`: integer.
    #[serde(deserialize_with = "crate::support::number::read")]
    pub total: i64,
}

crate::support::construct::construct! {
    OrderRequest::new(total: i64) { record: Default::default(), total }
}

crate::support::record::record! {
    OrderRequest.record except "combined", "referred", "written";
}

crate::support::published::published! {
    OrderRequest = include_str!("../schema/order_request.schema.json");
}
