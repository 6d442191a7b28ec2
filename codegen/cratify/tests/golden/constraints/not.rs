// src/order.rs
use serde::{Deserialize, Serialize};

/// Object with the members `a` and `b`.
///
/// Constraints: `not: {"required":["a","b"]}`.
///
/// Schema: `not.yaml#/components/schemas/Order`
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(crate = "crate::support::object")]
#[cfg_attr(
    feature = "schemars",
    derive(schemars::JsonSchema),
    schemars(
        crate = "schemars",
        description = "",
        extend("not" = {"required":["a", "b"]})
    )
)]
#[non_exhaustive]
pub struct Order {
    /// `a`: string.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schemars", schemars(with = "String", description = ""))]
    pub a: Option<String>,
    /// `b`: string.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schemars", schemars(with = "String", description = ""))]
    pub b: Option<String>,
}

impl Order {
    /// Creates a value without optional members.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }
}

crate::support::setters::setters! {
    impl Order {
        with_a(a: impl Into<String>);
        with_b(b: impl Into<String>);
    }
}

impl Order {
    /// The JSON Schema of this type, in draft 2020-12.
    #[must_use]
    pub const fn schema() -> &'static str {
        include_str!("../schema/order.schema.json")
    }
}

#[cfg(feature = "validate")]
crate::support::strict::strict!(Order);

// src/word.rs
use serde::{Deserialize, Serialize};

/// String.
///
/// Constraints: `not: {"enum":["forbidden"]}`.
///
/// Schema: `not.yaml#/components/schemas/Word`
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
#[cfg_attr(
    feature = "schemars",
    derive(schemars::JsonSchema),
    schemars(description = "", extend("not" = {"enum":["forbidden"]}))
)]
pub struct Word(pub String);

impl From<String> for Word {
    fn from(value: String) -> Self {
        Self(value)
    }
}

impl Word {
    /// The JSON Schema of this type, in draft 2020-12.
    #[must_use]
    pub const fn schema() -> &'static str {
        include_str!("../schema/word.schema.json")
    }
}

#[cfg(feature = "validate")]
crate::support::strict::strict!(Word);
