// src/order.rs
use serde::{Deserialize, Serialize};

/// Object with the member `gone`.
///
/// Schema: `impossible.yaml#/components/schemas/Order`
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(crate = "crate::support::object")]
#[cfg_attr(
    feature = "schemars",
    derive(schemars::JsonSchema),
    schemars(crate = "schemars", description = "")
)]
#[non_exhaustive]
pub struct Order {
    /// `gone`: [`OrderGone`].
    #[cfg_attr(feature = "schemars", schemars(description = ""))]
    pub gone: OrderGone,
}

impl Order {
    /// Creates a value with its required members, and without optional ones.
    #[must_use]
    pub fn new(gone: OrderGone) -> Self {
        Self { gone }
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

/// No value is valid: the type has no values.
///
/// Schema: `impossible.yaml#/components/schemas/Order/properties/gone`
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum OrderGone {}

#[cfg(feature = "schemars")]
impl schemars::JsonSchema for OrderGone {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> std::borrow::Cow<'static, str> {
        "OrderGone".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        crate::support::schema::schema("{\"not\":{}}")
    }
}

impl OrderGone {
    /// The JSON Schema of this type, in draft 2020-12.
    #[must_use]
    pub const fn schema() -> &'static str {
        include_str!("../schema/order_gone.schema.json")
    }
}

#[cfg(feature = "validate")]
crate::support::strict::strict!(OrderGone);
