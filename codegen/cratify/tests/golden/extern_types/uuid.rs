// src/order.rs
use serde::{Deserialize, Serialize};

/// Object with the members `id`, `parts` and `word`.
///
/// # Example
///
/// ```
/// use uuid::Order;
///
/// let json = r#"{
///   "id": "fe26475d-ec3e-4884-9553-f7356683f7f9",
///   "word": "a"
/// }"#;
/// let value: Order = serde_json::from_str(json)?;
/// let back: serde_json::Value = serde_json::to_value(&value)?;
/// assert_eq!(back, serde_json::from_str::<serde_json::Value>(json)?);
/// # Ok::<(), serde_json::Error>(())
/// ```
///
/// Schema: `uuid.yaml#/components/schemas/Order`
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(crate = "crate::support::recorded_object")]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schemars", schemars(transform = Self::docs))]
#[non_exhaustive]
pub struct Order {
    #[serde(skip_deserializing)]
    #[cfg_attr(feature = "schemars", schemars(skip))]
    record: crate::support::record::Record<Self>,
    /// `id`: string, format `uuid`.
    #[cfg_attr(
        feature = "schemars",
        schemars(with = "String", extend("format" = "uuid"))
    )]
    pub id: uuid::Uuid,
    /// `parts`: array of strings, at most 3 elements.
    ///
    /// Each element: format `uuid`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(
        feature = "schemars",
        schemars(
            with = "Vec<String>",
            extend("maxItems" = 3),
            extend("items" = {"type":"string", "format":"uuid"})
        )
    )]
    pub parts: Option<Vec<uuid::Uuid>>,
    /// `word`: [`OrderWord`].
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schemars", schemars(with = "OrderWord"))]
    pub word: Option<OrderWord>,
}

crate::support::construct::construct! {
    Order::new(id: uuid::Uuid) { record: Default::default(), id }
    with_parts(parts: Vec<uuid::Uuid>);
    with_word(word: impl Into<OrderWord>);
}

crate::support::record::record!(Order.record);

/// String `a`.
///
/// Constraints: format `uuid`.
///
/// # Example
///
/// ```
/// use uuid::OrderWord;
///
/// let json = r#""a""#;
/// let value: OrderWord = serde_json::from_str(json)?;
/// let back: serde_json::Value = serde_json::to_value(&value)?;
/// assert_eq!(back, serde_json::from_str::<serde_json::Value>(json)?);
/// # Ok::<(), serde_json::Error>(())
/// ```
///
/// Schema: `uuid.yaml#/components/schemas/Order/properties/word`
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
#[non_exhaustive]
pub enum OrderWord {
    /// `a`
    #[default]
    A,
    /// A value that this version of the schema does not list.
    Unknown(String),
}

crate::support::open_enum::string! {
    impl OrderWord with "{\"format\":\"uuid\"}" in place {
        A = "a";
    }
}

crate::support::published::published! {
    Order = include_str!("../schema/order.schema.json");
    OrderWord = include_str!("../schema/order_word.schema.json");
}
