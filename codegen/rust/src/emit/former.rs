//! Former names of types: deprecated aliases, for the type and for the struct of its required members.

use super::{Context, syntax};
use crate::text::{Rust, StringLiteral};
use cratify_model::ident::file_name;
use cratify_model::model::{TypeDef, TypeId, TypeKind};

/// The aliases for a type, in its own file. An alias builds no newtype, so that of a newtype has its constructor as well:
/// from an import that the alias hides in part.
pub(super) fn emit<'c>(
    context: &Context<'c>,
    id: TypeId,
    def: &TypeDef,
) -> impl Iterator<Item = Rust> + use<'c> {
    let names = &context.names[id];
    let builds = matches!(def.kind, TypeKind::Newtype(_));
    aliases(context, id, "".into())
        .zip(&names.former)
        .map(move |(alias, former)| {
            if !builds {
                return alias;
            }
            Rust::template(
                "$alias
mod $module {
    pub use super::$ident as $former;
}
pub use $module::*;
",
                &[
                    ("alias", &alias),
                    (
                        "module",
                        &syntax::ident(&format!("former_{}", file_name(former))),
                    ),
                    ("ident", &syntax::ident(&names.ident)),
                    ("former", &syntax::ident(former)),
                ],
            )
        })
}

/// The aliases for the struct of the required members of a type, behind the attribute of that.
pub(super) fn emit_required<'c>(
    context: &Context<'c>,
    id: TypeId,
    attribute: &Rust,
) -> impl Iterator<Item = Rust> + use<'c> {
    aliases(context, id, attribute.clone())
}

fn aliases<'c>(
    context: &Context<'c>,
    id: TypeId,
    attribute: Rust,
) -> impl Iterator<Item = Rust> + use<'c> {
    let names = &context.names[id];
    let ident = syntax::ident(&names.ident);
    let note = StringLiteral::new(&format!("renamed to `{}`", names.ident));
    names.former.iter().map(move |former| {
        let former = syntax::ident(former);
        Rust::template(
            "/// The former name of [`$ident`].
$attribute#[deprecated(note = $note)]
pub type $former = $ident;
",
            &[
                ("ident", &ident),
                ("attribute", &attribute),
                ("note", &note),
                ("former", &former),
            ],
        )
    })
}
