//! Decides which tags a branch has: the values of the tag member that select it.
//!
//! Unions with a `discriminator` and inheritance share this decision. The sources, in this order:
//!
//! 1. the entries of `mapping` that name the branch,
//! 2. `x-ms-discriminator-value`,
//! 3. the values to which the schema fixes the member, by `const`, `enum` or a union of them: its own and those of the
//!    schemas that it refers to and combines,
//! 4. the name of the schema (OpenAPI 3.1.1, section 4.8.25).
//!
//! A branch that is a union itself, or the base of a family, has the tags of all its schemas.

#[cfg(test)]
mod tests;

use std::collections::HashMap;

use super::{Lowerer, push_unique};
use cratify_schema::graph::{Conjunction, Part};
use cratify_schema::keyword::{JsonType, TypeSet};
use cratify_schema::parse::{Discriminator, SchemaId};
use cratify_schema::source::Value;

/// The extension of Azure's documents that gives a schema a tag other than its name.
const VALUE: &str = "x-ms-discriminator-value";

/// How many references and nested unions are followed to find a tag.
const MOST_STEPS: usize = 8;

/// The candidates for the tags of one schema.
#[derive(Debug, Clone, Default)]
pub(super) struct Candidates {
    /// The tags that `mapping` or the extension gives it.
    pub given: Vec<String>,
    /// The strings to which the schema fixes the member.
    pub fixed: Vec<String>,
    /// The name of the schema.
    pub name: Option<String>,
}

impl Candidates {
    /// Whether there is no candidate.
    fn is_empty(&self) -> bool {
        !self.is_stated() && self.name.is_none()
    }

    /// Whether the document states a tag, so that the name is not a tag.
    fn is_stated(&self) -> bool {
        !self.given.is_empty() || !self.fixed.is_empty()
    }

    /// The tags, given which values only this branch has.
    fn tags(&self, is_own: impl Fn(&String) -> bool) -> Vec<String> {
        let own: Vec<&String> = self.fixed.iter().filter(|tag| is_own(tag)).collect();
        if !self.given.is_empty() {
            let mut tags = self.given.clone();
            for tag in own {
                // The schema accepts it, and no other branch does.
                push_unique(&mut tags, tag.clone());
            }
            return tags;
        }
        match (&self.fixed[..], &self.name) {
            ([], name) => name.iter().cloned().collect(),
            // Several branches list the same values: the tag of each is its name.
            ([_, _, ..], Some(name))
                if own.len() < self.fixed.len() && self.fixed.contains(name) =>
            {
                vec![name.clone()]
            }
            _ => self.fixed.clone(),
        }
    }
}

/// The tags of each branch, from the candidates of all its schemas.
pub(super) fn tags_of_branches(branches: &[Vec<Candidates>]) -> Vec<Vec<String>> {
    // The branch that claims a tag; `None` if several do.
    let mut claims: HashMap<&String, Option<usize>> = HashMap::new();
    for (index, schemas) in branches.iter().enumerate() {
        for tag in schemas
            .iter()
            .flat_map(|one| one.given.iter().chain(&one.fixed))
        {
            let claim = claims.entry(tag).or_insert(Some(index));
            *claim = claim.filter(|known| *known == index);
        }
    }
    let tags_of = |(index, schemas): (usize, &Vec<Candidates>)| {
        let is_own = |tag: &String| claims.get(tag) == Some(&Some(index));
        let mut tags = Vec::new();
        for tag in schemas.iter().flat_map(|schema| schema.tags(is_own)) {
            push_unique(&mut tags, tag);
        }
        tags
    };
    branches.iter().enumerate().map(tags_of).collect()
}

impl Lowerer<'_, '_> {
    /// The candidates of a branch of a union, with the candidates of the branches in it; empty if no tag of a nested
    /// branch is known.
    pub(super) fn candidates_of_branch(
        &mut self,
        discriminator: &Discriminator,
        branch: SchemaId,
        conjunction: &Conjunction,
    ) -> Vec<Candidates> {
        let found = self.candidates(&[discriminator], branch, conjunction, MOST_STEPS);
        found.unwrap_or_default()
    }

