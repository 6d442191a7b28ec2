//! Writes doc comments: the document's text, the constraints, and an example that runs. Where the
//! document says nothing, a line is derived from the schema.

mod derived;
mod example;

use super::context::Context;
use crate::text::{
    CodeSpan, DocLines, Sentence, UNSTABLE, filled_in, phrase_of_direction, phrases, sentence,
};
use cratify_model::model::{
    Constraints, Docs, Field, Presence, Secrecy, Type, TypeDef, TypeId, TypeKind, Variant,
};
use cratify_schema::document::Usage;
use cratify_schema::source::Value;

/// The number of examples in the docs of a field.
const MOST_EXAMPLES: usize = 3;

/// The length of a value in the docs, in characters.
const LONGEST_VALUE: usize = 200;

/// The docs of a secret.
const SENSITIVE: &str = "Sensitive: neither `Debug` nor an error shows the value.";

/// The docs of members that requests do not set.
const READ_ONLY: &str = "Read-only: the server sets it.";

/// The docs of members that responses do not have.
const WRITE_ONLY: &str = "Write-only: responses do not have it.";

/// The docs of the variant for values that the schema does not list.
pub(super) const UNLISTED: &str = "A value that this version of the schema does not list.";

/// The first lines of the docs of a type.
pub(super) fn type_summary(context: &Context<'_>, def: &TypeDef) -> DocLines {
    match &def.usage {
        Some(usage) => usage_docs(usage, &def.docs),
        None => {
            summary(&def.docs).unwrap_or_else(|| DocLines::of(derived::type_line(context, def)))
        }
    }
}

/// The docs of a type.
pub(super) fn type_docs(context: &Context<'_>, id: TypeId, def: &TypeDef) -> DocLines {
    let mut lines = type_summary(context, def);
    add_title(&mut lines, &def.docs, &def.wire_name);
    if let Some(direction) = &def.direction {
        lines.sentence(phrase_of_direction(direction));
    }
    if def.is_unstable {
        lines.sentence(UNSTABLE);
    }
    if let TypeKind::Constant(constant) = &def.kind {
        if summary(&def.docs).is_some() {
            lines.sentence(derived::constant_line(constant));
        }
        if let Some(about) = &constant.docs.description {
            lines.markdown(about);
        }
    }
    add_flags(&mut lines, &def.docs);
    add_constraints(context, &mut lines, &def.all_constraints());
    add_default(&mut lines, &def.docs);
    if def.secrecy == Secrecy::Whole {
        lines.sentence(SENSITIVE);
    }
    add_external(&mut lines, &def.docs);
    if let Some(example) = example::of(context, id, def) {
        lines.sentence("# Example");
        lines.example(&example, "Ok::<(), serde_json::Error>(())");
    }
    lines.sentence(sentence!["Schema: ", CodeSpan::new(context.place(&def.at))]);
    lines
}

/// The documentation of the schema and of the operation, and the use in the operation.
fn usage_docs(usage: &Usage, docs: &Docs) -> DocLines {
    let mut lines = DocLines::default();
    for text in usage.texts(docs.about()) {
        lines.markdown(text);
    }
    lines
}

/// The docs of a field.
pub(super) fn field_docs(context: &Context<'_>, field: &Field) -> DocLines {
    let described = summary(&field.docs);
    let is_derived = described.is_none();
    let mut lines = described.unwrap_or_else(|| DocLines::of(derived::field_line(context, field)));
    add_title(&mut lines, &field.docs, &field.wire_name);
    add_flags(&mut lines, &field.docs);
    if field.presence == Presence::Defaulted {
        lines.sentence(filled_in(context.model, field));
    }
    if field.slot.has_secret() {
        lines.sentence(SENSITIVE);
    }
    if field.under_condition {
        lines.sentence("Other members decide which values are valid.");
    }
    if field.presence == Presence::NullOrAbsent {
        lines.sentence(match field.slot.ty {
            Type::Option(_) => "`None` is absent, `Some(None)` is null.",
            _ => "`None` is absent; null is a value.",
        });
    }
    if !is_derived {
        add_constraints(context, &mut lines, &field.slot.constraints);
    }
    if let Type::List(item) = field.slot.ty.non_null() {
        add_constraints_of(context, &mut lines, "Each element: ", &item.constraints);
    }
    if let Type::Map(_, value) = field.slot.ty.non_null() {
        add_constraints_of(context, &mut lines, "Each value: ", &value.constraints);
    }
    if field.presence != Presence::Defaulted {
        add_default(&mut lines, &field.docs);
    }
    add_examples(&mut lines, &field.docs);
    add_external(&mut lines, &field.docs);
    lines
}

