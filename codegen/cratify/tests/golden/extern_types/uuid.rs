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
#[serde(crate = "crate::support::object")]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schemars", schemars(transform = Self::docs))]
#[non_exhaustive]
pub struct Order {
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

impl Order {
    /// Creates a value with its required members, and without optional ones.
    #[must_use]
    pub fn new(id: uuid::Uuid) -> Self {
        Self {
            id,
            parts: None,
            word: None,
        }
    }
}

crate::support::setters::setters! {
    impl Order {
        with_parts(parts: Vec<uuid::Uuid>);
        with_word(word: impl Into<OrderWord>);
    }
}

crate::support::published::published!(
    Order, include_str!("../schema/order.schema.json")
);

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
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(
    feature = "schemars",
    schemars(inline, extend("format" = "uuid"), transform = Self::docs)
)]
#[non_exhaustive]
pub enum OrderWord {
    /// `a`
    #[default]
    #[serde(rename = "a")]
    A,
    /// A value that this version of the schema does not list.
    #[serde(untagged)]
    #[cfg_attr(feature = "schemars", schemars(skip))]
    Unknown(#[serde(serialize_with = "crate::support::unknown::write")] String),
}

impl OrderWord {
    /// All listed values, in the order of the schema.
    pub const ALL: [Self; 1] = [Self::A];

    /// The value in JSON.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::A => "a",
            Self::Unknown(text) => text,
        }
    }

    fn known(text: &str) -> Option<Self> {
        Some(
            match text {
                "a" => Self::A,
                _ => return None,
            },
        )
    }
}

crate::support::open_enum::string!(OrderWord);

crate::support::published::published!(
    OrderWord, include_str!("../schema/order_word.schema.json")
);
