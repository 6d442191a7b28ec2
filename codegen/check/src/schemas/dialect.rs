//! Finds the dialect in which a document's schemas are written.

use std::borrow::Cow;

use jsonschema::Draft;
use serde_json::{Value, json};

/// How the schemas of a document are to be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Dialect {
    /// JSON Schema 2020-12, which OpenAPI 3.1 and later use too.
    Native,
    /// OpenAPI 3.0: near JSON Schema draft 4, with `nullable`.
    OpenApi30,
    /// Swagger 2.0: the same, with `x-nullable`.
    Swagger20,
    /// Another draft of JSON Schema.
    Older(Draft),
    /// A `jsonSchemaDialect` or `$schema` that is not known here.
    Foreign,
}

/// The dialect of an OpenAPI or JSON Schema document. A JSON Schema without `$schema` is read as
/// 2020-12.
pub(crate) fn dialect(document: &Value) -> Dialect {
    let text = |key: &str| document.get(key).and_then(Value::as_str);
    if document.get("swagger").is_some() {
        return Dialect::Swagger20;
    }
    let named = match text("openapi") {
        Some(version) if version.starts_with("3.0") => return Dialect::OpenApi30,
        Some(_) => text("jsonSchemaDialect"),
        None => text("$schema"),
    };
    let Some(uri) = named else {
        return Dialect::Native;
    };
    match uri.trim_end_matches('#') {
        uri if uri.ends_with("/draft/2020-12/schema") => Dialect::Native,
        // The OpenAPI dialects add annotations (`discriminator`, `xml`) to 2020-12.
        uri if uri.starts_with("https://spec.openapis.org/oas/3.") => Dialect::Native,
        uri if uri.ends_with("/draft/2019-09/schema") => Dialect::Older(Draft::Draft201909),
        uri if uri.ends_with("/draft-07/schema") => Dialect::Older(Draft::Draft7),
        uri if uri.ends_with("/draft-06/schema") => Dialect::Older(Draft::Draft6),
        uri if uri.ends_with("/draft-04/schema") => Dialect::Older(Draft::Draft4),
        _ => Dialect::Foreign,
    }
}

impl Dialect {
    /// The draft under which a validator reads such schemas, once [`Dialect::adapted`].
    pub(crate) fn draft(self) -> Draft {
        match self {
            Self::Native | Self::Foreign => Draft::Draft202012,
            Self::OpenApi30 | Self::Swagger20 => Draft::Draft4,
            Self::Older(draft) => draft,
        }
    }

    /// The schema in the words of its draft: `nullable: true` of OpenAPI 3.0 and `x-nullable: true` of Swagger 2.0
    /// become a union with null.
    pub(crate) fn adapted(self, schema: &Value) -> Cow<'_, Value> {
        match self {
            Self::OpenApi30 => Cow::Owned(spell_nullable(schema, "nullable")),
            Self::Swagger20 => Cow::Owned(spell_nullable(schema, "x-nullable")),
            _ => Cow::Borrowed(schema),
        }
    }

    /// The pointer in the [adapted](Self::adapted) document of a value in this one: a schema that may be null is in the first
    /// branch of its union with null.
    pub(crate) fn adapted_pointer(self, document: &Value, pointer: &str) -> String {
        let keyword = match self {
            Self::OpenApi30 => "nullable",
            Self::Swagger20 => "x-nullable",
            _ => return pointer.to_owned(),
        };
        let mut value = document;
        let mut adapted = String::new();
        let mut tokens = pointer.split('/').skip(1);
        while let Some(mut token) = tokens.next() {
            if value.get(keyword) == Some(&Value::Bool(true)) {
                adapted.push_str("/anyOf/0");
                // The branch itself is meant, which the document does not have.
                if token == "anyOf" && value.get(token).is_none() {
                    let Some(next) = tokens.nth(1) else { break };
                    token = next;
                }
            }
            adapted.push('/');
            adapted.push_str(token);
            value = value.pointer(&format!("/{token}")).unwrap_or(&Value::Null);
        }
        adapted
    }
}

fn spell_nullable(schema: &Value, keyword: &str) -> Value {
    match schema {
        Value::Object(map) => {
            let nullable = map.get(keyword) == Some(&Value::Bool(true));
            let rest = map
                .iter()
                .filter(|(key, value)| *key != keyword || !value.is_boolean())
                .map(|(key, value)| (key.clone(), spell_member(key, value, keyword)))
                .collect();
            if nullable {
                json!({ "anyOf": [Value::Object(rest), { "type": "null" }] })
            } else {
                Value::Object(rest)
            }
        }
        Value::Array(items) => items
            .iter()
            .map(|item| spell_nullable(item, keyword))
            .collect(),
        other => other.clone(),
    }
}

/// A branch that says nothing else about values is how programs spell null, though by the letter it accepts any value.
fn spell_member(name: &str, value: &Value, keyword: &str) -> Value {
    let is_null = |branch: &Value| {
        branch.as_object().is_some_and(|members| {
            let is_silent = |key: &String| {
                key == keyword || SILENT.contains(&key.as_str()) || key.starts_with("x-")
            };
            members.get(keyword) == Some(&Value::Bool(true)) && members.keys().all(is_silent)
        })
    };
    match value {
        Value::Array(branches) if matches!(name, "anyOf" | "oneOf") => branches
            .iter()
            .map(|branch| {
                if is_null(branch) {
                    json!({ "type": "null" })
                } else {
                    spell_nullable(branch, keyword)
                }
            })
            .collect(),
        value => spell_nullable(value, keyword),
    }
}

/// Keywords of OpenAPI 3.0 that say nothing about values.
const SILENT: [&str; 9] = [
    "title",
    "description",
    "default",
    "deprecated",
    "example",
    "externalDocs",
    "readOnly",
    "writeOnly",
    "xml",
];