/// The docs of a variant for a value.
pub(super) fn value_docs(value: &str, docs: &Docs) -> DocLines {
    let mut lines = DocLines::default();
    let value = CodeSpan::new(value);
    let description = docs.description.as_deref();
    if description.is_some_and(|text| lines.markdown(text)) {
        lines.sentence(sentence!["In JSON: ", value]);
    } else {
        lines.sentence(sentence![value]);
    }
    lines
}

/// The docs of a variant of a union.
pub(super) fn variant_docs(context: &Context<'_>, variant: &Variant) -> DocLines {
    let described = summary(&variant.docs);
    let mut lines =
        described.unwrap_or_else(|| DocLines::of(derived::variant_line(context, variant)));
    match &variant.tags[..] {
        [] => {}
        tags => {
            let tags = Sentence::join(tags.iter().map(CodeSpan::new), ", ");
            lines.sentence(sentence!["Tag: ", tags]);
        }
    }
    let name = match &variant.slot.ty {
        Type::Named(id) => &context.model[*id].wire_name,
        _ => "",
    };
    add_title(&mut lines, &variant.docs, name);
    add_external(&mut lines, &variant.docs);
    if variant.slot.has_secret() {
        lines.sentence(SENSITIVE);
    }
    add_constraints(context, &mut lines, &variant.slot.constraints);
    lines
}

/// The text of the document, if it has any that can be shown.
fn summary(docs: &Docs) -> Option<DocLines> {
    let mut lines = DocLines::default();
    let is_described = docs.about().is_some_and(|text| lines.markdown(text));
    is_described.then_some(lines)
}

fn add_flags(lines: &mut DocLines, docs: &Docs) {
    if docs.read_only {
        lines.sentence(READ_ONLY);
    }
    if docs.write_only {
        lines.sentence(WRITE_ONLY);
    }
}

fn add_constraints(context: &Context<'_>, lines: &mut DocLines, constraints: &Constraints) {
    add_constraints_of(context, lines, "Constraints: ", constraints);
}

fn add_constraints_of(
    context: &Context<'_>,
    lines: &mut DocLines,
    what: &'static str,
    constraints: &Constraints,
) {
    let phrases = phrases(&context.constraints.keywords(constraints));
    if !phrases.is_empty() {
        lines.sentence(sentence![what, Sentence::join(phrases, ", "), "."]);
    }
}

fn add_default(lines: &mut DocLines, docs: &Docs) {
    if let Some(default) = docs.default.as_ref().filter(|default| !default.is_null()) {
        lines.sentence(sentence!["Default: ", shown(default)]);
    }
}

/// The title, where the description has taken its place.
fn add_title(lines: &mut DocLines, docs: &Docs, name: &str) {
    if let Some(title) = docs.heading(name) {
        lines.sentence(sentence!["Title: ", Sentence::plain(title)]);
    }
}

fn add_examples(lines: &mut DocLines, docs: &Docs) {
    let examples = docs.examples.iter().filter(|example| !example.is_null());
    let mut shown: Vec<CodeSpan> = examples.take(MOST_EXAMPLES).map(shown).collect();
    match shown.len() {
        0 => {}
        1 => lines.sentence(sentence!["Example: ", shown.remove(0)]),
        _ => lines.sentence(sentence!["Examples: ", Sentence::join(shown, ", ")]),
    }
}

fn add_external(lines: &mut DocLines, docs: &Docs) {
    if let Some((url, about)) = &docs.external_docs {
        lines.sentence(Sentence::link(about.as_deref().unwrap_or("See also"), url));
    }
}

/// A value as docs show it, cut where it gets long.
fn shown(value: &Value) -> CodeSpan {
    let text = value.to_string();
    if text.chars().count() <= LONGEST_VALUE {
        return CodeSpan::new(text);
    }
    let start: String = text.chars().take(LONGEST_VALUE).collect();
    CodeSpan::new(format!("{start}…"))
}
