//! Numbers: every spelling of a whole number is read as one, and written as one.

#![allow(clippy::float_cmp, reason = "the numbers are read exactly")]

use std::collections::{BTreeMap, HashMap};
use std::fmt::Debug;

use indexmap::IndexMap;
use serde::{Deserialize, Serialize};
use serde_json::json;

use crate::support::content::Content;
use crate::support::number::{self, Number};

/// A value with numbers in it, as a field has it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(transparent, bound = "T: Number")]
struct Field<T>(#[serde(deserialize_with = "number::read", serialize_with = "number::write")] T);

/// Reads a text directly, as a `Value` and as content that was set aside: all three agree.
fn read<T: Number + Debug + PartialEq>(text: &str) -> Option<T> {
    let direct = serde_json::from_str::<Field<T>>(text);
    let value: serde_json::Value = serde_json::from_str(text).expect("the text is JSON");
    let from_value = serde_json::from_value::<Field<T>>(value);
    let content: Content<'_> = serde_json::from_str(text).expect("the text is JSON");
    let replayed = Field::<T>::deserialize(&content);
    let direct = direct.ok().map(|field| field.0);
    assert_eq!(direct, from_value.ok().map(|field| field.0), "{text}");
    assert_eq!(direct, replayed.ok().map(|field| field.0), "{text}");
    direct
}

fn written<T: Number>(value: T) -> String {
    serde_json::to_string(&Field(value)).expect("a number can be written")
}

#[test]
fn whole_numbers_are_read_in_each_spelling() {
    for (text, expected) in [
        ("201", 201),
        ("201.0", 201),
        ("2.01e2", 201),
        ("-1.0", -1),
        ("-0", 0),
        ("-0.0", 0),
        ("9223372036854775807", i64::MAX),
        ("-9223372036854775808", i64::MIN),
    ] {
        assert_eq!(read(text), Some(expected), "{text}");
    }
    assert_eq!(read("18446744073709551615"), Some(u64::MAX));
    assert_eq!(read("1e19"), Some(10_000_000_000_000_000_000_u64));
}

#[test]
fn numbers_that_do_not_fit_are_refused() {
    assert_eq!(read::<i8>("127.0"), Some(127));
    assert_eq!(read::<i8>("128"), None);
    assert_eq!(read::<u8>("-1"), None);
    assert_eq!(read::<u8>("-1.0"), None);
    assert_eq!(read::<i16>("32768"), None);
    assert_eq!(read::<u16>("65536.0"), None);
    assert_eq!(read::<i32>("2147483648"), None);
    assert_eq!(read::<u32>("4294967295"), Some(u32::MAX));
    for text in [
        "9223372036854775808",
        "1e19",
        "1.5",
        "\"1\"",
        "true",
        "null",
        "{}",
        "[1]",
    ] {
        assert_eq!(read::<i64>(text), None, "{text}");
    }
    assert_eq!(read::<u64>("18446744073709551616"), None);
}

#[test]
fn the_error_says_what_was_found() {
    let error = serde_json::from_str::<Field<i8>>("1000").expect_err("it does not fit");
    let error = error.to_string();
    assert!(
        error.contains("1000") && error.contains("a whole number of type i8"),
        "{error}"
    );
    let error = serde_json::from_str::<Field<i8>>("1.5").expect_err("it is not a whole number");
    assert!(error.to_string().contains("1.5"), "{error}");
    assert!(serde_json::from_value::<Field<f64>>(json!({})).is_err());
}

#[test]
fn numbers_with_a_fraction_are_written_as_they_are() {
    for (number, text) in [
        (1.0, "1"),
        (-3.0, "-3"),
        (0.5, "0.5"),
        (0.0, "0"),
        (-0.0, "-0.0"),
        (9_007_199_254_740_991.0, "9007199254740991"),
        (1e300, "1e+300"),
    ] {
        let written = written(number);
        assert!(
            written == text || written == text.replace('+', ""),
            "{written}"
        );
        assert_eq!(read(&written), Some(number));
    }
    assert_eq!(read("3"), Some(3.0));
    assert_eq!(
        read("18446744073709551615"),
        Some(18_446_744_073_709_551_615.0)
    );
    assert_eq!(read::<f64>("\"3\""), None);
}

#[test]
fn numbers_are_found_in_what_contains_them() {
    assert_eq!(read("null"), Some(None::<i64>));
    assert_eq!(read("1.0"), Some(Some(1_i64)));
    assert_eq!(read("[1.0, 2]"), Some(vec![1_i64, 2]));
    assert_eq!(read("[[1.0], null]"), Some(vec![Some(vec![1_u8]), None]));
    assert_eq!(
        read(r#"{"a": 1.0}"#),
        Some(BTreeMap::from([("a".to_owned(), 1_i64)]))
    );
    assert_eq!(
        read(r#"{"a": 1.0}"#),
        Some(HashMap::from([("a".to_owned(), 1_i64)]))
    );
    assert_eq!(
        read(r#"{"a": 1.0}"#),
        Some(IndexMap::from([("a".to_owned(), 1_i64)]))
    );
    assert_eq!(read("[1.0]"), Some((1_i64,)));
    assert_eq!(
        read("[1.0, 2.5, 3, 4.0]"),
        Some((1_i64, 2.5, Some(3_u8), 4_i8))
    );
    assert_eq!(read::<(i64, i64)>("[1]"), None);
    assert_eq!(written((1.0, vec![2.0], Some(0.5))), "[1,[2],0.5]");
    assert_eq!(
        written(IndexMap::from([
            ("b".to_owned(), 1.0),
            ("a".to_owned(), 2.0)
        ])),
        r#"{"b":1,"a":2}"#
    );
    assert_eq!(
        written(BTreeMap::from([("a".to_owned(), None::<f64>)])),
        r#"{"a":null}"#
    );
}

#[test]
fn numbers_are_read_among_members_that_no_field_takes() {
    #[derive(Debug, PartialEq, Serialize, Deserialize)]
    struct Prices {
        #[serde(deserialize_with = "number::read", serialize_with = "number::write")]
        base: f64,
        #[serde(
            flatten,
            deserialize_with = "number::read",
            serialize_with = "number::write"
        )]
        others: BTreeMap<String, f64>,
        #[serde(
            flatten,
            deserialize_with = "number::read",
            serialize_with = "number::write"
        )]
        counts: BTreeMap<String, i64>,
    }
    let text = r#"{"base":1.50,"more":2.0,"most":1e3}"#;
    let prices: Prices = serde_json::from_str(text).expect("all of them are numbers");
    assert_eq!(prices.base, 1.5);
    assert_eq!(prices.others["more"], 2.0);
    assert_eq!(prices.counts["most"], 1000);
}
