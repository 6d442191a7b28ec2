//! Joins two flat schemas that hold at once (`allOf`, siblings of `$ref`) into one.

use serde_json::{Map, Value, json};

use super::{
    Object,
    keywords::{list, patterns_of},
};
use crate::json;

/// Both schemas joined keyword by keyword; `None` where they visibly contradict each other.
/// Keywords that cannot be joined keep the first schema's value: the validator sorts out the rest.
pub(super) fn merge(left: &Object, right: &Object) -> Option<Object> {
    let mut both = left.clone();
    for (key, theirs) in right {
        let joined = match left.get(key) {
            None => theirs.clone(),
            Some(ours) => join(key, ours, theirs)?,
        };
        both.insert(key.clone(), joined);
    }
    if let Some(literal) = both.get("const")
        && both.contains_key("enum")
        && !list(&both, "enum")
            .iter()
            .any(|value| json::same(value, literal))
    {
        return None;
    }
    Some(both)
}

fn join(key: &str, ours: &Value, theirs: &Value) -> Option<Value> {
    if ours == theirs {
        return Some(ours.clone());
    }
    Some(match key {
        "type" => join_types(ours, theirs)?,
        "const" => return None,
        "enum" => {
            let theirs = theirs.as_array()?;
            let ours = ours.as_array()?.iter();
            let shared: Vec<_> = ours
                .filter(|one| theirs.iter().any(|two| json::same(one, two)))
                .collect();
            if shared.is_empty() {
                return None;
            }
            json!(shared)
        }
        "required" | "examples" => {
            let mut all = ours.as_array().cloned().unwrap_or_default();
            for value in theirs.as_array().into_iter().flatten() {
                if !all.contains(value) {
                    all.push(value.clone());
                }
            }
            Value::Array(all)
        }
        "properties" | "patternProperties" | "dependentRequired" => {
            Value::Object(join_members(ours.as_object()?, theirs.as_object()?))
        }
        "items"
        | "additionalProperties"
        | "propertyNames"
        | "unevaluatedProperties"
        | "contains" => {
            if ours == &Value::Bool(false) || theirs == &Value::Bool(false) {
                Value::Bool(false)
            } else {
                applied("allOf", vec![ours.clone(), theirs.clone()])
            }
        }
        "prefixItems" => {
            let (ours, theirs) = (ours.as_array()?, theirs.as_array()?);
            (0..ours.len().max(theirs.len()))
                .map(|at| {
                    let both = ours.get(at).into_iter().chain(theirs.get(at));
                    applied("allOf", both.cloned().collect())
                })
                .collect()
        }
        "not" => applied("anyOf", vec![ours.clone(), theirs.clone()]),
        // A list in place of a pattern: `patterns` reads both.
        "pattern" => {
            let mut all = patterns_of(ours);
            for pattern in patterns_of(theirs) {
                if !all.contains(&pattern) {
                    all.push(pattern);
                }
            }
            Value::from(all)
        }
        "minimum" | "exclusiveMinimum" | "minLength" | "minItems" | "minProperties"
        | "minContains"
            if ours.as_f64() < theirs.as_f64() =>
        {
            theirs.clone()
        }
        "maximum" | "exclusiveMaximum" | "maxLength" | "maxItems" | "maxProperties"
        | "maxContains"
            if ours.as_f64() > theirs.as_f64() =>
        {
            theirs.clone()
        }
        _ => ours.clone(),
    })
}

/// A schema of one applicator. `json!` would serialize the schemas anew, which is several times
/// slower than cloning them.
pub(super) fn applied(applicator: &str, schemas: Vec<Value>) -> Value {
    Value::Object(Map::from_iter([(
        applicator.to_owned(),
        Value::Array(schemas),
    )]))
}

fn join_members(ours: &Object, theirs: &Object) -> Map<String, Value> {
    let mut all = ours.clone();
    for (name, their) in theirs {
        let joined = match ours.get(name) {
            Some(our) if our == their => continue,
            Some(our) if our.is_array() => our.clone(),
            Some(our) => applied("allOf", vec![our.clone(), their.clone()]),
            None => their.clone(),
        };
        all.insert(name.clone(), joined);
    }
    all
}

/// The types both allow; `integer` is within `number`.
fn join_types(ours: &Value, theirs: &Value) -> Option<Value> {
    let names = |value: &Value| -> Vec<String> {
        match value {
            Value::Array(names) => names
                .iter()
                .filter_map(Value::as_str)
                .map(str::to_owned)
                .collect(),
            other => other.as_str().map(str::to_owned).into_iter().collect(),
        }
    };
    let (ours, theirs) = (names(ours), names(theirs));
    let within = |name: &String, others: &[String]| {
        others.contains(name) || (name == "integer" && others.iter().any(|other| other == "number"))
    };
    let mut shared: Vec<String> = ours
        .iter()
        .filter(|name| within(name, &theirs))
        .cloned()
        .collect();
    shared.extend(
        theirs
            .iter()
            .filter(|name| within(name, &ours) && !ours.contains(name))
            .cloned(),
    );
    match shared.as_slice() {
        [] => None,
        [one] => Some(json!(one)),
        several => Some(json!(several)),
    }
}
