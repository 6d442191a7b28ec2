//! Edits that only add something, or change texts and order: code that uses the old crate compiles with the new one.

use std::hash::{DefaultHasher, Hash, Hasher};

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{Index, select};
use serde_json::{Map, Value, json};

use super::token;

/// One edit. It changes nothing in a document that has no place for it.
#[derive(Debug, Clone)]
pub enum Addition {
    /// An optional member of an object that has members.
    Member(Index, String, Value),
    /// A value of an enum that has several.
    EnumValue(Index, Index, String),
    /// A branch of a union that has several, called after its required member.
    Branch(Index, Index, String),
    /// A named schema.
    Schema(Index, String, Value),
    /// Another description of a schema.
    Description(Index, String),
    /// Another order of members, enum values, branches and lists of names. The number decides it.
    Order(u64),
}

/// Some edits.
pub fn additions() -> impl Strategy<Value = Vec<Addition>> {
    let name = || "[a-z]{2,6}_zq|[a-z]{2,6} Zq|zq-[a-z]{2,6}";
    let type_name = "Zq[a-z]{3,8}|[A-Z][a-z]{3,8}Zq";
    let one = prop_oneof![
        4 => (any::<Index>(), name(), added()).prop_map(|(place, name, schema)| Addition::Member(place, name, schema)),
        2 => (any::<Index>(), any::<Index>(), name()).prop_map(|(place, at, value)| Addition::EnumValue(place, at, value)),
        2 => (any::<Index>(), any::<Index>(), name()).prop_map(|(place, at, name)| Addition::Branch(place, at, name)),
        2 => (any::<Index>(), type_name, added()).prop_map(|(place, name, schema)| Addition::Schema(place, name, schema)),
        1 => (any::<Index>(), ".{0,300}").prop_map(|(place, text)| Addition::Description(place, text)),
        2 => any::<u64>().prop_map(Addition::Order),
    ];
    vec(one, 1..8)
}

/// The schema of what is added. The empty object stands for a reference to a named schema.
fn added() -> impl Strategy<Value = Value> {
    select(vec![
        json!({ "type": "string" }),
        json!({ "type": ["integer", "null"], "minimum": 0 }),
        json!({ "type": "boolean", "default": true }),
        json!({ "enum": ["first", "second"] }),
        json!({ "type": "array", "items": { "type": "object", "required": ["x"], "properties": { "x": { "type": "number" } } } }),
        json!({ "type": "object", "properties": { "inner": { "type": "string", "format": "password" } } }),
        json!({ "oneOf": [{ "type": "string" }, { "type": "object", "required": ["y"], "properties": { "y": {} } }] }),
        json!({ "type": "object", "additionalProperties": { "type": "integer" } }),
        json!({}),
    ])
}

impl Addition {
    /// Edits a document.
    pub fn apply(&self, document: &mut Value) {
        match self {
            Self::Member(place, name, schema) => {
                let schema = filled(schema, document, *place);
                let is_new = !has_key(document, name);
                let target = choose_at(document, *place, can_grow);
                if let (Some(target), true) = (target, is_new) {
                    target["properties"][name] = schema;
                }
            }
            Self::EnumValue(place, at, value) => {
                let Some(target) = choose(document, *place, is_open_enum) else {
                    return;
                };
                if let Some(values) = target["enum"].as_array_mut() {
                    values.insert(at.index(values.len() + 1), json!(value));
                }
            }
            Self::Branch(place, at, name) => {
                let can_move = !names_elements(document);
                let target = choose(document, *place, |schema| {
                    ["oneOf", "anyOf"]
                        .iter()
                        .any(|keyword| is_union(schema, keyword))
                });
                let Some(target) = target else { return };
                let is_one = is_union(target, "oneOf");
                let keyword = if is_one { "oneOf" } else { "anyOf" };
                if let Some(branches) = target[keyword].as_array_mut() {
                    let count = branches.len();
                    let at = if can_move { at.index(count + 1) } else { count };
                    let branch = json!({ "type": "object", "required": [name], "properties": { name: { "type": "string" } } });
                    branches.insert(at, branch);
                }
            }
            Self::Schema(place, name, schema) => {
                let schema = filled(schema, document, *place);
                for place in NAMED {
                    if let Some(Value::Object(schemas)) = document.pointer_mut(place) {
                        schemas.entry(name.as_str()).or_insert(schema);
                        return;
                    }
                }
            }
            Self::Description(place, text) => {
                if let Some(target) = choose(document, *place, |_| true) {
                    target["description"] = json!(text);
                }
            }
            Self::Order(seed) => {
                let with_lists = !names_elements(document);
                shuffle(document, *seed, with_lists);
            }
        }
    }
}

