use serde_json::{Value, json};

use super::{decide, width_of_format};
use crate::model::{Bound, Constraint, Constraints, IntegerRange};

fn width(schema: &Value) -> &'static str {
    let bounds = [
        ("minimum", Bound::Minimum),
        ("exclusiveMinimum", Bound::ExclusiveMinimum),
        ("maximum", Bound::Maximum),
        ("exclusiveMaximum", Bound::ExclusiveMaximum),
    ];
    let stated = bounds.iter().filter_map(|(keyword, bound)| {
        let number = schema.get(keyword)?.as_number()?;
        Some(Constraint::Bound(*bound, number.clone()))
    });
    let constraints: Constraints = stated.collect();
    let format = schema.get("format").and_then(Value::as_str);
    let (width, _) = decide(
        format.and_then(width_of_format),
        IntegerRange::of(&constraints),
    );
    width.as_str()
}

#[test]
fn a_format_names_the_width() {
    for (format, expected) in [
        ("int8", "i8"),
        ("int16", "i16"),
        ("int32", "i32"),
        ("int64", "i64"),
        ("uint8", "u8"),
        ("uint16", "u16"),
        ("uint32", "u32"),
        ("uint64", "u64"),
        ("uint", "u64"),
        ("int128", "i64"),
    ] {
        assert_eq!(width(&json!({ "format": format })), expected);
        let narrowed = json!({ "format": format, "minimum": 1, "maximum": 10 });
        assert_eq!(width(&narrowed), expected, "bounds within the width");
    }
    assert_eq!(width(&json!({ "format": "int64", "minimum": 0 })), "i64");
}

#[test]
fn bounds_beyond_the_format_win() {
    let large = json!({ "format": "int32", "maximum": 3_000_000_000_u32 });
    assert_eq!(width(&large), "i64");
    let exact = json!({ "format": "int32", "minimum": 0, "maximum": u32::MAX });
    assert_eq!(width(&exact), "u32");
    let signed = json!({ "format": "uint32", "minimum": -1 });
    assert_eq!(width(&signed), "i64");
    let wide = json!({ "format": "int64", "minimum": 0, "maximum": u64::MAX });
    assert_eq!(width(&wide), "u64");
    let beyond = json!({ "format": "uint64", "maximum": 1e30 });
    assert_eq!(width(&beyond), "u64");
}

#[test]
fn bounds_decide_where_they_are_the_ends_of_a_width() {
    assert_eq!(width(&json!({ "minimum": 0, "maximum": 255 })), "u8");
    assert_eq!(
        width(&json!({ "minimum": 0, "exclusiveMaximum": 256 })),
        "u8"
    );
    assert_eq!(
        width(&json!({ "exclusiveMinimum": -1, "maximum": 65_535 })),
        "u16"
    );
    assert_eq!(width(&json!({ "minimum": -128, "maximum": 127 })), "i8");
    assert_eq!(
        width(&json!({ "minimum": -2_147_483_648_i64, "maximum": 2_147_483_647 })),
        "i32"
    );
    assert_eq!(width(&json!({ "minimum": 0, "maximum": 100 })), "i64");
    assert_eq!(width(&json!({ "minimum": 1, "maximum": 255 })), "i64");
}

#[test]
fn what_i64_does_not_hold_is_u64_where_nothing_is_negative() {
    assert_eq!(width(&json!({ "minimum": 0 })), "u64");
    assert_eq!(width(&json!({ "minimum": 1.5 })), "u64");
    assert_eq!(width(&json!({ "exclusiveMinimum": -1 })), "u64");
    let exact = json!({ "minimum": 0, "exclusiveMaximum": 18_446_744_073_709_551_616.0 });
    assert_eq!(width(&exact), "u64");
    assert_eq!(width(&json!({ "minimum": 0, "maximum": 1e30 })), "u64");
    assert_eq!(width(&json!({ "minimum": -1 })), "i64");
    assert_eq!(width(&json!({ "maximum": u64::MAX })), "i64");
    assert_eq!(width(&json!({})), "i64");
}
