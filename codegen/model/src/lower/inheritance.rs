//! Turns a schema with a `discriminator` that other schemas extend by `allOf` into a union: a variant for the
//! schema itself, and one for each schema that extends it.
//!
//! To extend such a schema means to have its members. To refer to it means a value of the whole *family*: the
//! base and the schemas that extend it. A child that others extend is the base of a family of its own, which
//! is one variant of this union and has the tags of all its schemas.

use std::collections::{HashMap, HashSet};

use super::Lowerer;
use super::definitions::Body;
use super::inline_name::{Hint, Step};
use super::tags::{Candidates, tags_of_branches};
use crate::model::{
    Branching, Constraints, Docs, Origin, Rest, Slot, Tag, Type, TypeId, TypeKind, Union, Variant,
};
use crate::settings::Inheritance;
use cratify_schema::graph::{Conjunction, Part};
use cratify_schema::keyword::JsonType;
use cratify_schema::parse::{Discriminator, SchemaId};

/// The bases of families.
#[derive(Debug, Default)]
pub(super) struct Families {
    bases: HashSet<SchemaId>,
    /// The strings to which a schema fixes a member. Each family that a schema belongs to asks for them.
    listed: HashMap<(SchemaId, String), Option<Vec<String>>>,
}

impl<'g> Lowerer<'g, '_> {
    /// Decides which schemas are the bases of families.
    pub(super) fn find_families(&mut self) {
        let graph = self.graph;
        for base in graph.inheritance.bases() {
            let choice = self.settings.choices(&[base]).inheritance;
            let mut children = graph.inheritance.children(base).iter();
            let is_typed = |id: &SchemaId| self.settings.is_selected(*id) && self.is_reachable(*id);
            if choice == Inheritance::Union
                && children.any(is_typed)
                && !self.is_replaced(base)
                && self.is_tagged_struct(base)
            {
                self.families.bases.insert(base);
            }
        }
    }

    /// Whether the values of a base are objects that have the tag: a struct without a field for it would lose
    /// it.
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
            && members.all(|id| self.possible_types.of(*id).has(JsonType::String))
    }

    /// Whether a conjunction is a reference to a family.
    pub(super) fn is_family(&self, conjunction: &Conjunction) -> bool {
        conjunction.is_whole() && self.families.bases.contains(&conjunction.parts[0].id())
    }

    /// Whether a schema extends the base of a family.
    pub(super) fn extends_family(&self, id: SchemaId) -> bool {
        let parent = self.graph.inheritance.parent(id);
        parent.is_some_and(|parent| self.families.bases.contains(&parent))
    }

    /// The union of a family.
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
        // The schemas of each variant.
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
        // The base comes last: it may list the tags of the whole family as well.
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
            name: (own_tags.len() != 1).then(|| self.model[id].wire_name.clone()),
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
        let view = self.view(conjunction);
        let boxed = self.boxes_branches(&view);
        let mut kind = TypeKind::Union(Union {
            variants,
            tag: Some(Tag {
                member: member_of(&discriminators),
                default,
                is_certain: false,
            }),
            branching: Branching::Extensions(struct_id),
            boxed,
            // The schema of the base accepts values of no variant.
            rest: Rest::Unknown,
        });
        self.apply_value_requests(&mut kind, conjunction);
        (kind, Constraints::default())
    }

    /// The struct of the members of a base, and its variant.
    fn own_struct(&mut self, base: SchemaId, hint: &Hint) -> (TypeId, Variant) {
        let conjunction = Conjunction::of(vec![Part::Base(base)]);
        let name = hint.join(Step::Base).wire_name;
        let id = self.declare(conjunction.clone(), Origin::Inline(hint.owner), name);
        // Made now, so that its types are named before the types of the schemas that extend it.
        self.define(id, &Body::Object(conjunction.clone()));
        let slot = Slot::of(Type::Named(id));
        (id, self.extension(&conjunction, slot, Vec::new()))
    }

    /// The variant of a schema in a family.
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
        self.usage_log.shape_all(&owners, &["discriminator"]);
        discriminators
    }

    /// A schema and, if it is the base of a family, the schemas that extend it.
    fn kin(&self, id: SchemaId) -> Vec<SchemaId> {
        let mut kin = vec![id];
        if self.families.bases.contains(&id) {
            kin.extend(self.graph.inheritance.below(id));
        }
        kin
    }

    /// The candidates for the tags of a schema in a family.
    fn candidates_of_kin(
        &mut self,
        discriminators: &[&Discriminator],
        base: SchemaId,
        id: SchemaId,
    ) -> Candidates {
        let fixed = self.narrowed_values(&member_of(discriminators), id);
        // The base may list the tags of the whole family as well.
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

    /// The strings that a schema keeps of the strings that its base allows for a member; `None` if it keeps all.
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

/// The name of the tag member.
fn member_of(discriminators: &[&Discriminator]) -> String {
    let first = discriminators.first();
    first.map(|one| one.member.clone()).unwrap_or_default()
}
