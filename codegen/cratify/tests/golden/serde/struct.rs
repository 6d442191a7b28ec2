// src/order.rs
/// Object with the members `id`, `total` and `part`.
///
/// # Example
///
/// ```
/// use struct_types::Order;
///
/// let json = r#"{
///   "id": "string",
///   "part": {
///     "id": "string",
///     "part": {
///       "id": "string"
///     }
///   }
/// }"#;
/// let value: Order = serde_json::from_str(json)?;
/// let back: serde_json::Value = serde_json::to_value(&value)?;
/// assert_eq!(back, serde_json::from_str::<serde_json::Value>(json)?);
/// # Ok::<(), serde_json::Error>(())
/// ```
///
/// Schema: `struct.yaml#/components/schemas/Order`
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schemars", schemars(transform = Self::docs))]
#[non_exhaustive]
pub struct Order {
    #[cfg_attr(feature = "schemars", schemars(skip))]
    pub(crate) record: crate::support::record::Record<Self>,
    /// `id`: string.
    pub id: String,
    /// `total`: number or null.
    #[cfg_attr(
        feature = "schemars",
        schemars(default, skip_serializing_if = "Option::is_none")
    )]
    pub total: Option<f64>,
    /// `part`: [`Order`].
    #[cfg_attr(
        feature = "schemars",
        schemars(default, skip_serializing_if = "Option::is_none")
    )]
    #[cfg_attr(feature = "schemars", schemars(with = "Box<Order>"))]
    pub part: Option<Box<Order>>,
}

crate::support::construct::construct! {
    Order::new(id: impl Into<String>) { record: Default::default(), id: id.into() }
    with_total(total: f64);
    with_part(part: impl Into<Order>) => Box::new;
}

crate::support::record::record! {
    Order.record, written;
    total = "total": is_null_total, set_null_total;
}

crate::support::published::published! {
    Order = include_str!("../schema/order.schema.json");
}
