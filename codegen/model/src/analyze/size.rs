//! Which variants are so large that an enum is better off with a pointer to them.

use std::collections::HashMap;

use super::Boxes;
use crate::model::{Model, Type, TypeId, TypeKind, UnknownMembers};

/// Variants above this many bytes are boxed: a union is as large as its largest variant.
const LARGEST_VARIANT: usize = 128;

/// What a type of another crate is taken to have: as much as a `url::Url`, which is large among them.
const EXTERN: usize = 88;

/// What is nested more deeply than this is taken to be large: the recursion has to end.
const DEEPEST: usize = 100;

/// Boxes the variants of unions that are too large.
pub(super) fn box_large_variants(model: &Model, boxes: &mut Boxes) {
    let mut sizes = Sizes {
        model,
        boxes,
        known: HashMap::new(),
    };
    let mut large = Vec::new();
    for (id, def) in model.iter() {
        let TypeKind::Union(union) = &def.kind else {
            continue;
        };
        for (index, variant) in union.variants.iter().enumerate() {
            if sizes.of(&variant.slot.ty, 0) > LARGEST_VARIANT {
                large.push((id, index));
            }
        }
    }
    for (id, index) in large {
        boxes.insert(id, index);
    }
}

/// The sizes of types, as far as they are known.
struct Sizes<'m> {
    model: &'m Model,
    /// The members that a cycle puts behind a `Box`.
    boxes: &'m Boxes,
    known: HashMap<TypeId, usize>,
}

impl Sizes<'_> {
    /// The size of a value in bytes, on a 64-bit target, or a little more.
    fn of(&mut self, ty: &Type, depth: usize) -> usize {
        match ty {
            Type::Null => 0,
            Type::Bool => 1,
            Type::Integer(_) | Type::Float => 8,
            Type::Number => 16,
            Type::String | Type::List(_) | Type::Map(..) => 24,
            Type::Mapped(_) => EXTERN,
            // With `serde_json/preserve_order`, which any crate of a build may turn on.
            Type::Any | Type::Object => 72,
            Type::Tuple(slots) => slots
                .iter()
                .map(|slot| self.of(&slot.ty, depth))
                .fold(0, usize::saturating_add),
            Type::Option(inner) => self.of(inner, depth).saturating_add(8),
            Type::Named(id) => self.of_named(*id, depth + 1),
        }
    }

    fn of_named(&mut self, id: TypeId, depth: usize) -> usize {
        if depth > DEEPEST {
            return LARGEST_VARIANT + 1;
        }
        if let Some(&size) = self.known.get(&id) {
            return size;
        }
        // A cycle goes through a `Box` somewhere.
        self.known.insert(id, 8);
        let model = self.model;
        let size = match &model[id].kind {
            TypeKind::Struct(object) => {
                let fields = object.fields.iter().enumerate();
                // What contains the same thing twice, again and again, grows beyond all numbers.
                let sizes = fields.map(|(index, field)| {
                    let size = if self.boxes.contains(id, index) {
                        8
                    } else {
                        self.of(&field.slot.ty, depth)
                    };
                    size.saturating_add(8)
                });
                let rest = if matches!(object.unknown, UnknownMembers::Kept(..)) {
                    24
                } else {
                    0
                };
                sizes.fold(rest, usize::saturating_add)
            }
            TypeKind::StringEnum(_) => 24,
            TypeKind::ValueEnum(_) => 72,
            TypeKind::Union(_) => LARGEST_VARIANT,
            TypeKind::Newtype(slot) => self.of(&slot.ty, depth),
            TypeKind::Alias(target) => self.of_named(*target, depth + 1),
            TypeKind::Never => 0,
            TypeKind::Extern(_) => EXTERN,
        };
        self.known.insert(id, size);
        size
    }
}
