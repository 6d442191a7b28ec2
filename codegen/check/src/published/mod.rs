//! The check `published`: publication (resolving, bundling, rewriting references) did not change
//! what a schema accepts, so it need not be trusted.

pub(crate) mod annotations;

use jsonschema::{Registry, canonical::CanonicalKind};
use serde_json::{Map, Value, json};

use crate::Case;
use crate::Report;
use crate::algebra::property_names::spelled_out;
use crate::algebra::self_reference::name_root;
use crate::algebra::shared_definitions;
use crate::algebra::{self, Side, Verdict, compare};
use crate::equality::settle;
use crate::instances;
use crate::json;
use crate::parallel;
use crate::schemas::dialect::{Dialect, dialect};
use crate::schemas::document;
use cratify_schema::keyword::ASSUMED;

/// How the document is called by what refers to it.
const DOCUMENT: &str = "https://document.invalid/";

/// Compares every case's published schema with the schema at its pointer in the raw document, by the
/// values that they accept, and by their extensions and annotations. The aspects of failure are those of
/// [`equality`](super::equality()). The published schema marks types that the setting `untyped` assumes.
///
/// The algebra compares schemas of one dialect, so this is proven for JSON Schema 2020-12 (OpenAPI 3.1
/// and later, or JSON Schema of that draft). A document of another dialect is compared by instances,
/// with a validator of its own dialect: a translation would again have to be trusted.
pub fn published(document: &Value, cases: &[Case]) -> Report {
    match dialect(document) {
        Dialect::Native => proven(document, cases),
        Dialect::Foreign => {
            let mut report = Report::new("published");
            report.counts.skipped = cases.len();
            let note = "the document's dialect is not known to the validator".to_owned();
            report.notes.push(note);
            report
        }
        dialect => {
            let mut report = observed(document, dialect, cases);
            let note = format!("the document's dialect is {dialect:?}: compared by instances");
            report.notes.push(note);
            report
        }
    }
}

/// Compares validators: that of the raw document, in its own dialect, and that of the published schema.
fn observed(document: &Value, dialect: Dialect, cases: &[Case]) -> Report {
    let raw = document;
    let document = dialect.adapted(document);
    let registry = Registry::new()
        .draft(dialect.draft())
        .add(DOCUMENT, &*document)
        .and_then(jsonschema::RegistryBuilder::prepare);
    let registry = match registry {
        Ok(registry) => registry,
        Err(error) => return unusable(cases, &error.to_string()),
    };
    parallel::run("published", cases, |case, report| {
        // A parameter of Swagger 2.0 is its own schema, and has members that no schema has.
        let is_schema = dialect != Dialect::Swagger20 || case.pointer.starts_with("/definitions/");
        if !case.whole || !is_schema {
            report.counts.skipped += 1;
            return;
        }
        let verdict = || {
            let published = read_published(case)?;
            said_as_written(raw, case, &published, true)?;
            let place = format!("{DOCUMENT}#{}", percent_encoded(case.pointer));
            let old = jsonschema::options()
                .with_draft(dialect.draft())
                .with_registry(&registry)
                .should_validate_formats(false)
                .offline()
                .build(&json!({ "$ref": place }))
                .map_err(|error| format!("the document at {:?}: {error}", case.pointer))?;
            let new = document::validator(&published)?;
            let differs = |instance: &Value| old.is_valid(instance) != new.is_valid(instance);
            Ok(
                match instances::make(&published).into_iter().find(differs) {
                    None => Verdict::Equal,
                    Some(instance) => {
                        let (accepts, rejects) = if new.is_valid(&instance) {
                            ("the published schema", "the document")
                        } else {
                            ("the document", "the published schema")
                        };
                        let instance = json::brief(&instance);
                        Verdict::Differs(format!(
                            "{accepts} accepts what {rejects} rejects, such as {instance}"
                        ))
                    }
                },
            )
        };
        settle(case, report, verdict());
    })
}

/// The report about a document that cannot be read.
fn unusable(cases: &[Case], message: &str) -> Report {
    let mut report = Report::new("published");
    for case in cases {
        report.counts.no += 1;
        report.fail(case.name, "schema", format!("the document: {message}"));
    }
    report
}

/// The published schema of a case, without assumed types.
fn read_published(case: &Case) -> Result<Value, String> {
    let mut published = shared_definitions::published(case)?;
    take_assumptions(&mut published)?;
    Ok(published)
}

/// Holds what no value shows against the document.
///
/// # Errors
///
/// Something is not published as it was written.
fn said_as_written(
    document: &Value,
    case: &Case,
    published: &Value,
    rewritten: bool,
) -> Result<(), String> {
    annotations::compare(document, case.pointer, published, rewritten)
}

