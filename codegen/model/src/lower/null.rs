//! Whether null satisfies a schema that allows it by `type`: `oneOf` may reject it all the same, as it
//! does where null satisfies two of its branches.

use crate::model::{Applied, Assumed};
use cratify_schema::graph::Graph;
use cratify_schema::parse::{JsonType, SchemaId};
use cratify_schema::source::Value;

/// How many schemas are looked at for one answer; recursion has no end by itself.
const MOST_SCHEMAS: usize = 200;

/// Whether it is certain that the schemas, which all hold, reject null.
pub(super) fn is_rejected(
    graph: &Graph<'_>,
    assumed: &Assumed,
    mut schemas: impl Iterator<Item = SchemaId>,
) -> bool {
    let mut left = MOST_SCHEMAS;
    schemas.any(|id| fits(graph, assumed, id, Applied::Part, &mut left) == Some(false))
}

/// Whether null satisfies a schema; `None` if that is too much to find out.
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
    for part in schema.targets().chain(schema.all_of.iter().copied()) {
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
        let id = graph.at(&schema.at.join(keyword), schema.scope)?;
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
