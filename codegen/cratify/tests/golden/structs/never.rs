// src/order.rs
use serde::{Deserialize, Serialize};

/// Object with the member `id`.
///
/// Constraints: `allOf: [{"properties":{"gone":false}}]`.
///
/// # Example
///
/// ```
/// use never::Order;
///
/// let json = r#"{}"#;
/// let value: Order = serde_json::from_str(json)?;
/// let back: serde_json::Value = serde_json::to_value(&value)?;
/// assert_eq!(back, serde_json::from_str::<serde_json::Value>(json)?);
/// # Ok::<(), serde_json::Error>(())
/// ```
///
/// Schema: `never.yaml#/components/schemas/Order`
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(crate = "crate::support::recorded_object")]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(
    feature = "schemars",
    schemars(extend("allOf" = [{"properties":{"gone":false}}]), transform = Self::docs)
)]
#[non_exhaustive]
pub struct Order {
    #[serde(skip_deserializing)]
    #[cfg_attr(feature = "schemars", schemars(skip))]
    record: crate::support::record::Record<Self>,
    /// `id`: string.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schemars", schemars(with = "String"))]
    pub id: Option<String>,
}

crate::support::construct::construct! {
    Order::new() { record: Default::default() }
    with_id(id: impl Into<String>);
}

crate::support::record::record!(Order.record);

crate::support::published::published! {
    Order = include_str!("../schema/order.schema.json");
}
