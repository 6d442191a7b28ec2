//! A schema with a `discriminator` that others extend by `allOf`: an enum of the schema itself and of
//! what extends it, told apart by the tag.
//!
//! To extend such a schema means to have its members; to refer to it means a value of the whole
//! *family*. A child that is extended itself has a family of its own, which is one variant here with
//! the tags of all of it.

use std::collections::{HashMap, HashSet};

use super::Lowerer;
use super::name::Hint;
use super::{Body, push_unique};
use crate::model::{
    Branching, Constraints, Docs, Origin, Rest, Slot, Tag, Type, TypeId, TypeKind, Union, Variant,
};
use crate::names::Step;
use crate::settings::Inheritance;
use cratify_schema::graph::{Conjunction, Part};
use cratify_schema::parse::{JsonType, SchemaId, TypeSet};
use cratify_schema::source::Value;

/// The extension of Azure's documents that gives a schema a tag other than its name.
const VALUE: &str = "x-ms-discriminator-value";

/// The schemas that stand for what extends them as well.
#[derive(Debug, Default)]
pub(super) struct Families {
    bases: HashSet<SchemaId>,
    /// The values that schemas list for a member: each is asked for by all the families that it is in.
    listed: HashMap<(SchemaId, String), Option<Vec<String>>>,
}

/// The tags that schemas have in a family.
struct Tags {
    /// The member that has the tag.
    member: String,
    /// Those that a `mapping` gives.
    mapped: HashMap<SchemaId, Vec<String>>,
    /// The schema of values without a tag that is known.
    default: Option<SchemaId>,
}

impl Lowerer<'_, '_> {
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
        let base = conjunction.parts[0].id();
        let tags = self.tags_of_family(base);
        let mut taken: HashSet<String> = HashSet::new();
        let mut variants = Vec::new();
        // The schemas that each variant is for.
        let mut kin = Vec::new();
        for child in self.graph.inheritance.children(base) {
            let whole = Conjunction::whole(*child);
            if !self.named.contains_key(&whole) {
                continue;
            }
            let mut all = vec![*child];
            if self.families.bases.contains(child) {
                all.extend(self.graph.inheritance.below(*child));
            }
            let own = all
                .iter()
                .flat_map(|id| self.tags_of_schema(&tags, base, *id));
            let own: Vec<String> = own.filter(|tag| taken.insert(tag.clone())).collect();
            let slot = self.slot(&whole, hint);
            variants.push(self.extension(&whole, slot, own));
            kin.push(all);
        }
        let (struct_id, own) = self.own_struct(base, hint);
        let own_tags = self.tags_of_schema(&tags, base, base).into_iter();
        let variant = Variant {
            name: Some(self.model[id].wire_name.clone()),
            tags: own_tags.filter(|tag| !taken.contains(tag)).collect(),
            ..own
        };
        variants.insert(0, variant);
        kin.insert(0, vec![base]);
        let is_default = |all: &Vec<SchemaId>| tags.default.is_some_and(|id| all.contains(&id));
        let default = kin.iter().position(is_default);
        if let (None, Some(own)) = (default, &self.graph.schemas[base].discriminator) {
            self.report_default(own);
        }
        let mut kind = TypeKind::Union(Union {
            variants,
            tag: Some(Tag {
                member: tags.member,
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

    /// What the discriminators that hold for a base say of tags, the nearest first.
    fn tags_of_family(&mut self, base: SchemaId) -> Tags {
        let mut tags = Tags {
            member: String::new(),
            mapped: HashMap::new(),
            default: None,
        };
        for (owner, discriminator) in self.graph.discriminators(base) {
            self.uses.shape_all(&[owner], &["discriminator"]);
            tags.member.clone_from(&discriminator.member);
            let default = discriminator.default.as_ref();
            tags.default = tags.default.or(default.map(|one| one.target));
            let mut mapped: HashMap<SchemaId, Vec<String>> = HashMap::new();
            for (tag, reference) in &discriminator.mapping {
                push_unique(mapped.entry(reference.target).or_default(), tag.clone());
            }
            for (target, names) in mapped {
                tags.mapped.entry(target).or_insert(names);
            }
        }
        tags
    }

    /// The tags of a schema: those that `mapping` gives it, or else its extension, its member or its
    /// name.
    fn tags_of_schema(&mut self, tags: &Tags, base: SchemaId, id: SchemaId) -> Vec<String> {
        if let Some(mapped) = tags.mapped.get(&id) {
            return mapped.clone();
        }
        let value = self.graph.schemas[id].extensions.get(VALUE);
        if let Some(value) = value.and_then(Value::as_str) {
            self.uses.shape_all(&[id], &[VALUE]);
            return vec![value.to_owned()];
        }
        if let Some(listed) = self.listed_tags(&tags.member, id) {
            // What is extended may list the tags of its family as well.
            if id != base || listed.len() == 1 {
                return listed;
            }
        }
        let named = self.named.get(&Conjunction::whole(id));
        let name = named.map(|named| self.model[*named].wire_name.clone());
        name.into_iter().collect()
    }

    /// The values that a schema leaves of those that its base has for a member.
    fn listed_tags(&mut self, member: &str, id: SchemaId) -> Option<Vec<String>> {
        let parent = self.graph.inheritance.parent(id)?;
        let own = self.values_of_member(member, id)?;
        (Some(&own) != self.values_of_member(member, parent).as_ref()).then_some(own)
    }

    fn values_of_member(&mut self, member: &str, id: SchemaId) -> Option<Vec<String>> {
        let key = (id, member.to_owned());
        if let Some(known) = self.families.listed.get(&key) {
            return known.clone();
        }
        let values = self.find_values_of_member(member, id);
        self.families.listed.insert(key, values.clone());
        values
    }

    fn find_values_of_member(&mut self, member: &str, id: SchemaId) -> Option<Vec<String>> {
        let view = self.view(&Conjunction::whole(id));
        let members = view
            .schemas()
            .filter_map(|schema| schema.object.properties.get(member));
        let parts: Vec<Part> = members.map(|id| Part::Whole(*id)).collect();
        let mask = TypeSet::ALL;
        let values = self.view(&Conjunction { parts, mask }).values?;
        let texts: Vec<String> = values
            .iter()
            .filter_map(Value::as_str)
            .map(str::to_owned)
            .collect();
        (!texts.is_empty()).then_some(texts)
    }
}
