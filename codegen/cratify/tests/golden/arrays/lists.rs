// src/lists.rs
use serde::{Deserialize, Serialize};

/// Object with the members `texts`, `nullable`, `matrix`, `unique` and 2 more members.
///
/// # Example
///
/// ```
/// use lists::Lists;
///
/// let json = r#"{
///   "texts": [
///     "st"
///   ]
/// }"#;
/// let value: Lists = serde_json::from_str(json)?;
/// let back: serde_json::Value = serde_json::to_value(&value)?;
/// assert_eq!(back, serde_json::from_str::<serde_json::Value>(json)?);
/// # Ok::<(), serde_json::Error>(())
/// ```
///
/// Schema: `lists.yaml#/components/schemas/Lists`
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(crate = "crate::support::recorded_object")]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schemars", schemars(transform = Self::docs))]
#[non_exhaustive]
pub struct Lists {
    #[serde(skip_deserializing)]
    #[cfg_attr(feature = "schemars", schemars(skip))]
    record: crate::support::record::Record<Self>,
    /// `texts`: array of strings, 1 to 3 elements.
    ///
    /// Each element: at most 2 characters.
    #[cfg_attr(
        feature = "schemars",
        schemars(
            extend("minItems" = 1),
            extend("maxItems" = 3),
            extend("items" = {"type":"string", "maxLength":2})
        )
    )]
    pub texts: Vec<String>,
    /// `nullable`: array of strings or nulls.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schemars", schemars(with = "Vec<Option<String>>"))]
    pub nullable: Option<Vec<Option<String>>>,
    /// `matrix`: array of arrays of numbers.
    #[serde(
        default,
        skip_serializing_if = "Option::is_none",
        deserialize_with = "crate::support::number::read",
        serialize_with = "crate::support::number::write"
    )]
    #[cfg_attr(feature = "schemars", schemars(with = "Vec<Vec<f64>>"))]
    pub matrix: Option<Vec<Vec<f64>>>,
    /// `unique`: array of integers, no element twice.
    #[serde(
        default,
        skip_serializing_if = "Option::is_none",
        deserialize_with = "crate::support::number::read"
    )]
    #[cfg_attr(
        feature = "schemars",
        schemars(with = "Vec<i64>", extend("uniqueItems" = true))
    )]
    pub unique: Option<Vec<i64>>,
    /// `some`: array of integers, `contains: {"minimum":10}`, `maxContains: 2`.
    #[serde(
        default,
        skip_serializing_if = "Option::is_none",
        deserialize_with = "crate::support::number::read"
    )]
    #[cfg_attr(
        feature = "schemars",
        schemars(
            with = "Vec<i64>",
            extend("contains" = {"minimum":10}),
            extend("maxContains" = 2)
        )
    )]
    pub some: Option<Vec<i64>>,
    /// `any`: array of any JSON values.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schemars", schemars(with = "Vec<serde_json::Value>"))]
    pub any: Option<Vec<serde_json::Value>>,
}

crate::support::construct::construct! {
    Lists::new(texts: Vec<String>) { record: Default::default(), texts }
    with_nullable(nullable: Vec<Option<String>>);
    with_matrix(matrix: Vec<Vec<f64>>);
    with_unique(unique: Vec<i64>);
    with_some(some: Vec<i64>);
    with_any(any: Vec<serde_json::Value>);
}

crate::support::record::record!(Lists.record);

crate::support::published::published! {
    Lists = include_str!("../schema/lists.schema.json");
}
