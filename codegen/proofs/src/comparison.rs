//! Reads and writes the values of two types that have to behave in the same way, and compares all results and errors.
//!
//! `cratify-proofs` copies this file into a package.

use std::collections::BTreeSet;

use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Map, Value};

/// The most texts that are read as one type.
const CAP: usize = 700;

/// The differences that were found, and what was compared.
#[derive(Default)]
pub struct Comparison {
    /// A line for each difference.
    pub differences: Vec<String>,
    /// The number of values that both types read.
    pub read: usize,
    /// The number of values that both types refused.
    pub refused: usize,
}

impl Comparison {
    /// Compares two types with the same schema.
    pub fn of<D, W>(&mut self, name: &str, schema: &str)
    where
        D: DeserializeOwned + Serialize,
        W: DeserializeOwned + Serialize,
    {
        let schema: Value = serde_json::from_str(schema).expect("a schema is JSON");
        for text in texts(&cratify_check::instances::make(&schema)) {
            self.compare(name, "JSON", &text, json::<D>(&text), json::<W>(&text));
            let Ok(value) = serde_json::from_str::<Value>(&text) else {
                continue;
            };
            self.compare(name, "values", &text, of_value::<D>(&value), of_value::<W>(&value));
            let mut bytes = Vec::new();
            ciborium::into_writer(&value, &mut bytes).expect("a value can be written");
            self.compare(name, "CBOR", &text, cbor::<D>(&bytes), cbor::<W>(&bytes));
        }
    }

    fn compare<T: PartialEq + std::fmt::Debug>(
        &mut self,
        name: &str,
        format: &str,
        text: &str,
        derived: Result<T, String>,
        written: Result<T, String>,
    ) {
        if derived == written {
            *(if derived.is_ok() { &mut self.read } else { &mut self.refused }) += 1;
        } else {
            let text: String = text.chars().take(300).collect();
            self.differences
                .push(format!("{name}, {format}: {text}\n  derived: {derived:?}\n  written: {written:?}"));
        }
    }
}

/// The value that was read, as it is written again; or the error and its path.
fn json<T: DeserializeOwned + Serialize>(text: &str) -> Result<(String, Vec<u8>), String> {
    let value: T = serde_json::from_str(text).map_err(|error| {
        let input = &mut serde_json::Deserializer::from_str(text);
        let path = serde_path_to_error::deserialize::<_, T>(input).err();
        path.map_or(error.to_string(), |path| path.to_string())
    })?;
    let mut bytes = Vec::new();
    ciborium::into_writer(&value, &mut bytes).map_err(|error| error.to_string())?;
    Ok((serde_json::to_string(&value).map_err(|error| error.to_string())?, bytes))
}

fn of_value<T: DeserializeOwned + Serialize>(value: &Value) -> Result<Value, String> {
    let value: T = serde_json::from_value(value.clone()).map_err(|error| error.to_string())?;
    serde_json::to_value(&value).map_err(|error| error.to_string())
}

/// The value that was read from CBOR.
fn cbor<T: DeserializeOwned + Serialize>(bytes: &[u8]) -> Result<Value, String> {
    // Values of members that no field stands for are set aside. Derived code reads them with serde's own errors,
    // written code with the errors of serde_json, which has one kind of null and shorter spellings of large numbers.
    let text = |error: ciborium::de::Error<std::io::Error>| {
        let text = error.to_string().replace("type: Option value", "type: null");
        text.replace(&format!("{}.0", 1e300), "1e+300")
    };
    let value: T = ciborium::from_reader(bytes).map_err(text)?;
    serde_json::to_value(&value).map_err(|error| error.to_string())
}

/// Texts of JSON: the values, and what is wrong, null, doubled, unknown, deep or cut off in each of them.
fn texts(values: &[Value]) -> BTreeSet<String> {
    let mut all = BTreeSet::new();
    for value in values {
        all.insert(value.to_string());
        let mut places = Vec::new();
        collect(value, &mut String::new(), &mut places);
        for place in &places {
            edits(value, place, &mut all);
        }
    }
    let step = all.len().div_ceil(CAP).max(1);
    let mut chosen: BTreeSet<String> = all.into_iter().step_by(step).collect();
    for value in values.iter().take(4) {
        let text = value.to_string();
        let cut: String = text.chars().take(text.chars().count() / 2).collect();
        chosen.extend([format!("{text} 1"), cut]);
    }
    chosen.extend([format!("{{\"deep\":{}1{}}}", "[".repeat(300), "]".repeat(300)), String::new()]);
    chosen
}

/// The JSON Pointers of the values in a value.
fn collect(value: &Value, at: &mut String, places: &mut Vec<String>) {
    if places.len() > 40 {
        return;
    }
    places.push(at.clone());
    let length = at.len();
    let members: Vec<(String, &Value)> = match value {
        Value::Object(members) => members.iter().map(|(name, value)| (name.clone(), value)).collect(),
        Value::Array(elements) => {
            elements.iter().enumerate().map(|(index, value)| (index.to_string(), value)).collect()
        }
        _ => Vec::new(),
    };
    for (name, value) in members {
        at.push('/');
        at.push_str(&name.replace('~', "~0").replace('/', "~1"));
        collect(value, at, places);
        at.truncate(length);
    }
}

/// Texts in which the value at one place is another one.
fn edits(value: &Value, place: &str, all: &mut BTreeSet<String>) {
    const OTHERS: [&str; 10] =
        ["null", "true", "1", "-1", "1.5", "1e300", "\"t\\u00e9xt\\n\"", "[]", "{}", "[1, \"a\", null]"];
    let mut replace = |part: &str| {
        let mut edited = value.clone();
        if let Some(found) = edited.pointer_mut(place) {
            *found = Value::from("@here@");
            all.insert(edited.to_string().replacen("\"@here@\"", part, 1));
        }
    };
    for other in OTHERS {
        replace(other);
    }
    if let Some(Value::Object(members)) = value.pointer(place) {
        let text = |members: &Map<String, Value>| Value::Object(members.clone()).to_string();
        let whole = text(members);
        let inside = whole.trim_start_matches('{').trim_end_matches('}');
        let comma = if members.is_empty() { "" } else { "," };
        replace(&format!("{{{inside}{comma}\"unk\\u006eown\":{{\"a\":[1,2.0]}},\"other\":null}}"));
        replace(&format!("{{\"first\":\"x\",\"first\":7{comma}{inside}}}"));
        for (name, value) in members {
            let name = Value::from(name.as_str());
            replace(&format!("{{{inside},{name}:{value}}}"));
            replace(&format!("{{{inside},{name}:null}}"));
            let mut less = members.clone();
            less.remove(name.as_str().unwrap_or_default());
            replace(&text(&less));
        }
    }
}
