//! Small mistakes that leave no doubt what is meant, in every dialect: what is written is read as it
//! is meant, or left out where it says nothing, with a warning.
//!
//! What is left out only ever widens what is accepted. A value that could mean several things stays as
//! it is, and the reader of schemas refuses it.

use serde_json::{Map, json};

use super::node::Node;
use crate::diagnostic::Code;
use crate::keyword::{self, DEFAULT_MAPPING, Effect, Form, JsonType, TypeSet, asserts, effect_of};
use crate::parse::{describe, examine_pattern};
use crate::source::Value;

/// What becomes of a mistake.
#[derive(Debug)]
struct Mend {
    code: Code,
    /// What is read instead; nothing where the keyword is left out.
    read: Option<Value>,
    message: String,
    label: String,
    help: String,
}

/// Mends the keywords of a schema.
pub(super) fn mend(node: &mut Node<'_>) {
    let found: Vec<(String, Mend)> = node
        .members
        .iter()
        .filter_map(|(name, value)| Some((name.clone(), mend_of(name, value, node.members)?)))
        .collect();
    for (name, mend) in found {
        let at = node.at.join(&name);
        node.findings
            .add(mend.code, at, &mend.message, &mend.label, &mend.help);
        match mend.read {
            Some(value) => node.set(&name, value),
            None => {
                node.ignore(&name, mend.message);
            }
        }
    }
    patterns_of_names(node);
}

/// Whether an object that may be a schema has something to mend.
pub(super) fn is_needed(members: &Map<String, Value>) -> bool {
    members.iter().any(|(name, value)| {
        mend_of(name, value, members).is_some()
            || (name == "patternProperties" && has_unusable_name(value))
    })
}

fn mend_of(name: &str, value: &Value, members: &Map<String, Value>) -> Option<Mend> {
    if name == "type" {
        return types(value, members);
    }
    if value.is_null() {
        return null(name);
    }
    match name {
        "title" | "description" | "$comment" => text(name, value),
        "format" => (!value.is_string()).then(|| left_out(name, value, "a string")),
        "multipleOf" if value.as_f64() == Some(0.0) => Some(Mend {
            code: Code::IgnoredKeyword,
            read: None,
            message: "`multipleOf: 0` says nothing".to_owned(),
            label: "this is ignored".to_owned(),
            help: "remove it, or give the step between the numbers".to_owned(),
        }),
        "examples" if !value.is_array() && !value.is_object() => Some(read_as(
            name,
            json!([value]),
            "`examples` must be a list",
            "write it as a list, or use `example`",
        )),
        "externalDocs" => (!value.is_object()).then(|| left_out(name, value, "an object")),
        "oneOf"
        | "anyOf"
        | "allOf"
        | "properties"
        | "patternProperties"
        | "$defs"
        | "definitions"
        | "dependentSchemas"
        | "discriminator"
        | "items"
        | "additionalProperties"
            if value.as_array().is_some_and(Vec::is_empty) =>
        {
            Some(Mend {
                code: Code::IgnoredKeyword,
                read: None,
                message: format!("`{name}` is an empty list"),
                label: "this is ignored".to_owned(),
                help: format!("remove `{name}`, or say something in it"),
            })
        }
        "additionalProperties" | "unevaluatedProperties" => boolean_schema(name, value),
        "discriminator" => discriminator(value),
        // What an extension says is left to the rules of the dialect that knows it; identifiers were
        // read before.
        _ if name.starts_with("x-") || name.starts_with('$') => None,
        _ => match keyword::find(name)?.form {
            Form::Pattern => pattern(value),
            Form::Count => no_limit(name, value).or_else(|| number(name, value)),
            Form::Number | Form::PositiveNumber => number(name, value),
            Form::Flag => flag(name, value),
            _ => None,
        },
    }
}

/// A keyword that is there and has no value, as programs write what they do not know.
fn null(name: &str) -> Option<Mend> {
    let is_value = matches!(name, "const" | "default" | "example" | "examples");
    (effect_of(name).is_some() && !is_value).then(|| Mend {
        code: Code::IgnoredKeyword,
        read: None,
        message: format!("`{name}` is null"),
        label: "read as if it were not there".to_owned(),
        help: "remove it, or give it a value".to_owned(),
    })
}

