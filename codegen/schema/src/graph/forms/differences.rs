//! Finds the schemas that differ between requests and responses, and the members in which they do.

use std::collections::{BTreeSet, HashSet};

use super::Names;
use crate::document::Form;
use crate::graph::Graph;
use crate::keyword::{self, Subject};
use crate::parse::{Arena, Schema, SchemaId};

/// The differences of each schema between requests and responses.
pub(super) struct Differences {
    requests: Vec<Names>,
    responses: Vec<Names>,
    mentioned: Vec<Names>,
    differs: Vec<bool>,
}

impl Differences {
    /// `None` if no schema differs.
    pub(super) fn find(
        graph: &Graph<'_>,
        is_split: impl Fn(SchemaId) -> bool,
        is_opaque: impl Fn(SchemaId) -> bool,
        is_null: impl Fn(SchemaId) -> bool,
    ) -> Option<Self> {
        let search = Search {
            schemas: &graph.schemas,
            opaque: graph.schemas.ids().map(is_opaque).collect(),
            null: graph.schemas.ids().map(is_null).collect(),
        };
        let read_only = search.annotated(|schema| schema.annotations.read_only);
        let write_only = search.annotated(|schema| schema.annotations.write_only);
        let tags = search.tags(graph);
        let own = |marks: &[bool], others: &[bool]| -> Vec<Names> {
            let own = graph.schemas.ids().map(|id| {
                if search.is_opaque(id) || !is_split(id) {
                    return Names::new();
                }
                let members = graph.schemas[id].object.properties.iter();
                // A member that is both would be in neither form.
                let marked =
                    members.filter(|(_, member)| marks[member.index()] && !others[member.index()]);
                let names = marked.map(|(name, _)| name.clone());
                names.filter(|name| !tags.contains(&(id, name))).collect()
            });
            own.collect()
        };
        let requests = own(&read_only, &write_only);
        let responses = own(&write_only, &read_only);
        let universe: Names = requests
            .iter()
            .chain(&responses)
            .flatten()
            .cloned()
            .collect();
        if universe.is_empty() {
            return None;
        }
        let seeds = graph
            .schemas
            .ids()
            .filter(|id| !requests[id.index()].is_empty() || !responses[id.index()].is_empty());
        let differs = search.leading_to(graph, seeds.collect());
        Some(Self {
            requests: search.always(requests),
            responses: search.always(responses),
            mentioned: search.mentioned(&universe),
            differs,
        })
    }

    /// Whether a schema has another meaning in requests than in responses.
    pub(super) fn differs(&self, id: SchemaId) -> bool {
        self.differs[id.index()]
    }

    /// The members that a form of the schema by itself does not have.
    pub(super) fn removed(&self, id: SchemaId, form: Form) -> &Names {
        match form {
            Form::Request => &self.requests[id.index()],
            Form::Response => &self.responses[id.index()],
        }
    }

    /// The same, where the schemas around it take out some of the members of the value.
    pub(super) fn removed_inside(&self, id: SchemaId, form: Form, around: &Names) -> Names {
        let mentioned = &self.mentioned[id.index()];
        let of_others = around.intersection(mentioned);
        of_others.chain(self.removed(id, form)).cloned().collect()
    }
}

struct Search<'g> {
    schemas: &'g Arena,
    opaque: Vec<bool>,
    /// Whether null is the only value of each schema.
    null: Vec<bool>,
}

