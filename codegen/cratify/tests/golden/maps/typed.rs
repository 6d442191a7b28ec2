// src/prices.rs
use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

/// Object with values of type number.
///
/// Constraints: at least 1 member.
///
/// # Example
///
/// ```
/// use map::Prices;
///
/// let json = r#"{
///   "key": 1.5
/// }"#;
/// let value: Prices = serde_json::from_str(json)?;
/// let back: serde_json::Value = serde_json::to_value(&value)?;
/// assert_eq!(back, serde_json::from_str::<serde_json::Value>(json)?);
/// # Ok::<(), serde_json::Error>(())
/// ```
///
/// Schema: `typed.yaml#/components/schemas/Prices`
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(transparent)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(
    feature = "schemars",
    schemars(
        extend("minProperties" = 1),
        extend("additionalProperties" = {"type":"number", "minimum":0}),
        transform = Self::docs
    )
)]
pub struct Prices(
    #[serde(
        deserialize_with = "crate::support::number::read",
        serialize_with = "crate::support::number::write"
    )]
    pub BTreeMap<String, f64>,
);

impl From<BTreeMap<String, f64>> for Prices {
    fn from(value: BTreeMap<String, f64>) -> Self {
        Self(value)
    }
}

crate::support::newtype::deref! {
    impl Prices: BTreeMap<String, f64>
}

crate::support::published::published! {
    Prices = include_str!("../schema/prices.schema.json");
}
