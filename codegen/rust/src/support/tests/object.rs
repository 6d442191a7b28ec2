//! Structs: they are read from objects alone, and leave no functions of the derives behind.

use std::collections::BTreeMap;
use std::fmt::Debug;

use serde::de::{DeserializeOwned, IntoDeserializer};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use crate::support::content::Content;

#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(crate = "crate::support::object")]
struct Point {
    x: u8,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    y: Option<u8>,
}

/// A struct that refuses other members.
#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(crate = "crate::support::object", deny_unknown_fields)]
struct Closed {
    #[serde(default)]
    point: Option<Point>,
}

/// A struct that keeps other members.
#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(crate = "crate::support::object")]
struct Open {
    #[serde(flatten)]
    additional_properties: BTreeMap<String, Value>,
}

/// A struct that is a secret as a whole.
#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(crate = "crate::support::secret_object")]
struct Secret {
    pin: u8,
}

/// The same with other members.
#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(crate = "crate::support::secret_object")]
struct OpenSecret {
    #[serde(flatten)]
    pins: BTreeMap<String, u8>,
}

/// The results of each way to read a text as a value.
fn read<T: DeserializeOwned>(text: &str) -> [Result<T, serde_json::Error>; 5] {
    let value: Value = serde_json::from_str(text).expect("the text is JSON");
    let content: Content<'_> = serde_json::from_str(text).expect("the text is JSON");
    [
        serde_json::from_str(text),
        serde_json::from_slice(text.as_bytes()),
        serde_json::from_reader(text.as_bytes()),
        T::deserialize(value.into_deserializer()),
        T::deserialize(&content).map_err(serde::de::Error::custom),
    ]
}

fn assert_read<T: DeserializeOwned + Debug + PartialEq>(text: &str, expected: &T) {
    for read in read::<T>(text) {
        assert_eq!(read.ok().as_ref(), Some(expected), "{text}");
    }
}

fn assert_refused<T: DeserializeOwned>(texts: &[&str]) {
    for text in texts {
        assert!(read::<T>(text).iter().all(Result::is_err), "{text}");
    }
}

#[test]
fn an_object_is_read_and_written() {
    let point = Point { x: 1, y: None };
    assert_read(r#"{"x": 1, "z": 2}"#, &point);
    assert_eq!(serde_json::to_value(&point).ok(), Some(json!({ "x": 1 })));
    assert_read(r#"{"point": {"x": 1}}"#, &Closed { point: Some(point) });
    let additional_properties = BTreeMap::from([("a".to_owned(), json!([1]))]);
    assert_read(
        r#"{"a": [1]}"#,
        &Open {
            additional_properties,
        },
    );
    assert_refused::<Closed>(&[r#"{"other": 1}"#]);
}

#[test]
fn nothing_else_is_an_object() {
    let others = [
        "[1, 2]", "[1]", "[]", "[null]", "[{}]", "null", "1", "\"x\"", "true",
    ];
    assert_refused::<Point>(&others);
    assert_refused::<Closed>(&others);
    assert_refused::<Open>(&others);
    assert_refused::<Secret>(&others);
    assert_refused::<Closed>(&[r#"{"point": [1, 2]}"#]);
    assert_refused::<Vec<Point>>(&["[[1, 2]]"]);
}

#[test]
fn the_error_of_a_secret_does_not_show_it() {
    fn errors<T: DeserializeOwned>(text: &str) {
        for read in read::<T>(text) {
            let Err(error) = read else {
                panic!("{text} is not such a secret");
            };
            assert!(
                !format!("{error} {error:?}").contains("9876"),
                "{text}: {error}"
            );
        }
    }
    for text in [
        r#"{"pin": 9876}"#,
        r#"{"pin": "9876"}"#,
        "[9876]",
        "9876",
        r#""9876""#,
    ] {
        errors::<Secret>(text);
        errors::<OpenSecret>(text);
    }
}

/// The traits of serde are not in scope here: a name that a type has can only be one of its own.
mod leftovers {
    use super::{Open, Point, Secret};

    /// Functions that a type gets only where it has none of its own by these names.
    trait Unhidden {
        fn deserialize() -> bool {
            true
        }

        fn serialize() -> bool {
            true
        }
    }

    impl Unhidden for Open {}
    impl Unhidden for Point {}
    impl Unhidden for Secret {}

    #[test]
    fn the_derives_leave_no_functions_behind() {
        assert!(Open::deserialize() && Open::serialize());
        assert!(Point::deserialize() && Point::serialize());
        assert!(Secret::deserialize() && Secret::serialize());
    }
}
