//! Turns a `Decimal` into a JSON number and back; a whole one is written without a fraction.

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;
use rust_decimal::serde::float;
use serde::de::value::{F64Deserializer, I64Deserializer, U64Deserializer};
use serde::de::{Deserialize, Deserializer, Error, IntoDeserializer};
use serde::ser::Serializer;
use serde_json::Number;

pub(crate) fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Decimal, D::Error> {
    // With the feature `arbitrary_precision` of `serde_json`, only `Number` reads every number.
    let number = Number::deserialize(deserializer)?;
    if let Some(number) = number.as_i64() {
        let number: I64Deserializer<D::Error> = number.into_deserializer();
        return float::deserialize(number);
    }
    if let Some(number) = number.as_u64() {
        let number: U64Deserializer<D::Error> = number.into_deserializer();
        return float::deserialize(number);
    }
    let Some(number) = number.as_f64() else {
        return Err(D::Error::custom(format_args!("{number} is out of range")));
    };
    let number: F64Deserializer<D::Error> = number.into_deserializer();
    float::deserialize(number)
}

pub(crate) fn serialize<S: Serializer>(value: &Decimal, serializer: S) -> Result<S::Ok, S::Error> {
    match value.to_i64().filter(|_| value.is_integer()) {
        Some(whole) => serializer.serialize_i64(whole),
        None => float::serialize(value, serializer),
    }
}
