// src/order.rs
use serde::Serialize;

/// String `up` or `down`.
///
/// Default: `"down"`
///
/// # Example
///
/// ```
/// use default::Order;
///
/// let json = r#""up""#;
/// let value: Order = serde_json::from_str(json)?;
/// let back: serde_json::Value = serde_json::to_value(&value)?;
/// assert_eq!(back, serde_json::from_str::<serde_json::Value>(json)?);
/// # Ok::<(), serde_json::Error>(())
/// ```
///
/// Schema: `default.yaml#/components/schemas/Order`
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schemars", schemars(transform = Self::docs))]
#[non_exhaustive]
pub enum Order {
    /// `up`
    #[serde(rename = "up")]
    Up,
    /// `down`
    #[default]
    #[serde(rename = "down")]
    Down,
    /// A value that this version of the schema does not list.
    #[serde(untagged)]
    #[cfg_attr(feature = "schemars", schemars(skip))]
    Unknown(#[serde(serialize_with = "crate::support::unknown::write")] String),
}

impl Order {
    /// All listed values, in the order of the schema.
    pub const ALL: [Self; 2] = [Self::Up, Self::Down];

    /// The value in JSON.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Up => "up",
            Self::Down => "down",
            Self::Unknown(text) => text,
        }
    }

    fn known(text: &str) -> Option<Self> {
        Some(
            match text {
                "up" => Self::Up,
                "down" => Self::Down,
                _ => return None,
            },
        )
    }
}

crate::support::open_enum::string!(Order);

crate::support::published::published!(
    Order, include_str!("../schema/order.schema.json")
);
