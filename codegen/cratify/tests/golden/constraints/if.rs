// src/order.rs
use serde::{Deserialize, Serialize};

/// Object with the members `kind` and `x`.
///
/// Constraints:
/// `allOf: [{"if":{"properties":{"kind":{"const":"a"}}},"then":{"required":["x"]},"else":{"not":{"required":["x"]}}}]`.
///
/// Schema: `if.yaml#/components/schemas/Order`
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(crate = "crate::support::recorded_object")]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(
    feature = "schemars",
    schemars(
        extend(
            "allOf" = [{"if":{"properties":{"kind":{"const":"a"}}},
            "then":{"required":["x"]},
            "else":{"not":{"required":["x"]}}}]
        ),
        transform = Self::docs
    )
)]
#[non_exhaustive]
pub struct Order {
    #[serde(skip_deserializing)]
    #[cfg_attr(feature = "schemars", schemars(skip))]
    record: crate::support::record::Record<Self>,
    /// `kind`: string.
    pub kind: String,
    /// `x`: string.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schemars", schemars(with = "String"))]
    pub x: Option<String>,
}

crate::support::construct::construct! {
    Order::new(kind: impl Into<String>) { record: Default::default(), kind: kind.into() }
    with_x(x: impl Into<String>);
}

crate::support::record::record!(Order.record);

crate::support::published::published! {
    Order = include_str!("../schema/order.schema.json");
}
