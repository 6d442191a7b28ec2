// src/query.rs
use serde::{Deserialize, Serialize};

/// Object with the members `limit`, `least`, `ratio`, `type` and 3 more members.
///
/// # Example
///
/// ```
/// use defaults::Query;
///
/// let json = r#"{
///   "limit": 1,
///   "least": 1,
///   "ratio": 1.5,
///   "wrong": 1
/// }"#;
/// let value: Query = serde_json::from_str(json)?;
/// let back: serde_json::Value = serde_json::to_value(&value)?;
/// assert_eq!(back, serde_json::from_str::<serde_json::Value>(json)?);
/// # Ok::<(), serde_json::Error>(())
/// ```
///
/// Schema: `defaults.yaml#/components/schemas/Query`
#[derive(Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(crate = "crate::support::recorded_object")]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schemars", schemars(transform = Self::docs))]
#[non_exhaustive]
pub struct Query {
    #[serde(skip_deserializing)]
    #[cfg_attr(feature = "schemars", schemars(skip))]
    record: crate::support::record::Record<Self>,
    /// `limit`: integer, format `uint8`.
    ///
    /// Default: `20`
    #[serde(
        default,
        skip_serializing_if = "Option::is_none",
        deserialize_with = "crate::support::number::read"
    )]
    #[cfg_attr(feature = "schemars", schemars(with = "i64", extend("format" = "uint8")))]
    pub limit: Option<u8>,
    /// `least`: integer.
    ///
    /// Default: `-9223372036854775808`
    #[serde(
        default,
        skip_serializing_if = "Option::is_none",
        deserialize_with = "crate::support::number::read"
    )]
    #[cfg_attr(feature = "schemars", schemars(with = "i64"))]
    pub least: Option<i64>,
    /// `ratio`: number.
    ///
    /// Default: `1`
    #[serde(
        default,
        skip_serializing_if = "Option::is_none",
        deserialize_with = "crate::support::number::read",
        serialize_with = "crate::support::number::write"
    )]
    #[cfg_attr(feature = "schemars", schemars(with = "f64"))]
    pub ratio: Option<f64>,
    /// `type`: string.
    ///
    /// Default: `"a \"b\"\n"`
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schemars", schemars(with = "String"))]
    pub r#type: Option<String>,
    /// `wrong`: integer.
    ///
    /// Default: `"many"`
    #[serde(
        default,
        skip_serializing_if = "Option::is_none",
        deserialize_with = "crate::support::number::read"
    )]
    #[cfg_attr(feature = "schemars", schemars(with = "i64"))]
    pub wrong: Option<i64>,
    /// `none`: boolean or null.
    ///
    /// Default: `true`
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub none: Option<bool>,
    /// `pin`: string, format `password`.
    ///
    /// Sensitive: neither `Debug` nor an error shows the value.
    ///
    /// Default: `"0000"`
    #[serde(
        default,
        skip_serializing_if = "Option::is_none",
        deserialize_with = "crate::support::secret::read"
    )]
    #[cfg_attr(
        feature = "schemars",
        schemars(with = "String", extend("format" = "password"))
    )]
    pub pin: Option<String>,
}

crate::support::construct::construct! {
    Query::new() { record: Default::default() }
    with_limit(limit: u8);
    with_least(least: i64);
    with_ratio(ratio: f64);
    with_type(r#type: impl Into<String>);
    with_wrong(wrong: i64);
    with_none(none: bool);
    with_pin(pin: impl Into<String>);
}

crate::support::defaults::defaults! {
    impl Query {
        limit_or_default = limit: copies u8, 20;
        least_or_default = least: copies i64, -9223372036854775808;
        ratio_or_default = ratio: copies f64, 1.0;
        type_or_default = r#type: reads str, "a \"b\"\n";
    }
}

crate::support::record::record! {
    Query.record;
    none = "none": is_null_none, set_null_none;
}

impl std::fmt::Debug for Query {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Query")
            .field("record", &self.record)
            .field("limit", &self.limit)
            .field("least", &self.least)
            .field("ratio", &self.ratio)
            .field("type", &self.r#type)
            .field("wrong", &self.wrong)
            .field("none", &self.none)
            .field("pin", &self.pin.as_ref().map(|_| crate::support::secret::Redacted))
            .finish()
    }
}

crate::support::published::published! {
    Query = include_str!("../schema/query.schema.json"), masked;
}
