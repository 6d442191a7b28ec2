//! Turns a sample into the example of a type: a doctest that decodes the sample and encodes it again.

use crate::emit::context::Context;
use crate::syntax;
use crate::text::{RawStringLiteral, Rust, json};
use cratify_model::analyze::sample;
use cratify_model::model::{TypeDef, TypeId, TypeKind};

/// The code of the test; `None` if the type has no sample.
pub(super) fn of(context: &Context<'_>, id: TypeId, def: &TypeDef) -> Option<Rust> {
    let has_none = matches!(
        def.kind,
        TypeKind::Alias(_) | TypeKind::Constant(_) | TypeKind::Never
    );
    if has_none || def.docs.deprecated {
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
            ("crate", &syntax::ident(context.crate_ident)),
            ("path", &Rust::path(&names.path)),
            ("json", &RawStringLiteral::json(&json(&value))),
            ("ident", &syntax::ident(&names.ident)),
        ],
    ))
}
