// src/integers.rs
use serde::{Deserialize, Serialize};

/// Object with the members `plain`, `bounded`, `narrow`, `unsigned` and `wide`.
///
/// # Example
///
/// ```
/// use integers::Integers;
///
/// let json = r#"{
///   "plain": 1,
///   "bounded": -5,
///   "narrow": 1,
///   "unsigned": 1,
///   "wide": 1
/// }"#;
/// let value: Integers = serde_json::from_str(json)?;
/// let back: serde_json::Value = serde_json::to_value(&value)?;
/// assert_eq!(back, serde_json::from_str::<serde_json::Value>(json)?);
/// # Ok::<(), serde_json::Error>(())
/// ```
///
/// Schema: `integers.yaml#/components/schemas/Integers`
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(crate = "crate::support::recorded_object")]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schemars", schemars(transform = Self::docs))]
#[non_exhaustive]
pub struct Integers {
    #[serde(skip_deserializing)]
    #[cfg_attr(feature = "schemars", schemars(skip))]
    record: crate::support::record::Record<Self>,
    /// `plain`: integer.
    #[serde(deserialize_with = "crate::support::number::read")]
    pub plain: i64,
    /// `bounded`: integer, at least -5, less than 5.
    #[serde(
        default,
        skip_serializing_if = "Option::is_none",
        deserialize_with = "crate::support::number::read"
    )]
    #[cfg_attr(
        feature = "schemars",
        schemars(with = "i64", range(min = -5), extend("exclusiveMaximum" = 5))
    )]
    pub bounded: Option<i64>,
    /// `narrow`: integer, format `int32`.
    #[serde(
        default,
        skip_serializing_if = "Option::is_none",
        deserialize_with = "crate::support::number::read"
    )]
    #[cfg_attr(feature = "schemars", schemars(with = "i32", extend("format" = "int32")))]
    pub narrow: Option<i32>,
    /// `unsigned`: integer, format `uint8`.
    #[serde(
        default,
        skip_serializing_if = "Option::is_none",
        deserialize_with = "crate::support::number::read"
    )]
    #[cfg_attr(feature = "schemars", schemars(with = "i64", extend("format" = "uint8")))]
    pub unsigned: Option<u8>,
    /// `wide`: integer, format `uint64`.
    #[serde(
        default,
        skip_serializing_if = "Option::is_none",
        deserialize_with = "crate::support::number::read"
    )]
    #[cfg_attr(
        feature = "schemars",
        schemars(with = "i64", extend("format" = "uint64"))
    )]
    pub wide: Option<u64>,
}

crate::support::construct::construct! {
    Integers::new(plain: i64) { record: Default::default(), plain }
    with_bounded(bounded: i64);
    with_narrow(narrow: i32);
    with_unsigned(unsigned: u8);
    with_wide(wide: u64);
}

crate::support::record::record!(Integers.record);

crate::support::published::published! {
    Integers = include_str!("../schema/integers.schema.json");
}
