//! A document with text in every keyword that has some, and the crate that is generated from it.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use cratify::Operations;
use serde_json::{Map, Value, json};

use super::PLAIN;

/// The files of a crate.
pub(crate) type Files = BTreeMap<String, String>;

/// A part of the document that a text replaces.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Part {
    /// The text at a JSON Pointer.
    Text(&'static str),
    /// The name of the member at a JSON Pointer.
    Name(&'static str),
    /// The name of the file.
    File,
}

/// The parts with prose, which is never an error: a text replaces all of them at once.
pub(crate) const PROSE: &[Part] = &[
    Part::Text("/info/title"),
    Part::Text("/info/description"),
    Part::Text("/info/x-crate/description"),
    Part::Text("/info/x-crate/copyright-holder"),
    Part::Text("/externalDocs/description"),
    Part::Text("/tags/0/name"),
    Part::Text("/tags/0/description"),
    Part::Text("/paths/~1pets/get/summary"),
    Part::Text("/paths/~1pets/get/description"),
    Part::Text("/paths/~1pets/get/tags/0"),
    Part::Text("/paths/~1pets/get/parameters/0/description"),
    Part::Text("/paths/~1pets/get/responses/200/description"),
    Part::Text("/components/schemas/Pet/title"),
    Part::Text("/components/schemas/Pet/description"),
    Part::Text("/components/schemas/Pet/$comment"),
    Part::Text("/components/schemas/Pet/x-note"),
    Part::Text("/components/schemas/Pet/externalDocs/description"),
    Part::Text("/components/schemas/Pet/properties/note/title"),
    Part::Text("/components/schemas/Pet/properties/note/description"),
    Part::Text("/components/schemas/Pet/properties/note/examples/0"),
    Part::Text("/components/schemas/Pet/properties/note/externalDocs/description"),
    Part::Text("/components/schemas/Pet/properties/level/x-enum-descriptions/0"),
    Part::Text("/components/schemas/Pet/properties/level/x-enum-descriptions/1"),
    Part::Text("/components/schemas/Name/examples/0"),
    Part::Text("/components/schemas/Name/description"),
];

/// The other parts with text: a text replaces one of them at a time.
pub(crate) const OTHERS: &[Part] = &[
    Part::File,
    Part::Text("/info/version"),
    Part::Text("/info/license/name"),
    Part::Text("/info/license/url"),
    Part::Text("/info/contact/name"),
    Part::Text("/info/contact/email"),
    Part::Text("/info/contact/url"),
    Part::Text("/info/x-crate/authors/0"),
    Part::Text("/info/x-crate/homepage"),
    Part::Text("/info/x-crate/keywords/0"),
    Part::Text("/externalDocs/url"),
    Part::Name("/paths/~1pets"),
    Part::Text("/paths/~1pets/get/operationId"),
    Part::Text("/paths/~1pets/get/parameters/0/name"),
    Part::Name("/paths/~1pets/get/responses/200/content/application~1json"),
    Part::Name("/components/schemas/Pet"),
    Part::Name("/components/schemas/Pet/x-note"),
    Part::Text("/components/schemas/Pet/externalDocs/url"),
    Part::Text("/components/schemas/Pet/required/1"),
    Part::Name("/components/schemas/Pet/properties/note"),
    Part::Text("/components/schemas/Pet/properties/note/default"),
    Part::Text("/components/schemas/Pet/properties/note/pattern"),
    Part::Text("/components/schemas/Pet/properties/note/format"),
    Part::Text("/components/schemas/Pet/properties/note/contentMediaType"),
    Part::Text("/components/schemas/Pet/properties/note/externalDocs/url"),
    Part::Text("/components/schemas/Pet/properties/level/enum/0"),
    Part::Text("/components/schemas/Pet/properties/level/x-enum-varnames/0"),
    Part::Text("/components/schemas/Pet/properties/fixed/const"),
    Part::Text("/components/schemas/Pet/properties/mixed/enum/1"),
    Part::Text("/components/schemas/Pet/properties/named/x-rust-name"),
    Part::Text("/components/schemas/Pet/properties/named/x-rust-type-name"),
    Part::Text("/components/schemas/Pet/properties/extern/x-rust-type"),
    Part::Text("/components/schemas/Pet/not/required/0"),
    Part::Text("/components/schemas/Pet/propertyNames/pattern"),
    Part::Text("/components/schemas/Any/discriminator/propertyName"),
    Part::Name("/components/schemas/Any/discriminator/mapping/cat"),
    Part::Text("/components/schemas/Any/x-cratify/derive"),
    Part::Text("/components/schemas/Cat/properties/kind/const"),
    Part::Text("/components/schemas/Cat/properties/pin/default"),
    Part::Text("/components/schemas/Closed/enum/0"),
];

fn document() -> Value {
    let link = json!({ "url": "https://example.org/a", "description": "More" });
    json!({
        "openapi": "3.1.0",
        "info": {
            "title": PLAIN,
            "version": "1.0.0",
            "description": PLAIN,
            "license": { "name": PLAIN, "url": "https://example.org/l" },
            "contact": { "name": PLAIN, "email": "a@example.org", "url": "https://example.org/c" },
            "x-crate": {
                "name": "sample",
                "description": PLAIN,
                "copyright-holder": PLAIN,
                "authors": [PLAIN],
                "homepage": "https://example.org/h",
                "keywords": [PLAIN]
            }
        },
        "externalDocs": link,
        "tags": [{ "name": PLAIN, "description": PLAIN }],
        "paths": { "/pets": { "get": {
            "operationId": PLAIN,
            "summary": PLAIN,
            "description": PLAIN,
            "tags": [PLAIN],
            "parameters": [{ "name": PLAIN, "in": "query", "description": PLAIN, "schema": { "enum": ["a", "b"] } }],
            "responses": { "200": { "description": PLAIN, "content": { "application/json": {
                "schema": { "type": "object", "properties": { "total": { "type": "integer" } } }
            } } } }
        } } },
        "components": { "schemas": {
            "Pet": {
                "type": "object",
                "title": PLAIN,
                "description": PLAIN,
                "$comment": PLAIN,
                "x-note": PLAIN,
                "externalDocs": link,
                "required": ["level", "absent"],
                "not": { "required": [PLAIN, "nothing"] },
                "propertyNames": { "pattern": PLAIN },
                "properties": {
                    "note": {
                        "type": "string",
                        "title": PLAIN,
                        "description": PLAIN,
                        "default": PLAIN,
                        "examples": [PLAIN],
                        "pattern": PLAIN,
                        "format": PLAIN,
                        "contentMediaType": PLAIN,
                        "externalDocs": link
                    },
                    "level": {
                        "enum": [PLAIN, "other"],
                        "x-enum-varnames": ["Word", "Other"],
                        "x-enum-descriptions": [PLAIN, PLAIN]
                    },
                    "fixed": { "const": PLAIN },
                    "mixed": { "enum": [1, PLAIN] },
                    "named": { "enum": ["a"], "x-rust-name": PLAIN, "x-rust-type-name": "Word" },
                    "extern": { "type": "string", "x-rust-type": "std::string::String" }
                }
            },
            "Name": { "type": "string", "description": PLAIN, "examples": [PLAIN] },
            "Cat": { "type": "object", "required": ["kind"], "properties": {
                "kind": { "const": PLAIN },
                "pin": { "type": "string", "format": "password", "default": PLAIN }
            } },
            "Dog": { "type": "object", "required": ["kind"], "properties": { "kind": { "const": "dog" } } },
            "Any": {
                "oneOf": [{ "$ref": "#/components/schemas/Cat" }, { "$ref": "#/components/schemas/Dog" }],
                "discriminator": { "propertyName": "kind", "mapping": { "cat": "#/components/schemas/Cat" } },
                "x-cratify": { "derive": "PartialOrd" }
            },
            "Closed": { "enum": [PLAIN, "other"], "x-cratify": { "unknown-values": "refuse" } }
        } }
    })
}

/// Generates the document with a text in the place of parts; `None` where that is an error.
pub(crate) fn generate(folder: &Path, parts: &[Part], text: &str) -> Option<Files> {
    let mut document = document();
    let mut name = "sample.json".to_owned();
    for part in parts {
        match *part {
            Part::File => name = format!("{}.json", text.replace(['/', '\0'], "_")),
            Part::Text(pointer) => {
                let value = document.pointer_mut(pointer);
                *value.unwrap_or_else(|| panic!("the document has nothing at {pointer}")) =
                    json!(text);
            }
            Part::Name(pointer) => {
                let (object, last) = pointer.rsplit_once('/').expect("a pointer has a last part");
                let last = last.replace("~1", "/");
                let object = document.pointer_mut(object).and_then(Value::as_object_mut);
                let object =
                    object.unwrap_or_else(|| panic!("the document has no object at {pointer}"));
                assert!(
                    object.contains_key(&last),
                    "the document has nothing at {pointer}"
                );
                let members = std::mem::take(object).into_iter();
                let renamed = members.map(|(name, value)| {
                    let is_renamed = name == last;
                    (if is_renamed { text.to_owned() } else { name }, value)
                });
                *object = renamed.collect::<Map<String, Value>>();
            }
        }
    }
    let folder = tempfile::tempdir_in(folder).expect("a folder can be made");
    let path = folder.path().join(name);
    fs::write(&path, document.to_string()).unwrap_or_else(|error| panic!("{text:?}: {error}"));
    let config = cratify::configure()
        .schema(&path)
        .operations(Operations::All);
    match config.generate() {
        Ok(generated) => {
            let files = generated.files();
            let files = files.map(|(path, text)| (path.to_owned(), text.to_owned()));
            Some(files.collect())
        }
        Err(error) => {
            assert!(text != PLAIN || parts.len() == 1, "{error}");
            None
        }
    }
}
