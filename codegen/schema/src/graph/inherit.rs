//! Turns a graph into its inheritance: the schemas whose `allOf` leads to a schema with a `discriminator` and without
//! branches (OpenAPI 3.1.1, section 4.8.25; Swagger 2.0, "Composition and Inheritance").
//!
//! A *base* has the discriminator, or extends a schema that has one. Its *children* are the named schemas
//! whose `allOf` leads to it without another base in between, and those that only its `mapping` names. A schema whose
//! values may be those of the base and its children is none of them: the types would contain each other without end.

use std::collections::{HashMap, HashSet, VecDeque};

use super::{Graph, NamedSchema};
use crate::diagnostic::{Code, Diagnostic, Diagnostics, visible};
use crate::parse::{Arena, Discriminator, Schema, SchemaId};

/// The bases of a document and their children.
#[derive(Debug, Default)]
pub struct Inheritance {
    bases: HashMap<SchemaId, Base>,
    /// The inline schemas of a child that refer to its base.
    links: HashSet<SchemaId>,
    /// Bases, and the schemas that lead back to them and so are none of their children.
    circular: Vec<(SchemaId, SchemaId)>,
}

/// A schema that others may extend.
#[derive(Debug, Default)]
struct Base {
    /// The schemas that extend it, in document order.
    children: Vec<SchemaId>,
    /// The first of the bases that it extends itself.
    parent: Option<SchemaId>,
}

impl Inheritance {
    /// Finds the bases among the named schemas. The schemas of operations extend nothing: they use schemas.
    pub(super) fn find(schemas: &Arena, named: &[NamedSchema]) -> Self {
        let named = named.iter().filter(|schema| schema.usage.is_none());
        let named: Vec<SchemaId> = named.map(|named| named.schema).collect();
        let declares = |id: &SchemaId| is_discriminated(&schemas[*id]);
        let declared: Vec<SchemaId> = named.iter().copied().filter(declares).collect();
        if declared.is_empty() {
            return Self::default();
        }
        let walk = Walk {
            schemas,
            named: named.iter().copied().collect(),
        };
        let mut found = Self::default();
        let mut extending: HashMap<SchemaId, Vec<SchemaId>> = HashMap::new();
        let mut extended: HashMap<SchemaId, Vec<SchemaId>> = HashMap::new();
        for id in &named {
            let (parents, links) = walk.up(*id);
            for parent in &parents {
                extending.entry(*parent).or_default().push(*id);
            }
            extended.insert(*id, parents);
            found.links.extend(links);
        }
        let mut bases: HashSet<SchemaId> = HashSet::new();
        let mut open = declared;
        while let Some(id) = open.pop() {
            if bases.insert(id) {
                open.extend(extending.get(&id).into_iter().flatten());
            }
        }
        // From the top down, so that each has the discriminator of the nearest base above.
        let is_top = |id: &&SchemaId| !extended[id].iter().any(|above| bases.contains(above));
        let tops = named.iter().filter(|id| bases.contains(id)).filter(is_top);
        let mut open: VecDeque<(SchemaId, Option<SchemaId>)> = tops.map(|id| (*id, None)).collect();
        while let Some((id, parent)) = open.pop_front() {
            if found.bases.contains_key(&id) {
                continue;
            }
            let children = extending.remove(&id).unwrap_or_default();
            open.extend(children.iter().map(|child| (*child, Some(id))));
            found.bases.insert(id, Base { children, parent });
        }
        found.add_mapped(schemas, &walk.named, &named);
        found.remove_circular(schemas, &named);
        found
    }

    /// Removes the children that lead back to their base by keywords that apply to the same value.
    fn remove_circular(&mut self, schemas: &Arena, named: &[SchemaId]) {
        for base in named {
            for child in self.children(*base).to_vec() {
                if !self.leads_back(schemas, child, *base) {
                    continue;
                }
                self.circular.push((*base, child));
                if let Some(base) = self.bases.get_mut(base) {
                    base.children.retain(|id| *id != child);
                }
                if let Some(own) = self.bases.get_mut(&child) {
                    own.parent = own.parent.filter(|parent| parent != base);
                }
            }
        }
    }

    /// Whether a value of a child of the base may be any value of the base and its children.
    fn leads_back(&self, schemas: &Arena, child: SchemaId, base: SchemaId) -> bool {
        // Schemas, and whether the values of their children are meant as well.
        let mut open = vec![(child, true)];
        let mut seen = HashSet::new();
        while let Some((id, has_children)) = open.pop() {
            if !seen.insert((id, has_children)) {
                continue;
            }
            if id == base && has_children {
                return true;
            }
            let schema = &schemas[id];
            let targets = schema.targets();
            open.extend(targets.map(|target| (target, !self.is_link(id, target))));
            let branches = schema.any_of.iter().chain(&schema.one_of).flatten();
            open.extend(schema.all_of.iter().chain(branches).map(|id| (*id, true)));
            if has_children {
                open.extend(self.children(id).iter().map(|id| (*id, true)));
            }
        }
        false
    }

