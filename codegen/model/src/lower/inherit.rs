//! A schema with a `discriminator` that others extend by `allOf`: an enum of the schema itself and of
//! what extends it, told apart by the tag.
//!
//! To extend such a schema means to have its members; to refer to it means a value of the whole
//! *family*. A child that is extended itself has a family of its own, which is one variant here with
//! the tags of all of it.

use std::collections::{HashMap, HashSet};

use super::Body;
use super::Lowerer;
use super::name::Hint;
use super::tags::{Candidates, tags_of_branches};
use crate::model::{
    Branching, Constraints, Docs, Origin, Rest, Slot, Tag, Type, TypeId, TypeKind, Union, Variant,
};
use crate::names::Step;
use crate::settings::Inheritance;
use cratify_schema::graph::{Conjunction, Part};
use cratify_schema::keyword::{JsonType, TypeSet};
use cratify_schema::parse::{Discriminator, SchemaId};

/// The schemas that stand for what extends them as well.
#[derive(Debug, Default)]
pub(super) struct Families {
    bases: HashSet<SchemaId>,
    /// The values that schemas list for a member: each is asked for by all the families that it is in.
    listed: HashMap<(SchemaId, String), Option<Vec<String>>>,
}

impl<'g> Lowerer<'g, '_> {
    /// Decides which schemas stand for what extends them as well.
    pub(super) fn find_families(&mut self) {
        let graph = self.graph;
        for base in graph.inheritance.bases() {
            let choice = self.settings.choices(&[base]).inheritance;
            let mut children = graph.inheritance.children(base).iter();
            let is_typed = |id: &SchemaId| self.settings.is_selected(*id) && self.is_needed(*id);
            if choice == Inheritance::Union
                && children.any(is_typed)
                && !self.is_replaced(base)
                && self.is_tagged_struct(base)
            {
                self.families.bases.insert(base);
            }
        }
    }

    /// Whether the values of a base are objects that have the tag: a value that is read without it
    /// would lose it.
    fn is_tagged_struct(&mut self, base: SchemaId) -> bool {
        let view = self.view(&Conjunction::whole(base));
        let Some((_, discriminator)) = self.graph.discriminators(base).next() else {
            return false;
        };
        let properties = view.schemas().map(|schema| &schema.object.properties);
        let mut members = properties
            .filter_map(|properties| properties.get(&discriminator.member))
            .peekable();
        view.is_struct()
            && members.peek().is_some()
            && members.all(|id| self.possible.of(*id).has(JsonType::String))
    }

    /// Whether the values are those of a whole family.
    pub(super) fn is_family(&self, conjunction: &Conjunction) -> bool {
        conjunction.is_whole() && self.families.bases.contains(&conjunction.parts[0].id())
    }

    /// Whether a schema has the members of a base that is a family.
    pub(super) fn extends_family(&self, id: SchemaId) -> bool {
        let parent = self.graph.inheritance.parent(id);
        parent.is_some_and(|parent| self.families.bases.contains(&parent))
    }

    /// The body of a type that stands for a family.
    pub(super) fn family(
        &mut self,
        id: TypeId,
        conjunction: &Conjunction,
        hint: &Hint,
    ) -> (TypeKind, Constraints) {
        let graph = self.graph;
        let base = conjunction.parts[0].id();
        let discriminators: Vec<&Discriminator> = self.discriminators_of(base);
        let children = graph.inheritance.children(base).iter().copied();
        let children = children.filter(|id| self.named.contains_key(&Conjunction::whole(*id)));
        let children: Vec<SchemaId> = children.collect();
        // The schemas that each variant is for.
        let mut kin = vec![vec![base]];
        kin.extend(children.iter().map(|child| self.kin(*child)));
        let candidates = kin.iter().map(|ids| {
            let ids = ids.iter();
            ids.map(|id| self.candidates_of_kin(&discriminators, base, *id))
                .collect()
        });
        let candidates: Vec<Vec<Candidates>> = candidates.collect();
        let mut tags = tags_of_branches(&candidates);
        let mut taken: HashSet<String> = HashSet::new();
        // What is extended comes last: it may list the tags of its family as well.
        for own in tags.iter_mut().skip(1) {
            own.retain(|tag| taken.insert(tag.clone()));
        }
        tags[0].retain(|tag| !taken.contains(tag));
        let mut tags = tags.into_iter();
        let own_tags = tags.next().unwrap_or_default();
        let mut variants = Vec::with_capacity(kin.len());
        for (child, own) in children.into_iter().zip(tags) {
            let whole = Conjunction::whole(child);
            let slot = self.slot(&whole, hint);
            variants.push(self.extension(&whole, slot, own));
        }
        let (struct_id, own) = self.own_struct(base, hint);
        let variant = Variant {
            name: Some(self.model[id].wire_name.clone()),
            tags: own_tags,
            ..own
        };
        variants.insert(0, variant);
        let mut default = discriminators.iter();
        let default = default.find_map(|one| Some(one.default.as_ref()?.target));
        let default = default.and_then(|id| kin.iter().position(|all| all.contains(&id)));
        if let (None, Some(own)) = (default, &graph.schemas[base].discriminator) {
            self.report_default(own);
        }
        let mut kind = TypeKind::Union(Union {
            variants,
            tag: Some(Tag {
                member: member_of(&discriminators),
                default,
                is_certain: false,
            }),
            branching: Branching::Extensions(struct_id),
            // The schema accepts what none of them is.
            rest: Rest::Unknown,
        });
        self.apply_value_requests(&mut kind, conjunction);
        (kind, Constraints::default())
    }

    /// The struct of a base's own members, and its variant.
    fn own_struct(&mut self, base: SchemaId, hint: &Hint) -> (TypeId, Variant) {
        let conjunction = Conjunction {
            parts: vec![Part::Base(base)],
            mask: TypeSet::ALL,
        };
        let name = hint.join(Step::Base).wire_name;
        let id = self.declare(conjunction.clone(), Origin::Inline(hint.owner), name);
        // Now: its members come before those of what extends it.
        self.define(id, &Body::Object(conjunction.clone()));
        let slot = Slot::of(Type::Named(id));
        (id, self.extension(&conjunction, slot, Vec::new()))
    }

    /// The variant for a member of a family.
    fn extension(&mut self, conjunction: &Conjunction, slot: Slot, tags: Vec<String>) -> Variant {
        Variant {
            name: None,
            rename: None,
            attributes: Vec::new(),
            slot,
            tags,
            facts: self.facts(conjunction),
            docs: Docs::default(),
        }
    }

    /// The discriminators that hold for a base, the nearest first.
    fn discriminators_of(&mut self, base: SchemaId) -> Vec<&'g Discriminator> {
        let graph = self.graph;
        let (owners, discriminators): (Vec<_>, Vec<_>) = graph.discriminators(base).unzip();
        self.uses.shape_all(&owners, &["discriminator"]);
        discriminators
    }

    /// A schema and, if others extend it, all of these.
    fn kin(&self, id: SchemaId) -> Vec<SchemaId> {
        let mut kin = vec![id];
        if self.families.bases.contains(&id) {
            kin.extend(self.graph.inheritance.below(id));
        }
        kin
    }

    /// What may be the tags of a schema in a family.
    fn candidates_of_kin(
        &mut self,
        discriminators: &[&Discriminator],
        base: SchemaId,
        id: SchemaId,
    ) -> Candidates {
        let fixed = self.narrowed_values(&member_of(discriminators), id);
        // What is extended may list the tags of its family as well.
        let fixed = fixed.filter(|fixed| id != base || fixed.len() == 1);
        let named = self.named.get(&Conjunction::whole(id));
        Candidates {
            name: named.map(|named| self.model[*named].wire_name.clone()),
            given: self.given_tags(discriminators, &[id]),
            fixed: fixed.unwrap_or_default(),
        }
    }

    /// The candidates of a branch of a union that is a family with the same tag member.
    pub(super) fn candidates_of_family_branch(
        &mut self,
        discriminators: &[&Discriminator],
        names: &[SchemaId],
    ) -> Option<Vec<Candidates>> {
        let base = *names.iter().find(|id| self.families.bases.contains(id))?;
        let own = self.discriminators_of(base);
        if member_of(&own) != member_of(discriminators) {
            return None;
        }
        let all = [discriminators, &own].concat();
        let kin = self.kin(base).into_iter();
        Some(
            kin.map(|id| self.candidates_of_kin(&all, base, id))
                .collect(),
        )
    }

    /// The values that a schema leaves of those that its base has for a member.
    fn narrowed_values(&mut self, member: &str, id: SchemaId) -> Option<Vec<String>> {
        let parent = self.graph.inheritance.parent(id)?;
        let own = self.values_of_member(member, id)?;
        (Some(&own) != self.values_of_member(member, parent).as_ref()).then_some(own)
    }

    fn values_of_member(&mut self, member: &str, id: SchemaId) -> Option<Vec<String>> {
        let key = (id, member.to_owned());
        if let Some(known) = self.families.listed.get(&key) {
            return known.clone();
        }
        let values = self.fixed_values(member, &Conjunction::whole(id));
        self.families.listed.insert(key, values.clone());
        values
    }
}

/// The member that has the tag.
fn member_of(discriminators: &[&Discriminator]) -> String {
    let first = discriminators.first();
    first.map(|one| one.member.clone()).unwrap_or_default()
}
