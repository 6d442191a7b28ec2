// src/order.rs
use serde::{Deserialize, Serialize};

/// Object with the members `a` and `b`.
///
/// Constraints: `not: {"required":["a","b"]}`.
///
/// Schema: `not.yaml#/components/schemas/Order`
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(crate = "crate::support::recorded_object")]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(
    feature = "schemars",
    schemars(extend("not" = {"required":["a", "b"]}), transform = Self::docs)
)]
#[non_exhaustive]
pub struct Order {
    #[serde(skip_deserializing)]
    #[cfg_attr(feature = "schemars", schemars(skip))]
    record: crate::support::record::Record<Self>,
    /// `a`: string.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schemars", schemars(with = "String"))]
    pub a: Option<String>,
    /// `b`: string.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schemars", schemars(with = "String"))]
    pub b: Option<String>,
}

crate::support::construct::construct! {
    Order::new() { record: Default::default() }
    with_a(a: impl Into<String>);
    with_b(b: impl Into<String>);
}

crate::support::record::record!(Order.record);

crate::support::published::published! {
    Order = include_str!("../schema/order.schema.json");
}

// src/word.rs
use serde::{Deserialize, Serialize};

/// String.
///
/// Constraints: `not: {"enum":["forbidden"]}`.
///
/// Schema: `not.yaml#/components/schemas/Word`
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(
    feature = "schemars",
    schemars(extend("not" = {"enum":["forbidden"]}), transform = Self::docs)
)]
pub struct Word(pub String);

impl From<String> for Word {
    fn from(value: String) -> Self {
        Self(value)
    }
}

crate::support::newtype::text!(Word);

crate::support::newtype::display!(Word);

crate::support::published::published! {
    Word = include_str!("../schema/word.schema.json");
}
