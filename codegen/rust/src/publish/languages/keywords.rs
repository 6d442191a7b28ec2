//! Keywords that all hold for one value, in one schema.

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
    let mut apart = Map::new();
    for (keyword, value) in more {
        match members.get(&keyword) {
            None => {
                members.insert(keyword, value);
            }
            Some(own) if *own == value => {}
            Some(_) => {
                apart.insert(keyword, value);
            }
        }
    }
    if !apart.is_empty() {
        all.push(Value::Object(apart));
    }
    if !all.is_empty() {
        members.insert("allOf".to_owned(), Value::Array(all));
    }
    Value::Object(members)
}

/// A schema, or null.
pub(super) fn or_null(schema: Value) -> Value {
    if let Value::Object(mut members) = schema {
        let refuses = REFUSING
            .iter()
            .any(|keyword| members.contains_key(*keyword));
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
        let more = members(&json!({ "minLength": 1 }));
        assert_eq!(
            conjoin(json!(true), more.clone()),
            json!({ "minLength": 1 })
        );
        assert_eq!(conjoin(json!(false), more), json!(false));
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
    }
}
