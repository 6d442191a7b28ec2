//! The differences that are excused for extern types, and the differences that are not.

use serde_json::{Value, json};

use crate::{
    ExternType, Position, Promises, behaviour::round_trip::compare, promises::extern_types,
    schemas::whole::WholeSchema,
};

/// A type that reads what is not longer than ten characters, and writes it in capitals.
fn shout(text: &str) -> Result<String, String> {
    if text.len() > 12 {
        return Err("too long".to_owned());
    }
    Ok(text.to_uppercase())
}

const LOUD: &[ExternType] = &[ExternType {
    position: Position::Format("loud"),
    round_trip: Some(shout),
}];

const UNASKED: &[ExternType] = &[ExternType {
    position: Position::Format("loud"),
    round_trip: None,
}];

const IN_PLACE: &[ExternType] =
    &[crate::extern_type!(schema r#"{"type":"array","items":{}}"#: Vec<u8>)];

fn schema() -> Value {
    json!({
        "properties": {
            "loud": { "type": "string", "format": "loud" },
            "quiet": { "type": "string", "format": "quiet" },
            "all": { "type": "array", "items": { "anyOf": [{ "format": "loud" }, { "type": "null" }] } },
            "list": { "$ref": "#/$defs/List" },
        },
        "additionalProperties": { "type": "number", "format": "loud" },
        "$defs": { "List": { "type": "array", "items": {} } },
    })
}

fn comes_back(foreign: &'static [ExternType], read: &Value, written: &Value) -> bool {
    let promises = Promises {
        extern_types: foreign,
        ..Promises::DEFAULT
    };
    compare(&WholeSchema::new(&schema()), promises, read, written).is_ok()
}

fn may_refuse(foreign: &'static [ExternType], instance: &Value) -> bool {
    extern_types::may_refuse(foreign, &WholeSchema::new(&schema()), instance)
}

#[test]
fn what_the_type_writes_is_excused_where_it_stands() {
    let back = |read: Value, written: Value| comes_back(LOUD, &read, &written);
    assert!(back(json!({ "loud": "a" }), json!({ "loud": "A" })));
    assert!(back(json!({ "loud": "a" }), json!({ "loud": "a" })));
    assert!(back(
        json!({ "all": ["a", null, "b"] }),
        json!({ "all": ["A", null, "B"] })
    ));
    // Nobody writes that.
    assert!(!back(json!({ "loud": "a" }), json!({ "loud": "b" })));
    assert!(!back(json!({ "loud": "a" }), json!({})));
    assert!(!back(json!({ "all": ["a"] }), json!({ "all": ["A", "A"] })));
    // It stands elsewhere.
    assert!(!back(json!({ "quiet": "a" }), json!({ "quiet": "A" })));
    // Without it, nothing is excused.
    assert!(!comes_back(
        &[],
        &json!({ "loud": "a" }),
        &json!({ "loud": "A" })
    ));
}

#[test]
fn what_the_type_refuses_is_excused_where_it_stands() {
    let long = "a long text";
    assert!(may_refuse(LOUD, &json!({ "loud": long })));
    assert!(may_refuse(LOUD, &json!({ "all": [null, long] })));
    assert!(may_refuse(LOUD, &json!({ "other": 1_234_567_890_123_u64 })));
    assert!(!may_refuse(LOUD, &json!({ "loud": "short" })));
    assert!(!may_refuse(LOUD, &json!({ "quiet": long })));
    // A format says nothing of other values.
    assert!(!may_refuse(LOUD, &json!({ "loud": [long] })));
    assert!(!may_refuse(&[], &json!({ "loud": long })));
}

#[test]
fn a_type_that_cannot_be_asked_may_do_anything_where_it_stands() {
    assert!(may_refuse(UNASKED, &json!({ "loud": "a" })));
    assert!(!may_refuse(UNASKED, &json!({ "quiet": "a" })));
    assert!(comes_back(
        UNASKED,
        &json!({ "loud": "a" }),
        &json!({ "loud": "b" })
    ));
    assert!(!comes_back(
        UNASKED,
        &json!({ "quiet": "a" }),
        &json!({ "quiet": "b" })
    ));
}

#[test]
fn a_type_stands_in_the_place_of_a_schema() {
    assert!(!may_refuse(IN_PLACE, &json!({ "list": [1, 2] })));
    assert!(may_refuse(IN_PLACE, &json!({ "list": [1, 256] })));
    assert!(!may_refuse(IN_PLACE, &json!({ "all": ["x"] })));
}
