//! Checks that neither `Debug` nor an error shows a value that the schema marks as a secret.
//!
//! Each marked value of an accepted instance is replaced three times: by a unique value, by a value of another type,
//! which decoding refuses, and with the object around it by an array. The value must not occur in any text that the
//! type makes of these.

use serde_json::{Map, Value, json};

use crate::Report;
use crate::behaviour::subject::Subject;
use crate::json;
use crate::schemas::branches::{self, branches};
use crate::schemas::whole::WholeSchema;

/// A string and a number that no text contains by chance.
const TEXT: &str = "zz-not-to-be-shown";
const NUMBER: i64 = 1_357_924_680;

/// How many instances of a case are looked at.
const MOST: usize = 100;

/// Checks the `Debug` text and the errors of a type for marked values. `accepted` are instances
/// that the schema accepts.
pub(crate) fn check(subject: &Subject<'_>, accepted: &[Value], report: &mut Report) {
    for instance in accepted.iter().take(MOST) {
        for place in marked_places(subject, instance) {
            own_text(subject, instance, &place, report);
            for other_type in [false, true] {
                let mut changed = instance.clone();
                if let Some(value) = changed.pointer_mut(&place) {
                    disguise(value, other_type);
                }
                if subject.validator.is_valid(&changed)
                    && !marked_places(subject, &changed).contains(&place)
                {
                    // It is now of a branch in which it is not a secret.
                    continue;
                }
                look_for_secret(subject, &changed, &place, report);
                let object = place.rfind('/').map(|end| &place[..end]);
                if let Some(object) = object.and_then(|object| changed.pointer_mut(object))
                    && let Some(array) = json::as_array(object)
                {
                    *object = array;
                    if !subject.validator.is_valid(&changed) {
                        look_for_secret(subject, &changed, &place, report);
                    }
                }
            }
        }
    }
}

/// Looks for the secret in every text that the type makes of a value.
fn look_for_secret(subject: &Subject<'_>, changed: &Value, place: &str, report: &mut Report) {
    report.counts.probes_secret += 1;
    let shown = [
        (
            "`Debug` or decoding",
            (subject.case.debug)(&changed.to_string()),
        ),
        (
            "strict reading",
            (subject.case.strict)(changed).err().unwrap_or_default(),
        ),
    ];
    for (who, text) in shown {
        if text.contains(TEXT) || text.contains(&NUMBER.to_string()) {
            let message = format!("at {place:?}: {who} shows it: {text}");
            report.fail(subject.case.name, "secret", message);
        }
    }
}

/// The places of marked values.
fn marked_places(subject: &Subject<'_>, instance: &Value) -> Vec<String> {
    let mut places = Vec::new();
    visit(subject.doc, &[subject.doc.root], instance, "", &mut places);
    places
}

/// Looks for the value itself, which another value in its place does not show.
fn own_text(subject: &Subject<'_>, instance: &Value, place: &str, report: &mut Report) {
    let Some(Value::String(text)) = instance.pointer(place) else {
        return;
    };
    let whole = instance.to_string();
    let is_telling = text.len() >= 8 && whole.matches(text.as_str()).count() == 1;
    let shown = (subject.case.debug)(&whole);
    if is_telling && shown.contains(text.as_str()) {
        let message = format!("at {place:?}: `Debug` shows it: {shown}");
        report.fail(subject.case.name, "secret", message);
    }
}

/// Finds the places of marked values.
fn visit<'a>(
    doc: &WholeSchema<'a>,
    schemas: &[&'a Value],
    value: &Value,
    at: &str,
    places: &mut Vec<String>,
) {
    let mut meant = branches(doc, schemas);
    meant.retain(|branch| branches::plausible(doc, branch, value));
    let marked = |branch: &branches::Branch<'_>| branch.iter().any(|schema| is_marked(schema));
    if !value.is_null() && !meant.is_empty() && meant.iter().all(marked) {
        places.push(at.to_owned());
        return;
    }
    // Below a union, a value that any of the branches marks is a secret if all of them mark it.
    let inner = |of: &dyn Fn(&branches::Branch<'a>) -> Vec<&'a Value>| -> Vec<Vec<&'a Value>> {
        meant.iter().map(of).collect()
    };
    let mut descend = |all: Vec<Vec<&'a Value>>, value: &Value, at: String| {
        let mut found: Option<Vec<String>> = None;
        for schemas in all {
            let mut places = Vec::new();
            visit(doc, &schemas, value, &at, &mut places);
            found = Some(match found {
                Some(known) => known
                    .into_iter()
                    .filter(|place| places.contains(place))
                    .collect(),
                None => places,
            });
        }
        places.extend(found.unwrap_or_default());
    };
    match value {
        Value::Object(members) => {
            for (name, member) in members {
                let all = inner(&|branch| branches::member(doc, branch, name));
                descend(all, member, json::push(at, name));
            }
        }
        Value::Array(items) => {
            for (index, item) in items.iter().enumerate() {
                let all = inner(&|branch| branches::item(branch, index));
                descend(all, item, format!("{at}/{index}"));
            }
        }
        _ => {}
    }
}

fn is_marked(schema: &Map<String, Value>) -> bool {
    let says = |name: &str| schema.get(name).is_some_and(|value| *value == json!(true));
    schema
        .get("format")
        .is_some_and(|format| format == "password")
        || says("x-sensitive")
        || says("x-secret")
}

/// Replaces every scalar by a unique value.
fn disguise(value: &mut Value, other_type: bool) {
    let mut open = vec![value];
    while let Some(value) = open.pop() {
        match value {
            Value::Object(members) => open.extend(members.values_mut()),
            Value::Array(items) => open.extend(items),
            Value::String(_) if other_type => *value = json!(NUMBER),
            Value::Number(_) if !other_type => *value = json!(NUMBER),
            _ => *value = json!(TEXT),
        }
    }
}
