//! Where a `Box` is needed so that types that contain themselves have a size.

use std::collections::HashSet;

use super::cycles::components;
use crate::model::{Model, Type, TypeId, TypeKind};

/// The members that are behind a `Box`.
#[derive(Debug, Default)]
pub struct Boxes(HashSet<(TypeId, usize)>);

/// What holds a type by value. Where there is a choice, the last of these is boxed.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Holder {
    /// An alias has no place for a box.
    Alias,
    /// A variant or a newtype.
    Variant,
    RequiredField,
    OptionalField,
}

/// A type that another one contains without an allocation in between.
struct Edge {
    owner: TypeId,
    member: usize,
    holder: Holder,
    inner: TypeId,
}

impl Boxes {
    /// Boxes the members of types that lead back to the type that has them: optional ones first, then required ones if
    /// the type still has no size, then variants. The order in the document does not count, and a new member of a type
    /// that contains itself boxes no old one.
    pub fn of(model: &Model) -> Self {
        let mut boxes = Self::default();
        let mut edges = contained(model);
        for holder in [
            Holder::OptionalField,
            Holder::RequiredField,
            Holder::Variant,
        ] {
            let pairs = edges.iter().map(|edge| (edge.owner, edge.inner));
            let component = components(pairs);
            edges.retain(|edge| {
                let closes = component[&edge.owner] == component[&edge.inner];
                let boxed = closes && edge.holder == holder;
                if boxed {
                    boxes.0.insert((edge.owner, edge.member));
                }
                !boxed
            });
        }
        boxes
    }

    /// Boxes the branches of the unions whose settings ask for it.
    pub fn add_requested(&mut self, model: &Model) {
        for (id, def) in model.iter() {
            let TypeKind::Union(union) = &def.kind else {
                continue;
            };
            let variants = union.variants.iter().enumerate().filter(|_| union.boxed);
            let named = variants.filter(|(_, variant)| matches!(variant.slot.ty, Type::Named(_)));
            self.0.extend(named.map(|(index, _)| (id, index)));
        }
    }

    /// Whether a member is behind a `Box`.
    pub fn contains(&self, owner: TypeId, member: usize) -> bool {
        self.0.contains(&(owner, member))
    }
}

/// What each type contains without an allocation in between.
fn contained(model: &Model) -> Vec<Edge> {
    let mut edges = Vec::new();
    for (owner, def) in model.iter() {
        let mut add = |ty: &Type, member: usize, holder: Holder| {
            let mut found = Vec::new();
            by_value(ty, &mut found);
            edges.extend(found.into_iter().map(|inner| Edge {
                owner,
                member,
                holder,
                inner,
            }));
        };
        match &def.kind {
            TypeKind::Struct(object) => {
                for (index, field) in object.fields.iter().enumerate() {
                    let holder = if field.presence.is_optional() {
                        Holder::OptionalField
                    } else {
                        Holder::RequiredField
                    };
                    add(&field.slot.ty, index, holder);
                }
            }
            TypeKind::Union(union) => {
                for (index, variant) in union.variants.iter().enumerate() {
                    add(&variant.slot.ty, index, Holder::Variant);
                }
            }
            TypeKind::Newtype(slot) => add(&slot.ty, 0, Holder::Variant),
            TypeKind::Alias(target) => add(&Type::Named(*target), 0, Holder::Alias),
            TypeKind::StringEnum(_)
            | TypeKind::ValueEnum(_)
            | TypeKind::Constant(_)
            | TypeKind::Never
            | TypeKind::Extern(_) => {}
        }
    }
    edges
}

fn by_value(ty: &Type, found: &mut Vec<TypeId>) {
    match ty {
        Type::Named(id) => found.push(*id),
        Type::Option(inner) => by_value(inner, found),
        Type::Tuple(slots) => {
            for slot in slots {
                by_value(&slot.ty, found);
            }
        }
        Type::Any
        | Type::Object
        | Type::Null
        | Type::Bool
        | Type::Integer(_)
        | Type::Float
        | Type::Number
        | Type::String
        | Type::Mapped(_)
        | Type::List(_)
        | Type::Map(..) => {}
    }
}
