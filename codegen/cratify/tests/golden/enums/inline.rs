// src/order.rs
use serde::{Deserialize, Serialize};

/// Object with the members `mode` and `previous`.
///
/// # Example
///
/// ```
/// use inline::Order;
///
/// let json = r#"{
///   "mode": 1,
///   "previous": 1
/// }"#;
/// let value: Order = serde_json::from_str(json)?;
/// let back: serde_json::Value = serde_json::to_value(&value)?;
/// assert_eq!(back, serde_json::from_str::<serde_json::Value>(json)?);
/// # Ok::<(), serde_json::Error>(())
/// ```
///
/// Schema: `inline.yaml#/components/schemas/Order`
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(crate = "crate::support::recorded_object")]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schemars", schemars(transform = Self::docs))]
#[non_exhaustive]
pub struct Order {
    #[serde(skip_deserializing)]
    #[cfg_attr(feature = "schemars", schemars(skip))]
    record: crate::support::record::Record<Self>,
    /// `mode`: [`OrderMode`].
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schemars", schemars(with = "OrderMode"))]
    pub mode: Option<OrderMode>,
    /// `previous`: [`OrderMode`].
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schemars", schemars(with = "OrderMode"))]
    pub previous: Option<OrderMode>,
}

crate::support::construct::construct! {
    Order::new() { record: Default::default() }
    with_mode(mode: impl Into<OrderMode>);
    with_previous(previous: impl Into<OrderMode>);
}

crate::support::record::record!(Order.record);

/// Integer `1` or `2`.
///
/// # Example
///
/// ```
/// use inline::OrderMode;
///
/// let json = r#"1"#;
/// let value: OrderMode = serde_json::from_str(json)?;
/// let back: serde_json::Value = serde_json::to_value(&value)?;
/// assert_eq!(back, serde_json::from_str::<serde_json::Value>(json)?);
/// # Ok::<(), serde_json::Error>(())
/// ```
///
/// Schema: `inline.yaml#/components/schemas/Order/properties/mode`
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum OrderMode {
    /// `1`
    N1,
    /// `2`
    N2,
    /// A value that this version of the schema does not list.
    Unknown(i64),
}

crate::support::open_enum::integer! {
    impl OrderMode {
        N1 = 1;
        N2 = 2;
    }
}

crate::support::published::published! {
    Order = include_str!("../schema/order.schema.json");
    OrderMode = include_str!("../schema/order_mode.schema.json");
}
