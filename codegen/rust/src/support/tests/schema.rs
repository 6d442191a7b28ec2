//! Tests of the functions that complete derived schemas.

use schemars::transform::Transform;
use schemars::{JsonSchema, SchemaGenerator, schema_for};
use serde_json::{Value, json};

use crate::support::schema::{self, AddKeywords, Nullable, one_of};

fn value(schema: schemars::Schema) -> Value {
    let mut value: Value = schema.into();
    if let Some(object) = value.as_object_mut() {
        object.remove("$schema");
        object.remove("title");
    }
    value
}

#[test]
fn a_nullable_member_is_required() {
    #[derive(JsonSchema)]
    struct Member {
        #[schemars(with = "Nullable<bool>")]
        _answer: Option<bool>,
    }
    assert_eq!(
        value(schema_for!(Member)),
        json!({
            "type": "object",
            "properties": { "_answer": { "type": ["boolean", "null"] } },
            "required": ["_answer"]
        })
    );
    assert_eq!(
        Nullable::<bool>::schema_name(),
        Option::<bool>::schema_name()
    );
}

#[test]
fn one_of_takes_the_place_of_any_of() {
    let mut union = schemars::json_schema!({ "anyOf": [true], "title": "T" });
    one_of(&mut union);
    assert_eq!(value(union), json!({ "oneOf": [true] }));
    let mut other = schemars::json_schema!({ "type": "null" });
    one_of(&mut other);
    assert_eq!(value(other), json!({ "type": "null" }));
}

#[test]
fn keywords_are_added_to_a_part() {
    let mut list = schemars::json_schema!({ "items": { "type": "integer", "minimum": 0 } });
    AddKeywords("/items", r#"{"minimum": null, "maximum": 9}"#).transform(&mut list);
    AddKeywords("/nothing", r#"{"maximum": 9}"#).transform(&mut list);
    AddKeywords("/items", "no JSON").transform(&mut list);
    assert_eq!(
        value(list),
        json!({ "items": { "type": "integer", "maximum": 9 } })
    );
}

#[test]
fn a_schema_that_is_text_brings_its_definitions() {
    let mut generator = SchemaGenerator::default();
    let text = r##"{"$schema": "https://json-schema.org/draft/2020-12/schema", "$ref": "#/$defs/A", "$defs": {"A": {"type": "null"}}}"##;
    let schema = schema::extern_type(&mut generator, text);
    assert_eq!(value(schema), json!({ "$ref": "#/$defs/A" }));
    assert_eq!(generator.definitions()["A"], json!({ "type": "null" }));
    assert_eq!(value(schema::schema("false")), json!(false));
    assert_eq!(schema::json("[1]"), json!([1]));
}
