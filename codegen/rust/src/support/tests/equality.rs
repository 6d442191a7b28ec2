//! Equality of JSON values.

use serde_json::Value;

use crate::support::equality::equal;

#[test]
fn numbers_are_equal_in_each_spelling() {
    for (one, other, expected) in [
        ("1", "1.0", true),
        ("1", "1e0", true),
        ("0", "-0", true),
        ("0.0", "-0", true),
        ("18446744073709551615", "18446744073709551615", true),
        ("9007199254740993", "9007199254740992", false),
        ("18446744073709551615", "18446744073709551616", false),
        ("18446744073709551616", "18446744073709551616.0", true),
        ("9223372036854775807", "9223372036854775808.0", false),
        ("9007199254740993", "9007199254740992.0", false),
        ("9007199254740992", "9007199254740992.0", true),
        ("1", "1e300", false),
        ("1", "2", false),
        ("1", "1.5", false),
        ("1", "true", false),
        ("1", "\"1\"", false),
        ("[1, {\"a\": 2}]", "[1.0, {\"a\": 2e0}]", true),
        ("[1]", "[1, 1]", false),
        ("{\"a\": 1}", "{\"a\": 1.0, \"b\": 1}", false),
        ("{\"a\": 1, \"b\": 2}", "{\"b\": 2.0, \"a\": 1}", true),
        ("{\"a\": null}", "{\"b\": null}", false),
    ] {
        let value = |text| serde_json::from_str::<Value>(text).expect("the text is JSON");
        assert_eq!(
            equal(&value(one), &value(other)),
            expected,
            "{one} and {other}"
        );
        assert_eq!(
            equal(&value(other), &value(one)),
            expected,
            "{other} and {one}"
        );
    }
}
