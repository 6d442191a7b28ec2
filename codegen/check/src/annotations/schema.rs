//! Finds the branches, inner schemas and parts of a schema that the walk over annotations compares.

use serde_json::{Map, Value};

/// The annotations compared. The first two may come from a Rust doc comment.
pub(super) const ANNOTATIONS: [&str; 8] = [
    "title",
    "description",
    "default",
    "examples",
    "deprecated",
    "readOnly",
    "writeOnly",
    "format",
];

pub(super) type Schema = Map<String, Value>;

/// The schema with the target of its root's reference in the place of the reference: one tool writes a
/// recursive root as a definition, another as its own body.
pub(super) fn at_root(mut schema: Schema) -> Schema {
    let name = schema.get("$ref").and_then(Value::as_str);
    let name = name.and_then(|name| name.strip_prefix("#/$defs/"));
    let target = name.and_then(|name| schema.get("$defs")?.get(name)?.as_object().cloned());
    for (key, value) in target.into_iter().flatten() {
        schema.shift_remove("$ref");
        schema.entry(key).or_insert(value);
    }
    schema
}

pub(super) const UNIONS: &[&str] = &["anyOf", "oneOf"];

/// A branch of a union as its type has it: a member that is also described beside the union has the
/// annotations from there.
pub(super) fn merged(beside: &Schema, branch: &Value) -> Value {
    let mut branch = branch.clone();
    let Some(beside) = beside.get("properties") else {
        return branch;
    };
    let members = branch.get_mut("properties").and_then(Value::as_object_mut);
    for (name, member) in members.into_iter().flatten() {
        if let (Some(Value::Object(beside)), Value::Object(member)) = (beside.get(name), member) {
            member.retain(|keyword, _| !ANNOTATIONS.contains(&keyword.as_str()));
            let annotations = beside.iter();
            let annotations =
                annotations.filter(|(keyword, _)| ANNOTATIONS.contains(&keyword.as_str()));
            member.extend(annotations.map(|(keyword, value)| (keyword.clone(), value.clone())));
        }
    }
    branch
}

pub(super) fn list<'s>(schema: &'s Schema, keywords: &[&'s str]) -> Option<(&'s str, &'s [Value])> {
    keywords
        .iter()
        .find_map(|keyword| Some((*keyword, schema.get(*keyword)?.as_array()?.as_slice())))
}

/// The schema that is not null in a nullable pair; any other schema itself.
pub(super) fn inner(schema: &Schema) -> &Schema {
    let is_null = |branch: &Value| branch.get("type").is_some_and(|name| name == "null");
    match list(schema, UNIONS) {
        Some((_, [one, Value::Object(null)])) if is_null(&Value::Object(null.clone())) => {
            one.as_object()
        }
        Some((_, [null, Value::Object(one)])) if is_null(null) => Some(one),
        _ => None,
    }
    .unwrap_or(schema)
}

/// A flag that is false says the same as no flag, a list of no examples the same as none, and schemars
/// names the width of every number.
pub(super) fn is_default(keyword: &str, value: &Value) -> bool {
    match keyword {
        "deprecated" | "readOnly" | "writeOnly" => value == &Value::Bool(false),
        "examples" => value.as_array().is_some_and(Vec::is_empty),
        "format" => WIDTHS.iter().any(|width| value == width),
        _ => false,
    }
}

/// The formats that schemars derives from types of numbers.
const WIDTHS: [&str; 10] = [
    "int8", "int16", "int32", "int64", "uint8", "uint16", "uint32", "uint64", "float", "double",
];

pub(super) fn is_annotated(schema: &Value) -> bool {
    ANNOTATIONS
        .iter()
        .any(|keyword| schema.get(keyword).is_some())
}

pub(super) fn is_literal(schema: &Value) -> bool {
    schema.get("const").is_some() || schema.get("enum").is_some()
}
