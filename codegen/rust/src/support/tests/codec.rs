//! Codecs: they reach the values inside of options, lists, maps and tuples.

#![allow(
    clippy::zero_sized_map_values,
    reason = "the map is a codec, and holds no values"
)]

use std::collections::{BTreeMap, HashMap};
use std::fmt::Debug;

use indexmap::IndexMap;
use serde::de::{Deserialize, Deserializer, Error};
use serde::ser::Serializer;

use crate::support::codec::{As, Codec, Own, Present};
use crate::support::codec_number::Numbers;

/// Reads and writes numbers as hexadecimal texts.
struct Hex;

impl Codec<u32> for Hex {
    fn read<'de, D: Deserializer<'de>>(deserializer: D) -> Result<u32, D::Error> {
        let text = String::deserialize(deserializer)?;
        u32::from_str_radix(&text, 16).map_err(D::Error::custom)
    }

    fn write<S: Serializer>(value: &u32, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(&format_args!("{value:x}"))
    }
}

/// The value that a text stands for, which is written back as that text.
fn read<C: Codec<T>, T: Debug + PartialEq>(text: &str) -> T {
    let mut deserializer = serde_json::Deserializer::from_str(text);
    let value = As::<C>::deserialize(&mut deserializer);
    let value = value.unwrap_or_else(|error| panic!("{text}: {error}"));
    let written = As::<C>::serialize(&value, serde_json::value::Serializer);
    let expected: serde_json::Value = serde_json::from_str(text).expect("the text is JSON");
    assert_eq!(written.ok(), Some(expected), "{text}");
    value
}

#[test]
fn a_codec_reaches_into_what_contains_its_values() {
    assert_eq!(read::<Hex, u32>(r#""ff""#), 255);
    assert_eq!(read::<Option<Hex>, Option<u32>>("null"), None);
    assert_eq!(read::<Option<Hex>, _>(r#""a""#), Some(10));
    assert_eq!(
        read::<Vec<Option<Hex>>, _>(r#"["1", null]"#),
        [Some(1), None]
    );
    let map: BTreeMap<String, u32> = read::<BTreeMap<String, Hex>, _>(r#"{"a": "f"}"#);
    assert_eq!(map["a"], 15);
    let map: HashMap<String, u32> = read::<HashMap<String, Hex>, _>(r#"{"a": "f"}"#);
    assert_eq!(map["a"], 15);
    let map: IndexMap<String, u32> = read::<IndexMap<String, Hex>, _>(r#"{"b": "2", "a": "1"}"#);
    assert_eq!(map.keys().collect::<Vec<_>>(), ["b", "a"]);
}

#[test]
fn each_element_of_a_tuple_has_its_codec() {
    assert_eq!(read::<(Hex,), _>(r#"["b"]"#), (11,));
    let tuple: (u32, String, Option<f64>) =
        read::<(Hex, Own, Option<Numbers>), _>(r#"["b", "text", 2]"#);
    assert_eq!(tuple, (11, "text".to_owned(), Some(2.0)));
    let mut short = serde_json::Deserializer::from_str(r#"["b"]"#);
    assert!(As::<(Hex, Own)>::deserialize::<(u32, String), _>(&mut short).is_err());
    let numbers: (i64, Vec<u8>) = read::<(Numbers, Numbers), _>("[1, [2]]");
    assert_eq!(numbers, (1, vec![2]));
}

#[test]
fn null_is_a_value_of_a_member_that_is_present() {
    assert_eq!(read::<Present<Option<Hex>>, _>("null"), Some(None::<u32>));
    assert_eq!(read::<Present<Option<Hex>>, _>(r#""1""#), Some(Some(1)));
    let absent = As::<Present<Hex>>::serialize(&None::<u32>, serde_json::value::Serializer);
    assert_eq!(absent.ok(), Some(serde_json::Value::Null));
}

#[test]
fn what_the_codec_refuses_is_an_error() {
    let mut text = serde_json::Deserializer::from_str(r#"[["1", "g"]]"#);
    assert!(As::<Vec<Vec<Hex>>>::deserialize::<Vec<Vec<u32>>, _>(&mut text).is_err());
}
