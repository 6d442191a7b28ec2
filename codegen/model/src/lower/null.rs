//! Decides whether null is the only value of a schema, one of its values, or none.
//!
//! The possible JSON types give most of the answer. Where null is one of them, the keywords may still reject
//! it: null may satisfy two branches of a `oneOf`, or the schema under `not`.

use super::view::View;
use crate::model::{Applied, Assumed, Null};
use cratify_schema::graph::{Conjunction, Graph};
use cratify_schema::keyword::{JsonType, TypeSet};
use cratify_schema::parse::SchemaId;
use cratify_schema::source::Value;

impl View<'_> {
    /// Whether null is a value of the view.
    pub(super) fn null(&self) -> Null {
        Null::of(self.types)
    }

    /// Whether the schemas list null among their types. A schema without any `type` allows null, but does not
    /// list it.
    pub(super) fn names_null(&self) -> bool {
        self.types != TypeSet::ALL && self.null().is_allowed()
    }
}

/// A conjunction without null among its values.
pub(super) fn without_null(conjunction: &Conjunction) -> Conjunction {
    Conjunction {
        parts: conjunction.parts.clone(),
        mask: conjunction.mask.without(JsonType::Null),
    }
}

/// How many schemas are examined for one answer: a recursive schema has no end.
const MOST_SCHEMAS: usize = 200;

/// Whether it is certain that schemas which all hold reject null.
pub(super) fn is_rejected(
    graph: &Graph<'_>,
    assumed: &Assumed,
    mut schemas: impl Iterator<Item = SchemaId>,
) -> bool {
    let mut left = MOST_SCHEMAS;
    schemas.any(|id| fits(graph, assumed, id, Applied::Part, &mut left) == Some(false))
}

/// Whether null satisfies a schema; `None` if the limit ends the examination.
fn fits(
    graph: &Graph<'_>,
    assumed: &Assumed,
    id: SchemaId,
    applied: Applied,
    left: &mut usize,
) -> Option<bool> {
    *left = left.checked_sub(1)?;
    let schema = &graph.schemas[id];
    let lists_others = |values: &Vec<Value>| !values.contains(&Value::Null);
    if schema.boolean == Some(false)
        || schema.types.is_some_and(|types| !types.has(JsonType::Null))
        || schema.values.as_ref().is_some_and(lists_others)
        || assumed.of(id, applied).is_some()
    {
        return Some(false);
    }
    let within = |alone| {
        if applied == Applied::Assertion {
            Applied::Assertion
        } else {
            alone
        }
    };
    for part in schema.included() {
        if !fits(graph, assumed, part, within(Applied::Part), left)? {
            return Some(false);
        }
    }
    for (branches, exclusive) in [(&schema.any_of, false), (&schema.one_of, true)] {
        let Some(branches) = branches else { continue };
        let mut fitting = 0;
        for branch in branches {
            fitting += usize::from(fits(graph, assumed, *branch, within(Applied::Alone), left)?);
        }
        if fitting == 0 || exclusive && fitting > 1 {
            return Some(false);
        }
    }
    let mut rule = |keyword: &str| {
        let id = graph.at(&schema.at.join(keyword), id)?;
        schema
            .rules
            .contains_key(keyword)
            .then(|| fits(graph, assumed, id, Applied::Assertion, left))
    };
    if rule("not").unwrap_or(Some(false))? {
        return Some(false);
    }
    match rule("if") {
        Some(holds) => rule(if holds? { "then" } else { "else" }).unwrap_or(Some(true)),
        None => Some(true),
    }
}
