//! Doc comments: what the document says, what constraints ask for, and an example that runs.

use super::Context;
use crate::format::Lines;
use crate::text::{phrases, to_rustdoc};
use cratify_model::analyze::sample;
use cratify_model::model::{
    Constraints, Docs, Field, Presence, Secrecy, Type, TypeDef, TypeId, TypeKind, Variant,
};
use cratify_schema::document::Usage;
use cratify_schema::source::Value;
use cratify_schema::text::{in_code, show_unseen};

/// How many examples the docs of a member show.
const MOST_EXAMPLES: usize = 3;

/// What is said of a value that is not shown.
const SENSITIVE: &str = "It is sensitive: `Debug` and the errors of reading it do not show it.";

/// What is said of the variant that keeps a value that is not listed.
pub(super) const UNLISTED: [&str; 2] = [
    "A value that the schema did not list when this crate was made. It is written back as",
    "it was read.",
];

/// What the docs of a type begin with: what the document says of it.
pub(super) fn type_summary(context: &Context<'_>, id: TypeId, def: &TypeDef) -> Lines {
    let ident = &context.names[id].ident;
    let fallback = match &def.kind {
        TypeKind::Struct(_) => format!("The object `{ident}`."),
        TypeKind::StringEnum(_) | TypeKind::ValueEnum(_) => format!("The values of `{ident}`."),
        TypeKind::Union(_) => format!("One of the things that `{ident}` can be."),
        TypeKind::Newtype(_) | TypeKind::Alias(_) => format!("The value `{ident}`."),
        TypeKind::Foreign(replaced) => format!("See `{}`.", replaced.foreign.path),
        TypeKind::Never => {
            "What no JSON value satisfies: there is no value of this type.".to_owned()
        }
    };
    match &def.usage {
        Some(usage) => usage_docs(usage, &def.docs),
        None => summary(&def.docs, fallback),
    }
}

/// The docs of a type.
pub(super) fn type_docs(context: &Context<'_>, id: TypeId, def: &TypeDef) -> Lines {
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
        lines.paragraph(example);
    }
    lines.sentence(format!(
        "Schema: {}",
        in_code(&format!("{}#{}", context.file(def.at.file), def.at.pointer))
    ));
    lines
}

/// What the schema says, what the operation says of it, and what it is for there.
fn usage_docs(usage: &Usage, docs: &Docs) -> Lines {
    let mut lines = Lines::default();
    for text in usage.texts(docs.about()) {
        let text = to_rustdoc(text);
        if !text.is_empty() {
            lines.paragraph(text);
        }
    }
    lines
}

/// The docs of a field.
pub(super) fn field_docs(context: &Context<'_>, field: &Field) -> Lines {
    let mut lines = summary(
        &field.docs,
        format!("The member {}.", in_code(&field.wire_name)),
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
        add_constraints_of(context, &mut lines, "Each element", &item.constraints);
    }
    if let Type::Map(_, value) = field.slot.ty.non_null() {
        add_constraints_of(context, &mut lines, "Each value", &value.constraints);
    }
    if field.presence != Presence::Defaulted {
        add_default(&mut lines, &field.docs);
    }
    add_examples(&mut lines, &field.docs);
    add_external(&mut lines, &field.docs);
    lines
}

/// The docs of a variant that stands for a value.
pub(super) fn value_docs(value: &str, docs: &Docs) -> Lines {
    let mut lines = Lines::default();
    let value = in_code(value);
    let description = docs.description.as_deref();
    match description.filter(|text| !text.trim().is_empty()) {
        Some(description) => {
            lines.paragraph(to_rustdoc(description));
            lines.sentence(format!("In JSON: {value}"));
        }
        None => lines.sentence(value),
    }
    lines
}