    /// Adds the schemas that a `mapping` names and that do not extend the base by `allOf`.
    fn add_mapped(&mut self, schemas: &Arena, is_named: &HashSet<SchemaId>, named: &[SchemaId]) {
        for id in named {
            let mapping = schemas[*id].discriminator.iter();
            let mapping = mapping.flat_map(|discriminator| &discriminator.mapping);
            let targets = mapping.map(|(_, reference)| reference.target);
            let mut targets: Vec<SchemaId> = targets.collect();
            if targets.is_empty() {
                continue;
            }
            let above: HashSet<SchemaId> = self.lineage(*id).collect();
            let below: HashSet<SchemaId> = self.below(*id).into_iter().collect();
            targets.retain(|target| {
                is_named.contains(target) && !above.contains(target) && !below.contains(target)
            });
            if let Some(base) = self.bases.get_mut(id) {
                for target in targets {
                    if !base.children.contains(&target) {
                        base.children.push(target);
                    }
                }
            }
        }
    }

    /// The schemas that others extend.
    pub fn bases(&self) -> impl Iterator<Item = SchemaId> {
        let bases = self.bases.iter();
        bases
            .filter(|(_, base)| !base.children.is_empty())
            .map(|(id, _)| *id)
    }

    /// The schemas that extend a schema directly.
    pub fn children(&self, id: SchemaId) -> &[SchemaId] {
        self.bases.get(&id).map_or(&[], |base| &base.children)
    }

    /// The base that a schema extends.
    pub fn parent(&self, id: SchemaId) -> Option<SchemaId> {
        self.bases.get(&id)?.parent
    }

    /// A schema, its base, the base of that, ….
    pub fn lineage(&self, id: SchemaId) -> impl Iterator<Item = SchemaId> {
        std::iter::successors(Some(id), |id| self.parent(*id))
    }

    /// The schemas that extend a schema, directly or not. Each comes before the schemas that extend it.
    pub fn below(&self, id: SchemaId) -> Vec<SchemaId> {
        let mut found = Vec::new();
        let mut seen = HashSet::from([id]);
        let mut open: Vec<SchemaId> = self.children(id).iter().rev().copied().collect();
        while let Some(id) = open.pop() {
            if seen.insert(id) {
                found.push(id);
                open.extend(self.children(id).iter().rev());
            }
        }
        found
    }

    /// Whether a schema refers to another one in order to extend it.
    pub fn is_link(&self, id: SchemaId, target: SchemaId) -> bool {
        self.links.contains(&id) && self.bases.contains_key(&target)
    }
}

impl Graph<'_> {
    /// The discriminators of a base, the nearest first: its own, and the discriminators of the schemas that it
    /// extends if they name the same member.
    pub fn discriminators(
        &self,
        base: SchemaId,
    ) -> impl Iterator<Item = (SchemaId, &Discriminator)> {
        let lineage = self.inheritance.lineage(base);
        let mut own = lineage.filter_map(|id| {
            let schema = &self.schemas[id];
            Some((
                id,
                schema
                    .discriminator
                    .as_ref()
                    .filter(|_| is_discriminated(schema))?,
            ))
        });
        let first = own.next();
        let member = first.map(|(_, discriminator)| &discriminator.member);
        let others = own.filter(move |(_, other)| Some(&other.member) == member);
        first.into_iter().chain(others)
    }
}

/// Reports the schemas that would be children of a base, but lead back to it.
pub(super) fn report(graph: &Graph<'_>, diagnostics: &mut Diagnostics) {
    for (base, child) in &graph.inheritance.circular {
        let name = |id: &SchemaId| {
            let named = graph.named.iter().find(|named| named.schema == *id);
            named.map_or_else(String::new, |named| visible(&named.wire_name))
        };
        let (name, child_name) = (name(base), name(child));
        let mapping = graph.schemas[*base].discriminator.iter();
        let mut mapping = mapping.flat_map(|discriminator| &discriminator.mapping);
        let entry = mapping.find(|(_, reference)| reference.target == *child);
        let location = match entry {
            Some((_, reference)) => reference.at.value(),
            None => graph.schemas[*child].at.key(),
        };
        let message = format!("`{child_name}` is a child of `{name}`, and leads back to it");
        diagnostics.push(
            Diagnostic::warning(Code::ReferenceCycle, location, message)
                .label(format!("`{name}` has no variant for this schema"))
                .help(format!(
                    "remove the reference to `{name}` from the branches of `{child_name}`"
                )),
        );
    }
}

/// Follows `allOf` up.
struct Walk<'w> {
    schemas: &'w Arena,
    named: HashSet<SchemaId>,
}

impl Walk<'_> {
    /// The named schemas that a schema extends directly, and the inline schemas that refer to them.
    fn up(&self, from: SchemaId) -> (Vec<SchemaId>, Vec<SchemaId>) {
        let mut found = Vec::new();
        let mut links = Vec::new();
        let mut seen = HashSet::from([from]);
        let mut open: Vec<SchemaId> = self.schemas[from].all_of.iter().rev().copied().collect();
        while let Some(id) = open.pop() {
            if !seen.insert(id) {
                continue;
            }
            let schema = &self.schemas[id];
            let is_named = self.named.contains(&id);
            if is_named && (is_discriminated(schema) || !schema.all_of.is_empty()) {
                found.push(id);
                continue;
            }
            if !is_named {
                links.push(id);
            }
            let next: Vec<SchemaId> = schema.included().collect();
            open.extend(next.into_iter().rev());
        }
        (found, links)
    }
}

/// Whether a schema has a discriminator, and no branches that it could select.
fn is_discriminated(schema: &Schema) -> bool {
    schema.discriminator.is_some() && schema.any_of.is_none() && schema.one_of.is_none()
}
