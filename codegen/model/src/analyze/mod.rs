//! The analysis of a model: which members need a `Box`, the form of
//! each constructor, conversions, defaults, and a sample value of each type, the features that have it. No single
//! definition shows it.

mod boxes;
mod constructor;
mod conversions;
mod cycles;
mod default_value;
mod groups;
mod same_type;
mod sample;
mod stated;

pub use boxes::Boxes;
pub use constructor::Constructor;
pub use conversions::convertible_branches;
pub use default_value::{DefaultValue, default_variant};
pub use groups::{FULL, GroupFeature, Groups};
pub use sample::{fits, sample};
pub use stated::report_contradictions;

use crate::model::{Model, Type, TypeId, TypeKind};

/// The analysis of a model.
#[derive(Debug)]
pub struct Analysis {
    boxes: Boxes,
}

impl Analysis {
    /// Looks at all types.
    pub fn of(model: &Model) -> Self {
        let mut boxes = Boxes::of(model);
        boxes.add_requested(model);
        Self { boxes }
    }

    /// Whether the type of a member (by its index among fields or variants) is behind a `Box`.
    pub fn is_boxed(&self, owner: TypeId, member: usize) -> bool {
        self.boxes.contains(owner, member)
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
