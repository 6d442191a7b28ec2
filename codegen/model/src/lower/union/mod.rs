//! Turns `anyOf`, `oneOf` and several values of `type` into an enum with a variant for each branch.

mod ambiguous;
mod branch_words;
mod branches;
mod covered;
mod listed_values;
mod merge;
mod nested_constants;
mod requirements;
mod several_types;
mod shared_members;
mod tag;
mod variants;

use super::Lowerer;
use super::enums::enum_of;
use super::inline_name::Hint;
use super::view::View;
use crate::model::{Constraints, Null, Slot, Type, TypeId};
use branches::Branch;
use cratify_schema::graph::Conjunction;
use cratify_schema::keyword::{JsonType, that_describe};
use cratify_schema::parse::SchemaId;

impl<'g> Lowerer<'g, '_> {
    /// The slot of a value that `anyOf` or `oneOf` describes, together with their sibling keywords.
    pub(super) fn union(
        &mut self,
        view: &View<'g>,
        conjunction: &Conjunction,
        hint: &Hint,
        own: Option<TypeId>,
    ) -> Slot {
        if self.is_object_with_requirements(view) {
            return self.object(view, conjunction, hint, own);
        }
        let base = self.base(view);
        let mut constraints = view.constraints_with_format();
        let Some(branches) = self.branches(view, &base) else {
            view.keep(&["anyOf", "oneOf"], &mut constraints);
            keep_shape(view, &Type::Any, &mut constraints);
            return Slot::new(Type::Any, constraints);
        };
        let covered = self.covered(view, &branches);
        self.diagnostics.extend(covered);
        let named: Vec<bool> = branches
            .iter()
            .map(|branch| self.existing_type(&branch.conjunction, own).is_some())
            .collect();
        // A branch that is a named type keeps that type.
        let unnamed = !named.contains(&true);
        if let Some(values) = unnamed.then(|| self.all_values(&branches)).flatten() {
            let kind = enum_of(values, self.unlisted(view));
            self.usage_log.shape(view, &["anyOf", "oneOf"]);
            return self.enum_slot(kind, conjunction, hint, own, constraints);
        }
        if let Some(kind) = unnamed.then(|| self.open_enum(&branches)).flatten() {
            self.usage_log.shape(view, &["anyOf", "oneOf"]);
            // The listed values are of two branches, which `oneOf` refuses.
            if view.unions.iter().any(|union| union.exclusive) {
                view.keep(&["oneOf"], &mut constraints);
            }
            return self.enum_slot(kind, conjunction, hint, own, constraints);
        }
        if let [only] = &branches[..] {
            // The union has only one possible branch: the value is that branch.
            self.usage_log.shape(view, &["anyOf", "oneOf"]);
            let listed: usize = view.unions.iter().map(|union| union.branches.len()).sum();
            let mut slot = self.slot_or_own(only, hint, own);
            if listed > 1
                && view.unions.iter().any(|union| union.exclusive)
                && !is_nullable_pair(self, view)
            {
                view.keep(&["oneOf"], &mut constraints);
            }
            slot.constraints.extend(constraints);
            return slot;
        }
        self.variants(view, branches, constraints, conjunction, hint, own)
    }

    fn slot_or_own(&mut self, branch: &Branch, hint: &Hint, own: Option<TypeId>) -> Slot {
        if own.is_some() && self.existing_type(&branch.conjunction, own).is_none() {
            let view = self.view(&branch.conjunction);
            return self.slot_as(view, &branch.conjunction, hint, own);
        }
        self.slot(&branch.conjunction, hint)
    }
}

/// Keeps the sibling keywords of a union as constraints where all branches became one type without a
/// definition.
fn keep_shape(view: &View<'_>, ty: &Type, constraints: &mut Constraints) {
    let (of_arrays, of_objects) = match ty {
        Type::Any => (true, true),
        Type::List(_) => (true, false),
        Type::Map(..) | Type::Object => (false, true),
        _ => (false, false),
    };
    if of_arrays {
        view.keep(&that_describe(JsonType::Array), constraints);
    }
    if of_objects {
        view.keep(&that_describe(JsonType::Object), constraints);
    }
}

/// Whether each union is a value or null.
fn is_nullable_pair(lowerer: &mut Lowerer<'_, '_>, view: &View<'_>) -> bool {
    view.unions.iter().all(|union| {
        let is_value = |id: &&SchemaId| lowerer.possible_types.null(**id) != Null::Only;
        union.branches.iter().filter(is_value).count() <= 1
    })
}
