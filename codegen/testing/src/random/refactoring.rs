//! Edits that change no value which a document accepts, and none of its types: only where schemas are, and which others are
//! beside them.

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::Index;
use serde_json::{Map, Value, json};

use super::addition::{NAMED, choose_pointer};

/// One edit. It changes nothing in a document that has no place for it.
#[derive(Debug, Clone)]
pub enum Refactoring {
    /// A named schema with the name of a type.
    TakeName(Index),
    /// Another name of a schema.
    Move(Index, String),
    /// A schema in the place of a reference to it.
    Inline(Index),
    /// A named schema for an inline one, and a reference in its place.
    Extract(Index, String),
}

/// Some edits.
pub fn refactorings() -> impl Strategy<Value = Vec<Refactoring>> {
    let name = || "Zr[a-z]{3,8}";
    let one = prop_oneof![
        2 => any::<Index>().prop_map(Refactoring::TakeName),
        1 => (any::<Index>(), name()).prop_map(|(place, name)| Refactoring::Move(place, name)),
        2 => any::<Index>().prop_map(Refactoring::Inline),
        2 => (any::<Index>(), name()).prop_map(|(place, name)| Refactoring::Extract(place, name)),
    ];
    vec(one, 1..6)
}

impl Refactoring {
    /// Edits a document whose types have these names.
    pub fn apply(&self, document: &mut Value, types: &[String]) {
        match self {
            Self::TakeName(place) => {
                let new: Vec<&String> = types
                    .iter()
                    .filter(|name| !is_named(document, name))
                    .collect();
                if !new.is_empty() {
                    let schema =
                        json!({ "type": "object", "properties": { "zr": { "type": "string" } } });
                    let name: &&String = place.get(&new);
                    add(document, name, schema);
                }
            }
            Self::Move(place, name) => {
                let has_tags = document.to_string().contains("\"discriminator\"");
                let old = choose_pointer(document, *place, |document, pointer| {
                    is_definition(pointer)
                        && is_plain(pointer)
                        && document.pointer(pointer).is_some_and(has_type)
                });
                let Some(old) = old.filter(|_| !has_tags && !is_named(document, name)) else {
                    return;
                };
                let Some((list, key)) = old.rsplit_once('/') else {
                    return;
                };
                let key = key.replace("~1", "/").replace("~0", "~");
                let Some(schemas) = document.pointer_mut(list).and_then(Value::as_object_mut)
                else {
                    return;
                };
                if let Some(schema) = schemas.remove(&key) {
                    schemas.insert(name.clone(), schema);
                    refer(document, &format!("#{old}"), &format!("#{list}/{name}"));
                }
            }
            Self::Inline(place) => {
                let found = choose_pointer(document, *place, |document, pointer| {
                    is_use(document, pointer) && target(document, pointer).is_some()
                });
                let Some(found) = found else { return };
                let schema = target(document, &found).cloned();
                if let (Some(mut schema), Some(place)) = (schema, document.pointer_mut(&found)) {
                    forget_former_names(&mut schema);
                    *place = schema;
                }
            }
            Self::Extract(place, name) => {
                let found = choose_pointer(document, *place, |document, pointer| {
                    is_use(document, pointer)
                        && is_plain(pointer)
                        && document.pointer(pointer).is_some_and(has_type)
                        && !leads_into(document, &format!("#{pointer}/"))
                });
                let Some(found) = found.filter(|_| !is_named(document, name)) else {
                    return;
                };
                let Some(schema) = document.pointer(&found).cloned() else {
                    return;
                };
                if let Some(list) = add(document, name, schema)
                    && let Some(place) = document.pointer_mut(&found)
                {
                    *place = json!({ "$ref": format!("#{list}/{name}") });
                }
            }
        }
    }
}

/// Removes the former names from a copy: only one type has had a name.
fn forget_former_names(schema: &mut Value) {
    match schema {
        Value::Object(members) => {
            members.remove("formerly");
            members.values_mut().for_each(forget_former_names);
        }
        Value::Array(elements) => elements.iter_mut().for_each(forget_former_names),
        _ => {}
    }
}

