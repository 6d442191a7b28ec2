// src/order.rs
use serde::{Deserialize, Serialize};

/// Object with the member `gone`.
///
/// Schema: `impossible.yaml#/components/schemas/Order`
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(crate = "crate::support::recorded_object")]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schemars", schemars(transform = Self::docs))]
#[non_exhaustive]
pub struct Order {
    #[serde(skip_deserializing)]
    #[cfg_attr(feature = "schemars", schemars(skip))]
    record: crate::support::record::Record<Self>,
    /// `gone`: [`OrderGone`].
    pub gone: OrderGone,
}

crate::support::construct::construct! {
    Order::new(gone: OrderGone) { record: Default::default(), gone }
}

crate::support::record::record!(Order.record);

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
        let mut schema = crate::support::schema::schema("{\"not\":{}}");
        Self::docs(&mut schema);
        schema
    }
}

crate::support::published::published! {
    Order = include_str!("../schema/order.schema.json");
    OrderGone = include_str!("../schema/order_gone.schema.json");
}
