//! Reports keywords of one schema that contradict each other.
//!
//! This is a warning: a schema that accepts no value is a schema, and the rest of the document is good.
//! Contradictions between schemas are found where these are combined.

use std::cmp::Ordering;

use super::Graph;
use crate::diagnostic::{Code, Diagnostic, Diagnostics, SourceLocation, closest, list, visible};
use crate::keyword::{JsonType, TypeSet};
use crate::location::SchemaLocation;
use crate::parse::{Schema, SchemaId};
use crate::source::Value;

/// Pairs of a lower and an upper bound, and whether both may be equal.
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

/// Reports the contradictions in each schema.
pub(super) fn report(graph: &Graph<'_>, diagnostics: &mut Diagnostics) {
    for id in graph.schemas.ids() {
        let schema = &graph.schemas[id];
        bounds(schema, diagnostics);
        values(schema, diagnostics);
        required(graph, id, diagnostics);
    }
}

/// Whether a schema lists values, and allows the type of none of them.
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
                .label("no number satisfies both")
                .also(schema.at.join(high).value(), "the other bound")
                .help(format!(
                    "correct `{low}` or `{high}`, or remove one of them"
                )),
        );
    }
}

/// Compares numbers. Numbers that fit an integer are compared as integers, since floats are not exact.
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
            .label("`enum` does not list it")
            .also(schema.at.join("enum").value(), "the listed values")
            .help("correct one of them, or remove it")
        } else {
            // By the letter an empty list is allowed (JSON Schema validation, section 6.1.2). Programs write
            // one where they found no values.
            contradiction(&schema.at, keyword, "`enum` allows no value".to_owned())
                .label("this list is empty")
                .help("list the values, or remove the keyword")
        };
        diagnostics.push(diagnostic);
    } else if let (true, Some(types)) = (contradicts_itself(schema), schema.types) {
        let message = if schema.is_const {
            "the value of `const` has another JSON type than `type` allows".to_owned()
        } else {
            "no value of `enum` has a JSON type that `type` allows".to_owned()
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
                    meant(values, types)
                        .unwrap_or_else(|| format!("correct `type`, or `{keyword}`"))
                }),
        );
    } else if let Some(types) = schema.types {
        some_values(schema, values, types, diagnostics);
    }
}

/// Listed values that `type` does not allow, beside others that it allows.
fn some_values(schema: &Schema, values: &[Value], types: TypeSet, diagnostics: &mut Diagnostics) {
    let excluded = values
        .iter()
        .filter(|value| !types.has(JsonType::of(value)));
    let excluded: Vec<Value> = excluded.cloned().collect();
    if excluded.is_empty() {
        return;
    }
    let shown: Vec<String> = excluded
        .iter()
        .map(|value| visible(&value.to_string()))
        .collect();
    let shown: Vec<&str> = shown.iter().map(String::as_str).collect();
    let shown = match &shown[..] {
        [first, _, _, _, ..] => format!("{} values of `enum`, such as `{first}`", shown.len()),
        few => format!("{} of `enum`", list(few)),
    };
    let names: Vec<&str> = types.iter().map(JsonType::as_str).collect();
    diagnostics.push(
        contradiction(&schema.at, "enum", format!("`type` does not allow {shown}"))
            .label("these values are never valid")
            .also(
                schema.at.join("type").value(),
                format!("only {} is allowed", list(&names)),
            )
            .help(
                meant(&excluded, types).unwrap_or_else(|| "correct `type`, or `enum`".to_owned()),
            ),
    );
}

/// The mend for values that have another JSON type in the document than their author meant.
fn meant(values: &[Value], types: TypeSet) -> Option<String> {
    let is_unquoted = |value: &Value| value.is_number() || value.is_boolean();
    if types.has(JsonType::String) && values.iter().all(is_unquoted) {
        return Some("put quotes around the values to make strings of them".to_owned());
    }
    let is_quoted = |value: &Value| {
        let inner = value.as_str().map(serde_json::from_str::<Value>);
        let inner = inner.and_then(Result::ok);
        inner.is_some_and(|inner| is_unquoted(&inner) && types.has(JsonType::of(&inner)))
    };
    if values.iter().all(is_quoted) {
        return Some("remove the quotes around the values".to_owned());
    }
    let is_null = values.iter().all(Value::is_null);
    is_null.then(|| "add `null` to `type`, or remove it from `enum`".to_owned())
}

/// Required members that a schema never accepts.
fn required(graph: &Graph<'_>, id: SchemaId, diagnostics: &mut Diagnostics) {
    let schemas = &graph.schemas;
    let schema = &schemas[id];
    let object = &schema.object;
    let allows_objects = |types: TypeSet| types.has(JsonType::Object);
    if object.required.is_empty() || !schema.types.is_none_or(allows_objects) {
        return;
    }
    let is_never = |id| schemas[id].boolean == Some(false);
    let is_closed = object.additional.is_some_and(is_never) && object.pattern_properties.is_empty();
    let names = || object.properties.keys().map(String::as_str);
    for name in &object.required {
        let warning =
            |message| Diagnostic::warning(Code::Contradiction, entry(graph, id, name), message);
        match object.properties.get(name) {
            Some(id) if is_never(*id) => diagnostics.push(
                warning(format!(
                    "`required` lists `{name}`, and its schema accepts no value"
                ))
                .label("this member is required")
                .also(schemas[*id].at.value(), "no value satisfies this schema")
                .help("correct the schema, or remove the member from `required`"),
            ),
            None if is_closed => {
                let help = closest(name, &names().collect::<Vec<_>>()).map_or_else(
                    || format!("describe `{name}` in `properties`, or remove it from `required`"),
                    |meant| format!("did you mean `{meant}`?"),
                );
                let additional = schema.at.join("additionalProperties").value();
                diagnostics.push(
                    warning(format!(
                        "`required` lists `{name}`, which `additionalProperties: false` forbids"
                    ))
                    .label("not one of `properties`")
                    .also(additional, "only members in `properties` are allowed")
                    .help(help),
                );
            }
            _ => {}
        }
    }
    too_many_required(schema, diagnostics);
}

/// The entry of a name in `required`.
fn entry(graph: &Graph<'_>, id: SchemaId, name: &str) -> SourceLocation {
    let listed = graph.written(id).get("required").and_then(Value::as_array);
    let index = listed.and_then(|listed| listed.iter().position(|other| other == name));
    let index = index.unwrap_or_default().to_string();
    let required = graph.schemas[id].at.join("required");
    required.join(&index).value()
}

/// `maxProperties` below the number of required members.
fn too_many_required(schema: &Schema, diagnostics: &mut Diagnostics) {
    let Some(most) = schema.rules.get("maxProperties") else {
        return;
    };
    let count = schema.object.required.len();
    if compare(&Value::from(count), most) != Some(Ordering::Greater) {
        return;
    }
    let message = format!("`maxProperties: {most}` is below the number of names in `required`");
    diagnostics.push(
        contradiction(&schema.at, "maxProperties", message)
            .label("fewer than are required")
            .also(
                schema.at.join("required").value(),
                format!("{count} required members"),
            )
            .help("correct one of them, or remove it"),
    );
}

fn contradiction(at: &SchemaLocation, keyword: &str, message: String) -> Diagnostic {
    Diagnostic::warning(Code::Contradiction, at.join(keyword).value(), message)
}
