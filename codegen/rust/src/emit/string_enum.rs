//! Enums of strings.

use quote::quote;

use super::{Context, attributes, debug, docs, schemars, tree};
use crate::format::{self, Code, Comments};
use crate::text::{DocLines, Rust, Sentence, StringLiteral};
use cratify_model::model::{StringEnum, TypeDef, TypeId, Unlisted};

/// The enum, its strings and how it is read.
pub(super) fn emit(
    context: &Context<'_>,
    id: TypeId,
    def: &TypeDef,
    values: &StringEnum,
    comments: &mut Comments,
) -> Vec<Code> {
    let names = &context.names[id];
    // A type with one value has it for a default: that is how a `const` fills itself.
    let constant = values.values.len() == 1 && values.unlisted != Unlisted::Allowed;
    let closed = values.unlisted == Unlisted::Refused;
    let mut derives = vec!["Clone"];
    derives.extend(closed.then_some("Copy"));
    derives.extend(["PartialEq", "Eq", "PartialOrd", "Ord", "Hash"]);
    derives.extend(constant.then_some("Default"));
    derives.push("Serialize");
    let mut attrs = vec![attributes::derive(def, &derives)];
    attrs.push(schemars::container(context, id, def, None));
    attrs.extend(def.docs.deprecated.then(|| tree::word("deprecated")));
    attrs.extend(attributes::requested(&def.extras.attributes));
    attrs.extend((!closed).then(|| tree::word("non_exhaustive")));
    let mut variants: Vec<syn::Variant> = values
        .values
        .iter()
        .zip(&names.members)
        .map(|(value, name)| {
            let wire = &value.value;
            let mut attrs = vec![comments.add(docs::value_docs(wire, &value.docs))];
            attrs.extend(constant.then(|| tree::word("default")));
            let rename = || tree::list("serde", tree::equals_text("rename", wire));
            attrs.extend((name != wire).then(rename));
            attrs.extend(value.docs.deprecated.then(|| tree::word("deprecated")));
            attrs.extend(attributes::requested(&value.attributes));
            tree::variant(attrs, name, None)
        })
        .collect();
    variants.extend(emit_unknown(values.unlisted, comments));
    let item = tree::enumeration(attrs, &names.ident, variants);
    let support = if closed { "listed" } else { "text" };
    let read = Rust::template(
        "crate::support::$support::text!($ident$hide);\n",
        &[
            ("support", &support),
            ("ident", &tree::ident(&names.ident)),
            ("hide", &debug::hidden(def)),
        ],
    );
    let strings = emit_strings(&names.ident, &names.members, values);
    vec![item.into(), strings.into(), read.into()]
}

/// The variant that keeps what is not listed, where one does.
fn emit_unknown(unlisted: Unlisted, comments: &mut Comments) -> Option<syn::Variant> {
    let mut docs = DocLines::default();
    match unlisted {
        Unlisted::Refused => return None,
        Unlisted::Kept => docs.paragraph(docs::UNLISTED.map(Sentence::from)),
        Unlisted::Allowed => docs
            .sentence("A value that the schema does not list. It is written back as it was read."),
    }
    let mut attrs = vec![comments.add(docs), tree::list("serde", quote! { untagged })];
    attrs.extend((unlisted == Unlisted::Kept).then(schemars::skip));
    let text = tree::named(&["String"]);
    Some(tree::variant(attrs, "Unknown", Some((Vec::new(), text))))
}

/// The values, and what each is in JSON.
fn emit_strings(ident: &str, members: &[String], values: &StringEnum) -> Rust {
    let count = values.values.len();
    let idents = members.iter().map(|name| tree::ident(name));
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
    /// The values that the schema lists, in its order.
$all

$listed    /// The value as JSON has it.
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
            ("ident", &tree::ident(ident)),
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
