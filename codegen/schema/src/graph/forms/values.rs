//! Turns examples and defaults into values without the members that a form does not have.

use std::collections::{HashMap, HashSet};

use serde_json::Value;

use super::Forms;
use crate::parse::{Arena, Schema, SchemaId};

/// The keywords of annotations that state values.
const STATING: [&str; 3] = ["default", "example", "examples"];

/// How many schemas are looked at for one value: a value of many parts may satisfy many schemas in many ways.
const MOST_STEPS: usize = 20_000;

/// A member of an object, by the address of the object.
type Member<'v> = (*const Value, &'v str);

/// Takes members out of the values that the forms state.
pub(super) fn restate<'v>(
    schemas: &mut Arena,
    forms: &Forms,
    written: impl Fn(SchemaId, &Schema) -> Option<&'v Value>,
) -> HashMap<(SchemaId, String), Value> {
    let mut changed = HashMap::new();
    for id in forms.of.keys() {
        for keyword in STATING {
            let written = written(forms.origin(*id), &schemas[*id]);
            let Some(stated) = written.and_then(|schema| schema.get(keyword)) else {
                continue;
            };
            let restated = match stated {
                Value::Array(values) if keyword == "examples" => {
                    let values = values.iter();
                    Value::Array(
                        values
                            .map(|value| of_form(schemas, forms, *id, value))
                            .collect(),
                    )
                }
                value => of_form(schemas, forms, *id, value),
            };
            if restated != *stated {
                changed.insert((*id, keyword.to_owned()), restated);
            }
        }
        let annotations = &schemas[*id].annotations;
        let default = annotations.default.as_ref();
        let default = default.map(|value| of_form(schemas, forms, *id, value));
        let examples = annotations.examples.iter();
        let examples = examples
            .map(|value| of_form(schemas, forms, *id, value))
            .collect();
        let annotations = &mut schemas[*id].annotations;
        annotations.default = default;
        annotations.examples = examples;
    }
    changed
}

/// A value as a form of a schema has it.
fn of_form(schemas: &Arena, forms: &Forms, id: SchemaId, value: &Value) -> Value {
    let removed = removed(schemas, forms, id, value);
    if removed.is_empty() {
        return value.clone();
    }
    without(value, &removed)
}

/// The members of a value, and of the values in it, that the form of a schema does not have.
fn removed<'v>(
    schemas: &Arena,
    forms: &Forms,
    id: SchemaId,
    value: &'v Value,
) -> HashSet<Member<'v>> {
    let (mut removed, mut kept) = (HashSet::new(), HashSet::new());
    let mut open = vec![(id, value)];
    for _ in 0..MOST_STEPS {
        let Some((id, value)) = open.pop() else { break };
        let schema = &schemas[id];
        let same = schema.included();
        open.extend(same.map(|part| (part, value)));
        // Which branch the value is of is not known here: the branches tell what is in its members.
        let branches = [&schema.any_of, &schema.one_of]
            .into_iter()
            .flatten()
            .flatten();
        open.extend(branches.map(|branch| (*branch, value)));
        match value {
            Value::Array(values) => {
                let prefix = schema.array.prefix.iter().map(Some);
                let schemas = prefix.chain(std::iter::repeat(schema.array.items.as_ref()));
                let pairs = values.iter().zip(schemas);
                open.extend(pairs.filter_map(|(value, id)| Some((*id?, value))));
            }
            Value::Object(members) => {
                let names = forms.removed.get(&id);
                for (name, member) in members {
                    let place = (std::ptr::from_ref(value), name.as_str());
                    if names.is_some_and(|names| names.contains(name)) {
                        removed.insert(place);
                    } else if schema.object.properties.contains_key(name) {
                        kept.insert(place);
                    }
                    let described = schema.object.properties.get(name);
                    let described = described.or(schema.object.additional.as_ref());
                    open.extend(described.map(|id| (*id, member)));
                }
            }
            _ => {}
        }
    }
    // A member that one branch has and another has not stays.
    removed.retain(|place| !kept.contains(place));
    removed
}

/// A copy of a value without these members.
fn without(value: &Value, removed: &HashSet<Member<'_>>) -> Value {
    match value {
        Value::Array(values) => values.iter().map(|value| without(value, removed)).collect(),
        Value::Object(members) => {
            let kept = members
                .iter()
                .filter(|(name, _)| !removed.contains(&(std::ptr::from_ref(value), name.as_str())));
            Value::Object(
                kept.map(|(name, member)| (name.clone(), without(member, removed)))
                    .collect(),
            )
        }
        scalar => scalar.clone(),
    }
}
