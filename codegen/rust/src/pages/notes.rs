//! Writes the notes of a page beside the shape of a value: constraints, defaults, examples, read-only and write-only.

use crate::emit::Context;
use crate::text::{Sentence, UNSTABLE, filled_in, phrase_of_direction, phrases};
use cratify_model::markdown;
use cratify_model::model::{
    Constraints, Docs, Field, Model, Presence, Secrecy, Type, TypeDef, TypeKind, Variant,
};
use cratify_schema::source::Value;
use cratify_schema::text::in_code;

/// The note of a secret.
const SENSITIVE: &str = "Sensitive: neither `Debug` nor an error shows the value.";

/// The note of members that requests do not set.
const READ_ONLY: &str = "Read-only: the server sets it.";
/// The note of members that responses do not have.
const WRITE_ONLY: &str = "Write-only: responses do not have it.";

/// The length of an example in a table, in characters.
const LONGEST_EXAMPLE: usize = 60;
/// The length of a default, in characters.
const LONGEST_DEFAULT: usize = 120;

/// The notes of a type, a line each.
pub(super) fn of_type(context: &Context<'_>, def: &TypeDef) -> Vec<String> {
    let mut notes = Vec::new();
    let direction = def.direction.as_ref().map(phrase_of_direction);
    notes.extend(direction.map(|phrase| phrase.as_str().to_owned()));
    if def.is_unstable {
        notes.push(UNSTABLE.to_owned());
    }
    notes.extend(constraints_note(
        context,
        "Constraints",
        &def.all_constraints(),
    ));
    if let TypeKind::Newtype(slot) = &def.kind {
        notes.extend(inner_note(context, &slot.ty));
    }
    notes.extend(default_note(&def.docs));
    if def.docs.read_only {
        notes.push(READ_ONLY.to_owned());
    }
    if def.docs.write_only {
        notes.push(WRITE_ONLY.to_owned());
    }
    if def.secrecy == Secrecy::Whole {
        notes.push(SENSITIVE.to_owned());
    }
    notes.extend(external_note(&def.docs));
    notes
}

/// The description of a field with its notes, for a cell.
pub(super) fn of_field(context: &Context<'_>, field: &Field) -> String {
    let docs = &field.docs;
    let mut notes: Vec<String> = Vec::new();
    if docs.deprecated {
        notes.push("**Deprecated.**".to_owned());
    }
    notes.extend(about(docs));
    notes.extend(constraints_note(
        context,
        "Constraints",
        &field.slot.constraints,
    ));
    notes.extend(inner_note(context, &field.slot.ty));
    match field.presence {
        Presence::Defaulted => {
            if let Some(value) = only_value(context.model, &field.slot.ty)
                && !is_named(docs, &value)
            {
                notes.push(format!("Always {}.", in_code(&value)));
            }
            notes.push(filled_in(context.model, field).to_owned());
        }
        Presence::Fixed => notes.push(match only_value(context.model, &field.slot.ty) {
            Some(value) => format!("Always {}; `new` fills it in.", in_code(&value)),
            None => "`new` fills it in.".to_owned(),
        }),
        Presence::Required
        | Presence::Optional
        | Presence::NullRecorded
        | Presence::NullOrAbsent => {
            notes.extend(default_note(docs));
        }
    }
    if docs.read_only {
        notes.push(READ_ONLY.to_owned());
    }
    if docs.write_only {
        notes.push(WRITE_ONLY.to_owned());
    }
    if field.slot.has_secret() {
        notes.push(SENSITIVE.to_owned());
    }
    notes.extend(external_note(docs));
    notes.join("<br>")
}

/// Whether a description names a value.
fn is_named(docs: &Docs, value: &str) -> bool {
    let value = value.trim_matches('"');
    docs.about().is_some_and(|about| about.contains(value))
}

/// The value of a type that has just one, in JSON.
fn only_value(model: &Model, ty: &Type) -> Option<String> {
    let Type::Named(id) = ty else {
        return None;
    };
    match &model[model.resolve_alias(*id)].kind {
        TypeKind::Constant(constant) => Some(json(&constant.value.to_json())),
        TypeKind::StringEnum(values) => values
            .values
            .first()
            .map(|value| json(&Value::from(value.value.as_str()))),
        TypeKind::ValueEnum(values) => values.values.first().map(|value| json(&value.value)),
        _ => None,
    }
}

/// The description of a variant, for a cell.
pub(super) fn of_variant(context: &Context<'_>, variant: &Variant) -> String {
    let docs = &variant.docs;
    let mut notes: Vec<String> = Vec::new();
    if docs.deprecated {
        notes.push("**Deprecated.**".to_owned());
    }
    notes.extend(about(docs));
    notes.extend(constraints_note(
        context,
        "Constraints",
        &variant.slot.constraints,
    ));
    notes.join("<br>")
}

/// The description in one line, if it has anything to show.
fn about(docs: &Docs) -> Option<String> {
    let line = docs.about().map(markdown::line);
    line.filter(|line| !line.is_empty())
}

/// The constraints of one value, in words.
pub(super) fn constraints_note(
    context: &Context<'_>,
    what: &str,
    constraints: &Constraints,
) -> Option<String> {
    let phrases = phrases(&context.constraints.keywords(constraints));
    let phrases: Vec<&str> = phrases.iter().map(Sentence::as_str).collect();
    (!phrases.is_empty()).then(|| format!("{what}: {}.", phrases.join(", ")))
}

/// The constraints of what a list or a map contains.
fn inner_note(context: &Context<'_>, ty: &Type) -> Option<String> {
    match ty.non_null() {
        Type::List(item) => constraints_note(context, "Each element", &item.constraints),
        Type::Map(_, value) => constraints_note(context, "Each value", &value.constraints),
        _ => None,
    }
}

fn default_note(docs: &Docs) -> Option<String> {
    let default = docs.default.as_ref().filter(|default| !default.is_null())?;
    Some(format!(
        "Default: {}.",
        in_code(&cut(&default.to_string(), LONGEST_DEFAULT))
    ))
}

fn external_note(docs: &Docs) -> Option<String> {
    let (url, about) = docs.external_docs.as_ref()?;
    Some(markdown::link(about.as_deref().unwrap_or("See also"), url))
}

/// The first example as JSON, for a cell.
pub(super) fn example(docs: &Docs) -> String {
    let example = docs.examples.iter().find(|example| !example.is_null());
    example
        .map(|example| in_code(&cut(&json(example), LONGEST_EXAMPLE)))
        .unwrap_or_default()
}

/// A value in one line of JSON.
pub(super) fn json(value: &Value) -> String {
    value.to_string()
}

/// The text, cut at a length.
fn cut(text: &str, longest: usize) -> String {
    match text.char_indices().nth(longest) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.to_owned(),
    }
}
