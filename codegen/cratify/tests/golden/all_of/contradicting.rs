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
#[serde(crate = "crate::support::object")]
#[cfg_attr(
    feature = "schemars",
    derive(schemars::JsonSchema),
    schemars(crate = "schemars", description = "")
)]
#[non_exhaustive]
pub struct Order {
    /// `never`: [`OrderNever`].
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schemars", schemars(with = "OrderNever", description = ""))]
    pub never: Option<OrderNever>,
    /// `id`: string.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schemars", schemars(with = "String", description = ""))]
    pub id: Option<String>,
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
        with_never(never: impl Into<OrderNever>);
        with_id(id: impl Into<String>);
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
        crate::support::schema::schema("{\"not\":{}}")
    }
}

impl OrderNever {
    /// The JSON Schema of this type, in draft 2020-12.
    #[must_use]
    pub const fn schema() -> &'static str {
        include_str!("../schema/order_never.schema.json")
    }
}

#[cfg(feature = "validate")]
crate::support::strict::strict!(OrderNever);
