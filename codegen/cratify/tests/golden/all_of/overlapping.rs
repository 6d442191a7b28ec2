// src/order.rs
use serde::{Deserialize, Serialize};

/// Object with the members `count`, `mode` and `text`.
///
/// # Example
///
/// ```
/// use overlapping::Order;
///
/// let json = r#"{
///   "count": 1,
///   "mode": "b"
/// }"#;
/// let value: Order = serde_json::from_str(json)?;
/// let back: serde_json::Value = serde_json::to_value(&value)?;
/// assert_eq!(back, serde_json::from_str::<serde_json::Value>(json)?);
/// # Ok::<(), serde_json::Error>(())
/// ```
///
/// Schema: `overlapping.yaml#/components/schemas/Order`
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(crate = "crate::support::recorded_object")]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schemars", schemars(transform = Self::docs))]
#[non_exhaustive]
pub struct Order {
    #[serde(skip_deserializing)]
    #[cfg_attr(feature = "schemars", schemars(skip))]
    record: crate::support::record::Record<Self>,
    /// `count`: integer, 1 to 9.
    #[serde(
        default,
        skip_serializing_if = "Option::is_none",
        deserialize_with = "crate::support::number::read"
    )]
    #[cfg_attr(feature = "schemars", schemars(with = "i64", range(min = 1, max = 9)))]
    pub count: Option<i64>,
    /// `mode`: [`OrderMode`].
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schemars", schemars(with = "OrderMode"))]
    pub mode: Option<OrderMode>,
    /// `text`: string, at most 3 characters.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schemars", schemars(with = "String", length(max = 3)))]
    pub text: Option<String>,
}

crate::support::construct::construct! {
    Order::new() { record: Default::default() }
    with_count(count: i64);
    with_mode(mode: impl Into<OrderMode>);
    with_text(text: impl Into<String>);
}

crate::support::record::record!(Order.record);

/// String `b` or `c`.
///
/// # Example
///
/// ```
/// use overlapping::OrderMode;
///
/// let json = r#""b""#;
/// let value: OrderMode = serde_json::from_str(json)?;
/// let back: serde_json::Value = serde_json::to_value(&value)?;
/// assert_eq!(back, serde_json::from_str::<serde_json::Value>(json)?);
/// # Ok::<(), serde_json::Error>(())
/// ```
///
/// Schema: `overlapping.yaml#/components/schemas/Order/allOf/0/properties/mode`
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum OrderMode {
    /// `b`
    B,
    /// `c`
    C,
    /// A value that this version of the schema does not list.
    Unknown(String),
}

crate::support::open_enum::string! {
    impl OrderMode in place {
        B = "b";
        C = "c";
    }
}

crate::support::published::published! {
    Order = include_str!("../schema/order.schema.json");
    OrderMode = include_str!("../schema/order_mode.schema.json");
}
