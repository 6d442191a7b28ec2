//! Turns `enum` of strings into an enum.

use super::context::Context;
use super::{attributes, debug, docs, schemars};
use crate::format::{Code, Comments};
use crate::syntax;
use crate::text::{DocLines, Rust, StringLiteral};
use cratify_model::model::{StringEnum, TypeDef, TypeId, Unlisted};

/// The traits of conversions.
const WRITTEN: [&str; 5] = ["AsRef", "Display", "From", "FromStr", "TryFrom"];

/// The enum, and the table of its strings.
pub(super) fn emit(
    context: &Context<'_>,
    id: TypeId,
    def: &TypeDef,
    values: &StringEnum,
    comments: &mut Comments,
) -> Vec<Code> {
    let names = &context.names[id];
    let traits = context.analysis.traits(id);
    let closed = values.unlisted == Unlisted::Refused;
    let mut attrs = vec![attributes::derive(def, traits, &[], &WRITTEN)];
    attrs.extend(attributes::deprecated(&def.docs));
    attrs.extend(attributes::requested(&def.extras.attributes));
    attrs.extend((!closed).then(|| syntax::word("non_exhaustive")));
    let mut variants: Vec<syn::Variant> = values
        .values
        .iter()
        .zip(&names.members)
        .enumerate()
        .map(|(index, (value, name))| {
            let mut attrs = vec![comments.add(docs::value_docs(&value.value, &value.docs))];
            attrs.extend((traits.default_variant == Some(index)).then(|| syntax::word("default")));
            attrs.extend(attributes::deprecated(&value.docs));
            attrs.extend(attributes::requested(&value.attributes));
            syntax::variant(attrs, name, None)
        })
        .collect();
    variants.extend(emit_unknown(values.unlisted, comments));
    let item = syntax::enumeration(attrs, &names.ident, variants);
    let texts = values
        .values
        .iter()
        .map(|value| Rust::of(&[&StringLiteral::new(&value.value)]));
    let mut lines = table_lines(&names.members, texts);
    if values.unlisted == Unlisted::Allowed {
        lines.push(&"        ..text;\n");
    }
    vec![
        item.into(),
        table(context, id, def, "string", closed, &lines),
    ]
}

/// The variant of an open enum for values that are not listed.
fn emit_unknown(unlisted: Unlisted, comments: &mut Comments) -> Option<syn::Variant> {
    let mut docs = DocLines::default();
    match unlisted {
        Unlisted::Refused => return None,
        Unlisted::Kept => docs.sentence(docs::UNLISTED),
        Unlisted::Allowed => docs.sentence("Any other value, which the schema allows."),
    }
    let attrs = vec![comments.add(docs)];
    let holds = Some((Vec::new(), syntax::named(&["String"])));
    Some(syntax::variant(attrs, "Unknown", holds))
}

/// A line for each value of an enum.
pub(super) fn table_lines(members: &[String], values: impl Iterator<Item = Rust>) -> Rust {
    let mut lines = Rust::default();
    for (name, value) in members.iter().zip(values) {
        lines.push(&Rust::of(&[
            &"        ",
            &syntax::ident(name),
            &" = ",
            &value,
            &";\n",
        ]));
    }
    lines
}

/// The macro of the support code that implements an enum, from a line for each value.
pub(super) fn table(
    context: &Context<'_>,
    id: TypeId,
    def: &TypeDef,
    kind: &'static str,
    closed: bool,
    lines: &Rust,
) -> Code {
    let support = if closed { "closed_enum" } else { "open_enum" };
    Code::Table(Rust::template(
        "crate::support::$support::$kind! {
    impl $ident$schema$hide {
$lines    }
}
",
        &[
            ("support", &support),
            ("kind", &kind),
            ("ident", &syntax::ident(&context.names[id].ident)),
            ("schema", &schemars::in_table(context, id, def)),
            ("hide", &debug::hidden(def)),
            ("lines", lines),
        ],
    ))
}