/// Words that other languages have for the types of JSON, and null without quotes.
fn types(value: &Value, members: &Map<String, Value>) -> Option<Mend> {
    let help =
        "the types are `null`, `boolean`, `integer`, `number`, `string`, `array` and `object`";
    match value {
        Value::Null if members.keys().any(|name| name != "type" && asserts(name)) => null("type"),
        Value::Null => Some(read_as(
            "type",
            "null".into(),
            "null is not a word",
            "put the word in quotes: `'null'`",
        )),
        Value::String(word) => {
            let message = format!("`{word}` is not a JSON type");
            let mut meant = meant_by(word)?.iter();
            Some(match (meant.next(), meant.next()) {
                (Some(only), None) => read_as("type", only.as_str().into(), &message, help),
                _ => Mend {
                    code: Code::IgnoredKeyword,
                    read: None,
                    message,
                    label: "read as if there were no `type`".to_owned(),
                    help: "remove `type` to accept any JSON value".to_owned(),
                },
            })
        }
        Value::Array(words) if words.iter().any(Value::is_null) => {
            let words = words.iter().map(|word| match word {
                Value::Null => "null".into(),
                word => word.clone(),
            });
            Some(read_as(
                "type",
                words.collect(),
                "null is not a word",
                "put the word in quotes: `'null'`",
            ))
        }
        _ => None,
    }
}

/// The JSON types that a word of another language means, if it can mean nothing else.
fn meant_by(word: &str) -> Option<TypeSet> {
    let lower = word.to_ascii_lowercase();
    Some(TypeSet::only(match lower.as_str() {
        "int" | "int32" | "int64" | "long" => JsonType::Integer,
        "float" | "double" | "decimal" => JsonType::Number,
        "bool" => JsonType::Boolean,
        "str" | "text" | "date" | "datetime" | "date-time" | "uuid" | "guid" | "email" | "uri"
        | "url" | "file" | "binary" | "password" => JsonType::String,
        "map" | "dict" | "dictionary" | "hash" => JsonType::Object,
        "any" | "mixed" => return Some(TypeSet::ALL),
        // `String` and its kind.
        lower if lower != word => JsonType::parse(lower)?,
        _ => return None,
    }))
}

fn text(name: &str, value: &Value) -> Option<Mend> {
    match value {
        Value::String(_) => None,
        Value::Number(_) | Value::Bool(_) => Some(read_as(
            name,
            value.to_string().into(),
            &format!("`{name}` must be a string"),
            "quote it",
        )),
        _ => Some(left_out(name, value, "a string")),
    }
}

fn pattern(value: &Value) -> Option<Mend> {
    let Value::String(text) = value else {
        return Some(left_out("pattern", value, "a string"));
    };
    let (message, fault) = unusable("`pattern`", text)?;
    Some(Mend {
        code: Code::InvalidPattern,
        read: None,
        message,
        label: fault.0,
        help: fault.1,
    })
}

/// Why strict reading cannot hold text against a pattern: what is said, and where and how to mend it.
fn unusable(what: &str, text: &str) -> Option<(String, (String, String))> {
    let fault = examine_pattern(text).filter(|fault| !fault.is_usable)?;
    let kind = if fault.is_broken {
        "is not a regular expression"
    } else {
        "is a regular expression that strict reading cannot use"
    };
    Some((
        format!("{what} {kind}: it is ignored"),
        (fault.what, fault.help),
    ))
}

/// A length below zero: no limit, as many programs write it.
fn no_limit(name: &str, value: &Value) -> Option<Mend> {
    (value.as_f64()? < 0.0).then(|| Mend {
        code: Code::IgnoredKeyword,
        read: None,
        message: format!("`{name}` is below zero"),
        label: "read as no limit".to_owned(),
        help: "remove it".to_owned(),
    })
}

fn number(name: &str, value: &Value) -> Option<Mend> {
    let text = value.as_str()?;
    let number: serde_json::Number = text.trim().parse().ok()?;
    Some(read_as(
        name,
        Value::Number(number),
        &format!("`{name}` must be a number"),
        "remove the quotes",
    ))
}

