//! Content that was set aside reads as its text does.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fmt::Debug;

use serde::Deserialize;
use serde::de::DeserializeOwned;

use crate::support::content::{Content, Text};
use crate::support::unread::counting;

#[derive(Debug, PartialEq, Deserialize)]
enum Choice {
    Unit,
    Newtype(u8),
    Struct { a: Option<bool> },
}

#[derive(Debug, PartialEq, PartialOrd, Eq, Ord, Deserialize)]
#[serde(transparent)]
struct Id(u32);

/// Both ways lead to the same value, or to an error.
fn compare<T: DeserializeOwned + PartialEq + Debug>(text: &str) {
    let content: Content<'_> = serde_json::from_str(text).expect("the text is JSON");
    let (read, replayed) = (serde_json::from_str::<T>(text), T::deserialize(&content));
    match (read, replayed) {
        (Ok(read), Ok(replayed)) => assert_eq!(read, replayed, "{text}"),
        (Err(_), Err(_)) => {}
        (read, replayed) => panic!("{text}: {read:?} and {replayed:?}"),
    }
}

#[test]
fn values_come_back() {
    for text in [
        "null",
        "true",
        "-1",
        "18446744073709551615",
        "1.50",
        "1e300",
        r#""a\u0041""#,
        r#"[1, [], "b"]"#,
        r#"{"a": {"b": [null]}, "c": {}}"#,
    ] {
        let content: Content<'_> = serde_json::from_str(text).expect("the text is JSON");
        let value: serde_json::Value = serde_json::from_str(text).expect("the text is JSON");
        assert_eq!(content.to_value(), value);
        let again: Content<'_> = Content::deserialize(value.clone()).expect("a value is JSON");
        assert_eq!(again.to_value(), value);
        compare::<serde_json::Value>(text);
    }
}

#[test]
fn types_are_read_as_from_text() {
    for text in ["null", "7", "-7", "300", "7.5", r#""7""#, "[7]"] {
        compare::<Option<u8>>(text);
        compare::<i64>(text);
        compare::<f32>(text);
        compare::<String>(text);
        compare::<Id>(text);
    }
    for text in ["[]", "[1]", "[1, 2]", "[1, 2, 3]"] {
        compare::<(u8, u8)>(text);
        compare::<Vec<u8>>(text);
    }
    for text in [
        r#"{"1": true}"#,
        r#"{"-1": true}"#,
        r#"{"b": true}"#,
        r#"{"1": 1}"#,
    ] {
        compare::<BTreeMap<u32, bool>>(text);
        compare::<BTreeMap<Id, bool>>(text);
        compare::<BTreeMap<String, bool>>(text);
    }
    for text in [
        r#""Unit""#,
        r#""Newtype""#,
        r#"{"Unit": null}"#,
        r#"{"Newtype": 1}"#,
        r#"{"Struct": {"a": null}}"#,
        r#"{"Struct": {"a": 1}}"#,
        r#"{"Newtype": 1, "Unit": null}"#,
    ] {
        compare::<Choice>(text);
    }
}

#[test]
fn text_stays_where_it_is() {
    let text = String::from(r#"{"name": "value", "escaped": "\n"}"#);
    let content: Content<'_> = serde_json::from_str(&text).expect("the text is JSON");
    let Content::Object(members) = content else {
        panic!("it is an object");
    };
    let is_borrowed = |text: &Text<'_>| matches!(text.0, Cow::Borrowed(_));
    let values: Vec<bool> = members
        .iter()
        .map(|(name, value)| {
            assert!(is_borrowed(name));
            matches!(value, Content::String(text) if is_borrowed(text))
        })
        .collect();
    assert_eq!(values, [true, false]);
}

#[test]
fn a_dropped_value_is_counted_with_its_parts() {
    #[derive(Deserialize)]
    struct Known {
        #[serde(rename = "known")]
        _known: bool,
    }
    for (text, expected) in [
        (r#"{"known": true}"#, 0),
        (r#"{"known": true, "a": 1}"#, 1),
        (r#"{"known": true, "a": [], "b": {}}"#, 2),
        (r#"{"a": {"b": [null, 1], "c": "d"}, "known": true}"#, 5),
    ] {
        let content: Content<'_> = serde_json::from_str(text).expect("the text is JSON");
        let (read, unread) = counting(|| Known::deserialize(&content));
        read.expect("what is not known is ignored");
        assert_eq!((unread.dropped, unread.recorded), (expected, 0), "{text}");
    }
}