    fn candidates(
        &mut self,
        discriminators: &[&Discriminator],
        branch: SchemaId,
        conjunction: &Conjunction,
        steps: usize,
    ) -> Option<Vec<Candidates>> {
        let steps = steps.checked_sub(1)?;
        let graph = self.graph;
        let names = self.names_of(branch);
        if let Some(family) = self.candidates_of_family_branch(discriminators, &names) {
            return Some(family);
        }
        let member = &discriminators.first()?.member;
        let named = |id: &SchemaId| graph.named.iter().find(|root| root.schema == *id);
        let own = Candidates {
            given: self.given_tags(discriminators, &names),
            fixed: self.fixed_values(member, conjunction).unwrap_or_default(),
            name: names
                .iter()
                .find_map(named)
                .map(|root| root.wire_name.clone()),
        };
        let view = self.view(conjunction);
        let ([], [union]) = (&own.fixed[..], &view.unions[..]) else {
            return (!own.is_empty()).then(|| vec![own]);
        };
        let nested = graph.schemas[union.owner].discriminator.as_ref();
        let nested = nested.filter(|nested| nested.member == *member);
        let discriminators: Vec<_> = discriminators.iter().copied().chain(nested).collect();
        let mut all = vec![own];
        for inner in union.branches {
            if !self.possible_types.of(*inner).has(JsonType::Object) {
                // It has no members, so no tag selects it.
                continue;
            }
            let whole = Conjunction::whole(*inner);
            match self.candidates(&discriminators, *inner, &whole, steps) {
                Some(found) => all.extend(found),
                None if all[0].given.is_empty() => return None,
                None => {}
            }
        }
        let [own, inner @ ..] = &mut all[..] else {
            return Some(all);
        };
        if !own.given.is_empty() {
            for one in inner {
                one.name = None;
            }
        } else if inner.iter().all(Candidates::is_stated) {
            own.name = None;
        }
        Some(all)
    }

    /// The tags that `mapping` gives a schema, else its extension. `names` are the ids of the schema and its
    /// aliases.
    pub(super) fn given_tags(
        &mut self,
        discriminators: &[&Discriminator],
        names: &[SchemaId],
    ) -> Vec<String> {
        let mut mapped = names.iter();
        if let Some(tags) = mapped.find_map(|id| mapped_tags(discriminators, *id)) {
            return tags;
        }
        let graph = self.graph;
        let value = |id: &SchemaId| graph.schemas[*id].extensions.get(VALUE)?.as_str();
        let found = names.iter().find_map(|id| Some((*id, value(id)?)));
        if let Some((id, _)) = found {
            self.usage_log.shape_all(&[id], &[VALUE]);
        }
        found.into_iter().map(|(_, tag)| tag.to_owned()).collect()
    }

    /// The strings to which the schemas of a conjunction fix a member.
    pub(super) fn fixed_values(
        &mut self,
        member: &str,
        conjunction: &Conjunction,
    ) -> Option<Vec<String>> {
        let view = self.view(conjunction);
        let members = view
            .schemas()
            .filter_map(|schema| schema.object.properties.get(member));
        let parts: Vec<Part> = members.map(|id| Part::Whole(*id)).collect();
        let mask = TypeSet::ALL;
        let values = self.listed_values(&Conjunction { parts, mask }, MOST_STEPS)?;
        let texts = values.iter().filter_map(Value::as_str);
        let texts: Vec<String> = texts.map(str::to_owned).collect();
        (!texts.is_empty()).then_some(texts)
    }

    /// A schema and the schemas that it is an alias of, the nearest first.
    fn names_of(&self, id: SchemaId) -> Vec<SchemaId> {
        let mut names = vec![id];
        let mut next = self.graph.schemas[id].targets().next();
        next = next.or_else(|| self.alias_of(id));
        while let Some(id) = next.filter(|id| names.len() < MOST_STEPS && !names.contains(id)) {
            names.push(id);
            next = self.alias_of(id);
        }
        names
    }

    /// The schema that another one is an alias of, if it adds nothing of its own. A named schema that extends
    /// a single schema is not an alias.
    fn alias_of(&self, id: SchemaId) -> Option<SchemaId> {
        let schema = &self.graph.schemas[id];
        let mut targets = schema.targets();
        let only = match (&schema.all_of[..], targets.next(), targets.next()) {
            ([], Some(target), None) => target,
            ([part], None, None) if !self.named.contains_key(&Conjunction::whole(id)) => *part,
            _ => return None,
        };
        let says_more = schema.types.is_some()
            || schema.values.is_some()
            || schema.has_object_keywords()
            || schema.any_of.is_some()
            || schema.one_of.is_some()
            || schema.extensions.contains_key(VALUE);
        (!says_more).then_some(only)
    }
}

/// The tags that the nearest discriminator gives a schema.
fn mapped_tags(discriminators: &[&Discriminator], id: SchemaId) -> Option<Vec<String>> {
    let tags_in = |discriminator: &&Discriminator| {
        let mapping = discriminator.mapping.iter();
        let mapped = mapping.filter(|(_, reference)| reference.target == id);
        let mut tags = Vec::new();
        for (tag, _) in mapped {
            push_unique(&mut tags, tag.clone());
        }
        (!tags.is_empty()).then_some(tags)
    };
    discriminators.iter().find_map(tags_in)
}
