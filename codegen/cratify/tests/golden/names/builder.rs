// src/purchase.rs
use serde::{Deserialize, Serialize};

/// Object with the members `id` and `status`.
///
/// # Example
///
/// ```
/// use builder::Purchase;
///
/// let json = r#"{
///   "status": "in-progress"
/// }"#;
/// let value: Purchase = serde_json::from_str(json)?;
/// let back: serde_json::Value = serde_json::to_value(&value)?;
/// assert_eq!(back, serde_json::from_str::<serde_json::Value>(json)?);
/// # Ok::<(), serde_json::Error>(())
/// ```
///
/// Schema: `builder.yaml#/components/schemas/Order`
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(crate = "crate::support::recorded_object")]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schemars", schemars(rename = "Order", transform = Self::docs))]
#[non_exhaustive]
pub struct Purchase {
    #[serde(skip_deserializing)]
    #[cfg_attr(feature = "schemars", schemars(skip))]
    record: crate::support::record::Record<Self>,
    /// `id`: string.
    #[serde(rename = "id", default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schemars", schemars(with = "String"))]
    pub reference: Option<String>,
    /// `status`: [`OrderState`].
    #[serde(rename = "status", default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schemars", schemars(with = "OrderState"))]
    pub state: Option<OrderState>,
}

crate::support::construct::construct! {
    Purchase::new() { record: Default::default() }
    with_reference(reference: impl Into<String>);
    with_state(state: impl Into<OrderState>);
}

crate::support::record::record!(Purchase.record);

/// String `in-progress`.
///
/// # Example
///
/// ```
/// use builder::OrderState;
///
/// let json = r#""in-progress""#;
/// let value: OrderState = serde_json::from_str(json)?;
/// let back: serde_json::Value = serde_json::to_value(&value)?;
/// assert_eq!(back, serde_json::from_str::<serde_json::Value>(json)?);
/// # Ok::<(), serde_json::Error>(())
/// ```
///
/// Schema: `builder.yaml#/components/schemas/Order/properties/status`
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
#[non_exhaustive]
pub enum OrderState {
    /// `in-progress`
    #[default]
    Started,
    /// A value that this version of the schema does not list.
    Unknown(String),
}

crate::support::open_enum::string! {
    impl OrderState in place {
        Started = "in-progress";
    }
}

crate::support::published::published! {
    Purchase = include_str!("../schema/purchase.schema.json");
    OrderState = include_str!("../schema/order_state.schema.json");
}
