//! Replaces the references of `propertyNames` by their targets: the algebra reads listed names, and leaves a reference
//! to a list of names undecided.

use std::borrow::Cow;

use serde_json::{Map, Value};

/// The schema with each `propertyNames: {$ref: …}` replaced by what it refers to, where that is a
/// definition without references of its own. It accepts the same values.
pub(crate) fn spelled_out(schema: &Value) -> Cow<'_, Value> {
    if !refers(schema) {
        return Cow::Borrowed(schema);
    }
    Cow::Owned(replaced(schema, schema))
}

/// Whether there is a reference in some `propertyNames`.
fn refers(value: &Value) -> bool {
    match value {
        Value::Object(members) => {
            members
                .get("propertyNames")
                .is_some_and(|names| names.get("$ref").is_some())
                || members.values().any(refers)
        }
        Value::Array(values) => values.iter().any(refers),
        _ => false,
    }
}

fn replaced(value: &Value, root: &Value) -> Value {
    match value {
        Value::Object(members) => {
            let members = members.iter().map(|(name, value)| {
                let target = (name == "propertyNames")
                    .then(|| target(value, root))
                    .flatten();
                (
                    name.clone(),
                    target.cloned().unwrap_or_else(|| replaced(value, root)),
                )
            });
            Value::Object(members.collect::<Map<_, _>>())
        }
        Value::Array(values) => values.iter().map(|value| replaced(value, root)).collect(),
        scalar => scalar.clone(),
    }
}

/// The target of a schema that is only a reference.
fn target<'v>(schema: &Value, root: &'v Value) -> Option<&'v Value> {
    let members = schema.as_object().filter(|members| members.len() == 1)?;
    let pointer = members.get("$ref")?.as_str()?.strip_prefix('#')?;
    root.pointer(pointer)
        .filter(|target| !target.to_string().contains("\"$ref\""))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::spelled_out;

    #[test]
    fn names_by_reference_are_listed() {
        let defs = json!({ "Mode": { "enum": ["a", "b"] } });
        let schema = json!({ "propertyNames": { "$ref": "#/$defs/Mode" }, "$defs": defs });
        assert_eq!(
            *spelled_out(&schema),
            json!({ "propertyNames": { "enum": ["a", "b"] }, "$defs": defs })
        );
    }

    #[test]
    fn the_rest_is_left_alone() {
        let schema =
            json!({ "properties": { "a": { "$ref": "#/$defs/A" } }, "$defs": { "A": {} } });
        assert_eq!(*spelled_out(&schema), schema);
    }
}
