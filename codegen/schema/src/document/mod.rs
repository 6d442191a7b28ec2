//! A source to a [`Document`]: which dialect it is written in, and which schemas it names.

mod dialect;
mod operations;
mod vocabulary;

pub use operations::{OperationSchema, Usage};
pub use vocabulary::{Absent, Style, Styles};

use crate::diagnostic::{Code, Diagnostic, Diagnostics, SourceLocation};
use crate::keyword::{Dialect, Effect, effect_of};
use crate::parse::SchemaLocation;
use crate::source::{FileId, Part, Pointer, Source, Value};
use crate::{Operations, ReadOptions};

/// What a document says beside its schemas, and where they are.
#[derive(Debug)]
pub struct Document {
    /// The named schemas, in document order.
    pub roots: Vec<Root>,
    /// The schemas of operations, whether they are among the roots or not: references to them and
    /// into them have a name then.
    pub operations: Vec<OperationSchema>,
}

/// A schema that the document gives a name.
#[derive(Debug)]
pub struct Root {
    /// The name as written.
    pub wire_name: String,
    /// Its place.
    pub at: SchemaLocation,
    /// What it is for, if an operation has it.
    pub usage: Option<Usage>,
}

impl Document {
    /// Finds out what the source is; reports why it is no document of schemas.
    pub fn read(
        file: FileId,
        source: &Source,
        options: &ReadOptions,
        styles: &Styles,
        diagnostics: &mut Diagnostics,
    ) -> Option<Self> {
        let Value::Object(members) = &source.root else {
            if source.root.is_boolean() {
                return Some(Self {
                    roots: vec![whole_document(file, source)],
                    operations: Vec::new(),
                });
            }
            diagnostics.push(not_a_document(file, &source.root));
            return None;
        };
        let Style { dialect, .. } =
            Dialect::detect(file, members, options.dialect, styles, diagnostics)?;
        let mut roots = Vec::new();
        let mut wrong = false;
        for container in dialect.containers() {
            let Some(value) = container.resolve(&source.root) else {
                continue;
            };
            let Some(schemas) = value.as_object() else {
                let place = SourceLocation::Pointer {
                    file,
                    pointer: container,
                    part: Part::Value,
                };
                diagnostics.push(
                    crate::parse::wrong_type(
                        place,
                        "what holds the named schemas",
                        "an object",
                        value,
                    )
                    .help("write each schema with its name before it: `Name: {type: object}`"),
                );
                wrong = true;
                continue;
            };
            roots.extend(schemas.keys().map(|name| Root {
                wire_name: name.clone(),
                at: SchemaLocation {
                    file,
                    pointer: container.join(name),
                },
                usage: None,
            }));
        }
        // Finding names for all of them takes longer than seeing that nobody asks.
        let is_asked = options.operations > Operations::None
            || roots.is_empty()
            || operations::are_referred_to(&source.root);
        let operations = if is_asked {
            operations::schemas(file, &source.root, dialect)
        } else {
            Vec::new()
        };
        let mut asked = options.operations;
        if roots.is_empty() && !wrong && asked == Operations::None {
            asked = least_with_types(&operations);
            if asked > Operations::None {
                diagnostics.push(unnamed_schemas(file, dialect, asked));
            }
        }
        let wanted = operations
            .iter()
            .filter(|schema| schema.is_own && asked >= schema.least());
        roots.extend(wanted.map(|schema| Root {
            wire_name: schema.wire_name.clone(),
            at: schema.at.clone(),
            usage: Some(schema.usage.clone()),
        }));
        if dialect.is_json_schema() {
            if roots.is_empty() || says_something(members) {
                roots.insert(0, whole_document(file, source));
            }
        } else if roots.is_empty() {
            if !wrong {
                diagnostics.push(no_schemas(file, &source.root, dialect));
            }
            return None;
        }
        Some(Self { roots, operations })
    }
}

/// The fewest schemas of operations of which there are some.
fn least_with_types(operations: &[OperationSchema]) -> Operations {
    let own = operations.iter().filter(|schema| schema.is_own);
    own.map(OperationSchema::least)
        .min()
        .unwrap_or(Operations::None)
}

/// The diagnostic for an API description that names no schema, and has some in its operations.
fn unnamed_schemas(file: FileId, dialect: Dialect, taken: Operations) -> Diagnostic {
    let which = if taken == Operations::Bodies {
        "bodies"
    } else {
        "parameters and headers"
    };
    Diagnostic::warning(
        Code::UnnamedSchemas,
        SourceLocation::Pointer {
            file,
            pointer: Pointer::root(),
            part: Part::Value,
        },
        "the document gives no schema a name",
    )
    .label(format!("nothing under `#{}`", dialect.containers()[0]))
    .note(format!("types are made for the {which} of its operations"))
    .help(format!(
        "say which of them are wanted: `.operations(Operations::{taken:?})`"
    ))
}

/// The diagnostic for an API description that has no schema where its dialect has them.
fn no_schemas(file: FileId, root: &Value, dialect: Dialect) -> Diagnostic {
    let container = &dialect.containers()[0];
    let elsewhere = ["/components/schemas", "/definitions", "/$defs", "/schemas"];
    let elsewhere = elsewhere.into_iter().find(|pointer| {
        *pointer != container.as_str() && root.pointer(pointer).is_some_and(Value::is_object)
    });
    let keys: Vec<_> = container
        .tokens()
        .map(|token| format!("{token}:"))
        .collect();
    Diagnostic::error(
        Code::NotASchemaDocument,
        SourceLocation::Pointer {
            file,
            pointer: Pointer::root(),
            part: Part::Value,
        },
        "the document has no schemas",
    )
    .label(format!("nothing under `#{container}`"))
    .help(match elsewhere {
        Some(pointer) => format!("move what is under `#{pointer}` to `#{container}`"),
        None => format!("describe the data models under `{}`", keys.join(" ")),
    })
}

/// Whether a JSON Schema document describes a value itself, beside its definitions.
fn says_something(members: &serde_json::Map<String, Value>) -> bool {
    members.keys().any(|name| {
        let is_heading = matches!(name.as_str(), "id" | "$comment" | "title" | "description");
        !is_heading && effect_of(name) != Some(Effect::Structural) && !name.starts_with("x-")
    })
}

/// The document as one schema, named by its title or its file.
fn whole_document(file: FileId, source: &Source) -> Root {
    Root {
        wire_name: name_of_whole(source),
        at: SchemaLocation {
            file,
            pointer: Pointer::root(),
        },
        usage: None,
    }
}

/// Whether a title is short enough for a name: at most 80 bytes. A longer one is a sentence.
pub fn is_name(title: &str) -> bool {
    title.len() <= 80
}

/// What a document is called that is one schema: its title, or the name of its file.
pub fn name_of_whole(source: &Source) -> String {
    let title = source.root.get("title").and_then(Value::as_str);
    title.filter(|title| is_name(title)).map_or_else(
        || {
            let name = source
                .path
                .file_name()
                .unwrap_or_default()
                .to_string_lossy();
            name.split('.').next().unwrap_or_default().to_owned()
        },
        str::to_owned,
    )
}

fn not_a_document(file: FileId, found: &Value) -> Diagnostic {
    Diagnostic::error(
        Code::NotASchemaDocument,
        SourceLocation::Pointer {
            file,
            pointer: Pointer::root(),
            part: Part::Value,
        },
        "a document of schemas must be an object",
    )
    .label(format!("found {}", crate::parse::describe(found)))
    .help("start with `openapi: 3.1.1`, or with the keywords of a JSON Schema")
}