/// The docs of a variant of a union.
pub(super) fn variant_docs(context: &Context<'_>, variant: &Variant) -> Lines {
    let fallback = match &variant.slot.ty {
        Type::Named(id) => match context.model[*id].kind {
            TypeKind::Foreign(ref replaced) => format!("See `{}`.", replaced.foreign.path),
            _ => format!("See [`{}`].", context.called(*id)),
        },
        other => format!("A {}.", kind(other)),
    };
    let mut lines = summary(&variant.docs, fallback);
    match &variant.tags[..] {
        [] => {}
        tags => {
            let tags: Vec<String> = tags.iter().map(|tag| in_code(tag)).collect();
            lines.sentence(format!("Tag: {}", tags.join(", ")));
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

fn summary(docs: &Docs, fallback: String) -> Lines {
    let mut lines = Lines::default();
    match docs
        .about()
        .map(to_rustdoc)
        .filter(|lines| !lines.is_empty())
    {
        Some(about) => lines.paragraph(about),
        None => lines.sentence(fallback),
    }
    lines
}

fn add_constraints(context: &Context<'_>, lines: &mut Lines, constraints: &Constraints) {
    add_constraints_of(context, lines, "Constraints", constraints);
}

fn add_constraints_of(
    context: &Context<'_>,
    lines: &mut Lines,
    what: &str,
    constraints: &Constraints,
) {
    let phrases = phrases(context.constraints, constraints);
    if !phrases.is_empty() {
        lines.sentence(format!("{what}: {}.", phrases.join(", ")));
    }
}

fn add_default(lines: &mut Lines, docs: &Docs) {
    if let Some(default) = docs.default.as_ref().filter(|default| !default.is_null()) {
        lines.sentence(format!("Default: {}", in_code(&shown(default))));
    }
}

/// The title, where the description has taken its place.
fn add_title(lines: &mut Lines, docs: &Docs, name: &str) {
    if let Some(title) = docs.heading(name) {
        lines.sentence(format!("Title: {}", to_rustdoc(title).join(" ")));
    }
}

fn add_examples(lines: &mut Lines, docs: &Docs) {
    let examples = docs.examples.iter().filter(|example| !example.is_null());
    let shown: Vec<String> = examples
        .take(MOST_EXAMPLES)
        .map(|example| in_code(&shown(example)))
        .collect();
    match &shown[..] {
        [] => {}
        [one] => lines.sentence(format!("Example: {one}")),
        several => lines.sentence(format!("Examples: {}", several.join(", "))),
    }
}

fn add_external(lines: &mut Lines, docs: &Docs) {
    if let Some((url, about)) = &docs.external_docs {
        let about = about
            .as_deref()
            .unwrap_or("See also")
            .replace(['[', ']', '<', '>'], "");
        if url.starts_with("http") && !url.contains([' ', ')', '<']) {
            lines.sentence(format!("[{about}]({url})"));
        }
    }
}

/// A value as docs show it, cut where it gets long.
fn shown(value: &Value) -> String {
    let text = value.to_string();
    if text.chars().count() <= 200 {
        return text;
    }
    let start: String = text.chars().take(200).collect();
    format!("{start}…")
}

/// The lines of a test that decodes a sample and encodes it again.
fn example(context: &Context<'_>, id: TypeId, def: &TypeDef) -> Option<Vec<String>> {
    if matches!(def.kind, TypeKind::Alias(_) | TypeKind::Never) || def.docs.deprecated {
        return None;
    }
    let value = sample(context.model, id)?;
    let text = show_unseen(&serde_json::to_string_pretty(&value).ok()?);
    let ident = &context.names[id].ident;
    let hashes = "#".repeat(raw_hashes(&text));
    let mut lines = vec![
        "```".to_owned(),
        format!("use {}::{};", context.crate_ident, context.names[id].path),
        String::new(),
    ];
    let mut json = text.lines();
    let first = json.next().unwrap_or_default();
    let mut statement = vec![format!("let json = r{hashes}\"{first}")];
    statement.extend(json.map(str::to_owned));
    if let Some(last) = statement.last_mut() {
        last.push_str(&format!("\"{hashes};"));
    }
    // A line of a test that starts with `#` would be hidden.
    lines.extend(statement.into_iter().map(|line| {
        if line.starts_with('#') {
            format!("#{line}")
        } else {
            line
        }
    }));
    lines.push(format!("let value: {ident} = serde_json::from_str(json)?;"));
    lines.push("let back: serde_json::Value = serde_json::to_value(&value)?;".to_owned());
    lines.push("assert_eq!(back, serde_json::from_str::<serde_json::Value>(json)?);".to_owned());
    lines.push("# Ok::<(), serde_json::Error>(())".to_owned());
    lines.push("```".to_owned());
    Some(lines)
}

/// How many `#` a raw string around the text needs: at least one, for the look of it.
pub(super) fn raw_hashes(text: &str) -> usize {
    let mut most = 0;
    for (index, _) in text.match_indices('"') {
        let hashes = text[index + 1..]
            .bytes()
            .take_while(|byte| *byte == b'#')
            .count();
        most = most.max(hashes);
    }
    most + 1
}