impl Search<'_> {
    fn is_opaque(&self, id: SchemaId) -> bool {
        self.opaque[id.index()]
    }

    /// Whether an annotation holds for each value of a schema: one that any of the schemas with it states (JSON Schema
    /// validation, section 9.4), or all branches of a union.
    fn annotated(&self, states: impl Fn(&Schema) -> bool) -> Vec<bool> {
        let own = self.schemas.iter().map(states).collect();
        fixpoint(self.schemas, own, |id, known| {
            known[id.index()]
                || self.schemas[id].included().any(|part| known[part.index()])
                || self
                    .unions(id)
                    .any(|branches| branches.iter().all(|branch| known[branch.index()]))
        })
    }

    /// The tag members of the branches of discriminators: no branch is selected without them, in either form.
    fn tags<'g>(&self, graph: &'g Graph<'_>) -> HashSet<(SchemaId, &'g String)> {
        let mut found = HashSet::new();
        for id in graph.schemas.ids() {
            let Some(discriminator) = &graph.schemas[id].discriminator else {
                continue;
            };
            let mapped = discriminator.references().map(|reference| reference.target);
            let mut open = graph.inheritance.below(id);
            open.extend(mapped.chain([id]));
            while let Some(id) = open.pop() {
                if found.insert((id, &discriminator.member)) {
                    let schema = &self.schemas[id];
                    let branches = [&schema.any_of, &schema.one_of].into_iter().flatten();
                    open.extend(schema.included().chain(branches.flatten().copied()));
                }
            }
        }
        found
    }

    /// Adds the names of the schemas that hold for the same object.
    fn always(&self, own: Vec<Names>) -> Vec<Names> {
        fixpoint(self.schemas, own, |id, known| {
            let mut names = known[id.index()].clone();
            if self.is_opaque(id) {
                return names;
            }
            for part in self.schemas[id].included() {
                names.extend(known[part.index()].iter().cloned());
            }
            for branches in self.unions(id) {
                let mut branches = branches.iter().map(|branch| &known[branch.index()]);
                let first = branches.next().cloned().unwrap_or_default();
                names.extend(branches.fold(first, |all, names| &all & names));
            }
            names
        })
    }

    /// The names, among these, that a schema describes or requires.
    fn mentioned(&self, universe: &Names) -> Vec<Names> {
        let own = self.schemas.ids().map(|id| {
            if self.is_opaque(id) {
                return Names::new();
            }
            let schema = &self.schemas[id];
            let members = schema.object.properties.keys();
            let dependent = schema.rules.get("dependentRequired");
            let lists = dependent
                .and_then(|lists| lists.as_object())
                .into_iter()
                .flatten();
            let dependent = lists.flat_map(|(_, list)| list.as_array().into_iter().flatten());
            let dependent = dependent.filter_map(|name| name.as_str().map(str::to_owned));
            let names = members.chain(&schema.object.required).cloned();
            names
                .chain(dependent)
                .filter(|name| universe.contains(name))
                .collect()
        });
        fixpoint(
            self.schemas,
            own.collect(),
            |id, known: &[BTreeSet<String>]| {
                let mut names = known[id.index()].clone();
                if !self.is_opaque(id) {
                    for part in same_object(&self.schemas[id]) {
                        names.extend(known[part.index()].iter().cloned());
                    }
                }
                names
            },
        )
    }

    /// The unions of a schema, each without its branches for null.
    fn unions(&self, id: SchemaId) -> impl Iterator<Item = Vec<SchemaId>> {
        let schema = &self.schemas[id];
        let unions = [&schema.any_of, &schema.one_of].into_iter().flatten();
        let unions = unions.map(|branches| {
            let values = branches.iter().copied();
            values.filter(|id| !self.null[id.index()]).collect()
        });
        unions.filter(|branches: &Vec<SchemaId>| !branches.is_empty())
    }

    /// The schemas that lead to some of these. A schema also leads to the schemas that extend it.
    fn leading_to(&self, graph: &Graph<'_>, mut open: Vec<SchemaId>) -> Vec<bool> {
        let mut users: Vec<Vec<SchemaId>> = vec![Vec::new(); self.schemas.len()];
        for id in self.schemas.ids().filter(|id| !self.is_opaque(*id)) {
            let schema = &self.schemas[id];
            let targets = schema.all_references().map(|reference| reference.target);
            let extending = graph.inheritance.children(id).iter().copied();
            for next in schema.subschemas().chain(targets).chain(extending) {
                users[next.index()].push(id);
            }
        }
        let mut found = vec![false; self.schemas.len()];
        while let Some(id) = open.pop() {
            if !std::mem::replace(&mut found[id.index()], true) {
                open.extend(&users[id.index()]);
            }
        }
        found
    }
}

/// The schemas that describe the same object as a schema, or may.
fn same_object(schema: &Schema) -> impl Iterator<Item = SchemaId> {
    let branches = [&schema.any_of, &schema.one_of]
        .into_iter()
        .flatten()
        .flatten();
    let rules = schema.rule_schemas.iter();
    let rules = rules.filter(|(keyword, _)| keyword::subject_of(keyword) == Subject::Value);
    schema
        .included()
        .chain(branches.copied())
        .chain(rules.flat_map(|(_, schemas)| schemas).copied())
}

/// Applies a function to each schema until nothing changes. At most 500 schemas in a row hold for one value, so this ends
/// after as many rounds.
fn fixpoint<T: PartialEq>(
    schemas: &Arena,
    mut known: Vec<T>,
    next: impl Fn(SchemaId, &[T]) -> T,
) -> Vec<T> {
    loop {
        let mut is_done = true;
        // References mostly lead forward: from the last schema on, most is known in the first round.
        for index in (0..known.len()).rev() {
            let Some(id) = schemas.id(index) else {
                continue;
            };
            let new = next(id, &known);
            if new != known[index] {
                known[index] = new;
                is_done = false;
            }
        }
        if is_done {
            return known;
        }
    }
}
