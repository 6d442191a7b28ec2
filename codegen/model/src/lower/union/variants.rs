//! Turns the branches of a union into the variants of an enum.

use super::branches::Branch;
use super::keep_shape;
use super::merge::{integers_and_numbers, merge};
use super::nested_constants::drop_redundant_constants;
use crate::lower::Lowerer;
use crate::lower::inline_name::{Hint, Step};
use crate::lower::view::{Branches, View};
use crate::model::{
    Branching, Constraint, Constraints, Facts, Rest, Slot, Type, TypeId, TypeKind, Union, Variant,
};
use crate::settings::{BoxedBranches, UnknownBranches};
use cratify_schema::graph::Conjunction;
use cratify_schema::keyword::{JsonType, TypeSet};
use cratify_schema::parse::{Schema, SchemaId};

impl<'g> Lowerer<'g, '_> {
    pub(super) fn variants(
        &mut self,
        view: &View<'g>,
        branches: Vec<Branch>,
        mut constraints: Constraints,
        conjunction: &Conjunction,
        hint: &Hint,
        own: Option<TypeId>,
    ) -> Slot {
        let parts: Vec<&Conjunction> = branches.iter().map(|branch| &branch.conjunction).collect();
        self.shared_members(view, &parts, hint);
        let is_covered = self.covered(view, &branches).is_some();
        let mut variants: Vec<Variant> = Vec::with_capacity(branches.len());
        let mut merged = false;
        let mut default = None;
        let count = branches.len();
        let facts: Vec<Facts> = branches
            .iter()
            .map(|branch| self.facts(&branch.conjunction))
            .collect();
        let words = self.branch_words(&branches, &facts, &hint.wire_name, own);
        let requests = branches
            .iter()
            .map(|branch| self.requests_of_place(branch.written, &["x-rust-name"]));
        let requests: Vec<_> = requests.collect();
        let hints = requests.iter().zip(&words).map(|((rename, _), words)| {
            let requested = rename.as_ref().map(|rename| rename.text.as_str());
            hint.join(Step::Named(requested.unwrap_or(&words.words)))
        });
        let hints: Vec<Hint> = hints.collect();
        if let Some(index) = branches.iter().position(|branch| self.is_any(branch)) {
            // No types are made of the other branches.
            self.slot(&branches[index].conjunction, &hints[index]);
            return any_value(view, constraints);
        }
        self.name_what_is_shared(view, &branches, &hints);
        let each = branches.into_iter().zip(facts).zip(words);
        for (((branch, mut facts), words), ((rename, attributes), hint)) in
            each.zip(requests.into_iter().zip(hints))
        {
            if branch.name.is_some() {
                self.usage_log.shape_all(&[branch.written], &["title"]);
            } else if !branch.tags.is_empty() {
                let owners: Vec<SchemaId> = view.unions.iter().map(|union| union.owner).collect();
                self.usage_log.shape_all(&owners, &["discriminator"]);
            }
            let is_named = self.existing_type(&branch.conjunction, own).is_some();
            let slot = self.slot(&branch.conjunction, &hint);
            // A type that is named elsewhere, or that has no name, names the variant itself.
            let names_variant = !words.is_of_type && (is_named || self.has_inline(&slot.ty));
            if count > 1 && facts.types.has(JsonType::Object) {
                facts.nested = self.nested_constants(&branch.conjunction);
            }
            if slot.ty == Type::Any {
                return any_value(view, constraints);
            }
            let ty = slot.ty.clone();
            merged |= !merge(
                &mut variants,
                Variant {
                    name: names_variant.then_some(words.words).or(branch.name),
                    rename,
                    attributes,
                    slot,
                    tags: branch.tags,
                    facts,
                    docs: self.annotations(branch.written),
                },
            );
            if branch.is_default {
                default = variants.iter().position(|known| known.slot.ty == ty);
            }
        }
        merged |= integers_and_numbers(&mut variants);
        self.usage_log.shape(view, &["anyOf", "oneOf"]);
        if merged || view.unions.len() > 1 {
            view.keep(&["anyOf", "oneOf"], &mut constraints);
        }
        if variants.len() == 1 {
            let Some(variant) = variants.pop() else {
                return Slot::new(Type::Any, constraints);
            };
            if merged {
                keep_shape(view, &variant.slot.ty, &mut constraints);
            }
            let own = variant.slot.constraints.into_iter();
            let is_kept = |one: &Constraint| !merged || matches!(one, Constraint::Format(_));
            constraints.extend(own.filter(is_kept));
            return Slot::new(variant.slot.ty, constraints);
        }
        let tag = self.tag(view, &mut variants, default);
        drop_redundant_constants(&mut variants, tag.as_ref());
        let union = Union {
            tag,
            branching: match view.unions[..] {
                [
                    Branches {
                        exclusive: true, ..
                    },
                ] if !merged => Branching::One,
                _ => Branching::Any,
            },
            variants,
            boxed: self.boxes_branches(view),
            rest: self.rest(view),
        };
        if !is_covered {
            self.report_ambiguity(&union, conjunction);
        }
        self.enum_slot(TypeKind::Union(union), conjunction, hint, own, constraints)
    }

    /// Makes the types of branches in the order of their names, where several branches have the same members: the first
    /// of them names the types of these.
    fn name_what_is_shared(&mut self, view: &View<'g>, branches: &[Branch], hints: &[Hint]) {
        let has_members = |schema: &Schema| !schema.object.properties.is_empty();
        if view.unions.len() < 2 && !view.schemas().any(has_members) {
            return;
        }
        let mut order: Vec<usize> = (0..branches.len()).collect();
        order.sort_by_key(|index| &hints[*index].wire_name);
        for index in order {
            self.slot(&branches[index].conjunction, &hints[index]);
        }
    }

    /// Whether a branch is any value: nothing restricts it, or it lists objects or arrays.
    fn is_any(&mut self, branch: &Branch) -> bool {
        let mut view = self.view(&branch.conjunction);
        // Null of a union is taken from each of its branches.
        if view.types == TypeSet::NOT_NULL {
            view.types = TypeSet::ALL;
        }
        let mut values = view.values.iter().flatten();
        view.is_unrestricted() || values.any(|value| value.is_object() || value.is_array())
    }

    /// Whether a type is one that is made for its place of use, or contains one.
    fn has_inline(&self, ty: &Type) -> bool {
        let mut found = false;
        ty.visit(&mut |ty| found |= matches!(ty, Type::Named(id) if self.model[*id].in_place));
        found
    }

    /// Whether settings put each branch that has a type with a name behind a `Box`.
    pub(in super::super) fn boxes_branches(&self, view: &View<'g>) -> bool {
        self.choices(view).boxed_branches == BoxedBranches::All
    }

    /// Whether a value of no branch is kept or refused.
    pub(super) fn rest(&self, view: &View<'g>) -> Rest {
        match self.choices(view).unknown_branches {
            UnknownBranches::Keep => Rest::Unknown,
            UnknownBranches::Refuse => Rest::Refused,
        }
    }
}

/// The slot of a union with a branch that is any value.
fn any_value(view: &View<'_>, mut constraints: Constraints) -> Slot {
    view.keep(&["anyOf", "oneOf"], &mut constraints);
    keep_shape(view, &Type::Any, &mut constraints);
    Slot::new(Type::Any, constraints)
}