/// Whether the document has a named schema of this name.
fn is_named(document: &Value, name: &str) -> bool {
    let mut lists = NAMED.iter().filter_map(|list| document.pointer(list));
    lists.any(|list| list.get(name).is_some())
}

/// Adds a named schema, and returns the place of all of these.
fn add(document: &mut Value, name: &str, schema: Value) -> Option<&'static str> {
    let list = NAMED
        .into_iter()
        .find(|list| document.pointer(list).is_some_and(Value::is_object))?;
    document.pointer_mut(list)?[name] = schema;
    Some(list)
}

/// Whether a pointer leads to a named schema.
fn is_definition(pointer: &str) -> bool {
    let list = pointer.rsplit_once('/').map(|(list, _)| list);
    list.is_some_and(|list| NAMED.contains(&list))
}

/// Whether references spell a pointer as it is.
fn is_plain(pointer: &str) -> bool {
    let mut signs = pointer.chars();
    signs.all(|sign| sign.is_ascii_alphanumeric() || "/_-.".contains(sign))
}

/// Whether a schema is a member, an element or a branch: where a reference may stand as well as what it leads to. A tag of a
/// `discriminator` may be the name of a schema.
fn is_use(document: &Value, pointer: &str) -> bool {
    let Some((around, last)) = pointer.rsplit_once('/') else {
        return false;
    };
    if last == "items" && !is_definition(pointer) {
        return true;
    }
    let (owner, keyword) = around.rsplit_once('/').unwrap_or_default();
    let owner = document.pointer(owner);
    let has_tags = owner.is_some_and(|owner| owner.get("discriminator").is_some());
    match keyword {
        "properties" => !is_definition(around),
        "oneOf" | "anyOf" => !has_tags,
        _ => false,
    }
}

/// Whether a schema is an object with members, or an enum of strings: something that has a type of its own anywhere.
fn has_type(schema: &Value) -> bool {
    let members = schema["properties"].as_object();
    let has_members =
        schema["type"] == "object" && members.is_some_and(|members| !members.is_empty());
    let values = schema["enum"].as_array();
    let is_enum = schema["type"] == "string"
        && values.is_some_and(|values| values.len() > 1 && values.iter().all(Value::is_string));
    let others = [
        "allOf",
        "oneOf",
        "anyOf",
        "discriminator",
        "nullable",
        "$id",
        "x-nullable",
    ];
    (has_members || is_enum) && !others.iter().any(|key| schema.get(key).is_some())
}

/// The named schema to which a reference without other keywords leads, if it can stand in its place.
fn target<'d>(document: &'d Value, pointer: &str) -> Option<&'d Value> {
    let reference: &Map<String, Value> = document.pointer(pointer)?.as_object()?;
    let [(_, Value::String(target))] = &reference.iter().collect::<Vec<_>>()[..] else {
        return None;
    };
    let place = target
        .strip_prefix('#')
        .filter(|place| is_definition(place))?;
    let schema = document.pointer(place).filter(|schema| has_type(schema))?;
    let is_recursive = schema.to_string().contains(&**target);
    (reference.contains_key("$ref") && !is_recursive).then_some(schema)
}

/// Whether a reference leads to a place below a pointer.
fn leads_into(value: &Value, start: &str) -> bool {
    match value {
        Value::Object(members) => members.values().any(|value| leads_into(value, start)),
        Value::Array(elements) => elements.iter().any(|value| leads_into(value, start)),
        Value::String(text) => text.starts_with(start),
        _ => false,
    }
}

/// Lets references to a place, and to what is below it, lead to another one.
fn refer(value: &mut Value, old: &str, new: &str) {
    match value {
        Value::Object(members) => members
            .values_mut()
            .for_each(|value| refer(value, old, new)),
        Value::Array(elements) => elements.iter_mut().for_each(|value| refer(value, old, new)),
        Value::String(text) => {
            let rest = text.strip_prefix(old);
            if let Some(rest) = rest.filter(|rest| rest.is_empty() || rest.starts_with('/')) {
                *text = format!("{new}{rest}");
            }
        }
        _ => {}
    }
}
