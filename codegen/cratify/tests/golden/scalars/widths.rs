// src/widths.rs
use serde::{Deserialize, Serialize};

/// Object with the members `byte`, `count`, `large` and `beyond`.
///
/// # Example
///
/// ```
/// use widths::Widths;
///
/// let json = r#"{
///   "byte": 0,
///   "count": 0,
///   "large": 0,
///   "beyond": 0
/// }"#;
/// let value: Widths = serde_json::from_str(json)?;
/// let back: serde_json::Value = serde_json::to_value(&value)?;
/// assert_eq!(back, serde_json::from_str::<serde_json::Value>(json)?);
/// # Ok::<(), serde_json::Error>(())
/// ```
///
/// Schema: `widths.yaml#/components/schemas/Widths`
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(crate = "crate::support::recorded_object")]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schemars", schemars(transform = Self::docs))]
#[non_exhaustive]
pub struct Widths {
    #[serde(skip_deserializing)]
    #[cfg_attr(feature = "schemars", schemars(skip))]
    record: crate::support::record::Record<Self>,
    /// `byte`: integer, at least 0, less than 256.
    #[serde(
        default,
        skip_serializing_if = "Option::is_none",
        deserialize_with = "crate::support::number::read"
    )]
    #[cfg_attr(
        feature = "schemars",
        schemars(with = "i64", range(min = 0), extend("exclusiveMaximum" = 256))
    )]
    pub byte: Option<u8>,
    /// `count`: integer, at least 0.
    #[serde(
        default,
        skip_serializing_if = "Option::is_none",
        deserialize_with = "crate::support::number::read"
    )]
    #[cfg_attr(feature = "schemars", schemars(with = "u64", range(min = 0)))]
    pub count: Option<u64>,
    /// `large`: integer, 0 to 18446744073709551615.
    #[serde(
        default,
        skip_serializing_if = "Option::is_none",
        deserialize_with = "crate::support::number::read"
    )]
    #[cfg_attr(
        feature = "schemars",
        schemars(
            with = "u64",
            range(min = 0),
            extend("maximum" = 18446744073709551615u64)
        )
    )]
    pub large: Option<u64>,
    /// `beyond`: integer, 0 to 4294967295, format `int32`.
    #[serde(
        default,
        skip_serializing_if = "Option::is_none",
        deserialize_with = "crate::support::number::read"
    )]
    #[cfg_attr(
        feature = "schemars",
        schemars(
            with = "u32",
            range(min = 0, max = 4294967295i64),
            extend("format" = "int32")
        )
    )]
    pub beyond: Option<u32>,
}

crate::support::construct::construct! {
    Widths::new() { record: Default::default() }
    with_byte(byte: u8);
    with_count(count: u64);
    with_large(large: u64);
    with_beyond(beyond: u32);
}

crate::support::record::record!(Widths.record);

crate::support::published::published! {
    Widths = include_str!("../schema/widths.schema.json");
}
