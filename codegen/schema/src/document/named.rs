//! Turns a document into its named schemas: the schemas in its containers, the document itself where it is a schema, and
//! the schemas of operations where an option asks for them.

use serde_json::Map;

use super::Documents;
use super::folders::Explanation;
use super::operations::{self, Content, MissingPart, OperationSchema, Parts, Usage, Why};
use crate::Operations;
use crate::diagnostic::{Code, Diagnostic, Diagnostics, visible, wrong_type};
use crate::keyword::{Dialect, Effect, effect_of};
use crate::location::SchemaLocation;
use crate::source::{FileId, Pointer, Source, Sources, Value};

/// A schema that the document gives a name.
#[derive(Debug)]
pub struct NamedSchema {
    /// The name as written.
    pub wire_name: String,
    /// The location.
    pub at: SchemaLocation,
    /// Its purpose, if it is the schema of an operation.
    pub usage: Option<Usage>,
}

/// The objects whose members are named schemas.
pub(crate) fn containers(dialect: Dialect) -> Vec<Pointer> {
    let root = Pointer::root();
    match dialect {
        Dialect::Swagger20 => vec![root.join("definitions")],
        Dialect::OpenApi30 | Dialect::OpenApi31 => vec![root.join("components").join("schemas")],
        _ => vec![root.join("$defs"), root.join("definitions")],
    }
}

/// The named schemas in the containers of a document.
#[derive(Debug)]
pub(super) struct InContainers {
    file: FileId,
    dialect: Dialect,
    pub named: Vec<NamedSchema>,
    /// Whether a container is not an object, which was reported.
    is_broken: bool,
}

impl InContainers {
    /// The schemas of a document to make types of, and all schemas of its operations. `None` if it has no
    /// schemas, which is reported.
    pub(super) fn with_operations(
        self,
        documents: &Documents,
        sources: &Sources,
        parts: &Parts,
        wanted: Operations,
        diagnostics: &mut Diagnostics,
    ) -> Option<(Vec<NamedSchema>, Vec<OperationSchema>)> {
        let Self {
            file,
            dialect,
            mut named,
            is_broken,
        } = self;
        let source = sources.get(file);
        let Value::Object(members) = &source.root else {
            // `true` and `false` are schemas.
            return Some((vec![whole_document(file, source)], Vec::new()));
        };
        // To find names for the schemas of operations takes longer than to see that no option asks for them.
        let is_asked = wanted > Operations::None
            || named.is_empty()
            || operations::are_referred_to(&source.root);
        let mut operations = if is_asked {
            operations::schemas(file, documents, sources, dialect, parts)
        } else {
            Vec::new()
        };
        let mut wanted = wanted;
        if named.is_empty() && !is_broken && wanted == Operations::None {
            wanted = least_with_types(&operations);
            if wanted > Operations::None {
                diagnostics.push(unnamed_schemas(file, dialect, wanted));
            }
        }
        for schema in &mut operations {
            schema.is_wanted = wanted >= schema.least();
        }
        let is_wanted = |schema: &&OperationSchema| schema.is_wanted;
        let own = operations
            .iter()
            .filter(|schema| schema.content == Content::Own);
        named.extend(own.filter(is_wanted).map(|schema| NamedSchema {
            wire_name: schema.wire_name.clone(),
            at: schema.at.clone(),
            usage: Some(schema.usage.clone()),
        }));
        if dialect.is_json_schema() {
            if named.is_empty() || describes_value(members) {
                named.insert(0, whole_document(file, source));
            }
        } else if named.is_empty() && !operations.iter().any(OperationSchema::is_reference_to_type)
        {
            if !is_broken {
                diagnostics.push(no_schemas(file, &source.root, dialect));
            }
            return None;
        }
        Some((named, operations))
    }
}

/// The schemas in the containers. A container that is not an object is reported.
pub(super) fn in_containers(
    file: FileId,
    root: &Value,
    dialect: Dialect,
    diagnostics: &mut Diagnostics,
) -> InContainers {
    let mut named = Vec::new();
    let mut is_broken = false;
    for pointer in containers(dialect) {
        let Some(value) = pointer.resolve(root) else {
            continue;
        };
        let container = SchemaLocation { file, pointer };
        let Some(schemas) = value.as_object() else {
            let what = "the container of named schemas";
            diagnostics.push(
                wrong_type(container.value(), what, "an object", value)
                    .help("write each schema after its name: `Name: {type: object}`"),
            );
            is_broken = true;
            continue;
        };
        named.extend(schemas.keys().map(|name| NamedSchema {
            wire_name: name.clone(),
            at: container.join(name),
            usage: None,
        }));
    }
    InContainers {
        file,
        dialect,
        named,
        is_broken,
    }
}

