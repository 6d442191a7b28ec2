//! Reports keywords of one schema object that exclude each other.
//!
//! Such a thing is a slip, and still a schema: it has a meaning, that no value passes, and all else
//! of the document is good. So it is a warning. Schemas that exclude each other may come from two
//! hands, and are found when they are combined.

use std::cmp::Ordering;

use super::Graph;
use crate::diagnostic::{Code, Diagnostic, Diagnostics, closest, list};
use crate::keyword::JsonType;
use crate::location::SchemaLocation;
use crate::parse::{Schema, SchemaId};
use crate::source::Value;

/// Pairs of keywords, and whether the first must be below the second or may equal it.
const BOUNDS: [(&str, &str, bool); 8] = [
    ("minimum", "maximum", true),
    ("minimum", "exclusiveMaximum", false),
    ("exclusiveMinimum", "maximum", false),
    ("exclusiveMinimum", "exclusiveMaximum", false),
    ("minLength", "maxLength", true),
    ("minItems", "maxItems", true),
    ("minProperties", "maxProperties", true),
    ("minContains", "maxContains", true),
];

/// Looks at each schema by itself.
pub(super) fn report(graph: &Graph<'_>, diagnostics: &mut Diagnostics) {
    for id in graph.schemas.ids() {
        let schema = &graph.schemas[id];
        bounds(schema, diagnostics);
        values(schema, diagnostics);
        members(graph, id, diagnostics);
    }
}

/// Whether the values that a schema lists are of no type that it allows.
pub fn contradicts_itself(schema: &Schema) -> bool {
    let (Some(types), Some(values)) = (schema.types, &schema.values) else {
        return false;
    };
    !values.iter().any(|value| types.has(JsonType::of(value)))
}

fn bounds(schema: &Schema, diagnostics: &mut Diagnostics) {
    for (low, high, inclusive) in BOUNDS {
        let (Some(least), Some(most)) = (schema.rules.get(low), schema.rules.get(high)) else {
            continue;
        };
        let message = match compare(least, most) {
            Some(Ordering::Greater) => format!("`{low}: {least}` is above `{high}: {most}`"),
            Some(Ordering::Equal) if !inclusive => {
                format!("`{low}: {least}` and `{high}: {most}` leave no number between them")
            }
            _ => continue,
        };
        diagnostics.push(
            contradiction(&schema.at, low, message)
                .label("nothing is this large and that small")
                .also(schema.at.join(high).value(), "the other bound")
                .help(format!(
                    "correct `{low}` or `{high}`, or remove one of them"
                )),
        );
    }
}

/// Compares numbers; those that fit are compared as integers, since others are not exact.
fn compare(left: &Value, right: &Value) -> Option<Ordering> {
    let integer = |value: &Value| {
        value
            .as_i64()
            .map(i128::from)
            .or_else(|| value.as_u64().map(i128::from))
    };
    match (integer(left), integer(right)) {
        (Some(left), Some(right)) => Some(left.cmp(&right)),
        _ => left.as_f64()?.partial_cmp(&right.as_f64()?),
    }
}

fn values(schema: &Schema, diagnostics: &mut Diagnostics) {
    let Some(values) = &schema.values else { return };
    let keyword = if schema.is_const { "const" } else { "enum" };
    if values.is_empty() {
        let diagnostic = if schema.is_const {
            contradiction(
                &schema.at,
                keyword,
                "the value of `const` is not one of `enum`".to_owned(),
            )
            .label("this is not listed")
            .also(schema.at.join("enum").value(), "the list")
            .help("correct one of them, or remove it")
        } else {
            // By the letter an empty list is allowed (JSON Schema validation, section 6.1.2), and
            // generators write one where they found no values.
            contradiction(&schema.at, keyword, "`enum` allows no value".to_owned())
                .label("this list is empty")
                .help("list the values, or remove the keyword")
        };
        diagnostics.push(diagnostic);
    } else if let (true, Some(types)) = (contradicts_itself(schema), schema.types) {
        let message = if schema.is_const {
            "the value of `const` is not of the `type` beside it".to_owned()
        } else {
            "no value of `enum` is of the `type` beside it".to_owned()
        };
        let names: Vec<&str> = types.iter().map(JsonType::as_str).collect();
        let listed = match &values[..] {
            [Value::Array(listed)] if schema.is_const => {
                listed.iter().all(|value| types.has(JsonType::of(value)))
            }
            _ => false,
        };
        diagnostics.push(
            contradiction(&schema.at, keyword, message)
                .label(if schema.is_const {
                    "the value"
                } else {
                    "the values"
                })
                .also(
                    schema.at.join("type").value(),
                    format!("only {} is allowed", list(&names)),
                )
                .help(if listed {
                    "write `enum` in place of `const` to allow each of the values".to_owned()
                } else {
                    format!("correct `type`, or `{keyword}`")
                }),
        );
    }
}

fn members(graph: &Graph<'_>, id: SchemaId, diagnostics: &mut Diagnostics) {
    let schemas = &graph.schemas;
    let schema = &schemas[id];
    let object = &schema.object;
    if object.required.is_empty() {
        return;
    }
    if schema
        .types
        .is_some_and(|types| !types.has(JsonType::Object))
    {
        return;
    }
    let never = |id| schemas[id].boolean == Some(false);
    let closed = object.additional.is_some_and(never) && object.pattern_properties.is_empty();
    let place = |name: &str| {
        let listed = graph.written(id).get("required").and_then(Value::as_array);
        let index = listed.and_then(|listed| listed.iter().position(|other| other == name));
        schema
            .at
            .join("required")
            .join(&index.unwrap_or_default().to_string())
            .value()
    };
    for name in &object.required {
        match object.properties.get(name) {
            Some(id) if never(*id) => diagnostics.push(
                Diagnostic::warning(
                    Code::Contradiction,
                    place(name),
                    format!("`required` lists `{name}`, which is never allowed"),
                )
                .label("has to be there")
                .also(schemas[*id].at.value(), "must not be there")
                .help("describe the member, or remove it from `required`"),
            ),
            None if closed => {
                let names: Vec<&str> = object.properties.keys().map(String::as_str).collect();
                let help = closest(name, &names).map_or_else(
                    || format!("describe `{name}` in `properties`, or remove it from `required`"),
                    |meant| format!("did you mean `{meant}`?"),
                );
                diagnostics.push(
                    Diagnostic::warning(
                        Code::Contradiction,
                        place(name),
                        format!(
                            "`required` lists `{name}`, which `additionalProperties: false` forbids"
                        ),
                    )
                    .label("not one of `properties`")
                    .also(
                        schema.at.join("additionalProperties").value(),
                        "no other members than `properties`",
                    )
                    .help(help),
                );
            }
            _ => {}
        }
    }
    if let Some(most) = schema.rules.get("maxProperties") {
        let required = object.required.len();
        if compare(&Value::from(required), most) == Some(Ordering::Greater) {
            diagnostics.push(
                contradiction(
                    &schema.at,
                    "maxProperties",
                    format!("`maxProperties: {most}` is below the number of members in `required`"),
                )
                .label("fewer than have to be there")
                .also(
                    schema.at.join("required").value(),
                    format!("{required} members"),
                )
                .help("correct one of them, or remove it"),
            );
        }
    }
}

fn contradiction(at: &SchemaLocation, keyword: &str, message: String) -> Diagnostic {
    Diagnostic::warning(Code::Contradiction, at.join(keyword).value(), message)
}
