//! Joins keywords that all hold for one value into one schema.

use std::collections::HashSet;

use cratify_schema::keyword::{find, stand_together};
use serde_json::{Map, Value, json};

/// Keywords that can refuse null, though it is among the types.
const REFUSING: [&str; 9] = [
    "enum", "$ref", "allOf", "anyOf", "oneOf", "not", "if", "$id", "const",
];

/// A schema and further keywords.
pub(super) fn conjoin(schema: Value, mut more: Map<String, Value>) -> Value {
    let mut members = match schema {
        Value::Object(members) => members,
        Value::Bool(false) => return Value::Bool(false),
        _ => return Value::Object(more),
    };
    if let (Some(Value::Array(own)), Some(Value::Array(others))) =
        (members.get_mut("required"), more.get("required"))
    {
        for name in others {
            if !own.contains(name) {
                own.push(name.clone());
            }
        }
        more.shift_remove("required");
    }
    let mut all = match members.shift_remove("allOf") {
        Some(Value::Array(all)) => all,
        _ => Vec::new(),
    };
    if let Some(Value::Array(others)) = more.shift_remove("allOf") {
        all.extend(others);
    }
    if let Some(absent) = absent(&members, &more) {
        let absent = [("properties".to_owned(), absent.clone())];
        more.shift_remove("properties");
        all.push(Value::Object(Map::from_iter(absent)));
    }
    let apart = apart(&members, &more);
    let (apart, more): (Map<_, _>, Map<_, _>) = more
        .into_iter()
        .partition(|(keyword, _)| apart.contains(keyword.as_str()));
    members.extend(more);
    if !apart.is_empty() {
        all.push(Value::Object(apart));
    }
    if !all.is_empty() {
        members.insert("allOf".to_owned(), Value::Array(all));
    }
    Value::Object(members)
}

/// Members that must be absent, beside other ones: the siblings of these describe what is left.
fn absent<'m>(members: &Map<String, Value>, more: &'m Map<String, Value>) -> Option<&'m Value> {
    let absent = more
        .get("properties")
        .filter(|_| members.contains_key("properties"))?;
    let mut schemas = absent.as_object()?.values();
    schemas
        .all(|schema| *schema == Value::Bool(false))
        .then_some(absent)
}

/// The further keywords that cannot stand beside the members of a schema: those that it has with another value, and the
/// siblings that mean something else without these.
fn apart(members: &Map<String, Value>, more: &Map<String, Value>) -> HashSet<&'static str> {
    let is_taken = |keyword: &&str| {
        let own = members.get(*keyword);
        own.is_some_and(|own| *own != more[*keyword])
    };
    let keywords = || more.keys().filter_map(|name| find(name));
    let mut open: Vec<&str> = keywords()
        .map(|keyword| keyword.name)
        .filter(is_taken)
        .collect();
    let mut apart = HashSet::new();
    while let Some(name) = open.pop() {
        if apart.insert(name) {
            open.extend(
                keywords()
                    .map(|other| other.name)
                    .filter(|other| stand_together(name, other)),
            );
        }
    }
    apart
}

/// A schema, or null.
pub(super) fn or_null(schema: Value) -> Value {
    if let Value::Object(mut members) = schema {
        let refuses = REFUSING
            .iter()
            .any(|keyword| members.contains_key(*keyword));
        if let (Some(ty), false) = (members.get("type"), refuses)
            && has_null(ty)
        {
            return Value::Object(members);
        }
        if let (Some(Value::String(ty)), false) = (members.get("type"), refuses) {
            let types = json!([ty, "null"]);
            members.insert("type".to_owned(), types);
            return Value::Object(members);
        }
        if members.is_empty() {
            return Value::Object(members);
        }
        return json!({ "anyOf": [members, { "type": "null" }] });
    }
    match schema {
        Value::Bool(false) => json!({ "type": "null" }),
        other => other,
    }
}

/// Whether null is one of the types that `type` names.
fn has_null(types: &Value) -> bool {
    let mut names = types
        .as_array()
        .map_or(std::slice::from_ref(types), Vec::as_slice)
        .iter();
    names.any(|name| name == "null")
}

/// A schema that says nothing as `true`, any other one as it is.
pub(super) fn simplify(schema: Value) -> Value {
    match schema {
        Value::Object(members) if members.is_empty() => Value::Bool(true),
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use serde_json::{Map, Value, json};

    use super::{conjoin, or_null};

    fn members(value: &Value) -> Map<String, Value> {
        value.as_object().cloned().unwrap_or_default()
    }

    #[test]
    fn a_keyword_that_is_taken_goes_to_all_of() {
        let schema = json!({ "type": "object", "required": ["a"], "allOf": [{ "not": {} }] });
        let more = json!({ "type": "string", "required": ["b"], "minLength": 1 });
        let expected = json!({
            "type": "object",
            "required": ["a", "b"],
            "minLength": 1,
            "allOf": [{ "not": {} }, { "type": "string" }],
        });
        assert_eq!(conjoin(schema, members(&more)), expected);
        let absent = json!({ "properties": { "b": false }, "patternProperties": { "^a": {} }, "additionalProperties": false });
        let schema = json!({ "properties": { "a": {} } });
        let expected = json!({
            "properties": { "a": {} },
            "patternProperties": { "^a": {} },
            "additionalProperties": false,
            "allOf": [{ "properties": { "b": false } }],
        });
        assert_eq!(conjoin(schema, members(&absent)), expected);
        let more = members(&json!({ "minLength": 1 }));
        assert_eq!(
            conjoin(json!(true), more.clone()),
            json!({ "minLength": 1 })
        );
        assert_eq!(conjoin(json!(false), more), json!(false));
    }

    #[test]
    fn keywords_that_depend_on_each_other_stay_together() {
        let own = json!({ "type": "object", "additionalProperties": { "type": "string" } });
        let more = json!({
            "patternProperties": { "^a": { "type": "string", "minLength": 1 } },
            "additionalProperties": false,
            "minProperties": 1,
        });
        let expected = json!({
            "type": "object",
            "additionalProperties": { "type": "string" },
            "minProperties": 1,
            "allOf": [{
                "patternProperties": { "^a": { "type": "string", "minLength": 1 } },
                "additionalProperties": false,
            }],
        });
        assert_eq!(conjoin(own, members(&more)), expected);
        let own = json!({ "type": "array", "items": { "type": "string" } });
        let more = json!({ "prefixItems": [{}], "items": false, "unevaluatedItems": false });
        let expected = json!({
            "type": "array",
            "items": { "type": "string" },
            "unevaluatedItems": false,
            "allOf": [{ "prefixItems": [{}], "items": false }],
        });
        assert_eq!(conjoin(own, members(&more)), expected);
    }

    #[test]
    fn null_is_a_type_where_nothing_else_refuses_it() {
        let text = json!({ "type": "string", "minLength": 1 });
        let expected = json!({ "type": ["string", "null"], "minLength": 1 });
        assert_eq!(or_null(text), expected);
        let listed = json!({ "type": "string", "enum": ["a"] });
        let expected = json!({ "anyOf": [listed, { "type": "null" }] });
        assert_eq!(or_null(listed), expected);
        assert_eq!(or_null(json!({})), json!({}));
        for null in [
            json!({ "type": "null" }),
            json!({ "type": ["string", "null"] }),
        ] {
            assert_eq!(or_null(null.clone()), null);
        }
    }
}