/// The setting that makes types for the fewest schemas of operations.
fn least_with_types(operations: &[OperationSchema]) -> Operations {
    let typed = operations
        .iter()
        .filter(|schema| schema.content != Content::Nothing);
    typed
        .map(OperationSchema::least)
        .min()
        .unwrap_or(Operations::None)
}

/// Whether a JSON Schema document describes a value itself, beside its definitions.
fn describes_value(members: &Map<String, Value>) -> bool {
    members.keys().any(|name| {
        let is_heading = matches!(name.as_str(), "id" | "$comment" | "title" | "description");
        !is_heading && effect_of(name) != Some(Effect::Organises) && !name.starts_with("x-")
    })
}

/// The document as one schema.
fn whole_document(file: FileId, source: &Source) -> NamedSchema {
    NamedSchema {
        wire_name: name_of_whole(source),
        at: SchemaLocation::root(file),
        usage: None,
    }
}

/// Whether a title is short enough for a name: at most 80 bytes. A longer one is a sentence.
pub fn is_name(title: &str) -> bool {
    title.len() <= 80
}

/// The name of a document that is one schema: its title, or the name of its file.
pub fn name_of_whole(source: &Source) -> String {
    let title = source.root.get("title").and_then(Value::as_str);
    title.filter(|title| is_name(title)).map_or_else(
        || {
            let name = source.name();
            name.split('.').next().unwrap_or_default().to_owned()
        },
        str::to_owned,
    )
}

/// The diagnostic for an API description that names no schema, and has some in its operations.
fn unnamed_schemas(file: FileId, dialect: Dialect, taken: Operations) -> Diagnostic {
    let which = if taken == Operations::Bodies {
        "bodies"
    } else {
        "parameters and headers"
    };
    let help = format!("state which of them become types: `.operations(Operations::{taken:?})`");
    Diagnostic::warning(
        Code::UnnamedSchemas,
        SchemaLocation::root(file).value(),
        "the document gives no schema a name",
    )
    .label(format!("nothing under `#{}`", containers(dialect)[0]))
    .note(format!(
        "the schemas of the {which} of its operations become types"
    ))
    .help(help)
}

/// The diagnostics for parts of operations that are not read: one for all that have the same mend.
pub(super) fn missing_parts(missing: &[MissingPart]) -> Vec<Diagnostic> {
    let mut by_mend: Vec<(String, Vec<(&MissingPart, String)>)> = Vec::new();
    for part in missing {
        let (label, mend) = explain(part);
        match by_mend.iter_mut().find(|(known, _)| *known == mend) {
            Some((_, parts)) => parts.push((part, label)),
            None => by_mend.push((mend, vec![(part, label)])),
        }
    }
    let diagnostics = by_mend.into_iter().map(|(mend, parts)| {
        let (first, label) = &parts[0];
        let diagnostic = Diagnostic::warning(
            Code::MissingPart,
            first.at.value(),
            "no types are made of a part of an operation that cannot be read",
        )
        .label(label.clone())
        .help(mend);
        match &parts[1..] {
            [] => diagnostic,
            [(other, _)] => diagnostic.note(format!("also at #{}", other.at.pointer)),
            [(other, _), more @ ..] => diagnostic.note(format!(
                "also at #{} and {} more",
                other.at.pointer,
                more.len()
            )),
        }
    });
    diagnostics.collect()
}

/// Why a part is not read, and how to mend it.
fn explain(part: &MissingPart) -> (String, String) {
    let text = visible(&part.text);
    match &part.why {
        Why::Refused { uri, refusal } => {
            let Explanation { label, help, .. } = refusal.explain(&text, uri);
            (label, help)
        }
        Why::Unreadable => (
            format!("`{text}` is unreadable"),
            "mend that file, or correct the reference".to_owned(),
        ),
        Why::Missing => (
            format!("no object is at `{text}`"),
            "correct the reference".to_owned(),
        ),
    }
}

/// The diagnostic for an API description without schemas.
fn no_schemas(file: FileId, root: &Value, dialect: Dialect) -> Diagnostic {
    let container = &containers(dialect)[0];
    let elsewhere = ["/components/schemas", "/definitions", "/$defs", "/schemas"];
    let elsewhere = elsewhere.into_iter().find(|pointer| {
        *pointer != container.as_str() && root.pointer(pointer).is_some_and(Value::is_object)
    });
    let keys: Vec<String> = container
        .tokens()
        .map(|token| format!("{token}:"))
        .collect();
    Diagnostic::error(
        Code::NotASchemaDocument,
        SchemaLocation::root(file).value(),
        "the document has no schemas",
    )
    .label(format!("nothing under `#{container}`"))
    .help(match elsewhere {
        Some(pointer) => format!("move the schemas under `#{pointer}` to `#{container}`"),
        None => format!("describe the data models under `{}`", keys.join(" ")),
    })
}
