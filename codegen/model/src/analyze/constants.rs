//! Types with one value that only say what a member always is: the member says all there is to say of them.

use std::collections::HashSet;

use crate::model::{Model, Origin, Presence, Type, TypeDef, TypeId, TypeKind, UnknownMembers};

/// The types of such members: each has no name in the document, and stands nowhere else.
pub(super) fn of(model: &Model) -> HashSet<TypeId> {
    let types = || model.own_types();
    let mut constants: HashSet<TypeId> = types()
        .filter(|(_, def)| is_constant(def))
        .map(|(id, _)| id)
        .collect();
    let mut remove = |ty: &Type| {
        if let Type::Named(id) = ty {
            constants.remove(id);
        }
    };
    for (_, def) in types() {
        let TypeKind::Struct(object) = &def.kind else {
            def.kind.visit_types(&mut remove);
            continue;
        };
        for field in &object.fields {
            let says_it = matches!(field.presence, Presence::Fixed | Presence::Defaulted);
            if !says_it || !matches!(field.slot.ty, Type::Named(_)) {
                field.slot.ty.visit(&mut remove);
            }
        }
        if let UnknownMembers::Kept(_, slot) = &object.unknown {
            slot.ty.visit(&mut remove);
        }
    }
    constants
}

fn is_constant(def: &TypeDef) -> bool {
    let has_one_value = match &def.kind {
        TypeKind::StringEnum(values) => values.values.len() == 1,
        TypeKind::ValueEnum(values) => values.values.len() == 1,
        _ => false,
    };
    has_one_value && def.origin != Origin::Named
}
