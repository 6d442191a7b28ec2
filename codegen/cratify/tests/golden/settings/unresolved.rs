// src/missing.rs
use serde::{Deserialize, Serialize};

/// Any JSON value.
///
/// # Example
///
/// ```
/// use unresolved::Missing;
///
/// let json = r#"{
///   "key": "value"
/// }"#;
/// let value: Missing = serde_json::from_str(json)?;
/// let back: serde_json::Value = serde_json::to_value(&value)?;
/// assert_eq!(back, serde_json::from_str::<serde_json::Value>(json)?);
/// # Ok::<(), serde_json::Error>(())
/// ```
///
/// Schema: `unresolved.yaml#/components/schemas/Missing`
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(transparent)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schemars", schemars(transform = Self::docs))]
pub struct Missing(pub serde_json::Value);

impl From<serde_json::Value> for Missing {
    fn from(value: serde_json::Value) -> Self {
        Self(value)
    }
}

crate::support::published::published! {
    Missing = include_str!("../schema/missing.schema.json");
}

// src/order.rs
use serde::{Deserialize, Serialize};

/// Object with the members `file` and `url`.
///
/// # Example
///
/// ```
/// use unresolved::Order;
///
/// let json = r#"{
///   "file": {
///     "key": "value"
///   }
/// }"#;
/// let value: Order = serde_json::from_str(json)?;
/// let back: serde_json::Value = serde_json::to_value(&value)?;
/// assert_eq!(back, serde_json::from_str::<serde_json::Value>(json)?);
/// # Ok::<(), serde_json::Error>(())
/// ```
///
/// Schema: `unresolved.yaml#/components/schemas/Order`
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(crate = "crate::support::recorded_object")]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schemars", schemars(transform = Self::docs))]
#[non_exhaustive]
pub struct Order {
    #[serde(skip_deserializing)]
    #[cfg_attr(feature = "schemars", schemars(skip))]
    record: crate::support::record::Record<Self>,
    /// The file does not exist.
    pub file: serde_json::Value,
    /// `url`: string.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schemars", schemars(with = "String"))]
    pub url: Option<String>,
}

crate::support::construct::construct! {
    Order::new(file: serde_json::Value) { record: Default::default(), file }
    with_url(url: impl Into<String>);
}

crate::support::record::record!(Order.record);

crate::support::published::published! {
    Order = include_str!("../schema/order.schema.json");
}
