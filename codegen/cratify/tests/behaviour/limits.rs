//! Documents at the limits of the generator: the longest chains it accepts, and every kind of recursion.

use serde_json::{Map, Value, json};

/// The longest documents that are allowed do not overflow the stack of a thread.
#[test]
fn long_documents_become_crates() {
    let chain = |count: usize, schema: &dyn Fn(Value) -> Value| {
        let mut schemas = Map::new();
        for number in 0..count {
            schemas.insert(
                format!("A{number}"),
                schema(json!({ "$ref": format!("#/$defs/A{}", number + 1) })),
            );
        }
        schemas.insert(
            format!("A{count}"),
            json!({ "type": "object", "properties": { "x": { "type": "string" } } }),
        );
        schemas.insert(
            "Z".to_owned(),
            json!({ "oneOf": [{ "$ref": "#/$defs/A0" }, { "type": "integer" }] }),
        );
        json!({ "$defs": schemas })
    };
    let documents = [
        chain(240, &|next| json!({ "anyOf": [next, { "type": "null" }] })),
        chain(
            240,
            &|next| json!({ "oneOf": [next, { "type": "integer" }] }),
        ),
        chain(
            240,
            &|next| json!({ "allOf": [next], "description": "more" }),
        ),
        chain(480, &|next| next),
        chain(
            800,
            &|next| json!({ "type": "object", "properties": { "next": next }, "required": ["next"] }),
        ),
        chain(800, &|next| json!({ "type": "array", "items": next })),
        chain(60, &|next| json!({ "allOf": [next, next] })),
        chain(60, &|next| json!({ "anyOf": [next, next] })),
        chain(
            60,
            &|next| json!({ "type": "object", "properties": { "a": next, "b": next }, "required": ["a", "b"] }),
        ),
    ];
    for document in documents {
        assert_generates(&document);
    }
}

#[test]
fn recursive_inline_schemas_become_crates() {
    let reference = |name: &str| json!({ "$ref": format!("#/$defs/{name}") });
    let document = json!({
        "$id": "https://example.com/recursion",
        "title": "Recursion",
        "$defs": {
            // To refer to it, where null was taken away, is not to use its name.
            "Null": { "oneOf": [
                { "type": ["string", "null"] },
                { "type": "array", "items": { "oneOf": [{ "type": "integer" }, reference("Null")] } }
            ] },
            "Lists": { "type": "array", "items": { "allOf": [reference("Lists"), { "items": { "maxItems": 1 } }] } },
            "Maps": {
                "type": "object",
                "additionalProperties": { "allOf": [reference("Maps"), { "additionalProperties": { "maxProperties": 1 } }] }
            },
            "Types": { "type": ["array", "null", "string"], "items": { "type": ["array", "string"], "allOf": [reference("Types")] } }
        }
    });
    assert_generates(&document);
}

fn assert_generates(document: &Value) {
    let scratch = tempfile::tempdir().expect("a folder for temporary files");
    let path = scratch.path().join("document.json");
    std::fs::write(&path, document.to_string()).expect("a temporary file");
    let config = cratify::configure().schema(&path).output("never-written");
    if let Err(error) = config.generate() {
        let text: String = document["$defs"].to_string().chars().take(400).collect();
        panic!("{text}\n{error}");
    }
}
