//! Documents around schemas, in each dialect.

use std::fmt;

use proptest::collection::vec;
use proptest::prelude::*;
use serde_json::{Map, Value, json};

use super::schema::{json, object, schema, word};
use super::token;

/// The place of named schemas in a document.
#[derive(Debug, Clone, Copy)]
enum Dialect {
    OpenApi,
    JsonSchema,
}

impl Dialect {
    const fn schemas(self) -> &'static str {
        match self {
            Self::OpenApi => "/components/schemas",
            Self::JsonSchema => "/$defs",
        }
    }
}

/// A document; `Debug` shows it as JSON.
#[derive(Clone)]
pub struct Document(pub Value);

impl fmt::Debug for Document {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{:#}", self.0)
    }
}

/// A document of named schemas that refer to each other.
pub fn well_formed() -> impl Strategy<Value = Document> {
    documents(|schemas, targets| {
        for schema in schemas.values_mut() {
            refer(schema, targets);
        }
    })
}

/// A document of named schemas, each of which refers only to itself.
pub fn unrelated() -> impl Strategy<Value = Document> {
    documents(|schemas, targets| {
        for (schema, target) in schemas.values_mut().zip(targets) {
            refer(schema, std::slice::from_ref(target));
        }
    })
}

/// Documents in which `refer` replaces the numbers by references.
fn documents(refer: fn(&mut Map<String, Value>, &[String])) -> impl Strategy<Value = Document> {
    let dialect = prop_oneof![3 => Just(Dialect::OpenApi), 1 => Just(Dialect::JsonSchema)];
    (dialect, vec((word(), schema()), 1..5)).prop_map(move |(dialect, schemas)| {
        let mut schemas: Map<String, Value> = schemas.into_iter().collect();
        let target =
            |name: &String| format!("#{}/{}", dialect.schemas(), percent_encoded(&token(name)));
        let targets: Vec<String> = schemas.keys().map(target).collect();
        refer(&mut schemas, &targets);
        Document(match dialect {
            Dialect::OpenApi => json!({
                "openapi": "3.1.0",
                "info": { "title": "Any", "version": "1.0.0" },
                "components": { "schemas": schemas },
            }),
            Dialect::JsonSchema => json!({
                "$schema": "https://json-schema.org/draft/2020-12/schema",
                "title": "Any",
                "$defs": schemas,
            }),
        })
    })
}

/// Replaces the numbers in a schema by references.
fn refer(value: &mut Value, targets: &[String]) {
    match value {
        Value::Object(members) => {
            for (name, value) in members {
                match value.as_u64() {
                    Some(number) if name == "$ref" => {
                        let number = usize::try_from(number).unwrap_or_default();
                        *value = json!(targets[number % targets.len()]);
                    }
                    _ => refer(value, targets),
                }
            }
        }
        Value::Array(items) => items.iter_mut().for_each(|item| refer(item, targets)),
        _ => {}
    }
}

/// The fragment of a URI, in which only these characters stand for themselves.
fn percent_encoded(text: &str) -> String {
    text.bytes()
        .map(|byte| match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'_' | b'~' => {
                char::from(byte).to_string()
            }
            _ => format!("%{byte:02X}"),
        })
        .collect()
}

/// The same document with its named schemas in the opposite order.
pub fn with_schemas_reversed(document: &Document) -> Document {
    let Document(mut document) = document.clone();
    for dialect in [Dialect::OpenApi, Dialect::JsonSchema] {
        if let Some(Value::Object(schemas)) = document.pointer_mut(dialect.schemas()) {
            *schemas = std::mem::take(schemas).into_iter().rev().collect();
        }
    }
    Document(document)
}

/// A document in which any JSON is the value of any keyword.
pub fn any_json() -> impl Strategy<Value = Document> {
    let keyword = || proptest::sample::select(KEYWORDS.as_slice()).prop_map(str::to_owned);
    let schema = json().prop_recursive(3, 16, 4, move |inner| {
        vec((prop_oneof![6 => keyword(), 1 => word()], inner), 0..5).prop_map(object)
    });
    let head = prop_oneof![
        Just(json!({ "openapi": "3.1.0" })),
        Just(json!({ "openapi": "3.0.3" })),
        Just(json!({ "swagger": "2.0" })),
        Just(json!({ "$schema": "http://json-schema.org/draft-07/schema#" })),
        Just(json!({})),
        json(),
    ];
    (head, schema.clone(), vec((word(), schema), 0..3)).prop_map(|(head, whole, schemas)| {
        let Value::Object(head) = head else {
            return Document(head);
        };
        let schemas: Map<String, Value> = schemas.into_iter().collect();
        let mut members = match whole {
            Value::Object(members) => members,
            other => Map::from_iter([("info".to_owned(), other)]),
        };
        members.extend(head);
        members.insert("components".to_owned(), json!({ "schemas": schemas }));
        members.insert("definitions".to_owned(), json!(schemas));
        Document(Value::Object(members))
    })
}

/// The keywords of all dialects, and extensions.
pub const KEYWORDS: [&str; 58] = [
    "type",
    "enum",
    "const",
    "properties",
    "required",
    "additionalProperties",
    "patternProperties",
    "items",
    "prefixItems",
    "additionalItems",
    "allOf",
    "anyOf",
    "oneOf",
    "$ref",
    "$dynamicRef",
    "format",
    "discriminator",
    "propertyName",
    "mapping",
    "minimum",
    "maximum",
    "exclusiveMinimum",
    "multipleOf",
    "minLength",
    "pattern",
    "minItems",
    "uniqueItems",
    "contains",
    "minProperties",
    "propertyNames",
    "dependentRequired",
    "dependentSchemas",
    "dependencies",
    "not",
    "if",
    "then",
    "else",
    "unevaluatedItems",
    "unevaluatedProperties",
    "title",
    "description",
    "default",
    "examples",
    "example",
    "deprecated",
    "readOnly",
    "$defs",
    "definitions",
    "$anchor",
    "$id",
    "$schema",
    "nullable",
    "x-rust-name",
    "x-rust-type",
    "x-crate",
    "x-cratify",
    "x-nullable",
    "x-enum-varnames",
];
