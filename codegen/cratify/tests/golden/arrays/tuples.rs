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
#[serde(crate = "crate::support::object")]
#[cfg_attr(
    feature = "schemars",
    derive(schemars::JsonSchema),
    schemars(crate = "schemars", description = "")
)]
#[non_exhaustive]
pub struct Tuples {
    /// `pair`: array of string and boolean.
    #[cfg_attr(feature = "schemars", schemars(description = ""))]
    pub pair: (String, bool),
    /// `numbers`: array of number and integer.
    #[serde(
        default,
        skip_serializing_if = "Option::is_none",
        deserialize_with = "crate::support::number::read",
        serialize_with = "crate::support::number::write"
    )]
    #[cfg_attr(feature = "schemars", schemars(with = "(f64, i64)", description = ""))]
    pub numbers: Option<(f64, i64)>,
    /// `single`: array of one boolean.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schemars", schemars(with = "(bool,)", description = ""))]
    pub single: Option<(bool,)>,
}

impl Tuples {
    /// Creates a value with its required members, and without optional ones.
    #[must_use]
    pub fn new(pair: (String, bool)) -> Self {
        Self {
            pair,
            numbers: None,
            single: None,
        }
    }
}

crate::support::setters::setters! {
    impl Tuples {
        with_numbers(numbers: (f64, i64));
        with_single(single: (bool,));
    }
}

impl Tuples {
    /// The JSON Schema of this type, in draft 2020-12.
    #[must_use]
    pub const fn schema() -> &'static str {
        include_str!("../schema/tuples.schema.json")
    }
}

#[cfg(feature = "validate")]
crate::support::strict::strict!(Tuples);
