//! Tries values with known verdicts on the types of one document.
//!
//! `cratify-proofs` copies this file into a program, beside `judge.rs`. The file of values is a list of
//! `{"type": …, "json": …, "valid": …}`: the name of a schema, a value, and whether the schema accepts it.
//!
//! A valid value decodes, comes back as the same JSON, and passes strict reading. Strict reading refuses an
//! invalid one.

use cratify_check::{Case, Exception};
use serde_json::{Number, Value};

/// Tries each value, and panics with all disagreements that no exception excuses.
pub fn check(path: &str, exceptions: &[Exception<'_>], cases: &[Case]) {
    let text = std::fs::read_to_string(path).expect("the values can be read");
    let values: Vec<Value> = serde_json::from_str(&text).expect("the values are JSON");
    let mut complaints = Vec::new();
    let mut excused = Vec::new();
    for value in &values {
        let name = value["type"].as_str().expect("a value has the name of its type");
        let valid = value["valid"].as_bool().expect("a value has a verdict");
        let Some(case) = cases.iter().find(|case| stands_for(case, name)) else {
            complaints.push(format!("{name}: there is no such type"));
            continue;
        };
        for (check, message) in disagreements(case, &value["json"], valid) {
            let exception = |one: &&Exception<'_>| one.case == case.name && one.check == check;
            match exceptions.iter().find(exception) {
                Some(exception) => excused.push(*exception),
                None => complaints.push(format!("{name} [{check}]: {message}\n      value: {}", value["json"])),
            }
        }
    }
    for exception in exceptions.iter().filter(|exception| !excused.contains(exception)) {
        complaints.push(format!("exception for {} [{}] is no longer needed", exception.case, exception.check));
    }
    println!("{:>6}{:>9}{:>6}{:>9}", values.len(), 0, complaints.len(), excused.len());
    assert!(complaints.is_empty(), "{}", complaints.join("\n"));
}

/// Tries the example in the documentation of each type, which is a valid value of it.
pub fn samples(samples: &Value, cases: &[Case]) {
    let samples = samples.as_object().expect("examples by the paths of types");
    let mut complaints = Vec::new();
    for (path, sample) in samples {
        let Some(case) = cases.iter().find(|case| case.name == path) else {
            complaints.push(format!("{path}: there is no such type"));
            continue;
        };
        let found = disagreements(case, sample, true).into_iter();
        complaints.extend(found.map(|(_, message)| format!("{path}: {message}\n      example: {sample}")));
    }
    println!("{:>6}{:>9}{:>6}{:>9}", samples.len(), 0, complaints.len(), cases.len() - samples.len());
    assert!(complaints.is_empty(), "{}", complaints.join("\n"));
}

/// Whether a type stands for the named schema.
fn stands_for(case: &Case, name: &str) -> bool {
    let token = name.replace('~', "~0").replace('/', "~1");
    case.whole && (case.pointer.rsplit('/').next() == Some(&token) || case.pointer.is_empty() && case.name == name)
}

/// The faults of a type with a value, each with its name.
fn disagreements(case: &Case, value: &Value, valid: bool) -> Vec<(&'static str, String)> {
    let mut found = Vec::new();
    match ((case.strict)(value), valid) {
        (Err(error), true) => found.push(("values/strict", format!("strict reading refuses a valid value: {error}"))),
        (Ok(()), false) => found.push(("values/strict", "strict reading accepts an invalid value".to_owned())),
        _ => {}
    }
    let written = (case.round_trip)(&value.to_string());
    match written {
        Err(error) if valid => found.push(("values/decode", format!("a valid value does not decode: {error}"))),
        Ok(text) if valid => {
            let written: Value = serde_json::from_str(&text).expect("a type writes JSON");
            if !is_same(value, &written) {
                found.push(("values/round trip", format!("it comes back as {written}")));
            }
        }
        _ => {}
    }
    found
}

/// Whether two values are the same JSON, numbers compared as numbers.
fn is_same(one: &Value, other: &Value) -> bool {
    match (one, other) {
        (Value::Number(one), Value::Number(other)) => is_same_number(one, other),
        (Value::Array(one), Value::Array(other)) => {
            one.len() == other.len() && one.iter().zip(other).all(|(one, other)| is_same(one, other))
        }
        (Value::Object(one), Value::Object(other)) => {
            let has = |(name, value)| other.get(name).is_some_and(|other| is_same(value, other));
            one.len() == other.len() && one.iter().all(has)
        }
        _ => one == other,
    }
}

fn is_same_number(one: &Number, other: &Number) -> bool {
    match (one.as_i128(), other.as_i128()) {
        (Some(one), Some(other)) => one == other,
        _ => one.as_f64() == other.as_f64(),
    }
}