/// Where documents have their named schemas.
pub(super) const NAMED: [&str; 3] = ["/components/schemas", "/$defs", "/definitions"];

/// One of the schemas of which a condition holds.
fn choose(
    document: &mut Value,
    place: Index,
    is_meant: impl Fn(&Value) -> bool,
) -> Option<&mut Value> {
    let is_meant =
        |document: &Value, pointer: &str| document.pointer(pointer).is_some_and(&is_meant);
    choose_at(document, place, is_meant)
}

/// One of the schemas of which, and of whose place, a condition holds.
fn choose_at(
    document: &mut Value,
    place: Index,
    is_meant: impl Fn(&Value, &str) -> bool,
) -> Option<&mut Value> {
    let pointer = choose_pointer(document, place, is_meant)?;
    document.pointer_mut(&pointer)
}

/// The pointer to one of these.
pub(super) fn choose_pointer(
    document: &Value,
    place: Index,
    is_meant: impl Fn(&Value, &str) -> bool,
) -> Option<String> {
    let mut found = schemas(document);
    found.retain(|pointer| is_meant(document, pointer));
    (!found.is_empty()).then(|| place.get(&found).clone())
}

/// Whether a schema has members and can have another optional one. Nothing is added to a branch that only optional
/// members tell from others, or in it.
fn can_grow(document: &Value, pointer: &str) -> bool {
    let schema = document.pointer(pointer).unwrap_or(&Value::Null);
    let has_members = schema["properties"]
        .as_object()
        .is_some_and(|members| !members.is_empty());
    let places = pointer
        .match_indices('/')
        .map(|(end, _)| end)
        .chain([pointer.len()]);
    has_members
        && places
            .map(|end| &pointer[..end])
            .all(|place| is_told_apart(document, place))
}

/// Whether a title, the required members or their constants tell a branch of a union from the others.
fn is_told_apart(document: &Value, pointer: &str) -> bool {
    let Some((list, _)) = pointer.rsplit_once('/') else {
        return true;
    };
    if !list.ends_with("/oneOf") && !list.ends_with("/anyOf") {
        return true;
    }
    let nearest = |branch: &Value| {
        let required = branch["required"]
            .as_array()
            .into_iter()
            .flatten()
            .filter_map(Value::as_str);
        let mut members: Vec<(String, Value)> = required
            .map(|name| (name.to_owned(), branch["properties"][name]["const"].clone()))
            .collect();
        members.sort_by(|(one, _), (other, _)| one.cmp(other));
        (branch["title"].clone(), members)
    };
    let branches = document.pointer(list).and_then(Value::as_array);
    let own = document.pointer(pointer).map(nearest);
    branches
        .into_iter()
        .flatten()
        .filter(|branch| Some(nearest(branch)) == own)
        .count()
        < 2
}

/// The pointers to the schemas whose types an edit may change: named ones, and the schemas of their members, elements
/// and branches.
fn schemas(document: &Value) -> Vec<String> {
    let mut open = Vec::new();
    let children = |open: &mut Vec<String>, place: String| match document.pointer(&place) {
        Some(Value::Object(members)) => open.extend(
            members
                .keys()
                .map(|name| format!("{place}/{}", token(name))),
        ),
        Some(Value::Array(elements)) => {
            open.extend((0..elements.len()).map(|index| format!("{place}/{index}")));
        }
        _ => {}
    };
    for place in NAMED {
        children(&mut open, place.to_owned());
    }
    let mut found = Vec::new();
    while let Some(pointer) = open.pop() {
        if !document.pointer(&pointer).is_some_and(Value::is_object) {
            continue;
        }
        for keyword in ["properties", "oneOf", "anyOf", "allOf"] {
            children(&mut open, format!("{pointer}/{keyword}"));
        }
        for keyword in ["items", "additionalProperties"] {
            open.push(format!("{pointer}/{keyword}"));
        }
        found.push(pointer);
    }
    found
}

