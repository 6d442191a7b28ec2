//! Enums of strings.

use quote::quote;

use super::{Context, attributes, debug, docs, schemars, serde, syntax};
use crate::format::{self, Code, Comments};
use crate::text::{DocLines, Rust, StringLiteral};
use cratify_model::analyze::default_variant;
use cratify_model::model::{StringEnum, TypeDef, TypeId, Unlisted};

/// The traits of conversions.
const WRITTEN: [&str; 5] = ["AsRef", "Display", "From", "FromStr", "TryFrom"];

/// The enum, its strings and its conversions.
pub(super) fn emit(
    context: &Context<'_>,
    id: TypeId,
    def: &TypeDef,
    values: &StringEnum,
    comments: &mut Comments,
) -> Vec<Code> {
    let names = &context.names[id];
    // With one value, that value is the default: so a `const` fills itself in.
    let constant = values.values.len() == 1 && values.unlisted != Unlisted::Allowed;
    let default = default_variant(context.model, id).or(constant.then_some(0));
    let closed = values.unlisted == Unlisted::Refused;
    let mut derives = vec!["Clone"];
    derives.extend(closed.then_some("Copy"));
    derives.extend(["PartialEq", "Eq", "PartialOrd", "Ord", "Hash"]);
    derives.extend(default.map(|_| "Default"));
    derives.extend((!serde::is_written(def)).then_some("Serialize"));
    let mut attrs = vec![attributes::derive(def, &derives, &WRITTEN)];
    attrs.extend(schemars::container(context, id, def, None));
    attrs.extend(def.docs.deprecated.then(|| syntax::word("deprecated")));
    attrs.extend(attributes::requested(&def.extras.attributes));
    attrs.extend((!closed).then(|| syntax::word("non_exhaustive")));
    let mut variants: Vec<syn::Variant> = values
        .values
        .iter()
        .zip(&names.members)
        .enumerate()
        .map(|(index, (value, name))| {
            let wire = &value.value;
            let mut attrs = vec![comments.add(docs::value_docs(wire, &value.docs))];
            attrs.extend((default == Some(index)).then(|| syntax::word("default")));
            let rename = (name != wire).then(|| syntax::equals_text("rename", wire));
            attrs.extend(serde::attribute(def, rename.into_iter().collect()));
            attrs.extend(value.docs.deprecated.then(|| syntax::word("deprecated")));
            attrs.extend(attributes::requested(&value.attributes));
            syntax::variant(attrs, name, None)
        })
        .collect();
    variants.extend(emit_unknown(def, values.unlisted, comments));
    let item = syntax::enumeration(attrs, &names.ident, variants);
    let support = if closed { "closed_enum" } else { "open_enum" };
    let read = Rust::template(
        "crate::support::$support::string!($ident$hide);\n",
        &[
            ("support", &support),
            ("ident", &syntax::ident(&names.ident)),
            ("hide", &debug::hidden(def)),
        ],
    );
    let strings = emit_strings(&names.ident, &names.members, values);
    vec![item.into(), strings.into(), read.into()]
}

/// The variant of an open enum for values that are not listed.
fn emit_unknown(
    def: &TypeDef,
    unlisted: Unlisted,
    comments: &mut Comments,
) -> Option<syn::Variant> {
    let mut docs = DocLines::default();
    match unlisted {
        Unlisted::Refused => return None,
        Unlisted::Kept => docs.sentence(docs::UNLISTED),
        Unlisted::Allowed => docs.sentence("Any other value, which the schema allows."),
    }
    let mut attrs = vec![comments.add(docs)];
    attrs.extend(serde::attribute(def, vec![quote! { untagged }]));
    attrs.extend((unlisted == Unlisted::Kept).then(schemars::skip));
    let text = syntax::named(&["String"]);
    let write = (!serde::is_written(def)).then(syntax::writes_unknown);
    let holds = Some((write.into_iter().collect(), text));
    Some(syntax::variant(attrs, "Unknown", holds))
}

/// The list of values, and the conversions from and to their text.
fn emit_strings(ident: &str, members: &[String], values: &StringEnum) -> Rust {
    let count = values.values.len();
    let idents = members.iter().map(|name| syntax::ident(name));
    let idents: Vec<Rust> = idents.map(|name| Rust::of(&[&"Self::", &name])).collect();
    let wire = values
        .values
        .iter()
        .map(|value| StringLiteral::new(&value.value));
    let wire: Vec<Rust> = wire.map(|value| Rust::of(&[&value])).collect();
    let all = Rust::of(&[&"pub const ALL: [Self; ", &count, &"] = ["]);
    let all = format::list(4, &all, &idents, "];");
    let (listed, signature, unknown) = if values.unlisted == Unlisted::Refused {
        let listed = Rust::join(wire.clone(), ", ");
        let listed = Rust::of(&[
            &"    const LISTED: &'static [&'static str] = &[",
            &listed,
            &"];\n\n",
        ]);
        (listed, "pub const fn as_str(self) -> &'static str", "")
    } else {
        (
            Rust::default(),
            "pub fn as_str(&self) -> &str",
            "            Self::Unknown(text) => text,\n",
        )
    };
    Rust::template(
        "impl $ident {
    /// All listed values, in the order of the schema.
$all

$listed    /// The value in JSON.
    #[must_use]
    $signature {
        match self {
$written$unknown        }
    }

    fn known(text: &str) -> Option<Self> {
        Some(
            match text {
$known                _ => return None,
            },
        )
    }
}
",
        &[
            ("ident", &syntax::ident(ident)),
            ("all", &all),
            ("listed", &listed),
            ("signature", &signature),
            ("written", &arms(12, &idents, &wire)),
            ("unknown", &unknown),
            ("known", &arms(16, &wire, &idents)),
        ],
    )
}

/// The arms of a `match`, a line each.
fn arms(indent: usize, from: &[Rust], to: &[Rust]) -> Rust {
    let mut arms = Rust::default();
    for (from, to) in from.iter().zip(to) {
        arms.indent(indent);
        arms.push(&Rust::of(&[from, &" => ", to, &",\n"]));
    }
    arms
}
