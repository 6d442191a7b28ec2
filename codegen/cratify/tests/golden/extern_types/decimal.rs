// src/amounts.rs
use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

/// Object with the members `net`, `gross` and `price`.
///
/// # Example
///
/// ```
/// use decimal::Amounts;
///
/// let json = r#"{
///   "net": 12.5
/// }"#;
/// let value: Amounts = serde_json::from_str(json)?;
/// let back: serde_json::Value = serde_json::to_value(&value)?;
/// assert_eq!(back, serde_json::from_str::<serde_json::Value>(json)?);
/// # Ok::<(), serde_json::Error>(())
/// ```
///
/// Schema: `decimal.yaml#/components/schemas/Amounts`
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(crate = "crate::support::recorded_object")]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(
    feature = "schemars",
    schemars(
        extend("additionalProperties" = {"type":"number", "format":"decimal"}),
        transform = Self::docs
    )
)]
#[non_exhaustive]
pub struct Amounts {
    #[serde(skip_deserializing)]
    #[cfg_attr(feature = "schemars", schemars(skip))]
    record: crate::support::record::Record<Self>,
    /// `net`: number, at least 0, format `decimal`.
    #[serde(with = "crate::support::decimal")]
    #[cfg_attr(
        feature = "schemars",
        schemars(with = "f64", extend("minimum" = 0), extend("format" = "decimal"))
    )]
    pub net: rust_decimal::Decimal,
    /// `gross`: number or null, format `decimal`.
    #[serde(
        default,
        skip_serializing_if = "Option::is_none",
        with = "crate::support::codec::As::<Option<crate::support::extern_codec::Decimal>>"
    )]
    #[cfg_attr(
        feature = "schemars",
        schemars(with = "Option<f64>", extend("format" = "decimal"))
    )]
    pub gross: Option<rust_decimal::Decimal>,
    /// `price`: string, format `decimal`.
    #[serde(
        default,
        skip_serializing_if = "Option::is_none",
        with = "crate::support::codec::As::<Option<crate::support::extern_codec::RustDecimalSerdeStr>>"
    )]
    #[cfg_attr(
        feature = "schemars",
        schemars(with = "String", extend("format" = "decimal"))
    )]
    pub price: Option<rust_decimal::Decimal>,
    /// Members without a field of their own.
    #[serde(
        flatten,
        with = "crate::support::codec::As::<BTreeMap<String, crate::support::extern_codec::Decimal>>"
    )]
    #[cfg_attr(feature = "schemars", schemars(with = "BTreeMap<String, f64>"))]
    pub additional_properties: BTreeMap<String, rust_decimal::Decimal>,
}

crate::support::construct::construct! {
    Amounts::new(net: rust_decimal::Decimal) {
        record: Default::default(), net, additional_properties: BTreeMap::new(),
    }
    with_gross(gross: rust_decimal::Decimal);
    with_price(price: rust_decimal::Decimal);
}

impl Amounts {
    /// Sets the members without a field of their own.
    #[must_use]
    pub fn with_additional_properties(
        mut self,
        additional_properties: BTreeMap<String, rust_decimal::Decimal>,
    ) -> Self {
        self.additional_properties = additional_properties;
        self
    }
}

crate::support::record::nulls! {
    Amounts.record;
    gross = "gross": is_null_gross, set_null_gross;
}

crate::support::published::published! {
    Amounts = include_str!("../schema/amounts.schema.json");
}
