//! Turns the names of a release into the value that its record has of them, and back.

use cratify_model::names::{Released, ReleasedMember, ReleasedType};
use serde_json::{Map, Value};

/// The value for the names of a release. Empty members are left out.
#[must_use]
pub fn to_value(names: &Released) -> Value {
    let types = names.types.iter().map(|one| {
        let mut members = Map::new();
        put(&mut members, "ident", text(&one.ident));
        put(&mut members, "space", text(&one.space));
        put(&mut members, "words", text(&one.words));
        put(&mut members, "is_named", Value::Bool(one.is_named));
        put(&mut members, "file", text(&one.file));
        put(&mut members, "pointer", text(&one.pointer));
        put(&mut members, "content", text(&one.content));
        put(&mut members, "former", texts(&one.former));
        put(&mut members, "required", texts(&one.required));
        put(&mut members, "by_name", Value::Bool(one.by_name));
        let of_type = one.members.iter().map(|member| {
            let mut members = Map::new();
            put(&mut members, "key", text(&member.key));
            put(&mut members, "ident", text(&member.ident));
            put(&mut members, "tags", texts(&member.tags));
            put(&mut members, "types", texts(&member.types));
            put(&mut members, "former", texts(&member.former));
            put(&mut members, "is_boxed", Value::Bool(member.is_boxed));
            Value::Object(members)
        });
        put(&mut members, "members", Value::Array(of_type.collect()));
        Value::Object(members)
    });
    let mut members = Map::new();
    put(&mut members, "prefix", text(&names.prefix));
    put(&mut members, "suffix", text(&names.suffix));
    put(&mut members, "types", Value::Array(types.collect()));
    Value::Object(members)
}

fn put(members: &mut Map<String, Value>, key: &str, value: Value) {
    let is_empty = match &value {
        Value::String(text) => text.is_empty(),
        Value::Array(items) => items.is_empty(),
        value => *value == Value::Bool(false),
    };
    if !is_empty {
        members.insert(key.to_owned(), value);
    }
}

fn text(text: &str) -> Value {
    Value::String(text.to_owned())
}

fn texts(texts: &[String]) -> Value {
    texts.iter().map(|one| text(one)).collect()
}

/// The names of a release from the value that its record has of them.
///
/// # Errors
///
/// The value does not consist of names, or has a name that Rust cannot have: the reason.
pub fn from_value(value: &Value) -> Result<Released, String> {
    let names = read(value).ok_or("its names are not as a release writes them")?;
    match names.fault() {
        Some(name) => Err(format!("`{}` is not a name in Rust", name.escape_debug())),
        None => Ok(names),
    }
}

fn read(value: &Value) -> Option<Released> {
    let types = list(value, "types")?.iter().map(|one| {
        let members = list(one, "members")?.iter().map(|member| {
            Some(ReleasedMember {
                key: string(member, "key")?,
                tags: strings(member, "tags")?,
                types: strings(member, "types")?,
                ident: string(member, "ident")?,
                former: strings(member, "former")?,
                is_boxed: is_true(member, "is_boxed"),
            })
        });
        Some(ReleasedType {
            file: string(one, "file")?,
            pointer: string(one, "pointer")?,
            words: string(one, "words")?,
            is_named: is_true(one, "is_named"),
            content: string(one, "content")?,
            space: string(one, "space")?,
            ident: string(one, "ident")?,
            former: strings(one, "former")?,
            required: strings(one, "required")?,
            by_name: is_true(one, "by_name"),
            members: members.collect::<Option<_>>()?,
        })
    });
    Some(Released {
        prefix: string(value, "prefix")?,
        suffix: string(value, "suffix")?,
        types: types.collect::<Option<_>>()?,
    })
}

/// Whether a value has a member that is true.
fn is_true(value: &Value, key: &str) -> bool {
    value.get(key) == Some(&Value::Bool(true))
}

/// A member that is a list; none is an empty one.
fn list<'v>(value: &'v Value, key: &str) -> Option<&'v [Value]> {
    let members = value.as_object()?;
    match members.get(key) {
        Some(list) => list.as_array().map(Vec::as_slice),
        None => Some(&[]),
    }
}

/// A member that is a string; none is an empty one.
fn string(value: &Value, key: &str) -> Option<String> {
    let members = value.as_object()?;
    match members.get(key) {
        Some(text) => text.as_str().map(str::to_owned),
        None => Some(String::new()),
    }
}

fn strings(value: &Value, key: &str) -> Option<Vec<String>> {
    let texts = list(value, key)?.iter();
    texts.map(|text| text.as_str().map(str::to_owned)).collect()
}
