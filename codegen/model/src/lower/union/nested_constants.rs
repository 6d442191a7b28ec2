//! Finds constants of members of required objects: facts where the members of the branches themselves are alike.

use std::collections::VecDeque;

use crate::lower::Lowerer;
use crate::lower::facts::properties;
use crate::model::{Tag, Variant};
use cratify_schema::graph::Conjunction;
use cratify_schema::keyword::{JsonType, TypeSet};
use cratify_schema::source::Value;

/// How many objects of a branch are examined: each may have a number of others.
const MOST_OBJECTS: usize = 64;
/// How many names may lead to a constant: a recursive schema has no end.
const MOST_NAMES: usize = 16;

/// The names that lead to a member, and its values.
type Constant = (Vec<String>, Vec<Value>);

impl Lowerer<'_, '_> {
    /// The constants of members of required objects in a branch, beginning with outer objects.
    pub(super) fn nested_constants(&mut self, branch: &Conjunction) -> Vec<Constant> {
        let mut found = Vec::new();
        let mut queue = VecDeque::from([(Vec::new(), branch.clone())]);
        let mut examined = 0;
        while let Some((path, object)) = queue.pop_front() {
            examined += 1;
            let view = self.view(&object);
            let is_required = |name: &str| {
                view.schemas()
                    .any(|schema| schema.object.required.iter().any(|one| one == name))
            };
            for (name, member) in properties(&view) {
                let mut inner = path.clone();
                inner.push(name.to_owned());
                let is_nested = !path.is_empty();
                if let Some(values) = self.constants(&member).filter(|_| is_nested) {
                    found.push((inner, values));
                } else if is_required(name)
                    && inner.len() < MOST_NAMES
                    && examined + queue.len() < MOST_OBJECTS
                    && self.view(&member).types == TypeSet::only(JsonType::Object)
                {
                    queue.push_back((inner, member));
                }
            }
        }
        found
    }
}

/// Drops the nested constants that select no variant: all of them if the tag does, else the constants that the variants
/// have in common.
pub(super) fn drop_redundant_constants(variants: &mut [Variant], tag: Option<&Tag>) {
    let by_tag = tag.is_some_and(|tag| tag.is_certain);
    let objects = variants
        .iter()
        .filter(|variant| variant.facts.types.has(JsonType::Object));
    let objects: Vec<Vec<Constant>> = objects
        .map(|variant| variant.facts.nested.clone())
        .collect();
    for variant in variants {
        let nested = &mut variant.facts.nested;
        nested.retain(|constant| !by_tag && objects.iter().any(|all| !all.contains(constant)));
    }
}
