//! Follows references between the definitions of a language.

use std::collections::HashSet;

use cratify_rust::publish::{Language, Languages};
use serde_json::Value;

use super::conjunction::Object;

/// How references of a language begin.
const LOCAL: &str = "#/$defs/";

/// The name of the definition that a schema refers to.
pub(crate) fn referred(schema: &Object) -> Option<&str> {
    schema.get("$ref")?.as_str()?.strip_prefix(LOCAL)
}

/// The name of the definition that a schema refers to, if it says nothing else.
pub(crate) fn only_referred(schema: &Value) -> Option<&str> {
    only_reference(schema.as_object()?)
}

/// The same of a schema object.
pub(crate) fn only_reference(schema: &Object) -> Option<&str> {
    referred(schema).filter(|_| schema.len() == 1)
}

/// A schema with the definitions that it refers to.
pub(crate) fn complete(schema: Object, definitions: &Object) -> Value {
    let mut schema = Value::Object(schema);
    let needed = reached(&schema, definitions).into_iter();
    let mut needed: Object = needed
        .filter_map(|name| Some((name.to_owned(), definitions.get(name)?.clone())))
        .collect();
    if !needed.is_empty() {
        // The names come from a set, which has no order.
        needed.sort_keys();
        schema["$defs"] = Value::Object(needed);
    }
    schema
}

/// The names of all definitions that a schema refers to, directly or not.
pub(crate) fn reached<'d>(schema: &Value, definitions: &'d Object) -> HashSet<&'d str> {
    let mut seen = HashSet::new();
    let mut open = vec![];
    references(schema, &mut |name| open.push(name.to_owned()));
    while let Some(name) = open.pop() {
        if let Some((name, definition)) = definitions.get_key_value(&name)
            && seen.insert(name.as_str())
        {
            references(definition, &mut |name| open.push(name.to_owned()));
        }
    }
    seen
}

/// Some definitions with all that they refer to in any language: a base also reads what extends it.
pub(crate) fn reached_in_any<'l>(
    keys: impl Iterator<Item = &'l str>,
    languages: &'l Languages,
) -> HashSet<&'l str> {
    let mut all: HashSet<&str> = keys.collect();
    let mut open: Vec<&str> = all.iter().copied().collect();
    while let Some(key) = open.pop() {
        for language in Language::ALL {
            let definitions = languages.definitions(language);
            let Some(schema) = definitions.get(key) else {
                continue;
            };
            references(schema, &mut |name| {
                if let Some((name, _)) = definitions.get_key_value(name)
                    && all.insert(name)
                {
                    open.push(name);
                }
            });
        }
    }
    all
}

/// Calls `found` for the name in each reference whose target can take values away from a schema by accepting more, or give
/// it values by accepting less: in a branch of `oneOf`, under `not`, or where something depends on what is evaluated. It
/// says whether nothing else can do so: with `if`, a target that accepts less can take values away as well.
pub(crate) fn opposing_references(schema: &Value, found: &mut impl FnMut(&str, bool)) {
    match schema {
        Value::Object(members) if members.contains_key("$id") => {}
        Value::Object(members)
            if members.contains_key("unevaluatedProperties")
                || members.contains_key("unevaluatedItems") =>
        {
            references(schema, &mut |name| found(name, false));
        }
        Value::Object(members) => {
            for (keyword, value) in members {
                if opposes(members, keyword, value) {
                    let is_simple =
                        matches!(keyword.as_str(), "oneOf" | "not") && !has_opposing(value);
                    references(value, &mut |name| found(name, is_simple));
                } else {
                    opposing_references(value, found);
                }
            }
        }
        Value::Array(values) => {
            for value in values {
                opposing_references(value, found);
            }
        }
        _ => {}
    }
}

/// Whether a keyword can refuse a value because a schema in it accepts one.
fn opposes(members: &Object, keyword: &str, value: &Value) -> bool {
    match keyword {
        "oneOf" => value.as_array().is_some_and(|branches| branches.len() > 1),
        "contains" => members.contains_key("maxContains"),
        "not" | "if" | "unevaluatedProperties" | "unevaluatedItems" => true,
        _ => false,
    }
}

/// Whether such a keyword is in a schema.
fn has_opposing(schema: &Value) -> bool {
    match schema {
        Value::Object(members) => members
            .iter()
            .any(|(keyword, value)| opposes(members, keyword, value) || has_opposing(value)),
        Value::Array(values) => values.iter().any(has_opposing),
        _ => false,
    }
}

/// Calls `found` for the name in each reference.
pub(crate) fn references(schema: &Value, found: &mut impl FnMut(&str)) {
    match schema {
        // References of a resource lead to its own definitions.
        Value::Object(members) if members.contains_key("$id") => {}
        Value::Object(members) => {
            if let Some(name) = referred(members) {
                found(name);
            }
            members.values().for_each(|value| references(value, found));
        }
        Value::Array(values) => values.iter().for_each(|value| references(value, found)),
        _ => {}
    }
}
