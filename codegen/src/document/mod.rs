//! A source to a [`Document`]: which dialect it is written in, and which schemas it names.

mod dialect;
mod package;

pub use dialect::Dialect;
pub use package::Package;

use crate::diagnostic::{Code, Diagnostic, Diagnostics, Place};
use crate::schema::At;
use crate::source::{FileId, Part, Pointer, Source, Value};

/// What a document says beside its schemas, and where they are.
#[derive(Debug)]
pub struct Document {
    /// The file.
    pub file: FileId,
    /// The dialect of its schemas.
    pub dialect: Dialect,
    /// The named schemas, in document order.
    pub roots: Vec<Root>,
}

/// A schema that the document gives a name.
#[derive(Debug)]
pub struct Root {
    /// The name as written.
    pub wire_name: String,
    /// Its place.
    pub at: At,
}

impl Document {
    /// Finds out what the source is; reports why it is no document of schemas.
    pub fn read(file: FileId, source: &Source, diagnostics: &mut Diagnostics) -> Option<Self> {
        let Value::Object(members) = &source.root else {
            if source.root.is_boolean() {
                return Some(Self {
                    file,
                    dialect: Dialect::JsonSchema202012,
                    roots: vec![whole_document(file, source)],
                });
            }
            diagnostics.push(not_a_document(file, &source.root));
            return None;
        };
        let dialect = Dialect::detect(file, members, diagnostics)?;
        let mut roots = Vec::new();
        for container in dialect.containers() {
            let Some(value) = container.resolve(&source.root) else {
                continue;
            };
            let Some(schemas) = value.as_object() else {
                let place = Place::Pointer { file, pointer: container, part: Part::Value };
                diagnostics.push(crate::schema::wrong_type(place, "the named schemas", "an object", value));
                continue;
            };
            roots.extend(schemas.keys().map(|name| Root {
                wire_name: name.clone(),
                at: At { file, pointer: container.join(name) },
            }));
        }
        if dialect.is_json_schema() {
            if roots.is_empty() || says_something(members) {
                roots.insert(0, whole_document(file, source));
            }
        } else if roots.is_empty() {
            diagnostics.push(
                Diagnostic::error(
                    Code::NotASchemaDocument,
                    Place::Pointer { file, pointer: Pointer::root(), part: Part::Value },
                    "the document has no schemas",
                )
                .label(format!("nothing under {}", dialect.containers()[0]))
                .help("describe the data models under `components: schemas:`"),
            );
            return None;
        }
        Some(Self { file, dialect, roots })
    }
}

/// Whether a JSON Schema document describes a value itself, beside its definitions.
fn says_something(members: &serde_json::Map<String, Value>) -> bool {
    members.keys().any(|name| {
        !matches!(
            name.as_str(),
            "$schema" | "$id" | "id" | "$defs" | "definitions" | "$comment" | "title" | "description"
        ) && !name.starts_with("x-")
    })
}

/// The document as one schema, named by its title or its file.
fn whole_document(file: FileId, source: &Source) -> Root {
    let title = source.root.get("title").and_then(Value::as_str);
    let wire_name = title.filter(|title| title.len() <= 80).map_or_else(
        || {
            let name = source.path.file_name().unwrap_or_default().to_string_lossy();
            name.split('.').next().unwrap_or_default().to_owned()
        },
        str::to_owned,
    );
    Root { wire_name, at: At { file, pointer: Pointer::root() } }
}

fn not_a_document(file: FileId, found: &Value) -> Diagnostic {
    Diagnostic::error(
        Code::NotASchemaDocument,
        Place::Pointer { file, pointer: Pointer::root(), part: Part::Value },
        "a document of schemas must be an object",
    )
    .label(format!("found {}", crate::schema::describe(found)))
    .help("start with `openapi: 3.1.1`, or with the keywords of a JSON Schema")
}
