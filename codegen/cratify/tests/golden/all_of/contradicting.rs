// src/order.rs
use serde::{Deserialize, Serialize};

/// Object with the members `never` and `id`.
///
/// # Example
///
/// ```
/// use contradicting::Order;
///
/// let json = r#"{}"#;
/// let value: Order = serde_json::from_str(json)?;
/// let back: serde_json::Value = serde_json::to_value(&value)?;
/// assert_eq!(back, serde_json::from_str::<serde_json::Value>(json)?);
/// # Ok::<(), serde_json::Error>(())
/// ```
///
/// Schema: `contradicting.yaml#/components/schemas/Order`
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(crate = "crate::support::recorded_object")]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schemars", schemars(transform = Self::docs))]
#[non_exhaustive]
pub struct Order {
    #[serde(skip_deserializing)]
    #[cfg_attr(feature = "schemars", schemars(skip))]
    record: crate::support::record::Record<Self>,
    /// `never`: [`OrderNever`].
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schemars", schemars(with = "OrderNever"))]
    pub never: Option<OrderNever>,
    /// `id`: string.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schemars", schemars(with = "String"))]
    pub id: Option<String>,
}

crate::support::construct::construct! {
    Order::new() { record: Default::default() }
    with_never(never: impl Into<OrderNever>);
    with_id(id: impl Into<String>);
}

crate::support::record::record!(Order.record);

/// No value is valid: the type has no values.
///
/// Schema: `contradicting.yaml#/components/schemas/Order/allOf/0/properties/never`
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum OrderNever {}

#[cfg(feature = "schemars")]
impl schemars::JsonSchema for OrderNever {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> std::borrow::Cow<'static, str> {
        "OrderNever".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        let mut schema = crate::support::schema::schema("{\"not\":{}}");
        Self::docs(&mut schema);
        schema
    }
}

crate::support::published::published! {
    Order = include_str!("../schema/order.schema.json");
    OrderNever = include_str!("../schema/order_never.schema.json");
}
