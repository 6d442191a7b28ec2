// src/query.rs
use serde::{Deserialize, Serialize};

use crate::{Level, Order, Size, Width};

/// Object with the members `order`, `level`, `unlisted`, `stated` and `other`.
///
/// # Example
///
/// ```
/// use defaults_of_enums::Query;
///
/// let json = r#"{
///   "order": "up",
///   "level": 1,
///   "unlisted": "up",
///   "stated": "small",
///   "other": "small"
/// }"#;
/// let value: Query = serde_json::from_str(json)?;
/// let back: serde_json::Value = serde_json::to_value(&value)?;
/// assert_eq!(back, serde_json::from_str::<serde_json::Value>(json)?);
/// # Ok::<(), serde_json::Error>(())
/// ```
///
/// Schema: `defaults_of_enums.yaml#/components/schemas/Query`
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(crate = "crate::support::recorded_object")]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schemars", schemars(transform = Self::docs))]
#[non_exhaustive]
pub struct Query {
    #[serde(skip_deserializing)]
    #[cfg_attr(feature = "schemars", schemars(skip))]
    record: crate::support::record::Record<Self>,
    /// `order`: [`Order`].
    ///
    /// Default: `"down"`
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schemars", schemars(with = "Order"))]
    pub order: Option<Order>,
    /// `level`: [`Level`].
    ///
    /// Default: `2`
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schemars", schemars(with = "Level"))]
    pub level: Option<Level>,
    /// `unlisted`: [`Order`].
    ///
    /// Default: `"sideways"`
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schemars", schemars(with = "Order"))]
    pub unlisted: Option<Order>,
    /// `stated`: [`Size`].
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schemars", schemars(with = "Size"))]
    pub stated: Option<Size>,
    /// `other`: [`Width`].
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schemars", schemars(with = "Width"))]
    pub other: Option<Width>,
}

crate::support::construct::construct! {
    Query::new() { record: Default::default() }
    with_order(order: impl Into<Order>);
    with_level(level: impl Into<Level>);
    with_unlisted(unlisted: impl Into<Order>);
    with_stated(stated: impl Into<Size>);
    with_other(other: impl Into<Width>);
}

crate::support::defaults::defaults! {
    impl Query {
        order_or_default = order: borrows Order, &Order::Down;
        level_or_default = level: copies Level, Level::N2;
        stated_or_default = stated: borrows Size, &Size::Small;
        other_or_default = other: borrows Width, &Width::Large;
    }
}

crate::support::record::record!(Query.record);

crate::support::published::published! {
    Query = include_str!("../schema/query.schema.json");
}
