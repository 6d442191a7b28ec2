//! Reads the names and descriptions of listed values from the extensions that documents use for them.
//!
//! | extension | names | descriptions |
//! |---|---|---|
//! | `x-enum-varnames`, `x-enumNames`, `x-enum-names` | yes | |
//! | `x-enum-descriptions`, `x-enumDescriptions`, `x-enum-description` | | yes |
//! | `x-enum-comments` | | yes, also by the names |
//! | `x-ms-enum: { values: [{ value, name, description }] }` | yes | yes |
//! | `x-enum-elements: [{ name, description }]` | yes | yes |
//!
//! The first three rows have a list in the order of the values, or an object with a member for each value; an
//! entry is a text, or an object that has it as `name` or `description`.

use std::collections::HashSet;

use cratify_schema::SchemaLocation;
use cratify_schema::diagnostic::{Code, Diagnostic, Diagnostics, closest, list, visible};
use cratify_schema::graph::Graph;
use cratify_schema::parse::Schema;
use cratify_schema::source::Value;

/// The extensions that name values.
const NAMES: [&str; 5] = [
    "x-enum-varnames",
    "x-enumNames",
    "x-enum-names",
    MS_ENUM,
    "x-enum-elements",
];
/// The extensions that describe values.
const DESCRIPTIONS: [&str; 6] = [
    "x-enum-descriptions",
    "x-enumDescriptions",
    "x-enum-description",
    COMMENTS,
    MS_ENUM,
    "x-enum-elements",
];
const COMMENTS: &str = "x-enum-comments";
const MS_ENUM: &str = "x-ms-enum";

/// The extensions of a schema that name and describe its listed values.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct ValueExtensions {
    /// The extension that names them.
    pub names: Option<&'static str>,
    /// The extension that describes them.
    pub descriptions: Option<&'static str>,
}

impl ValueExtensions {
    /// The extensions of a schema; of several that name the values, the first one counts.
    pub(super) fn of(schema: &Schema) -> Self {
        let first = |known: &[&'static str], member| {
            let mut known = known.iter().copied();
            known.find(|name| {
                let entries = schema.extensions.get(*name);
                entries.is_some_and(|entries| *name != MS_ENUM || has_member(entries, member))
            })
        };
        Self {
            names: first(&NAMES, "name"),
            descriptions: first(&DESCRIPTIONS, "description"),
        }
    }

    /// The name of a value, given its index in the list.
    pub(super) fn name(self, schema: &Schema, index: usize, value: &Value) -> Option<String> {
        let entries = schema.extensions.get(self.names?)?;
        let entry = entry(entries, index, &spelled(value), None)?;
        text(entry, "name").map(str::to_owned)
    }

    /// The description of a value, given its index in the list and its name.
    pub(super) fn description(
        self,
        schema: &Schema,
        index: usize,
        value: &Value,
        name: Option<&str>,
    ) -> Option<String> {
        let extension = self.descriptions?;
        let entries = schema.extensions.get(extension)?;
        let name = name.filter(|_| extension == COMMENTS);
        let entry = entry(entries, index, &spelled(value), name)?;
        text(entry, "description").map(str::to_owned)
    }
}

/// The list of `x-ms-enum`.
fn values_of(entries: &Value) -> Option<&Vec<Value>> {
    entries.get("values")?.as_array()
}

/// Whether a value of `x-ms-enum` has a member.
fn has_member(entries: &Value, member: &str) -> bool {
    let mut values = values_of(entries).into_iter().flatten();
    values.any(|value| value.get(member).is_some())
}

/// A value as a key of an object: a string without its quotes.
pub(super) fn spelled(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        other => other.to_string(),
    }
}

/// The entry of an extension for a value.
fn entry<'a>(
    entries: &'a Value,
    index: usize,
    value: &str,
    name: Option<&str>,
) -> Option<&'a Value> {
    match entries {
        Value::Array(entries) => entries.get(index),
        Value::Object(members) => match values_of(entries) {
            Some(values) => values.iter().find(|entry| {
                let of = entry.get("value");
                of.is_some_and(|of| spelled(of) == value)
            }),
            None => members.get(value).or_else(|| members.get(name?)),
        },
        _ => None,
    }
}

/// The text of an entry, which is the entry itself or a member of it.
fn text<'a>(entry: &'a Value, member: &str) -> Option<&'a str> {
    entry.as_str().or_else(|| entry.get(member)?.as_str())
}

/// Reports extensions that do not fit the values.
pub(super) fn report(graph: &Graph<'_>, diagnostics: &mut Diagnostics) {
    // Dynamic references may have a schema read more than once.
    let mut seen: HashSet<&SchemaLocation> = HashSet::new();
    for id in graph.schemas.ids() {
        let schema = &graph.schemas[id];
        let Some(values) = &schema.values else {
            continue;
        };
        if schema.extensions.is_empty() || !seen.insert(&schema.at) {
            continue;
        }
        let ValueExtensions {
            names,
            descriptions,
        } = ValueExtensions::of(schema);
        let descriptions = descriptions.filter(|extension| Some(*extension) != names);
        for extension in names.into_iter().chain(descriptions) {
            report_extension(schema, values, extension, diagnostics);
        }
    }
}

fn report_extension(
    schema: &Schema,
    values: &[Value],
    extension: &str,
    diagnostics: &mut Diagnostics,
) {
    let at = schema.at.join(extension);
    match &schema.extensions[extension] {
        Value::Array(entries) if entries.len() != values.len() => {
            diagnostics.push(wrong_number(&at, extension, entries.len(), values.len()));
        }
        // The keys of comments may be the names of values.
        Value::Object(members) if ![COMMENTS, MS_ENUM].contains(&extension) => {
            let spelled: Vec<String> = values.iter().map(spelled).collect();
            let known: Vec<&str> = spelled.iter().map(String::as_str).collect();
            let others = members.keys().filter(|key| !known.contains(&key.as_str()));
            diagnostics
                .extend(others.map(|key| no_such_value(&at.join(key), extension, key, &known)));
        }
        _ => {}
    }
}

fn wrong_number(at: &SchemaLocation, extension: &str, found: usize, values: usize) -> Diagnostic {
    let many = |count: usize| if count == 1 { "" } else { "s" };
    Diagnostic::warning(
        Code::IgnoredKeyword,
        at.value(),
        format!(
            "`{extension}` has {found} entr{} for {values} value{}",
            if found == 1 { "y" } else { "ies" },
            many(values)
        ),
    )
    .label("the n-th entry is taken for the n-th value")
    .help("give an entry for each value, or an object with the values as keys")
}

fn no_such_value(at: &SchemaLocation, extension: &str, key: &str, known: &[&str]) -> Diagnostic {
    Diagnostic::warning(
        Code::IgnoredKeyword,
        at.key(),
        format!(
            "`{extension}` names the value `{}`, which the schema does not list",
            visible(key)
        ),
    )
    .label("no such value: it has no effect")
    .help(match closest(key, known) {
        Some(near) => format!("did you mean `{near}`?"),
        None => format!("the values are {}", list(known)),
    })
}
