//! Turns mistakes whose meaning is clear, in documents of any dialect, into the keywords that are meant.
//!
//! A mistake is read as it is meant, or left out where it has no effect, with a warning. To leave something
//! out only ever widens what a schema accepts. A value that could mean several things stays: the parser
//! refuses it.

mod discriminator;
mod pattern;
mod repeated;
mod types;
mod value;

use serde_json::Map;

use super::rewrite::Rewrite;
use crate::diagnostic::{Code, describe};
use crate::keyword::{self, Effect, ValueKind, effect_of};
use crate::source::{Part, Value};

/// The mend of a mistake.
#[derive(Debug)]
struct Mend {
    code: Code,
    /// The part of the keyword to point to.
    part: Part,
    /// The value to read instead; `None` to leave the keyword out.
    read: Option<Value>,
    message: String,
    label: String,
    help: String,
}

/// Mends the keywords of a schema.
pub(super) fn mend(schema: &mut Rewrite<'_>) {
    let mends = schema.members.iter().filter_map(|(name, value)| {
        let mend = mend_of(name, value, schema.members)?;
        Some((name.clone(), mend))
    });
    let mends: Vec<(String, Mend)> = mends.collect();
    for (name, mend) in mends {
        let at = (schema.at.join(&name), mend.part);
        schema
            .warnings
            .add(mend.code, at, &mend.message, &mend.label, &mend.help);
        match mend.read {
            Some(value) => schema.set(&name, value),
            None => {
                schema.ignore(&name, mend.message);
            }
        }
    }
    pattern::drop_unusable_names(schema);
}

/// Whether an object that may be a schema has a mistake.
pub(super) fn is_needed(members: &Map<String, Value>) -> bool {
    members.iter().any(|(name, value)| {
        mend_of(name, value, members).is_some()
            || (name == "patternProperties" && pattern::has_unusable_name(value))
    })
}

fn mend_of(name: &str, value: &Value, members: &Map<String, Value>) -> Option<Mend> {
    if name == "type" {
        return types::types(value, members);
    }
    if value.is_null() {
        return null(name);
    }
    match name {
        "title" | "description" | "$comment" => value::text(name, value),
        "$recursiveRef" => not_text(name, value),
        "contentSchema" => (!value.is_object() && !value.is_boolean())
            .then(|| left_out(name, value, "an object or a boolean")),
        "multipleOf" if value.as_f64() == Some(0.0) => Some(ignored(
            // The value of `1e-400` is 0; its text is shown below the message.
            if value.is_f64() {
                "`multipleOf` has no effect: in 64 bits, it is 0"
            } else {
                "`multipleOf: 0` has no effect"
            },
            "remove it, or give the step between the numbers",
        )),
        "examples" => value::examples(value),
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
            Some(ignored(
                &format!("`{name}` is an empty list"),
                &format!("remove `{name}`, or give it a value"),
            ))
        }
        "additionalProperties" | "unevaluatedProperties" => value::boolean_schema(name, value),
        "discriminator" => discriminator::discriminator(value),
        "definitions" => structural(name, value),
        // Extensions are for the rules that know them. The linker has read identifiers.
        _ if name.starts_with("x-") => None,
        _ if name.starts_with('$') => structural(name, value),
        _ => match keyword::find(name)?.kind {
            // A name of a schema, as `id` in draft-04, has been read by the linker.
            ValueKind::Text if effect_of(name).is_some() => not_text(name, value),
            ValueKind::Object => (!value.is_object()).then(|| left_out(name, value, "an object")),
            ValueKind::Pattern => pattern::pattern(value),
            ValueKind::Count => value::no_limit(name, value).or_else(|| value::number(name, value)),
            ValueKind::Number | ValueKind::PositiveNumber => value::number(name, value),
            ValueKind::Flag => value::flag(name, value),
            ValueKind::Names => repeated::names(name, value),
            ValueKind::NameLists | ValueKind::SchemaOrNamesMap => repeated::lists(name, value),
            _ => None,
        },
    }
}

/// Anything in the place of text that has a meaning.
fn not_text(name: &str, value: &Value) -> Option<Mend> {
    (!value.is_string()).then(|| left_out(name, value, "a string"))
}

/// A keyword whose value is null, as programs write unknown values.
fn null(name: &str) -> Option<Mend> {
    let allows_null = matches!(name, "const" | "default" | "example" | "examples");
    let is_keyword = effect_of(name).is_some() || name == "$recursiveRef";
    (is_keyword && !allows_null).then(|| Mend {
        label: "read as if it were not there".to_owned(),
        ..ignored(
            &format!("`{name}` is null"),
            "remove it, or give it a value",
        )
    })
}

/// A keyword that names schemas or holds them. The linker reads those with a good value alone.
fn structural(name: &str, value: &Value) -> Option<Mend> {
    let keyword = keyword::find(name).filter(|keyword| keyword.effect == Effect::Organises)?;
    let (wanted, is_good) = match keyword.kind {
        ValueKind::Text => ("a string", value.is_string()),
        ValueKind::Flag => ("`true` or `false`", value.is_boolean()),
        _ => ("an object", value.is_object()),
    };
    (!is_good).then(|| left_out(name, value, wanted))
}

/// A keyword without effect.
fn ignored(message: &str, help: &str) -> Mend {
    Mend {
        code: Code::IgnoredKeyword,
        part: Part::Key,
        read: None,
        message: message.to_owned(),
        label: "this is ignored".to_owned(),
        help: help.to_owned(),
    }
}

/// A keyword that is read as if it had another value.
fn read_as(name: &str, value: Value, message: &str, help: &str) -> Mend {
    Mend {
        label: match &value {
            Value::Array(_) | Value::Object(_) => "read as it is meant".to_owned(),
            scalar => format!("read as `{name}: {scalar}`"),
        },
        read: Some(value),
        ..ignored(message, help)
    }
}

/// A keyword that is left out, since its value is of another kind.
fn left_out(name: &str, found: &Value, wanted: &str) -> Mend {
    Mend {
        label: format!("found {}: this is ignored", describe(found)),
        ..ignored(
            &format!("`{name}` must be {wanted}"),
            &format!("write {wanted}, or remove the keyword"),
        )
    }
}
