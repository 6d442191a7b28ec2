//! The analysis of a model: which members need a `Box`, the form of each constructor, derived traits, conversions, a sample value of
//! each type, the features that have it. No single definition shows it.

mod boxes;
mod constructor;
mod conversions;
mod cycles;
mod groups;
mod same_type;
mod sample;
mod stated;
mod traits;

pub use boxes::Boxes;
pub use conversions::convertible_branches;
pub use groups::{FULL, GroupFeature, Groups};
pub use sample::{fits, sample};
pub use stated::report_contradictions;
pub use traits::Traits;

use std::collections::HashMap;

use crate::model::{Constructor, Model, TypeId, TypeKind};
use crate::names::Kept;

/// The analysis of a model.
#[derive(Debug)]
pub struct Analysis {
    boxes: Boxes,
    constructors: HashMap<TypeId, Constructor>,
    /// The traits of all types, in the order of the model.
    traits: Vec<Traits>,
}

impl Analysis {
    /// Looks at all types. Released forms stay wherever that is possible.
    pub fn of(model: &Model, kept: Kept) -> Self {
        let mut boxes = Boxes::of(model, &kept.boxed);
        boxes.add_requested(model);
        let mut constructors = kept.constructors;
        for (id, def) in model.iter() {
            if let TypeKind::Struct(object) = &def.kind {
                let constructor = constructors.entry(id);
                constructor.or_insert_with(|| constructor::decide(model, object));
            }
        }
        Self {
            boxes,
            constructors,
            traits: model.iter().map(|(id, _)| Traits::of(model, id)).collect(),
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

    /// The traits of a type.
    pub fn traits(&self, id: TypeId) -> Traits {
        self.traits[id.0 as usize]
    }

    /// The form of the constructor of a struct.
    ///
    /// # Panics
    ///
    /// The type is not a struct of the model.
    pub fn constructor(&self, id: TypeId) -> &Constructor {
        &self.constructors[&id]
    }
}
