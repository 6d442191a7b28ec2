//! Doc comments: what the document says, what constraints ask for, and an example that runs.

use super::{Context, tree};
use crate::text::{CodeSpan, DocLines, RawStringLiteral, Rust, Sentence, json, phrases, sentence};
use cratify_model::analyze::sample;
use cratify_model::model::{
    Constraints, Docs, Field, Presence, Secrecy, Type, TypeDef, TypeId, TypeKind, Variant,
};
use cratify_schema::document::Usage;
use cratify_schema::source::Value;

/// How many examples the docs of a member show.
const MOST_EXAMPLES: usize = 3;

/// How long a value is that docs show, in characters.
const LONGEST_VALUE: usize = 200;

/// What is said of a value that is not shown.
const SENSITIVE: &str = "It is sensitive: `Debug` and the errors of reading it do not show it.";

/// What is said of the variant that keeps a value that is not listed.
pub(super) const UNLISTED: [&str; 2] = [
    "A value that the schema did not list when this crate was made. It is written back as",
    "it was read.",
];

/// What the docs of a type begin with: what the document says of it.
pub(super) fn type_summary(context: &Context<'_>, id: TypeId, def: &TypeDef) -> DocLines {
    let ident = CodeSpan::new(&context.names[id].ident);
    let fallback = match &def.kind {
        TypeKind::Struct(_) => sentence!["The object ", ident, "."],
        TypeKind::StringEnum(_) | TypeKind::ValueEnum(_) => sentence!["The values of ", ident, "."],
        TypeKind::Union(_) => sentence!["One of the things that ", ident, " can be."],
        TypeKind::Newtype(_) | TypeKind::Alias(_) => sentence!["The value ", ident, "."],
        TypeKind::Extern(replaced) => see(&replaced.extern_type.path),
        TypeKind::Never => "What no JSON value satisfies: there is no value of this type.".into(),
    };
    match &def.usage {
        Some(usage) => usage_docs(usage, &def.docs),
        None => summary(&def.docs, fallback),
    }
}

/// The docs of a type.
pub(super) fn type_docs(context: &Context<'_>, id: TypeId, def: &TypeDef) -> DocLines {
    let mut lines = type_summary(context, id, def);
    add_title(&mut lines, &def.docs, &def.wire_name);
    if def.docs.read_only {
        lines.sentence("The server sets this value; it is ignored in requests.");
    }
    if def.docs.write_only {
        lines.sentence("This value is for requests; responses leave it out.");
    }
    add_constraints(context, &mut lines, &def.all_constraints());
    add_default(&mut lines, &def.docs);
    if def.secrecy == Secrecy::Whole {
        lines.sentence(SENSITIVE);
    }
    add_external(&mut lines, &def.docs);
    if let Some(example) = example(context, id, def) {
        lines.sentence("# Example");
        lines.example(&example, "Ok::<(), serde_json::Error>(())");
    }
    let schema = format!("{}#{}", context.file(def.at.file), def.at.pointer);
    lines.sentence(sentence!["Schema: ", CodeSpan::new(schema)]);
    lines
}

/// What the schema says, what the operation says of it, and what it is for there.
fn usage_docs(usage: &Usage, docs: &Docs) -> DocLines {
    let mut lines = DocLines::default();
    for text in usage.texts(docs.about()) {
        lines.markdown(text);
    }
    lines
}

/// The docs of a field.
pub(super) fn field_docs(context: &Context<'_>, field: &Field) -> DocLines {
    let mut lines = summary(
        &field.docs,
        sentence!["The member ", CodeSpan::new(&field.wire_name), "."],
    );
    add_title(&mut lines, &field.docs, &field.wire_name);
    let mut notes = Vec::new();
    if field.docs.read_only {
        notes.push("The server sets this member; it is ignored in requests.");
    }
    if field.docs.write_only {
        notes.push("This member is for requests; responses leave it out.");
    }
    if field.presence == Presence::Defaulted {
        notes.push("It fills itself in where it is absent, and is always written.");
    }
    if field.slot.has_secret() {
        notes.push(SENSITIVE);
    }
    if field.under_condition {
        notes.push("What it may be depends on other members.");
    }
    if field.presence == Presence::NullOrAbsent {
        notes.push(match field.slot.ty {
            Type::Option(_) => "Absent is `None`, null is `Some(None)`.",
            _ => "Absent is `None`; null is a value like any other.",
        });
    }
    for note in notes {
        lines.sentence(note);
    }
    add_constraints(context, &mut lines, &field.slot.constraints);
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

/// The docs of a variant that stands for a value.
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
    let fallback = match &variant.slot.ty {
        Type::Named(id) => match context.model[*id].kind {
            TypeKind::Extern(ref replaced) => see(&replaced.extern_type.path),
            _ => sentence!["See [`", Rust::path(&context.called(*id)), "`]."],
        },
        other => sentence!["A ", kind(other), "."],
    };
    let mut lines = summary(&variant.docs, fallback);
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

/// Where else to look.
fn see(path: &str) -> Sentence {
    sentence!["See ", CodeSpan::new(path), "."]
}

fn kind(ty: &Type) -> &'static str {
    match ty {
        Type::Any => "JSON value",
        Type::Object | Type::Map(..) => "JSON object",
        Type::Null => "null",
        Type::Bool => "boolean",
        Type::Integer(_) => "whole number",
        Type::Float | Type::Number => "number",
        Type::String => "string",
        Type::List(_) | Type::Tuple(_) => "list",
        Type::Option(inner) => kind(inner),
        Type::Mapped(mapped) => kind(&mapped.wire),
        Type::Named(_) => "value",
    }
}

fn summary(docs: &Docs, fallback: Sentence) -> DocLines {
    let mut lines = DocLines::default();
    if !docs.about().is_some_and(|text| lines.markdown(text)) {
        lines.sentence(fallback);
    }
    lines
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
    let phrases = phrases(context.constraints, constraints);
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

/// A test that decodes a sample and encodes it again.
fn example(context: &Context<'_>, id: TypeId, def: &TypeDef) -> Option<Rust> {
    if matches!(def.kind, TypeKind::Alias(_) | TypeKind::Never) || def.docs.deprecated {
        return None;
    }
    let value = sample(context.model, id)?;
    let names = &context.names[id];
    Some(Rust::template(
        "use $crate::$path;

let json = $json;
let value: $ident = serde_json::from_str(json)?;
let back: serde_json::Value = serde_json::to_value(&value)?;
assert_eq!(back, serde_json::from_str::<serde_json::Value>(json)?);
",
        &[
            ("crate", &tree::ident(context.crate_ident)),
            ("path", &Rust::path(&names.path)),
            ("json", &RawStringLiteral::json(&json(&value))),
            ("ident", &tree::ident(&names.ident)),
        ],
    ))
}
