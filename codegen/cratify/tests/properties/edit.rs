//! Documents of the fixtures after a few random edits.

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::Index;
use serde_json::{Value, json};

use cratify_testing::random::{Document, KEYWORDS, fixtures, json, token, word};

/// A change of one place.
#[derive(Debug, Clone)]
enum Change {
    /// Another value.
    Replace(Value),
    /// The value of another place.
    Copy(Index),
    /// A reference to another place.
    Refer(Index),
    /// The value becomes the value of a keyword, or the only element of a list there.
    Wrap(&'static str, bool),
    /// The value is gone.
    Remove,
    /// A member is added, or has another name.
    Insert(String, Value),
    Rename(Index, String),
}

/// One of the fixtures, with a few changes.
pub(crate) fn documents() -> impl Strategy<Value = Document> {
    let keyword = || proptest::sample::select(KEYWORDS.as_slice());
    let name = move || prop_oneof![2 => keyword().prop_map(str::to_owned), 1 => word()];
    let change = prop_oneof![
        2 => json().prop_map(Change::Replace),
        2 => any::<Index>().prop_map(Change::Copy),
        2 => any::<Index>().prop_map(Change::Refer),
        2 => (keyword(), any::<bool>()).prop_map(|(keyword, list)| Change::Wrap(keyword, list)),
        1 => Just(Change::Remove),
        2 => (name(), json()).prop_map(|(name, value)| Change::Insert(name, value)),
        1 => (any::<Index>(), name()).prop_map(|(member, name)| Change::Rename(member, name)),
    ];
    (any::<Index>(), vec((any::<Index>(), change), 1..6)).prop_map(|(document, changes)| {
        let mut document = document.get(fixtures()).clone();
        for (place, change) in changes {
            edit(&mut document, place, change);
        }
        Document(document)
    })
}

/// The pointers to all values.
fn places(value: &Value) -> Vec<String> {
    let mut found = Vec::new();
    let mut open = vec![(String::new(), value)];
    while let Some((pointer, value)) = open.pop() {
        match value {
            Value::Object(members) => open.extend(
                members
                    .iter()
                    .map(|(name, value)| (format!("{pointer}/{}", token(name)), value)),
            ),
            Value::Array(items) => {
                let items = items.iter().enumerate();
                open.extend(items.map(|(index, value)| (format!("{pointer}/{index}"), value)));
            }
            _ => {}
        }
        found.push(pointer);
    }
    found
}

fn edit(document: &mut Value, place: Index, change: Change) {
    let places = places(document);
    let place = place.get(&places).clone();
    let at = |other: Index| other.get(&places).clone();
    let copy = match &change {
        Change::Copy(other) => document.pointer(&at(*other)).cloned().unwrap_or_default(),
        _ => Value::Null,
    };
    if let (Change::Remove, Some((outer, token))) = (&change, place.rsplit_once('/')) {
        remove(document, outer, token);
        return;
    }
    let Some(target) = document.pointer_mut(&place) else {
        return;
    };
    match (change, target) {
        (Change::Replace(value), target) => *target = value,
        // Large documents are another test's matter.
        (Change::Copy(_), target) if copy.to_string().len() < 2_000 => *target = copy,
        (Change::Refer(other), target) => *target = json!({ "$ref": format!("#{}", at(other)) }),
        (Change::Wrap(keyword, list), target) => {
            let inner = std::mem::take(target);
            *target = if list {
                json!({ keyword: [inner] })
            } else {
                json!({ keyword: inner })
            };
        }
        (Change::Insert(name, value), Value::Object(members)) => {
            members.insert(name, value);
        }
        (Change::Insert(_, value), Value::Array(items)) => items.push(value),
        (Change::Rename(member, name), Value::Object(members)) if !members.is_empty() => {
            let names: Vec<String> = members.keys().cloned().collect();
            if let Some(value) = members.remove(member.get(&names)) {
                members.insert(name, value);
            }
        }
        _ => {}
    }
}

fn remove(document: &mut Value, outer: &str, token: &str) {
    match document.pointer_mut(outer) {
        Some(Value::Object(members)) => {
            members.shift_remove(&token.replace("~1", "/").replace("~0", "~"));
        }
        Some(Value::Array(items)) => {
            if let Ok(index) = token.parse::<usize>() {
                items.remove(index);
            }
        }
        _ => {}
    }
}
