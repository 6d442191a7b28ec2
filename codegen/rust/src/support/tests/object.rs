//! Structs: they are read from objects alone.

use serde::{Deserialize, Serialize};
use serde_json::json;

use crate::support::content::Content;
use crate::support::object::object;

#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(remote = "Self")]
struct Point {
    x: u8,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    y: Option<u8>,
}

object!(Point);

#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(remote = "Self")]
struct Secret {
    pin: u8,
}

object!(Secret, hide);

#[test]
fn an_object_is_read_and_written() {
    let point: Point = serde_json::from_str(r#"{"x": 1, "z": 2}"#).expect("it is an object");
    assert_eq!(point, Point { x: 1, y: None });
    assert_eq!(serde_json::to_value(&point).ok(), Some(json!({ "x": 1 })));
}

#[test]
fn nothing_else_is_an_object() {
    for text in ["[1, 2]", "[1]", "[]", "null", "1", "\"x\""] {
        assert!(serde_json::from_str::<Point>(text).is_err(), "{text}");
        let value: serde_json::Value = serde_json::from_str(text).expect("the text is JSON");
        assert!(serde_json::from_value::<Point>(value).is_err(), "{text}");
        let content: Content<'_> = serde_json::from_str(text).expect("the text is JSON");
        assert!(
            <Point as Deserialize>::deserialize(&content).is_err(),
            "{text}"
        );
    }
}

#[test]
fn the_error_of_a_secret_does_not_show_it() {
    let error = serde_json::from_str::<Secret>(r#"{"pin": 9876}"#).expect_err("it does not fit");
    assert!(!error.to_string().contains("9876"), "{error}");
}
