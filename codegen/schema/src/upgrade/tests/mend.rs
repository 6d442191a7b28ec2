//! Small mistakes: what is read instead, in the dialects that had no rules of their own as well.

use serde_json::json;

use super::upgraded;
use crate::keyword::Dialect::{JsonSchema202012, JsonSchemaDraft4, OpenApi30, OpenApi31};
use crate::source::Value;

fn check(schema: &Value, expected: &Value, warnings: usize) {
    for dialect in [JsonSchema202012, JsonSchemaDraft4] {
        let (result, messages) = upgraded(dialect, schema);
        assert_eq!(&result, expected, "{dialect:?}: {schema}");
        assert_eq!(messages.len(), warnings, "{schema}: {messages:?}");
    }
    let inside = |schema: &Value| json!({"components": {"schemas": {"A": schema}}});
    for dialect in [OpenApi30, OpenApi31] {
        let (result, messages) = upgraded(dialect, &inside(schema));
        assert_eq!(result, inside(expected), "{dialect:?}: {schema}");
        assert_eq!(messages.len(), warnings, "{schema}: {messages:?}");
    }
}

#[test]
fn what_can_be_meant_in_one_way_is_read_so() {
    for (schema, expected) in [
        (json!({"type": "int"}), json!({"type": "integer"})),
        (json!({"type": "Boolean"}), json!({"type": "boolean"})),
        (json!({"type": "datetime"}), json!({"type": "string"})),
        (json!({"type": "any", "title": "A"}), json!({"title": "A"})),
        (
            json!({"type": null, "title": "A"}),
            json!({"type": "null", "title": "A"}),
        ),
        (json!({"type": null, "enum": [1]}), json!({"enum": [1]})),
        (
            json!({"type": ["string", null]}),
            json!({"type": ["string", "null"]}),
        ),
        (json!({"title": 5}), json!({"title": "5"})),
        (
            json!({"description": {"a": 1}, "type": "null"}),
            json!({"type": "null"}),
        ),
        (json!({"minLength": "3"}), json!({"minLength": 3})),
        (json!({"maximum": "1.5"}), json!({"maximum": 1.5})),
        (json!({"maxLength": -1}), json!({})),
        (json!({"multipleOf": 0}), json!({})),
        (json!({"uniqueItems": "true"}), json!({"uniqueItems": true})),
        (json!({"uniqueItems": "no"}), json!({"uniqueItems": false})),
        (
            json!({"additionalProperties": "false"}),
            json!({"additionalProperties": false}),
        ),
        (json!({"properties": []}), json!({})),
        (
            json!({"oneOf": [], "type": "string"}),
            json!({"type": "string"}),
        ),
        (json!({"enum": null, "format": null}), json!({})),
        (
            json!({"required": ["a", "b", "a"]}),
            json!({"required": ["a", "b"]}),
        ),
        (
            json!({"type": ["string", "null", "string"]}),
            json!({"type": ["string", "null"]}),
        ),
        (json!({"type": [null, null]}), json!({"type": ["null"]})),
        (
            json!({"examples": {"a": {"value": 1}, "b": 2}}),
            json!({"examples": [1, 2]}),
        ),
        (json!({"contentMediaType": 5}), json!({})),
        (json!({"contentSchema": "string"}), json!({})),
        (json!({"$recursiveRef": true}), json!({})),
        (json!({"pattern": 0}), json!({})),
        (json!({"pattern": "(a"}), json!({})),
        (
            json!({"patternProperties": {"(a": {}, "b": {}}, "additionalProperties": false}),
            json!({"patternProperties": {"b": {}}}),
        ),
    ] {
        let warnings = if schema.get("enum") == Some(&Value::Null) {
            2
        } else {
            1
        };
        check(&schema, &expected, warnings);
    }
}

#[test]
fn what_could_mean_several_things_is_left_for_the_reader() {
    for schema in [
        json!({"type": "objekt"}),
        json!({"type": 5}),
        json!({"type": "string[]"}),
        json!({"minLength": "three"}),
        json!({"minLength": 1.5}),
        json!({"multipleOf": -2}),
        json!({"uniqueItems": 1}),
        json!({"enum": "a"}),
        json!({"required": "a"}),
        json!({"properties": ["a"]}),
        json!({"additionalProperties": "no"}),
        json!({"default": null, "examples": [null]}),
        json!({"properties": {"pattern": {"type": "string"}, "type": {"enum": ["int"]}}}),
        json!({"enum": [{"type": "int", "pattern": "(a"}]}),
    ] {
        check(&schema, &schema, 0);
    }
}

#[test]
fn discriminators() {
    let branches = json!([{"$ref": "#/a"}]);
    for (written, read) in [
        (json!("kind"), json!({"propertyName": "kind"})),
        (json!({"mapping": {}}), Value::Null),
        (
            json!({"propertyName": "kind", "mapping": {"a": "A", "b": {}}}),
            json!({"propertyName": "kind", "mapping": {"a": "A"}}),
        ),
    ] {
        let schema = |value: &Value| json!({"components": {"schemas": {"A": {"oneOf": branches, "discriminator": value}}}});
        let (result, messages) = upgraded(OpenApi31, &schema(&written));
        let expected = if read.is_null() {
            json!({"components": {"schemas": {"A": {"oneOf": branches}}}})
        } else {
            schema(&read)
        };
        assert_eq!(result, expected);
        assert_eq!(messages.len(), 1, "{messages:?}");
    }
}
