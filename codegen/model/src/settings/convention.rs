//! Turns extensions of the document that other tools have introduced into settings.
//!
//! | extension | setting |
//! |---|---|
//! | `x-speakeasy-unknown-values: allow`, `disallow` | open, closed enums and unions |
//! | `x-extensible-enum` (Zalando) beside `enum`: a list, or `true` | an open enum |
//! | `x-ms-enum: { modelAsString: true }` (`AutoRest`) | the same |

use serde_json::Map;

use super::{PlaceSettings, UnknownBranches, UnknownValues};
use cratify_schema::SchemaLocation;
use cratify_schema::diagnostic::{Code, Diagnostic, Diagnostics, closest, describe};
use cratify_schema::source::Value;

/// Whether enums and unions are open.
const UNKNOWN_VALUES: &str = "x-speakeasy-unknown-values";

/// The members of a schema that are read here.
const NAMES: [&str; 3] = [UNKNOWN_VALUES, "x-extensible-enum", "x-ms-enum"];

/// Whether a member of a schema states settings, whatever else it says.
pub(super) fn is_setting(name: &str, value: &Value) -> bool {
    name == UNKNOWN_VALUES || is_extensible(name, value)
}

/// Whether a member of a schema asks for an open enum.
fn is_extensible(name: &str, value: &Value) -> bool {
    match name {
        "x-extensible-enum" => value.is_array() || *value == Value::Bool(true),
        "x-ms-enum" => value.get("modelAsString") == Some(&Value::Bool(true)),
        _ => false,
    }
}

/// Whether a document may have such extensions.
pub(super) fn are_in(text: &str) -> bool {
    NAMES.iter().any(|name| text.contains(name))
}

/// Reads the extensions of the schema at `at`; `None` if it has none of them.
pub(super) fn read(
    at: &SchemaLocation,
    schema: &Map<String, Value>,
    diagnostics: &mut Diagnostics,
) -> Option<PlaceSettings> {
    let mut found = PlaceSettings::default();
    let choices = &mut found.choices;
    if NAMES.iter().any(|name| {
        let value = schema.get(*name);
        value.is_some_and(|value| is_extensible(name, value))
    }) {
        choices.unknown_values = Some(UnknownValues::Keep);
    }
    if let Some(value) = schema.get(UNKNOWN_VALUES) {
        let (values, branches) = match value.as_str() {
            Some("allow") => (UnknownValues::Keep, UnknownBranches::Keep),
            Some("disallow") => (UnknownValues::Refuse, UnknownBranches::Refuse),
            _ => {
                diagnostics.push(wrong_word(&at.join(UNKNOWN_VALUES), value));
                return None;
            }
        };
        choices.unknown_values = Some(values);
        choices.unknown_branches = Some(branches);
    }
    (*choices != super::Overrides::default()).then_some(found)
}

fn wrong_word(at: &SchemaLocation, found: &Value) -> Diagnostic {
    let near = found
        .as_str()
        .and_then(|word| closest(word, &["allow", "disallow"]));
    Diagnostic::warning(
        Code::IgnoredKeyword,
        at.value(),
        format!("`{UNKNOWN_VALUES}` must be `allow` or `disallow`"),
    )
    .label(format!("found {}: it has no effect", describe(found)))
    .help(match near {
        Some(near) => format!("did you mean `{near}`?"),
        None => "write `disallow` for an enum or a union that refuses unknown values".to_owned(),
    })
}
