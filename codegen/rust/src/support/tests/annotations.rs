//! Annotations move from the published schema to the same places of the derived one, and nothing else does.

use serde_json::{Value, json};

use crate::support::annotations::annotate;

/// The derived schema with the annotations of the published one.
fn annotated(derived: Value, published: &Value) -> Value {
    let mut schema = schemars::Schema::try_from(derived).expect("it is a schema");
    annotate(&mut schema, &published.to_string(), crate::DEFINITIONS);
    schema.into()
}

#[test]
fn doc_comments_give_way() {
    let derived = json!({
        "description": "A line that is derived.",
        "type": "object",
        "properties": {
            "said": { "type": "string", "title": "Heading", "description": "Of the comment." },
            "silent": { "type": "string", "description": "`silent`: string." },
            "merged": { "type": "string", "description": "`merged`: string." }
        }
    });
    let published = json!({
        "title": "T",
        "x-audience": "all",
        "x-cratify-assumed": true,
        "properties": {
            "said": { "description": "Said.", "default": "a", "examples": ["b"], "readOnly": true },
            "silent": {}
        },
        "allOf": [{ "properties": { "merged": { "deprecated": true } } }]
    });
    assert_eq!(
        annotated(derived, &published),
        json!({
            "title": "T",
            "x-audience": "all",
            "type": "object",
            "properties": {
                "said": {
                    "type": "string",
                    "description": "Said.",
                    "default": "a",
                    "examples": ["b"],
                    "readOnly": true
                },
                "silent": { "type": "string" },
                "merged": { "type": "string", "deprecated": true }
            }
        })
    );
}

#[test]
fn nothing_that_restricts_is_copied() {
    let derived = json!({ "type": "object", "properties": { "a": { "type": "string" } } });
    let published = json!({
        "type": "object",
        "minProperties": 1,
        "required": ["a"],
        "properties": {
            "a": { "type": "string", "maxLength": 3, "format": "date", "title": "A" },
            "b": { "title": "B" }
        }
    });
    assert_eq!(
        annotated(derived, &published),
        json!({ "type": "object", "properties": { "a": { "type": "string", "title": "A" } } })
    );
}

#[test]
fn elements_and_their_members_are_places() {
    let derived = json!({
        "type": "array",
        "items": { "anyOf": [{ "properties": { "a": true } }, { "type": "null" }] },
        "prefixItems": [{}, { "type": "string" }]
    });
    let published = json!({
        "items": {
            "title": "Item",
            "anyOf": [{ "type": "null" }, { "properties": { "a": { "title": "A" } } }]
        },
        "prefixItems": [{ "title": "First" }, {}]
    });
    assert_eq!(
        annotated(derived, &published),
        json!({
            "type": "array",
            "items": {
                "title": "Item",
                "anyOf": [{ "properties": { "a": { "title": "A" } } }, { "type": "null" }]
            },
            "prefixItems": [{ "title": "First" }, { "type": "string" }]
        })
    );
}

#[test]
fn branches_are_told_apart_by_position() {
    let comment = |name: &str| json!({ "$ref": name, "description": "Of the comment." });
    let derived = json!({
        "oneOf": [comment("#/$defs/A"), comment("#/$defs/B"), comment("#/$defs/C")]
    });
    let published = json!({
        "oneOf": [{ "description": "First." }, { "type": "null" }, { "$ref": "#/$defs/B" }, true]
    });
    let mut expected = json!({
        "oneOf": [
            { "$ref": "#/$defs/A", "description": "First." },
            { "$ref": "#/$defs/B" },
            { "$ref": "#/$defs/C" }
        ]
    });
    // Everything is a schema without annotations, too.
    let branches =
        json!([{ "description": "First." }, { "type": "null" }, { "$ref": "#/$defs/B" }, {}]);
    assert_eq!(
        annotated(derived.clone(), &json!({ "oneOf": branches })),
        expected
    );
    assert_eq!(annotated(derived.clone(), &published), expected);
    let fewer = json!({ "oneOf": [{ "description": "First." }] });
    expected["oneOf"][0] = json!({ "$ref": "#/$defs/A" });
    assert_eq!(annotated(derived, &fewer), expected);
}

#[test]
fn a_member_beside_a_union_has_its_annotations_from_there() {
    let derived = json!({
        "anyOf": [{ "properties": { "a": { "title": "Other" }, "b": {} } }, { "type": "string" }]
    });
    let published = json!({
        "properties": { "a": { "title": "Beside" } },
        "anyOf": [
            { "properties": { "a": { "title": "Branch" }, "b": { "title": "B" } } },
            { "type": "string" }
        ]
    });
    let branch = json!({ "properties": { "a": { "title": "Beside" }, "b": { "title": "B" } } });
    assert_eq!(
        annotated(derived, &published),
        json!({ "anyOf": [branch, { "type": "string" }] })
    );
}

#[test]
fn references_of_the_root_are_followed() {
    let derived = || json!({ "properties": { "a": { "description": "Of the comment." } } });
    let recursive = json!({
        "$ref": "#/$defs/A%2FB",
        "$defs": { "A/B": { "$ref": "#/$defs/A%2FB", "properties": { "a": { "title": "A" } } } }
    });
    let expected = json!({ "properties": { "a": { "title": "A" } } });
    assert_eq!(annotated(derived(), &recursive), expected);
    let shared = json!({ "$ref": "shared-definitions.schema.json#/$defs/Person" });
    assert_eq!(annotated(derived(), &shared), expected);
    let nowhere = json!({ "$ref": "#/$defs/%zz%4" });
    assert_eq!(
        annotated(derived(), &nowhere),
        json!({ "properties": { "a": {} } })
    );
}

#[test]
fn an_invalid_schema_changes_nothing() {
    let mut schema = schemars::json_schema!({ "description": "D" });
    annotate(&mut schema, "no JSON", "");
    assert_eq!(Value::from(schema), json!({ "description": "D" }));
    assert_eq!(
        annotated(json!(true), &json!({ "title": "T" })),
        json!(true)
    );
}
