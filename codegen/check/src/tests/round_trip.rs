//! The comparison of what was read with what was written.

use serde_json::{Value, json};

use crate::{NullMembers, UnknownMembers};

use crate::{
    Promises,
    behaviour::round_trip::{compare, compare_rejected},
    schemas::whole::WholeSchema,
};

/// Whether every difference is one of the named exceptions, also of settings.
fn explained(schema: &Value, input: &Value, output: &Value) -> bool {
    let promises = Promises {
        null_members: Some(NullMembers::Absent),
        unknown_members: Some(UnknownMembers::Drop),
        ..Promises::DEFAULT
    };
    compare(&WholeSchema::new(schema), promises, input, output).is_ok()
}

#[test]
fn the_same_json_is_the_same() {
    let (schema, one) = (json!({}), json!({"a": 1, "b": [1.0, 2]}));
    assert!(explained(&schema, &one, &json!({"b": [1, 2.0], "a": 1.0})));
    assert!(!explained(&schema, &one, &json!({"a": 1, "b": [2, 1]})));
    let (exact, near) = (
        json!(9_007_199_254_740_993_i64),
        json!(9_007_199_254_740_992_f64),
    );
    assert!(!explained(&schema, &exact, &near));
    assert!(!explained(&schema, &json!("a"), &json!("A")));
    assert!(!explained(&schema, &json!([1]), &json!([1, 2])));
}

#[test]
fn optional_null_may_become_absent() {
    let schema = |required: Value, member: Value| json!({"type": "object", "required": required, "properties": {"a": member}});
    let nullable = || json!({"anyOf": [{"type": "string"}, {"type": "null"}]});
    let (null, absent) = (json!({"a": null}), json!({}));
    assert!(explained(&schema(json!([]), nullable()), &null, &absent));
    assert!(!explained(
        &schema(json!(["a"]), nullable()),
        &null,
        &absent
    ));
    assert!(!explained(&schema(json!([]), nullable()), &absent, &null));
    assert!(!explained(
        &schema(json!([]), nullable()),
        &json!({"a": "x"}),
        &absent
    ));
    // In a map, null is a value like any other.
    assert!(!explained(
        &json!({"additionalProperties": {"type": ["string", "null"]}}),
        &null,
        &absent
    ));
}

#[test]
fn a_shared_const_with_an_equal_default_may_appear() {
    let appears = |member: Value| {
        let schema = json!({
            "$defs": { "X": { "const": "x", "default": "x" } },
            "properties": { "a": member },
        });
        let (absent, present) = (json!({}), json!({ "a": "x" }));
        assert!(!explained(&schema, &present, &absent), "{schema}");
        explained(&schema, &absent, &present)
    };
    assert!(appears(json!({ "$ref": "#/$defs/X" })));
    assert!(appears(
        json!({ "const": "x", "default": "x", "pattern": "x" })
    ));
    // A constant knows whether it was absent.
    assert!(!appears(json!({ "const": "x", "default": "x" })));
    assert!(!appears(json!({ "enum": ["x"], "default": "x" })));
    assert!(!appears(json!({ "const": "x" })));
    assert!(!appears(json!({ "type": "string", "default": "x" })));
}

#[test]
fn an_unknown_member_of_an_open_struct_may_go() {
    let (with, without) = (json!({"a": 1, "z": 2}), json!({"a": 1}));
    assert!(explained(
        &json!({"properties": {"a": true}}),
        &with,
        &without
    ));
    assert!(!explained(
        &json!({"properties": {"a": true, "z": true}}),
        &with,
        &without
    ));
    for keeps in [
        json!({"properties": {"a": true}, "additionalProperties": true}),
        json!({"properties": {"a": true}, "patternProperties": {"^z": true}}),
        json!({"type": "object"}),
        json!({"additionalProperties": {"type": "integer"}}),
        json!({"allOf": [{"properties": {"a": true}}, {"properties": {"z": true}}]}),
    ] {
        assert!(!explained(&keeps, &with, &without), "{keeps}");
    }
}

#[test]
fn one_branch_must_explain_a_whole_object() {
    let schema = json!({"oneOf": [
        {"required": ["kind"], "properties": {"kind": {"const": "a"}, "x": {"type": ["string", "null"]}}},
        {"required": ["kind", "x"], "properties": {"kind": {"const": "b"}, "x": {"type": ["string", "null"]}}}
    ]});
    assert!(explained(
        &schema,
        &json!({"kind": "a", "x": null}),
        &json!({"kind": "a"})
    ));
    assert!(!explained(
        &schema,
        &json!({"kind": "b", "x": null}),
        &json!({"kind": "b"})
    ));
    // The first branch would explain the loss, but is not meant: it requires another member.
    let schema = json!({"oneOf": [
        {"required": ["a"], "properties": {"x": {"type": ["string", "null"]}}},
        {"required": ["b", "x"], "properties": {"x": {"type": ["string", "null"]}}}
    ]});
    assert!(!explained(
        &schema,
        &json!({"b": 1, "x": null}),
        &json!({"b": 1})
    ));
    let nested = json!({"$ref": "#/$defs/T", "$defs": {"T": {"properties": {"kids": {"type": "array", "items": {"$ref": "#/$defs/T"}}, "n": {"type": ["null", "string"]}}}}});
    assert!(explained(
        &nested,
        &json!({"kids": [{"kids": [{"n": null}]}]}),
        &json!({"kids": [{"kids": [{}]}]})
    ));
    let lost = compare(
        &WholeSchema::new(&nested),
        Promises::DEFAULT,
        &json!({"kids": [{"n": "x"}]}),
        &json!({"kids": [{}]}),
    );
    assert_eq!(lost, Err("/kids/0/n: \"x\" was lost".to_owned()));
}

#[test]
fn a_promise_is_not_an_exception() {
    let schema = json!({"type": "object", "properties": {"a": {"type": ["string", "null"]}}});
    let doc = WholeSchema::new(&schema);
    let treated = |unknown_members| Promises {
        unknown_members,
        ..Promises::DEFAULT
    };
    let told_apart = |null_members| Promises {
        null_members,
        ..treated(Some(UnknownMembers::Drop))
    };
    let (null, other, none) = (json!({"a": null}), json!({"b": 1}), json!({}));
    for kept in [UnknownMembers::Recorded, UnknownMembers::Keep] {
        assert!(compare(&doc, treated(Some(kept)), &other, &none).is_err());
        assert!(compare_rejected(&doc, treated(Some(kept)), &other, &none).is_err());
        assert!(compare_rejected(&doc, treated(Some(kept)), &null, &none).is_ok());
    }
    for dropped in [None, Some(UnknownMembers::Drop)] {
        assert!(compare(&doc, treated(dropped), &other, &none).is_ok());
        assert!(compare_rejected(&doc, treated(dropped), &other, &none).is_ok());
    }
    for null_members in [NullMembers::Recorded, NullMembers::Distinct] {
        assert!(compare(&doc, told_apart(Some(null_members)), &null, &none).is_err());
        assert!(compare(&doc, told_apart(Some(null_members)), &other, &none).is_ok());
    }
    for null_members in [None, Some(NullMembers::Absent)] {
        assert!(compare(&doc, told_apart(null_members), &null, &none).is_ok());
    }
}
