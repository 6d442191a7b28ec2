//! Writes former names: deprecated aliases of a type and of the struct of its required members, deprecated constants of
//! values, and deprecated methods of fields.

use super::attributes;
use super::construct::emit_given;
use super::context::Context;
use super::object::field_ident;
use crate::format;
use crate::syntax;
use crate::text::Rust;
use cratify_model::ident::file_name;
use cratify_model::model::{Struct, TypeDef, TypeId, TypeKind};

/// The aliases for a type, in its own file. An alias builds no newtype, so the alias of a newtype has its constructor as well:
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
    let deprecated = attributes::renamed(&names.ident);
    names.former.iter().map(move |former| {
        let former = syntax::ident(former);
        Rust::template(
            "/// The former name of [`$ident`].
$attribute$deprecated
pub type $former = $ident;
",
            &[
                ("ident", &ident),
                ("attribute", &attribute),
                ("deprecated", &deprecated),
                ("former", &former),
            ],
        )
    })
}

/// The constants for the values of an enum. A name in upper case would not need the permission.
pub(super) fn emit_values(context: &Context<'_>, id: TypeId) -> Option<Rust> {
    let names = &context.names[id];
    let members = names.members.iter().zip(&names.former_members);
    let former = members.flat_map(|(member, former)| former.iter().map(move |one| (member, one)));
    let constants = former.map(|(member, former)| {
        Rust::template(
            "    /// The former name of [`$member`](Self::$member).
    $deprecated
    #[allow(non_upper_case_globals, reason = \"it has the name of a variant\")]
    pub const $former: Self = Self::$member;
",
            &[
                ("member", &syntax::ident(member)),
                ("deprecated", &attributes::renamed(member)),
                ("former", &syntax::ident(former)),
            ],
        )
    });
    block(context, id, constants.collect())
}

/// The methods of the fields of a struct.
pub(super) fn emit_methods(context: &Context<'_>, id: TypeId, object: &Struct) -> Option<Rust> {
    let names = &context.names[id];
    let mut methods = Vec::new();
    for former in &names.methods.former {
        let field = &object.fields[former.field];
        if let Some(setter) = former
            .setter
            .as_ref()
            .filter(|_| field.presence.is_optional())
        {
            let boxed = context.analysis.is_boxed(id, former.field);
            let (given, _) = emit_given(context, field, boxed);
            let value = field_ident(&names.members[former.field]);
            let argument = Rust::of(&[&value, &": ", &given]);
            let start = Rust::of(&[&"pub fn ", &syntax::ident(setter), &"("]);
            methods.push(Rust::template(
                "$start    #[must_use]
$signature
        self.$now($value)
    }
",
                &[
                    ("start", &start_of(&names.methods.setters[former.field])),
                    (
                        "signature",
                        &format::list(4, &start, &["self".into(), argument], ") -> Self {"),
                    ),
                    ("now", &syntax::ident(&names.methods.setters[former.field])),
                    ("value", &value),
                ],
            ));
        }
        let now = names.record.as_ref();
        let now = now.and_then(|record| record.methods.get(former.field)?.as_ref());
        let (Some(null), Some(now)) = (&former.null, now) else {
            continue;
        };
        methods.push(Rust::template(
            "$asks    #[must_use]
    pub fn $is_null(&self) -> bool {
        self.$is_null_now()
    }
",
            &[
                ("asks", &start_of(&now.is_null)),
                ("is_null", &syntax::ident(&null.is_null)),
                ("is_null_now", &syntax::ident(&now.is_null)),
            ],
        ));
        methods.push(Rust::template(
            "$sets    pub fn $set_null(&mut self) {
        self.$set_null_now();
    }
",
            &[
                ("sets", &start_of(&now.set_null)),
                ("set_null", &syntax::ident(&null.set_null)),
                ("set_null_now", &syntax::ident(&now.set_null)),
            ],
        ));
    }
    block(context, id, methods)
}

/// The lines before a deprecated method: they name the method that there is now.
fn start_of(now: &str) -> Rust {
    Rust::template(
        "    /// The former name of [`$now`](Self::$now).
    $deprecated
",
        &[
            ("now", &syntax::ident(now)),
            ("deprecated", &attributes::renamed(now)),
        ],
    )
}

/// The parts of a type, if there are any.
fn block(context: &Context<'_>, id: TypeId, parts: Vec<Rust>) -> Option<Rust> {
    if parts.is_empty() {
        return None;
    }
    Some(Rust::template(
        "impl $ident {
$parts}
",
        &[
            ("ident", &syntax::ident(&context.names[id].ident)),
            ("parts", &Rust::join(parts, "\n")),
        ],
    ))
}
