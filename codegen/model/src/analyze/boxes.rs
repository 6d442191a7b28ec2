//! Finds out where a `Box` is needed so that types that contain themselves have a size.

use std::collections::{HashMap, HashSet};

use super::cycles::components;
use crate::model::{Model, Type, TypeId, TypeKind};

/// The members that are behind a `Box`.
#[derive(Debug, Default)]
pub struct Boxes {
    /// Those whose types have no size without it.
    needed: HashSet<(TypeId, usize)>,
    /// The types that a setting puts behind a `Box`.
    requested: HashSet<(TypeId, usize)>,
}

/// The member or branch that holds a type by value. Where there is a choice, the last of these is boxed.
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
    ///
    /// `released` says of members whether they were boxed. These stay as they are; where the types have no size then, new members
    /// are boxed, whatever they are, and released ones only if that is not enough.
    pub fn of(model: &Model, released: &HashMap<(TypeId, usize), bool>) -> Self {
        let mut needed = HashSet::new();
        let mut edges = contained(model);
        edges.retain(|edge| {
            let member = (edge.owner, edge.member);
            let was_boxed = released.get(&member) == Some(&true) && edge.holder != Holder::Alias;
            if was_boxed {
                needed.insert(member);
            }
            !was_boxed
        });
        for is_new in [true, false] {
            for holder in [
                Holder::OptionalField,
                Holder::RequiredField,
                Holder::Variant,
            ] {
                let pairs = edges.iter().map(|edge| (edge.owner, edge.inner));
                let component = components(pairs);
                edges.retain(|edge| {
                    let member = (edge.owner, edge.member);
                    let closes = component[&edge.owner] == component[&edge.inner];
                    let may_change = is_new != released.contains_key(&member);
                    let boxed = closes && may_change && edge.holder == holder;
                    if boxed {
                        needed.insert(member);
                    }
                    !boxed
                });
            }
        }
        Self {
            needed,
            requested: HashSet::new(),
        }
    }

    /// Boxes the branches of the unions whose settings ask for it.
    pub fn add_requested(&mut self, model: &Model) {
        for (id, def) in model.iter() {
            let TypeKind::Union(union) = &def.kind else {
                continue;
            };
            let variants = union.variants.iter().enumerate().filter(|_| union.boxed);
            let named = variants.filter(|(_, variant)| matches!(variant.slot.ty, Type::Named(_)));
            self.requested.extend(named.map(|(index, _)| (id, index)));
        }
    }

    /// Whether a member is behind a `Box`.
    pub fn contains(&self, owner: TypeId, member: usize) -> bool {
        let member = (owner, member);
        self.needed.contains(&member) || self.requested.contains(&member)
    }

    /// Whether a member is behind a `Box` whatever settings ask for.
    pub fn is_needed(&self, owner: TypeId, member: usize) -> bool {
        self.needed.contains(&(owner, member))
    }
}

/// The types that each type contains without an allocation in between.
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
