//! Turns the `openapi`, `swagger` or `$schema` of a document into its dialect.

use serde_json::Map;

use super::vocabulary::{MetaSchemas, SchemaDialect};
use crate::JsonSchema;
use crate::diagnostic::{
    Code, Diagnostic, Diagnostics, SourceLocation, closest, describe, wrong_type,
};
use crate::keyword::Dialect;
use crate::location::SchemaLocation;
use crate::source::{FileId, Value};

/// The well-known meta-schemas, without scheme and fragment, and the dialect that each describes.
const META_SCHEMAS: [(&str, Dialect); 6] = [
    ("json-schema.org/draft-04/schema", Dialect::JsonSchemaDraft4),
    ("json-schema.org/draft-06/schema", Dialect::JsonSchemaDraft6),
    ("json-schema.org/draft-07/schema", Dialect::JsonSchemaDraft7),
    (
        "json-schema.org/draft/2019-09/schema",
        Dialect::JsonSchema201909,
    ),
    (
        "json-schema.org/draft/2020-12/schema",
        Dialect::JsonSchema202012,
    ),
    ("json-schema.org/schema", Dialect::JsonSchema202012),
];

/// The meta-schemas of OpenAPI, whose URIs end in the date of an edition.
const OPENAPI_META_SCHEMAS: [&str; 2] = [
    "spec.openapis.org/oas/3.1/dialect/",
    "spec.openapis.org/oas/3.2/dialect/",
];

/// The members that state the version of an API description, and the dialect of each version.
const VERSIONS: [(&str, &[(&str, Dialect)]); 2] = [
    (
        "openapi",
        &[
            ("3.0", Dialect::OpenApi30),
            ("3.1", Dialect::OpenApi31),
            ("3.2", Dialect::OpenApi31),
        ],
    ),
    ("swagger", &[("2.0", Dialect::Swagger20)]),
];

impl Dialect {
    /// The dialect that a well-known meta-schema describes.
    pub(super) fn of_meta_schema(uri: &str) -> Option<Self> {
        let name = without_scheme(uri);
        let mut editions = OPENAPI_META_SCHEMAS.iter();
        if editions.any(|folder| name.starts_with(folder)) {
            return Some(Self::JsonSchema202012);
        }
        let known = META_SCHEMAS.iter().find(|(known, _)| *known == name);
        known.map(|(_, dialect)| *dialect)
    }
}

/// Whether a document states its dialect.
pub(super) fn states_dialect(members: &Map<String, Value>) -> bool {
    let versions = VERSIONS.iter().map(|(name, _)| *name);
    versions
        .chain(["$schema"])
        .any(|name| members.contains_key(name))
}

/// The dialect of a document; `default` is the dialect of a JSON Schema without `$schema`. `None` if a dialect
/// is stated and not known, which is reported.
pub(super) fn detect(
    file: FileId,
    members: &Map<String, Value>,
    default: JsonSchema,
    meta_schemas: &MetaSchemas,
    diagnostics: &mut Diagnostics,
) -> Option<SchemaDialect> {
    let location = |name: &str| SchemaLocation::root(file).join(name).value();
    for (name, versions) in VERSIONS {
        if let Some(value) = members.get(name) {
            let dialect = version(name, versions, value, location(name));
            return match dialect {
                Ok(dialect) => Some(dialect.into()),
                Err(diagnostic) => {
                    diagnostics.push(*diagnostic);
                    None
                }
            };
        }
    }
    let Some(value) = members.get("$schema") else {
        return Some(Dialect::from(default).into());
    };
    let location = location("$schema");
    let Some(uri) = value.as_str() else {
        diagnostics.push(wrong_type(location, "`$schema`", "a string", value));
        return None;
    };
    let known = meta_schemas.dialect_of(uri);
    if known.is_none() {
        diagnostics.push(unknown_meta_schema(uri, location));
    }
    known
}

/// The dialect of a version of an API description.
fn version(
    name: &str,
    versions: &[(&str, Dialect)],
    value: &Value,
    location: SourceLocation,
) -> Result<Dialect, Box<Diagnostic>> {
    let text = match value {
        Value::String(text) => text.clone(),
        // Without quotes `swagger: 2.0` and `openapi: 3.1` are numbers to YAML.
        Value::Number(number) => number.to_string(),
        other => {
            let what = format!("`{name}`");
            return Err(Box::new(wrong_type(location, &what, "a version", other)));
        }
    };
    let is_of = |version: &str| {
        let rest = text.strip_prefix(version);
        rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
    };
    let known = versions.iter().find(|(version, _)| is_of(version));
    known.map(|(_, dialect)| *dialect).ok_or_else(|| {
        let message = format!("`{name}: {text}` is not a supported version");
        Box::new(
            Diagnostic::error(Code::UnknownDialect, location, message)
                .label("unsupported version")
                .help("the supported versions are `openapi: 3.0.x`, `3.1.x` and `3.2.x`, and `swagger: \"2.0\"`"),
        )
    })
}

/// A meta-schema's URI without its scheme and fragment.
fn without_scheme(uri: &str) -> &str {
    uri.trim_start_matches("https://")
        .trim_start_matches("http://")
        .trim_end_matches('#')
}

fn unknown_meta_schema(uri: &str, location: SourceLocation) -> Diagnostic {
    let name = without_scheme(uri);
    let names = META_SCHEMAS.map(|(known, _)| known);
    let near = closest(name, &names).filter(|known| {
        // The URI of an older draft is not a misspelling of a later one.
        !name.starts_with("json-schema.org/draft-0") || known.len() != name.len()
    });
    let help = near.map_or_else(
        || "name a meta-schema of JSON Schema from draft-04 on, such as `https://json-schema.org/draft/2020-12/schema`, or save this one and tell the folder: `.map_references(\"https://…/\", \"folder\")`".to_owned(),
        |known| format!("did you mean `https://{known}`?"),
    );
    let message = format!("the dialect `{uri}` is not known");
    Diagnostic::error(Code::UnknownDialect, location, message)
        .label("unknown meta-schema")
        .help(help)
}

/// The diagnostic for a root value that is not an object.
pub(super) fn not_a_document(file: FileId, found: &Value) -> Diagnostic {
    Diagnostic::error(
        Code::NotASchemaDocument,
        SchemaLocation::root(file).value(),
        "a document of schemas must be an object",
    )
    .label(format!("found {}", describe(found)))
    .help("start with `openapi: 3.1.1`, or with the keywords of a JSON Schema")
}
