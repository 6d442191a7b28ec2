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
#[serde(crate = "crate::support::object")]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schemars", schemars(transform = Self::docs))]
#[non_exhaustive]
pub struct Order {
    /// `state`: [`OrderState`] or null.
    #[serde(deserialize_with = "Option::deserialize")]
    #[cfg_attr(
        feature = "schemars",
        schemars(with = "crate::support::schema::Nullable<OrderState>")
    )]
    pub state: Option<OrderState>,
}

impl Order {
    /// Creates a value with its required members, and without optional ones.
    #[must_use]
    pub fn new(state: Option<OrderState>) -> Self {
        Self { state }
    }
}

crate::support::published::published!(
    Order, include_str!("../schema/order.schema.json")
);

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
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schemars", schemars(inline, transform = Self::docs))]
#[non_exhaustive]
pub enum OrderState {
    /// `open`
    #[serde(rename = "open")]
    Open,
    /// `closed`
    #[serde(rename = "closed")]
    Closed,
    /// A value that this version of the schema does not list.
    #[serde(untagged)]
    #[cfg_attr(feature = "schemars", schemars(skip))]
    Unknown(#[serde(serialize_with = "crate::support::unknown::write")] String),
}

impl OrderState {
    /// All listed values, in the order of the schema.
    pub const ALL: [Self; 2] = [Self::Open, Self::Closed];

    /// The value in JSON.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Open => "open",
            Self::Closed => "closed",
            Self::Unknown(text) => text,
        }
    }

    fn known(text: &str) -> Option<Self> {
        Some(
            match text {
                "open" => Self::Open,
                "closed" => Self::Closed,
                _ => return None,
            },
        )
    }
}

crate::support::open_enum::string!(OrderState);

crate::support::published::published!(
    OrderState, include_str!("../schema/order_state.schema.json")
);