/// Words for yes and no. What says why something is deprecated says that it is.
fn flag(name: &str, value: &Value) -> Option<Mend> {
    let said = match value {
        Value::Bool(_) => return None,
        Value::String(word) => match word.to_ascii_lowercase().as_str() {
            "true" | "yes" | "on" | "y" => Some(true),
            "false" | "no" | "off" | "n" | "" => Some(false),
            _ => None,
        },
        _ => None,
    };
    let said = said.or((name == "deprecated" && !value.is_number()).then_some(true));
    Some(match said {
        Some(said) => read_as(
            name,
            said.into(),
            &format!("`{name}` must be `true` or `false`"),
            &format!("write `{said}`"),
        ),
        None if effect_of(name) == Some(Effect::Documents) => {
            left_out(name, value, "`true` or `false`")
        }
        None => return None,
    })
}

fn boolean_schema(name: &str, value: &Value) -> Option<Mend> {
    let said = match value.as_str()? {
        "true" => true,
        "false" => false,
        _ => return None,
    };
    Some(read_as(
        name,
        said.into(),
        &format!("`{name}` must be an object or a boolean"),
        "remove the quotes",
    ))
}

/// The form of Swagger 2.0, and what names no member or no schema.
fn discriminator(value: &Value) -> Option<Mend> {
    let help = "name the member that tells the branches apart: `propertyName: type`";
    let members = match value {
        Value::String(name) => {
            return Some(read_as(
                "discriminator",
                json!({ "propertyName": name }),
                "`discriminator` must be an object",
                help,
            ));
        }
        Value::Object(members) => members,
        other => return Some(left_out("discriminator", other, "an object")),
    };
    if !members.get("propertyName").is_some_and(Value::is_string) {
        return Some(Mend {
            code: Code::IgnoredKeyword,
            read: None,
            message: "`discriminator` has no `propertyName`".to_owned(),
            label: "this is ignored".to_owned(),
            help: help.to_owned(),
        });
    }
    let mut members = members.clone();
    let mut message = None;
    if let Some(mapping) = members.get_mut("mapping") {
        let mut entries = mapping.as_object().cloned().unwrap_or_default();
        let count = entries.len();
        entries.retain(|_, target| target.is_string());
        if !mapping.is_object() || entries.len() != count {
            message = Some("each entry of `mapping` must be a string");
        }
        *mapping = Value::Object(entries);
    }
    if members
        .get(DEFAULT_MAPPING)
        .is_some_and(|target| !target.is_string())
    {
        members.shift_remove(DEFAULT_MAPPING);
        message = message.or(Some("`defaultMapping` must be a string"));
    }
    message.map(|message| Mend {
        code: Code::IgnoredKeyword,
        read: Some(Value::Object(members)),
        message: message.to_owned(),
        label: "what is not is ignored".to_owned(),
        help: "give the name of a schema, or a reference to it".to_owned(),
    })
}

/// Leaves out the patterns that are of no use among the names of `patternProperties`. Which other
/// members there are is not known then, so nothing is said of those either.
fn patterns_of_names(node: &mut Node<'_>) {
    let Some(Value::Object(patterns)) = node.members.get("patternProperties") else {
        return;
    };
    let found: Vec<_> = patterns
        .keys()
        .filter_map(|name| Some((name.clone(), unusable("this name", name)?)))
        .collect();
    if found.is_empty() {
        return;
    }
    let mut patterns = patterns.clone();
    let place = node.at.join("patternProperties");
    for (name, (message, (label, help))) in found {
        patterns.shift_remove(&name);
        let at = place.join(&name);
        node.findings
            .add(Code::InvalidPattern, at, &message, &label, &help);
        for keyword in ["additionalProperties", "unevaluatedProperties"] {
            node.ignore(keyword, message.as_str());
        }
    }
    node.set("patternProperties", Value::Object(patterns));
}

fn has_unusable_name(patterns: &Value) -> bool {
    let names = patterns.as_object().into_iter().flatten();
    names
        .into_iter()
        .any(|(name, _)| unusable("", name).is_some())
}

fn read_as(name: &str, value: Value, message: &str, help: &str) -> Mend {
    Mend {
        code: Code::IgnoredKeyword,
        label: match &value {
            Value::Array(_) | Value::Object(_) => "read as it is meant".to_owned(),
            scalar => format!("read as `{name}: {scalar}`"),
        },
        read: Some(value),
        message: message.to_owned(),
        help: help.to_owned(),
    }
}

fn left_out(name: &str, found: &Value, wanted: &str) -> Mend {
    Mend {
        code: Code::IgnoredKeyword,
        read: None,
        message: format!("`{name}` must be {wanted}"),
        label: format!("found {}: this is ignored", describe(found)),
        help: format!("give {wanted} here, or remove the keyword"),
    }
}
