//! Turns the members of documents that are cratify's own into a JSON Schema for editors.

use serde_json::{Value, json};

/// Where a workspace has it.
pub(super) const PATH: &str = "schema/.cratify/extensions.json";

/// The first line of a document in YAML: editors check it by this schema.
pub(super) const MODE_LINE: &str = "# yaml-language-server: $schema=.cratify/extensions.json\n";

/// The text of the schema. It describes our members wherever they are, and allows everything else.
pub(crate) fn schema() -> String {
    let mut keys = serde_json::Map::new();
    for setting in cratify::document_settings() {
        keys.insert(setting.key.to_owned(), setting_schema(&setting));
    }
    let name = json!({ "type": "string", "minLength": 1 });
    let members = json!({
        "x-cratify": {
            "description": "Settings for this place and everything in it.",
            "type": "object",
            "properties": keys,
            "additionalProperties": false,
        },
        "x-crate": {
            "description": "Data of the package that `info` does not have.",
            "type": "object",
            "properties": crate_members(),
            "additionalProperties": false,
        },
        "x-rust-name": { "description": "The Rust name of the type, the field or the variant.", "allOf": [name] },
        "x-rust-type-name": { "description": "The Rust name of the type that is made for a member or a branch.", "allOf": [name] },
        "x-rust-type": {
            "description": "A type of another crate in the place of the schema, if the build script allows the crate.",
            "type": ["string", "object"],
        },
        "x-sensitive": { "description": "A secret: it is never shown.", "type": "boolean" },
        "x-secret": { "description": "A secret: it is never shown.", "type": "boolean" },
    });
    let schema = json!({
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": "The members of a document that cratify reads beside the members of OpenAPI and JSON Schema",
        "allOf": [{ "$ref": "#/definitions/anything" }],
        "definitions": {
            "anything": {
                "properties": members,
                "additionalProperties": { "$ref": "#/definitions/anything" },
                "items": { "$ref": "#/definitions/anything" },
            },
        },
    });
    format!("{schema:#}\n")
}

fn setting_schema(setting: &cratify::DocumentSetting) -> Value {
    if setting.words.is_empty() && !setting.is_list {
        return json!({ "description": setting.description, "type": "string" });
    }
    let word = if setting.words.is_empty() {
        json!({ "type": "string" })
    } else {
        json!({ "enum": setting.words })
    };
    if setting.is_flag() {
        return json!({ "description": setting.description, "type": "boolean" });
    }
    if setting.is_list {
        let list = json!({ "type": "array", "items": word });
        return json!({ "description": setting.description, "anyOf": [word, list] });
    }
    json!({ "description": setting.description, "enum": setting.words })
}

fn crate_members() -> Value {
    let members = cratify::X_CRATE_MEMBERS.iter().map(|name| {
        let is_list = ["authors", "keywords", "categories"].contains(name);
        let schema = if is_list {
            json!({ "type": "array", "items": { "type": "string" } })
        } else {
            json!({ "type": "string" })
        };
        ((*name).to_owned(), schema)
    });
    Value::Object(members.collect())
}
