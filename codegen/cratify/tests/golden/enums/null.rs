// src/order.rs
use serde::{Deserialize, Serialize};

/// Object with the member `state`.
///
/// # Example
///
/// ```
/// use nulls::Order;
///
/// let json = r#"{
///   "state": "open"
/// }"#;
/// let value: Order = serde_json::from_str(json)?;
/// let back: serde_json::Value = serde_json::to_value(&value)?;
/// assert_eq!(back, serde_json::from_str::<serde_json::Value>(json)?);
/// # Ok::<(), serde_json::Error>(())
/// ```
///
/// Schema: `null.yaml#/components/schemas/Order`
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(crate = "crate::support::recorded_object")]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schemars", schemars(transform = Self::docs))]
#[non_exhaustive]
pub struct Order {
    #[serde(skip_deserializing)]
    #[cfg_attr(feature = "schemars", schemars(skip))]
    record: crate::support::record::Record<Self>,
    /// `state`: [`OrderState`] or null.
    #[serde(deserialize_with = "Option::deserialize")]
    #[cfg_attr(
        feature = "schemars",
        schemars(with = "crate::support::schema::Nullable<OrderState>")
    )]
    pub state: Option<OrderState>,
}

crate::support::construct::construct! {
    Order::new(state: Option<OrderState>) { record: Default::default(), state }
}

crate::support::record::record!(Order.record);

/// String `open` or `closed`.
///
/// # Example
///
/// ```
/// use nulls::OrderState;
///
/// let json = r#""open""#;
/// let value: OrderState = serde_json::from_str(json)?;
/// let back: serde_json::Value = serde_json::to_value(&value)?;
/// assert_eq!(back, serde_json::from_str::<serde_json::Value>(json)?);
/// # Ok::<(), serde_json::Error>(())
/// ```
///
/// Schema: `null.yaml#/components/schemas/Order/properties/state`
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum OrderState {
    /// `open`
    Open,
    /// `closed`
    Closed,
    /// A value that this version of the schema does not list.
    Unknown(String),
}

crate::support::open_enum::string! {
    impl OrderState in place {
        Open = "open";
        Closed = "closed";
    }
}

crate::support::published::published! {
    Order = include_str!("../schema/order.schema.json");
    OrderState = include_str!("../schema/order_state.schema.json");
}