/// The schema, or a reference to a named one in the place of an empty object.
fn filled(schema: &Value, document: &Value, place: Index) -> Value {
    let targets: Vec<String> = NAMED
        .iter()
        .flat_map(|named| {
            let schemas = document.pointer(named).and_then(Value::as_object);
            let names = schemas.into_iter().flat_map(Map::keys);
            // Other names need an encoding.
            let plain = names.filter(|name| name.chars().all(|sign| sign.is_ascii_alphanumeric()));
            plain.map(move |name| format!("#{named}/{name}"))
        })
        .collect();
    match schema {
        Value::Object(members) if members.is_empty() && !targets.is_empty() => {
            json!({ "$ref": place.get(&targets) })
        }
        schema => schema.clone(),
    }
}

/// Whether any object has a member of this name.
fn has_key(value: &Value, name: &str) -> bool {
    match value {
        Value::Object(members) => {
            members.contains_key(name) || members.values().any(|value| has_key(value, name))
        }
        Value::Array(elements) => elements.iter().any(|value| has_key(value, name)),
        _ => false,
    }
}

/// Whether a reference leads into a list, whose elements then have to keep their places.
fn names_elements(value: &Value) -> bool {
    match value {
        Value::Object(members) => members.iter().any(|(name, value)| {
            let target = if name == "$ref" { value.as_str() } else { None };
            let mut tokens = target.unwrap_or_default().split('/');
            tokens.any(|token| token.parse::<usize>().is_ok()) || names_elements(value)
        }),
        Value::Array(elements) => elements.iter().any(names_elements),
        _ => false,
    }
}

/// Whether an enum of texts has several values, and no list beside it that goes with them.
fn is_open_enum(schema: &Value) -> bool {
    let values = schema["enum"].as_array();
    let texts =
        values.is_some_and(|values| values.len() > 1 && values.iter().all(Value::is_string));
    texts && !goes_with_values(schema)
}

/// Whether a schema has a list of names or texts for its values.
fn goes_with_values(schema: &Value) -> bool {
    let members = schema.as_object();
    members.is_some_and(|members| {
        members
            .keys()
            .any(|name| name.starts_with("x-enum") || name == "x-ms-enum")
    })
}

/// Whether several branches are objects, so that there is an enum.
fn is_union(schema: &Value, keyword: &str) -> bool {
    let branches = schema[keyword].as_array();
    let branches = branches.into_iter().flatten();
    let objects =
        branches.filter(|branch| branch["type"] == "object" && branch["properties"].is_object());
    schema.get("discriminator").is_none() && objects.count() > 1
}

/// Lists whose order has no meaning.
const SETS: [&str; 5] = ["enum", "oneOf", "anyOf", "required", "type"];

fn shuffle(value: &mut Value, seed: u64, with_lists: bool) {
    let fixed = goes_with_values(value);
    match value {
        Value::Object(members) => {
            for (name, value) in members.iter_mut() {
                shuffle(value, seed, with_lists);
                if let (Value::Array(elements), true) =
                    (value, with_lists && !fixed && SETS.contains(&name.as_str()))
                {
                    elements.sort_by_cached_key(|element| place(seed, &element.to_string()));
                }
            }
            let mut all: Vec<(String, Value)> = std::mem::take(members).into_iter().collect();
            all.sort_by_cached_key(|(name, _)| place(seed, name));
            members.extend(all);
        }
        Value::Array(elements) => {
            for element in elements {
                shuffle(element, seed, with_lists);
            }
        }
        _ => {}
    }
}

/// A place for a text, which depends on nothing else than the number.
fn place(seed: u64, text: &str) -> u64 {
    let mut hasher = DefaultHasher::new();
    (seed, text).hash(&mut hasher);
    hasher.finish()
}
