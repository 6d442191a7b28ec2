// src/order.rs
use serde::{Deserialize, Serialize};

/// Object with the members `from`, `to`, `by`, `note` and 3 more members.
///
/// # Example
///
/// ```
/// use deprecated_items::Order;
///
/// let json = r#"{
///   "from": "string",
///   "to": "string",
///   "by": "string"
/// }"#;
/// let value: Order = serde_json::from_str(json)?;
/// let back: serde_json::Value = serde_json::to_value(&value)?;
/// assert_eq!(back, serde_json::from_str::<serde_json::Value>(json)?);
/// # Ok::<(), serde_json::Error>(())
/// ```
///
/// Schema: `deprecated_items.yaml#/components/schemas/Order`
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(crate = "crate::support::recorded_object")]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schemars", schemars(transform = Self::docs))]
#[non_exhaustive]
pub struct Order {
    #[serde(skip_deserializing)]
    #[cfg_attr(feature = "schemars", schemars(skip))]
    record: crate::support::record::Record<Self>,
    /// `from`: string.
    pub from: String,
    /// `to`: string.
    pub to: String,
    /// `by`: string.
    #[deprecated]
    pub by: String,
    /// `note`: string or null.
    ///
    /// Default: `"none"`
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[deprecated]
    pub note: Option<String>,
    /// `limit`: integer.
    ///
    /// Default: `10`
    #[serde(
        default,
        skip_serializing_if = "Option::is_none",
        deserialize_with = "crate::support::number::read"
    )]
    #[cfg_attr(feature = "schemars", schemars(with = "i64"))]
    #[deprecated]
    pub limit: Option<i64>,
    /// `level`: [`OrderLevel`].
    ///
    /// Default: `"low"`
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schemars", schemars(with = "OrderLevel"))]
    #[deprecated]
    pub level: Option<OrderLevel>,
    /// `label`: string.
    ///
    /// Default: `"plain"`
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schemars", schemars(with = "String"))]
    #[deprecated]
    pub label: Option<String>,
}

crate::support::construct::by_name! {
    Order::new(required: crate::required::Order) {
        record: Default::default(), from, to, by,
    }
    #[deprecated]
    with_note(note: impl Into<String>);
    #[deprecated]
    with_limit(limit: i64);
    #[deprecated]
    with_level(level: impl Into<OrderLevel>);
    #[deprecated]
    with_label(label: impl Into<String>);
}

crate::support::defaults::defaults! {
    impl Order {
        #[deprecated]
        limit_or_default = limit: copies i64, 10;
        #[deprecated]
        level_or_default = level: borrows OrderLevel, &OrderLevel::Low;
        #[deprecated]
        label_or_default = label: reads str, "plain";
    }
}

crate::support::record::record! {
    Order.record;
    #[deprecated]
    note = "note": is_null_note, set_null_note;
}

/// String `low` or `high`.
///
/// Default: `"low"`
///
/// Schema: `deprecated_items.yaml#/components/schemas/Order/properties/level`
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
#[deprecated]
#[non_exhaustive]
pub enum OrderLevel {
    /// `low`
    #[default]
    Low,
    /// `high`
    High,
    /// A value that this version of the schema does not list.
    Unknown(String),
}

crate::support::open_enum::string! {
    impl OrderLevel in place {
        Low = "low";
        High = "high";
    }
}

crate::support::published::published! {
    Order = include_str!("../schema/order.schema.json");
    OrderLevel = include_str!("../schema/order_level.schema.json");
}

// src/required.rs
/// The required members that [`Order::new`](crate::Order::new) takes.
pub struct Order {
    /// See [`Order::from`](crate::Order::from).
    pub from: String,
    /// See [`Order::to`](crate::Order::to).
    pub to: String,
    /// See [`Order::by`](crate::Order::by).
    #[deprecated]
    pub by: String,
}
