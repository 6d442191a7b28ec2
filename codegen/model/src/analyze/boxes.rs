//! Where a `Box` is needed so that types that contain themselves have a size.

use std::collections::{HashMap, HashSet};

use crate::model::{Model, Type, TypeId, TypeKind};

/// The members that are behind a `Box`.
#[derive(Debug, Default)]
pub struct Boxes(HashSet<(TypeId, usize)>);

#[derive(Clone, Copy, PartialEq, Eq)]
enum Mark {
    /// Its members are being followed.
    Open,
    /// Everything it contains has a size.
    Done,
}

impl Boxes {
    /// Boxes the member that closes each cycle. A depth-first search in document order, with its
    /// own stack: the input decides its depth.
    pub fn of(model: &Model) -> Self {
        let mut boxes = Self::default();
        let mut marks: HashMap<TypeId, Mark> = HashMap::new();
        for (start, _) in model.iter() {
            if marks.contains_key(&start) {
                continue;
            }
            marks.insert(start, Mark::Open);
            let mut path = vec![(start, contained(model, start))];
            while let Some((id, members)) = path.last_mut() {
                let Some((member, inner)) = members.pop() else {
                    marks.insert(*id, Mark::Done);
                    path.pop();
                    continue;
                };
                match marks.get(&inner) {
                    Some(Mark::Done) => {}
                    Some(Mark::Open) => {
                        boxes.0.insert((*id, member));
                    }
                    None => {
                        marks.insert(inner, Mark::Open);
                        path.push((inner, contained(model, inner)));
                    }
                }
            }
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

/// The types that a value of a type contains without an allocation in between, last first.
fn contained(model: &Model, id: TypeId) -> Vec<(usize, TypeId)> {
    let mut found = Vec::new();
    match &model[id].kind {
        TypeKind::Struct(object) => {
            for (index, field) in object.fields.iter().enumerate() {
                by_value(&field.slot.ty, index, &mut found);
            }
        }
        TypeKind::Union(union) => {
            for (index, variant) in union.variants.iter().enumerate() {
                by_value(&variant.slot.ty, index, &mut found);
            }
        }
        TypeKind::Newtype(slot) => by_value(&slot.ty, 0, &mut found),
        TypeKind::Alias(target) => found.push((0, *target)),
        TypeKind::StringEnum(_)
        | TypeKind::ValueEnum(_)
        | TypeKind::Never
        | TypeKind::Extern(_) => {}
    }
    found.reverse();
    found
}

fn by_value(ty: &Type, member: usize, found: &mut Vec<(usize, TypeId)>) {
    match ty {
        Type::Named(id) => found.push((member, *id)),
        Type::Option(inner) => by_value(inner, member, found),
        Type::Tuple(slots) => {
            for slot in slots {
                by_value(&slot.ty, member, found);
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
