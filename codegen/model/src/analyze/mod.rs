//! The analysis of a model: which members need a `Box`, the form of
//! each constructor, conversions, defaults, and a sample value of each type, the features that have it. No single
//! definition shows it.

mod boxes;
mod constructor;
mod conversions;
mod cycles;
mod default_value;
mod groups;
mod kept;
mod same_type;
mod sample;
mod stated;

pub use boxes::Boxes;
pub use constructor::Constructor;
pub use conversions::convertible_branches;
pub use default_value::{DefaultValue, default_variant};
pub use groups::{FULL, GroupFeature, Groups};
pub use kept::Kept;
pub use sample::{fits, sample};
pub use stated::report_contradictions;

use std::collections::HashMap;

use crate::model::{Model, Type, TypeId, TypeKind};

/// The analysis of a model.
#[derive(Debug)]
pub struct Analysis {
    boxes: Boxes,
    constructors: HashMap<TypeId, Constructor>,
}

impl Analysis {
    /// Looks at all types. What was released stays as it is wherever that is possible.
    pub fn of(model: &Model, kept: Kept) -> Self {
        let mut boxes = Boxes::of(model, &kept.boxed);
        boxes.add_requested(model);
        let mut constructors = kept.constructors;
        for (id, def) in model.iter() {
            if let TypeKind::Struct(object) = &def.kind {
                let constructor = constructors.entry(id);
                constructor.or_insert_with(|| Constructor::of(model, object));
            }
        }
        Self {
            boxes,
            constructors,
        }
    }

    /// Whether the type of a member (by its index among fields or variants) is behind a `Box`.
    pub fn is_boxed(&self, owner: TypeId, member: usize) -> bool {
        self.boxes.contains(owner, member)
    }

    /// Whether a member is behind a `Box` because its type would have no size without it, or had none when it was released.
    pub fn needs_box(&self, owner: TypeId, member: usize) -> bool {
        self.boxes.is_needed(owner, member)
    }

    /// The form of the constructor of a struct.
    ///
    /// # Panics
    ///
    /// The type is none of the structs of the model.
    pub fn constructor(&self, id: TypeId) -> &Constructor {
        &self.constructors[&id]
    }
}

/// The type that an alias stands for in the end.
pub fn resolve_alias(model: &Model, mut id: TypeId) -> TypeId {
    // Reference cycles were reported; the bound keeps even a broken model finite.
    for _ in 0..model.types.len() {
        match model[id].kind {
            TypeKind::Alias(target) => id = target,
            _ => break,
        }
    }
    id
}

/// Whether values of the type are read as those of an `Option`, which may be behind names.
pub fn is_option<'m>(model: &'m Model, mut ty: &'m Type) -> bool {
    // A newtype of itself is boxed and has no end: the bound is for that.
    for _ in 0..=model.types.len() {
        match ty {
            Type::Option(_) => return true,
            Type::Named(id) => match &model[resolve_alias(model, *id)].kind {
                TypeKind::Newtype(slot) => ty = &slot.ty,
                _ => return false,
            },
            _ => return false,
        }
    }
    false
}
