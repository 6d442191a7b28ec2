// src/pet.rs
use serde::{Deserialize, Serialize};

/// Object with the members `nick`, `weight` and `photo`.
///
/// # Example
///
/// ```
/// use swagger_2_0::Pet;
///
/// let json = r#"{
///   "weight": 1.5
/// }"#;
/// let value: Pet = serde_json::from_str(json)?;
/// let back: serde_json::Value = serde_json::to_value(&value)?;
/// assert_eq!(back, serde_json::from_str::<serde_json::Value>(json)?);
/// # Ok::<(), serde_json::Error>(())
/// ```
///
/// Schema: `swagger_20.yaml#/definitions/Pet`
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(crate = "crate::support::recorded_object")]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schemars", schemars(transform = Self::docs))]
#[non_exhaustive]
pub struct Pet {
    #[serde(skip_deserializing)]
    #[cfg_attr(feature = "schemars", schemars(skip))]
    record: crate::support::record::Record<Self>,
    /// `nick`: string or null.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub nick: Option<String>,
    /// `weight`: number, more than 0, format `double`.
    #[serde(
        default,
        skip_serializing_if = "Option::is_none",
        deserialize_with = "crate::support::number::read",
        serialize_with = "crate::support::number::write"
    )]
    #[cfg_attr(
        feature = "schemars",
        schemars(
            with = "f64",
            extend("exclusiveMinimum" = 0),
            extend("format" = "double")
        )
    )]
    pub weight: Option<f64>,
    /// `photo`: string, format `byte`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(
        feature = "schemars",
        schemars(with = "String", extend("format" = "byte"))
    )]
    pub photo: Option<String>,
}

crate::support::construct::construct! {
    Pet::new() { record: Default::default() }
    with_nick(nick: impl Into<String>);
    with_weight(weight: f64);
    with_photo(photo: impl Into<String>);
}

crate::support::record::record! {
    Pet.record;
    nick = "nick": is_null_nick, set_null_nick;
}

crate::support::published::published! {
    Pet = include_str!("../schema/pet.schema.json");
}
