//! Turns several values of `type` into a union with a branch for each.

use crate::lower::Lowerer;
use crate::lower::inline_name::{Hint, Step};
use crate::lower::view::View;
use crate::model::{Branching, Slot, TypeId, TypeKind, Union, Variant};
use cratify_schema::graph::Conjunction;
use cratify_schema::keyword::{JsonType, TypeSet, concerns};

impl<'g> Lowerer<'g, '_> {
    /// The slot of a value that may have several JSON types, without `anyOf`.
    pub(in crate::lower) fn several_types(
        &mut self,
        view: &View<'g>,
        conjunction: &Conjunction,
        hint: &Hint,
        own: Option<TypeId>,
    ) -> Slot {
        if view.types.iter().count() > 4 {
            return self.untyped(view, conjunction, hint, own);
        }
        let mut variants = Vec::new();
        for ty in view.types.iter() {
            let branch = Conjunction {
                parts: conjunction.parts.clone(),
                mask: TypeSet::only(ty),
            };
            let slot = self.slot(&branch, &hint.join(Step::Type(ty)));
            let mut slot = slot;
            slot.constraints.retain(|one| concerns(one.keyword(), ty));
            let facts = self.facts(&branch);
            variants.push(Variant {
                name: None,
                rename: None,
                attributes: Vec::new(),
                slot,
                tags: Vec::new(),
                facts,
                docs: crate::model::Docs::default(),
            });
        }
        let mut constraints = view.constraints();
        constraints.retain(|one| {
            JsonType::ALL
                .into_iter()
                .all(|ty| concerns(one.keyword(), ty))
        });
        let union = Union {
            variants,
            tag: None,
            branching: Branching::Any,
            boxed: self.boxes_branches(view),
            rest: self.rest(view),
        };
        self.enum_slot(TypeKind::Union(union), conjunction, hint, own, constraints)
    }
}
