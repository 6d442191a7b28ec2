//! Edits of JSON Schemas: of published schemas, and of schemas in the code.

use serde_json::{Value, json};

/// Keywords that say nothing of a value.
const SILENT: [&str; 6] = ["$schema", "$id", "$defs", "$ref", "$anchor", "$comment"];

/// All edits of a schema, with what was done.
pub(crate) fn edits(schema: &Value) -> Vec<(String, Value)> {
    let mut edits = Vec::new();
    visit(schema, &mut |kind, value| edits.push((kind, value)));
    edits
}

/// Calls back with each edit of a schema, at any depth.
fn visit(schema: &Value, found: &mut dyn FnMut(String, Value)) {
    let Value::Object(members) = schema else {
        return;
    };
    let with = |name: &str, value: Value| {
        let mut members = members.clone();
        members.insert(name.to_owned(), value);
        Value::Object(members)
    };
    for (name, value) in members {
        if !SILENT.contains(&name.as_str()) {
            let mut members = members.clone();
            members.shift_remove(name);
            found(format!("{name} dropped"), Value::Object(members));
            if let Some(other) = changed(value) {
                found(format!("{name} changed"), with(name, other));
            }
        }
        match (name.as_str(), value) {
            (
                "properties" | "patternProperties" | "$defs" | "dependentSchemas",
                Value::Object(all),
            ) => {
                for (member, schema) in all {
                    visit(schema, &mut |kind, schema| {
                        let mut all = all.clone();
                        all.insert(member.clone(), schema);
                        found(kind, with(name, Value::Object(all)));
                    });
                }
            }
            (
                "required" | "enum" | "allOf" | "anyOf" | "oneOf" | "prefixItems",
                Value::Array(all),
            ) => {
                for index in 0..all.len() {
                    if all.len() > 1 {
                        let mut rest = all.clone();
                        rest.remove(index);
                        found(
                            format!("{name}: one dropped"),
                            with(name, Value::Array(rest)),
                        );
                    }
                    if !matches!(name.as_str(), "required" | "enum") {
                        visit(&all[index], &mut |kind, schema| {
                            let mut all = all.clone();
                            all[index] = schema;
                            found(kind, with(name, Value::Array(all)));
                        });
                    }
                }
            }
            (
                "items"
                | "additionalProperties"
                | "propertyNames"
                | "contains"
                | "not"
                | "if"
                | "then"
                | "else"
                | "unevaluatedProperties"
                | "unevaluatedItems",
                schema,
            ) => visit(schema, &mut |kind, schema| found(kind, with(name, schema))),
            _ => {}
        }
    }
}

/// Another value of the same kind.
fn changed(value: &Value) -> Option<Value> {
    match value {
        Value::String(text) if text == "string" => Some(json!("boolean")),
        Value::String(text) => Some(json!(format!("{text}~"))),
        Value::Number(number) => match number.as_i64() {
            Some(number) => number.checked_add(1).map(Value::from),
            None => number.as_f64().map(|number| json!(number + 1.5)),
        },
        Value::Bool(flag) => Some(json!(!flag)),
        _ => None,
    }
}
