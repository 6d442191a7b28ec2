// src/tuples.rs
use serde::{Deserialize, Serialize};

/// Object with the members `pair`, `numbers` and `single`.
///
/// # Example
///
/// ```
/// use tuples::Tuples;
///
/// let json = r#"{
///   "pair": [
///     "string",
///     true
///   ]
/// }"#;
/// let value: Tuples = serde_json::from_str(json)?;
/// let back: serde_json::Value = serde_json::to_value(&value)?;
/// assert_eq!(back, serde_json::from_str::<serde_json::Value>(json)?);
/// # Ok::<(), serde_json::Error>(())
/// ```
///
/// Schema: `tuples.yaml#/components/schemas/Tuples`
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(crate = "crate::support::recorded_object")]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schemars", schemars(transform = Self::docs))]
#[non_exhaustive]
pub struct Tuples {
    #[serde(skip_deserializing)]
    #[cfg_attr(feature = "schemars", schemars(skip))]
    record: crate::support::record::Record<Self>,
    /// `pair`: array of string and boolean.
    pub pair: (String, bool),
    /// `numbers`: array of number and integer.
    #[serde(
        default,
        skip_serializing_if = "Option::is_none",
        deserialize_with = "crate::support::number::read",
        serialize_with = "crate::support::number::write"
    )]
    #[cfg_attr(feature = "schemars", schemars(with = "(f64, i64)"))]
    pub numbers: Option<(f64, i64)>,
    /// `single`: array of one boolean.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schemars", schemars(with = "(bool,)"))]
    pub single: Option<(bool,)>,
}

crate::support::construct::construct! {
    Tuples::new(pair: (String, bool)) { record: Default::default(), pair }
    with_numbers(numbers: (f64, i64));
    with_single(single: (bool,));
}

crate::support::record::record!(Tuples.record);

crate::support::published::published! {
    Tuples = include_str!("../schema/tuples.schema.json");
}
