//! `annotations`.

use serde_json::{Value, json};

use super::{aspects, faults, types};
use crate::{Case, Promises, annotations, cases};

#[test]
fn faithful_types_agree() {
    annotations(&cases!(types {
        Payment at "/components/schemas/Payment",
        Currency at "/components/schemas/Currency",
        Item at "/components/schemas/Item",
    }))
    .assert(&[]);
}

#[test]
fn planted_faults_are_found() {
    let report = annotations(&cases!(faults {
        Misdescribed at "/a",
        Undescribed at "/b",
        Titled at "/c",
        Renamed at "/d",
    }));
    assert_eq!(
        aspects(&report, "Misdescribed"),
        ["annotations/description"],
        "{report}"
    );
    assert_eq!(
        aspects(&report, "Undescribed"),
        ["annotations/description"],
        "{report}"
    );
    assert_eq!(
        aspects(&report, "Titled"),
        [
            "annotations/title",
            "annotations/default",
            "annotations/deprecated"
        ],
        "{report}"
    );
    assert_eq!(
        aspects(&report, "Renamed"),
        ["annotations/place"],
        "{report}"
    );
}

/// The failing aspects of two schemas given as they are.
fn compared(published: &'static str, derived: fn() -> Value) -> Vec<String> {
    let case = Case {
        promises: Promises::DEFAULT,
        name: "Bare",
        pointer: "",
        whole: true,
        form: None,
        derived_name: || "Bare".into(),
        schema: published,
        definitions: "",
        derived,
        round_trip: |text| Ok(text.to_owned()),
        debug: str::to_owned,
        display: |_| None,
        strict: |_| Ok(()),
    };
    aspects(&annotations(&[case]), "Bare")
}

#[test]
fn nullable_pairs_compare_outside_and_below() {
    const PAIR: &str = r#"{"anyOf": [{"type": "array", "title": "inner", "items": {"type": "string", "description": "d"}}, {"type": "null"}], "description": "outer"}"#;
    let same = || json!({"type": ["array", "null"], "items": {"type": "string", "description": "d"}, "description": "outer"});
    assert!(compared(PAIR, same).is_empty());
    let outer =
        || json!({"type": ["array", "null"], "items": {"type": "string", "description": "d"}});
    assert_eq!(compared(PAIR, outer), ["annotations/description"]);
    let below =
        || json!({"type": ["array", "null"], "items": {"type": "string"}, "description": "outer"});
    assert_eq!(compared(PAIR, below), ["annotations/description"]);
}

#[test]
fn enum_values_are_out_of_scope_and_branches_are_not() {
    let consts = || json!({"oneOf": [{"const": "a", "description": "first"}, {"const": "b", "description": "second"}]});
    assert!(compared(r#"{"enum": ["a", "b"]}"#, consts).is_empty());
    assert!(
        compared(
            r#"{"oneOf": [{"const": "a"}, {"const": "b", "title": "B"}]}"#,
            consts
        )
        .is_empty()
    );
    let union =
        || json!({"oneOf": [{"type": "string", "description": "text"}, {"type": "integer"}]});
    assert!(
        compared(
            r#"{"anyOf": [{"type": "string", "description": "text"}, {"type": "integer"}]}"#,
            union
        )
        .is_empty()
    );
    assert_eq!(
        compared(
            r#"{"anyOf": [{"type": "string"}, {"type": "integer", "title": "n"}]}"#,
            union
        ),
        ["annotations/description", "annotations/title"]
    );
}

#[test]
fn values_compare_as_json_and_false_flags_say_nothing() {
    let derived = || json!({"default": 1.0, "examples": [{"b": 2, "a": 1}], "title": "Bare"});
    assert!(
        compared(
            r#"{"default": 1, "examples": [{"a": 1, "b": 2.0}], "deprecated": false}"#,
            derived
        )
        .is_empty()
    );
    assert_eq!(
        compared(
            r#"{"default": 2, "readOnly": true, "examples": [1]}"#,
            derived
        ),
        [
            "annotations/default",
            "annotations/examples",
            "annotations/readOnly"
        ]
    );
}

#[test]
fn annotations_beside_references_and_in_shared_definitions_count() {
    const SCHEMA: &str = r##"{"type": "object", "properties": {"a": {"$ref": "#/$defs/A", "description": "here"}}, "$defs": {"A": {"type": "string", "title": "A"}}}"##;
    let same = || json!({"type": "object", "properties": {"a": {"$ref": "#/$defs/A", "description": "here"}}, "$defs": {"A": {"type": "string", "title": "A"}}});
    assert!(compared(SCHEMA, same).is_empty());
    let neither = || json!({"type": "object", "properties": {"a": {"$ref": "#/$defs/A"}}, "$defs": {"A": {"type": "string"}}});
    assert_eq!(
        compared(SCHEMA, neither),
        ["annotations/title", "annotations/description"]
    );
}
