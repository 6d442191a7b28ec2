//! The check `published`: publication (resolving, bundling, rewriting references) did not change
//! what a schema accepts, so it need not be trusted.

use jsonschema::canonical::CanonicalKind;
use serde_json::{Map, Value, json};

use super::names::spelled_out;
use super::{
    Case, Report,
    algebra::{self, Side, compare},
    complete,
    dialect::{Dialect, dialect},
    equality::settle,
    parallel,
    unrooted::unrooted,
};

/// Compares every case's published schema with the schema at its pointer in the raw document. The
/// aspects of failure are those of [`equality`](super::equality()).
///
/// Only for documents in the native dialect, JSON Schema 2020-12 (OpenAPI 3.1 and later, or JSON
/// Schema of that draft): another dialect cannot be compared without a translation, which would
/// again have to be trusted. The report then counts every case as skipped and says why.
pub fn published(document: &Value, cases: &[Case]) -> Report {
    let dialect = dialect(document);
    if dialect != Dialect::Native {
        let mut report = Report::new("published");
        report.counts.skipped = cases.len();
        let note = format!("the document's dialect is {dialect:?}, not JSON Schema 2020-12");
        report.notes.push(note);
        return report;
    }
    let schemas = schemas_of(document);
    let unrooted = unrooted(&schemas);
    let document = spelled_out(&unrooted.document);
    let prepared = match algebra::options().prepare(&document) {
        Ok(prepared) => prepared,
        Err(error) => {
            let mut report = Report::new("published");
            for case in cases {
                report.counts.no += 1;
                report.fail(case.name, "schema", format!("the document: {error}"));
            }
            return report;
        }
    };
    parallel::run("published", cases, |case, report| {
        if !case.whole {
            // The document has no schema of its own for them.
            report.counts.skipped += 1;
            return;
        }
        let verdict = || {
            let published = complete::published(case)?;
            let published = Side::new("the published schema", &published)?;
            let pointer = unrooted.pointer(&under_defs(case.pointer));
            let canonical = prepared
                .canonicalize_at(&pointer)
                .map_err(|error| format!("the document at {:?}: {error}", case.pointer))?;
            // Once more from the self-contained form, which names a recursive root as all do here.
            let raw = match canonical.kind() {
                CanonicalKind::Raw => referring(&unrooted.document, &pointer),
                _ => canonical.to_json_schema(),
            };
            let raw = Side::new("the document", &raw)?;
            Ok(compare(&raw, &published))
        };
        settle(case, report, verdict());
    })
}

/// The pointer of the schemas in an OpenAPI document, and where they are here.
const COMPONENTS: &str = "/components/schemas/";
const DEFS: &str = "/$defs/";

/// Where an OpenAPI document has schemas beside the named ones.
const ELSEWHERE: [&str; 3] = ["components", "paths", "webhooks"];

/// What of a document its schemas need. Of an OpenAPI document those are the components and the
/// operations; the named schemas move to `$defs`, the keys that publication uses: the algebra
/// compares recursive schemas far better where both sides call a definition the same.
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
