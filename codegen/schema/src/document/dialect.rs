//! The dialects of schema documents, told apart by `openapi`, `swagger` and `$schema`.

use super::vocabulary::{Style, Styles};
use crate::JsonSchema;
use crate::diagnostic::{Code, Diagnostic, Diagnostics, SourceLocation};
use crate::keyword::Dialect;
use crate::parse::{closest, wrong_type};
use crate::source::{FileId, Part, Pointer, Value};

/// `$schema` without its scheme and fragment, and the dialect it stands for.
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

impl Dialect {
    /// The dialect of a document, from its members; `default` is that of a JSON Schema that does not
    /// say.
    pub fn detect(
        file: FileId,
        members: &serde_json::Map<String, Value>,
        default: JsonSchema,
        styles: &Styles,
        diagnostics: &mut Diagnostics,
    ) -> Option<Style> {
        let place = |name: &str| SourceLocation::Pointer {
            file,
            pointer: Pointer::root().join(name),
            part: Part::Value,
        };
        for (name, versions) in [
            (
                "openapi",
                &[
                    ("3.0", Self::OpenApi30),
                    ("3.1", Self::OpenApi31),
                    ("3.2", Self::OpenApi31),
                ][..],
            ),
            ("swagger", &[("2.0", Self::Swagger20)][..]),
        ] {
            let Some(value) = members.get(name) else {
                continue;
            };
            // `swagger: 2.0` and `openapi: 3.1` without quotes are numbers in YAML.
            let text = match value {
                Value::String(text) => text.clone(),
                Value::Number(number) => number.to_string(),
                other => {
                    diagnostics.push(wrong_type(
                        place(name),
                        &format!("`{name}`"),
                        "a version",
                        other,
                    ));
                    return None;
                }
            };
            let dialect = versions.iter().find(|(version, _)| {
                text.strip_prefix(version)
                    .is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
            });
            if dialect.is_none() {
                diagnostics.push(
                    Diagnostic::error(
                        Code::UnknownDialect,
                        place(name),
                        format!("`{name}: {text}` is not a version that can be read"),
                    )
                    .label("unsupported version")
                    .help("the versions are `openapi: 3.0.x`, `3.1.x` and `3.2.x`, and `swagger: \"2.0\"`"),
                );
            }
            return dialect.map(|(_, dialect)| Style::from(*dialect));
        }
        let Some(value) = members.get("$schema") else {
            return Some(Self::from(default).into());
        };
        let Some(text) = value.as_str() else {
            diagnostics.push(wrong_type(place("$schema"), "`$schema`", "a string", value));
            return None;
        };
        let known = styles.of(text);
        if known.is_none() {
            diagnostics.push(unknown(text, place("$schema")));
        }
        known
    }

    /// The dialect that a meta-schema stands for, if it is a well-known one.
    pub fn of_meta_schema(uri: &str) -> Option<Self> {
        let name = without_scheme(uri);
        if [
            "spec.openapis.org/oas/3.1/dialect/",
            "spec.openapis.org/oas/3.2/dialect/",
        ]
        .iter()
        .any(|dialects| name.starts_with(dialects))
        {
            return Some(Self::JsonSchema202012);
        }
        let known = META_SCHEMAS.iter().find(|(meta, _)| *meta == name);
        known.map(|(_, dialect)| *dialect)
    }

    /// The objects whose members are the named schemas.
    pub fn containers(self) -> Vec<Pointer> {
        let root = Pointer::root();
        match self {
            Self::Swagger20 => vec![root.join("definitions")],
            Self::OpenApi30 | Self::OpenApi31 => vec![root.join("components").join("schemas")],
            _ => vec![root.join("$defs"), root.join("definitions")],
        }
    }
}

/// A meta-schema's URI as [`META_SCHEMAS`] spells it.
fn without_scheme(uri: &str) -> &str {
    uri.trim_start_matches("https://")
        .trim_start_matches("http://")
        .trim_end_matches('#')
}

/// The diagnostic for a `$schema` of which nothing is known.
fn unknown(text: &str, place: SourceLocation) -> Diagnostic {
    let name = without_scheme(text);
    let names = META_SCHEMAS.map(|(meta, _)| meta);
    let near = closest(name, &names).filter(|meta| {
        // An older draft is none that is misspelled.
        !name.starts_with("json-schema.org/draft-0") || meta.len() != name.len()
    });
    let help = near.map_or_else(
        || "use a meta-schema of JSON Schema from draft-04 on, such as `https://json-schema.org/draft/2020-12/schema`, or say where this one is: `.map_references(\"https://…/\", \"folder\")`".to_owned(),
        |meta| format!("did you mean `https://{meta}`?"),
    );
    Diagnostic::error(
        Code::UnknownDialect,
        place,
        format!("the dialect `{text}` is not known"),
    )
    .label("unknown meta-schema")
    .help(help)
}
