//! Keywords around references without a target.

use serde_json::{Value, json};

use super::{document, pointer};
use crate::document::MetaSchemas;
use crate::keyword::Dialect;
use crate::upgrade::rewrite;
use crate::upgrade::unresolved::UnresolvedReferences;

/// The document without the references at these locations.
fn widened(dialect: Dialect, root: &Value, references: &[&str]) -> Value {
    let unresolved: UnresolvedReferences = references.iter().map(|text| pointer(text)).collect();
    let document = document(dialect, root);
    let meta_schemas = MetaSchemas::default();
    rewrite(&document, root.clone(), &[], &unresolved, &meta_schemas).root
}

#[test]
fn no_schema_accepts_less_than_before() {
    let reference = json!({"$ref": "#/x"});
    for (root, at, expected) in [
        (
            json!({"$ref": "#/x", "type": "string"}),
            "/$ref",
            json!({"type": "string"}),
        ),
        (
            json!({"items": reference}),
            "/items/$ref",
            json!({"items": {}}),
        ),
        (
            json!({"allOf": [reference]}),
            "/allOf/0/$ref",
            json!({"allOf": [{}]}),
        ),
        (
            json!({"anyOf": [reference, true]}),
            "/anyOf/0/$ref",
            json!({"anyOf": [{}, true]}),
        ),
        (
            json!({"oneOf": [reference, true]}),
            "/oneOf/0/$ref",
            json!({"anyOf": [{}, true]}),
        ),
        (
            json!({"oneOf": [reference]}),
            "/oneOf/0/$ref",
            json!({"oneOf": [{}]}),
        ),
        (
            json!({"oneOf": [{"items": reference}, true], "anyOf": [true]}),
            "/oneOf/0/items/$ref",
            json!({"anyOf": [true]}),
        ),
        (
            json!({"not": {"items": reference}}),
            "/not/items/$ref",
            json!({}),
        ),
        (
            json!({"if": reference, "then": true, "else": false}),
            "/if/$ref",
            json!({}),
        ),
        (
            json!({"if": true, "then": reference}),
            "/then/$ref",
            json!({"if": true, "then": {}}),
        ),
        (
            json!({"contains": reference, "maxContains": 1}),
            "/contains/$ref",
            json!({"contains": {}}),
        ),
        (
            json!({"allOf": [reference], "unevaluatedProperties": false}),
            "/allOf/0/$ref",
            json!({"allOf": [{}]}),
        ),
        // A member with the name of a keyword.
        (
            json!({"properties": {"not": reference}, "not": {"type": "null"}}),
            "/properties/not/$ref",
            json!({"properties": {"not": {}}, "not": {"type": "null"}}),
        ),
    ] {
        let found = widened(Dialect::JsonSchema202012, &root, &[at]);
        assert_eq!(found, expected, "{root}");
    }
}

#[test]
fn siblings_that_a_dialect_ignores_stay_ignored() {
    let root = json!({"items": {"$ref": "#/x", "type": "string"}});
    let found = widened(Dialect::JsonSchemaDraft7, &root, &["/items/$ref"]);
    assert_eq!(found, json!({"items": {}}));
}
