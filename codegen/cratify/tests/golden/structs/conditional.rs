// src/delivery.rs
use serde::{Deserialize, Serialize};

/// Object with the members `kind` and `size`.
///
/// Constraints:
/// `allOf: [{"if":{"properties":{"kind":{"const":"box"}}},"then":{"required":["size"],"properties":{"size":{"type":"integer"}}}}]`.
///
/// Schema: `conditional.yaml#/components/schemas/Delivery`
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(crate = "crate::support::recorded_object")]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(
    feature = "schemars",
    schemars(
        extend(
            "allOf" = [{"if":{"properties":{"kind":{"const":"box"}}},
            "then":{"required":["size"],
            "properties":{"size":{"type":"integer"}}}}]
        ),
        transform = Self::docs
    )
)]
#[non_exhaustive]
pub struct Delivery {
    #[serde(skip_deserializing)]
    #[cfg_attr(feature = "schemars", schemars(skip))]
    record: crate::support::record::Record<Self>,
    /// `kind`: string.
    pub kind: String,
    /// `size`: any JSON value.
    ///
    /// Other members decide which values are valid.
    ///
    /// `None` is absent; null is a value.
    #[serde(
        default,
        skip_serializing_if = "Option::is_none",
        deserialize_with = "crate::support::present::read"
    )]
    #[cfg_attr(feature = "schemars", schemars(skip))]
    pub size: Option<serde_json::Value>,
}

crate::support::construct::construct! {
    Delivery::new(kind: impl Into<String>) {
        record: Default::default(), kind: kind.into(),
    }
    with_size(size: impl Into<serde_json::Value>);
}

crate::support::record::record!(Delivery.record);

crate::support::published::published! {
    Delivery = include_str!("../schema/delivery.schema.json");
}