/// Compares schemas by the algebra.
fn proven(document: &Value, cases: &[Case]) -> Report {
    let raw = document;
    let schemas = schemas_of(document);
    let named_root = name_root(&schemas);
    let document = spelled_out(&named_root.document);
    let prepared = match algebra::options().prepare(&document) {
        Ok(prepared) => prepared,
        Err(error) => return unusable(cases, &error.to_string()),
    };
    parallel::run("published", cases, |case, report| {
        if !case.whole {
            // The document has no schema of its own for them.
            report.counts.skipped += 1;
            return;
        }
        let verdict = || {
            let published = read_published(case)?;
            said_as_written(raw, case, &published, false)?;
            let published = Side::new("the published schema", &published)?;
            let pointer = named_root.pointer(&under_defs(case.pointer));
            let canonical = prepared
                .canonicalize_at(&pointer)
                .map_err(|error| format!("the document at {:?}: {error}", case.pointer))?;
            // Once more from the self-contained form, which names a recursive root as all do here.
            let raw = match canonical.kind() {
                CanonicalKind::Raw => referring(&named_root.document, &pointer),
                _ => canonical.to_json_schema(),
            };
            let raw = Side::new("the document", &raw)?;
            Ok(compare(&raw, &published))
        };
        settle(case, report, verdict());
    })
}

/// The keywords that can be the reason for an assumed type.
const REASONS: [&str; 6] = [
    "properties",
    "items",
    "prefixItems",
    "$ref",
    "allOf",
    "$dynamicRef",
];

/// Takes the types away that publication added because they are assumed: the document does not have
/// them, and the setting promises them.
///
/// # Errors
///
/// A type was added for no reason that the setting knows.
fn take_assumptions(schema: &mut Value) -> Result<(), String> {
    match schema {
        Value::Object(members) => {
            if members.get(ASSUMED).is_some_and(Value::is_string) {
                if !REASONS.iter().any(|reason| members.contains_key(*reason)) {
                    return Err(format!(
                        "nothing says the type that is assumed: {members:?}"
                    ));
                }
                members.shift_remove(ASSUMED);
                members.shift_remove("type");
            }
            members.values_mut().try_for_each(take_assumptions)
        }
        Value::Array(values) => values.iter_mut().try_for_each(take_assumptions),
        _ => Ok(()),
    }
}

/// The pointer of the schemas in an OpenAPI document, and where they are here.
const COMPONENTS: &str = "/components/schemas/";
const DEFS: &str = "/$defs/";

/// Where an OpenAPI document has schemas beside the named ones.
const ELSEWHERE: [&str; 3] = ["components", "paths", "webhooks"];

/// The parts of a document that its schemas need: in an OpenAPI document, the components and the
/// operations. The named schemas move to `$defs`, as in published schemas: the algebra compares recursive
/// schemas far better if both sides use the same names.
fn schemas_of(document: &Value) -> Value {
    if document.get("openapi").is_none() {
        return document.clone();
    }
    let held = ELSEWHERE.iter().filter_map(|key| {
        let held = document.get(*key)?;
        Some(((*key).to_owned(), held.clone()))
    });
    let mut schemas: Map<String, Value> = held.collect();
    let named = schemas
        .get_mut("components")
        .and_then(|components| components.as_object_mut()?.shift_remove("schemas"));
    schemas.insert("$defs".to_owned(), named.unwrap_or_default());
    renamed(&Value::Object(schemas))
}

/// A schema that refers to a place in the document, with what references in the document need; for
/// schemas that the algebra does not model and so does not make self-contained.
fn referring(document: &Value, pointer: &str) -> Value {
    if pointer.is_empty() {
        return document.clone();
    }
    let mut whole = json!({ "$ref": format!("#{}", percent_encoded(pointer)) });
    for key in ["$defs", "definitions"].iter().chain(&ELSEWHERE) {
        if let Some(held) = document.get(*key) {
            whole[*key] = held.clone();
        }
    }
    whole
}

/// A pointer as it stands in a URI (RFC 6901, section 6): paths of an API have braces in them.
fn percent_encoded(pointer: &str) -> String {
    let mut text = String::with_capacity(pointer.len());
    for byte in pointer.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~!$&'()*+,;=:@/?".contains(&byte) {
            text.push(char::from(byte));
        } else {
            text.push_str(&format!("%{byte:02X}"));
        }
    }
    text
}

fn under_defs(pointer: &str) -> String {
    match pointer.strip_prefix(COMPONENTS) {
        Some(rest) => format!("{DEFS}{rest}"),
        None => pointer.to_owned(),
    }
}

/// The value with references to component schemas led to `$defs`. Discriminator mappings also
/// look like references but say nothing about values.
fn renamed(value: &Value) -> Value {
    match value {
        Value::Object(map) => map
            .iter()
            .map(|(key, member)| {
                let pointer = member.as_str().filter(|_| key == "$ref");
                let member = match pointer.and_then(|text| text.strip_prefix('#')) {
                    Some(pointer) => json!(format!("#{}", under_defs(pointer))),
                    None => renamed(member),
                };
                (key.clone(), member)
            })
            .collect(),
        Value::Array(items) => items.iter().map(renamed).collect(),
        other => other.clone(),
    }
}
