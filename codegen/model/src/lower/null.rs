//! What schemas say of null: it is their only value, one of their values, or none.
//!
//! Most of it follows from the JSON types that are possible. Where null is one of these, the keywords may still
//! reject it: null satisfies two branches of a `oneOf`, or what is under `not`.

use super::possible::Possible;
use super::view::View;
use crate::model::{Applied, Assumed};
use cratify_schema::graph::{Conjunction, Graph};
use cratify_schema::keyword::{JsonType, TypeSet};
use cratify_schema::parse::SchemaId;
use cratify_schema::source::Value;

/// What a schema says of null.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Null {
    /// No other value is possible.
    Only,
    /// It is one of the values.
    Allowed,
    /// It is no value.
    Never,
}

impl Null {
    /// What a schema says whose values have these types.
    pub(super) fn of(types: TypeSet) -> Self {
        if types == TypeSet::only(JsonType::Null) {
            Self::Only
        } else if types.has(JsonType::Null) {
            Self::Allowed
        } else {
            Self::Never
        }
    }

    /// Whether null is a value.
    pub(super) fn is_allowed(self) -> bool {
        self != Self::Never
    }
}

impl Possible<'_> {
    /// What a schema says of null.
    pub fn null(&mut self, id: SchemaId) -> Null {
        Null::of(self.of(id))
    }
}

impl View<'_> {
    /// What the schemas say of null.
    pub(super) fn null(&self) -> Null {
        Null::of(self.types)
    }

    /// Whether the schemas name null among their types: to say nothing of types allows null, but does not
    /// mention it.
    pub(super) fn names_null(&self) -> bool {
        self.types != TypeSet::ALL && self.null().is_allowed()
    }
}

/// The values of a conjunction but for null.
pub(super) fn without_null(conjunction: &Conjunction) -> Conjunction {
    Conjunction {
        parts: conjunction.parts.clone(),
        mask: conjunction.mask.without(JsonType::Null),
    }
}

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
