//! Turns defaults and examples into warnings about values that their schemas cannot accept.
//!
//! Strict reading and the proofs hold such values to their schemas in full. This looks at types and constraints alone,
//! so that each build can do it.

use std::collections::HashMap;

use super::sample::{Refused, may_accept, may_accept_named, refused, refused_by_named};
use crate::model::{Docs, Model, TypeKind};
use cratify_schema::SchemaLocation;
use cratify_schema::diagnostic::{Code, Diagnostic, Diagnostics, describe, visible};
use cratify_schema::graph::Graph;
use cratify_schema::keyword::JsonType;
use cratify_schema::parse::SchemaId;
use cratify_schema::source::Value;

/// How many locations of a kind a warning shows.
const MOST_SHOWN: usize = 4;

/// The location of a value that contradicts its schema, and what it is.
type Found = (SchemaLocation, String);

/// Reports defaults and examples that the types of their schemas exclude.
pub fn report_contradictions(model: &Model, graph: &Graph<'_>, diagnostics: &mut Diagnostics) {
    let mut report = Report {
        graph,
        by_location: None,
        defaults: Vec::new(),
        examples: Vec::new(),
    };
    for (id, def) in model.own_types() {
        // A type may stand for the objects alone of a schema that accepts other values as well.
        let is_meant = |value: &Value| def.schema.mask.has(JsonType::of(value));
        report.look(&def.at, &def.docs, |value| {
            let accepts = !is_meant(value) || may_accept_named(model, id, value);
            (!accepts).then(|| refused_by_named(model, id, value))
        });
        if let TypeKind::Struct(object) = &def.kind {
            let members = def.at.join("properties");
            for field in &object.fields {
                report.look(&members.join(&field.wire_name), &field.docs, |value| {
                    let accepts = may_accept(model, &field.slot, value);
                    (!accepts).then(|| refused(model, &field.slot, value))
                });
            }
        }
    }
    diagnostics.extend(diagnostic("default", report.defaults));
    diagnostics.extend(diagnostic("example", report.examples));
}

/// One warning for all values of a kind: a document often repeats its mistakes.
fn diagnostic(kind: &str, found: Vec<Found>) -> Option<Diagnostic> {
    let count = found.len();
    let mut found = found.into_iter();
    let (at, what) = found.next()?;
    let message = format!("the {kind} contradicts its schema");
    let mut diagnostic = Diagnostic::warning(Code::ExampleMismatch, at.value(), message)
        .label(what)
        .help(format!("correct the {kind} or the schema"));
    for (at, what) in found.take(MOST_SHOWN - 1) {
        diagnostic = diagnostic.also(at.value(), what);
    }
    Some(match count.saturating_sub(MOST_SHOWN) {
        0 => diagnostic,
        more => diagnostic.note(format!("so do {more} more")),
    })
}

/// Adds a value. A field and the type that is made for it have the same ones.
fn add(all: &mut Vec<Found>, found: Option<Found>) {
    all.extend(found.filter(|found| !all.contains(found)));
}

/// Looks at values, and keeps the values that contradict their schemas.
struct Report<'g> {
    graph: &'g Graph<'g>,
    /// Made for the first of them: most documents have none.
    by_location: Option<HashMap<&'g SchemaLocation, SchemaId>>,
    defaults: Vec<Found>,
    examples: Vec<Found>,
}

impl Report<'_> {
    /// Looks at the documentation that the schema at a location has.
    fn look(
        &mut self,
        at: &SchemaLocation,
        docs: &Docs,
        refused: impl Fn(&Value) -> Option<Refused>,
    ) {
        // Where null is not described, it stands for the absence of a value.
        let contradicting = |value: &Value| refused(value).filter(|_| !value.is_null());
        if let Some(value) = &docs.default
            && let Some(refused) = contradicting(value)
        {
            let found = self.statement(at, &["default"], value, &refused);
            add(&mut self.defaults, found);
        }
        for value in &docs.examples {
            if let Some(refused) = contradicting(value) {
                let found = self.statement(at, &["example", "examples"], value, &refused);
                add(&mut self.examples, found);
            }
        }
    }

    /// The location at which one of the keywords of a schema states a value, and in it the part that is refused. A type of
    /// several schemas has the documentation of one of them, which need not be at its location.
    fn statement(
        &mut self,
        at: &SchemaLocation,
        keywords: &[&str],
        value: &Value,
        refused: &Refused,
    ) -> Option<Found> {
        let graph = self.graph;
        let by_location = self.by_location.get_or_insert_with(|| {
            let ids = graph.schemas.ids();
            ids.map(|id| (&graph.schemas[id].at, id)).collect()
        });
        let written = graph.written(*by_location.get(at)?);
        let location = keywords.iter().find_map(|keyword| {
            let stated = written.get(*keyword)?;
            let at = at.join(keyword);
            if stated == value {
                return Some(at);
            }
            let index = stated.as_array()?.iter().position(|one| one == value)?;
            Some(at.join(&index.to_string()))
        })?;
        let (mut location, mut part) = (location, value);
        for step in &refused.path {
            location = location.join(step);
            part = match part {
                Value::Array(items) => items.get(step.parse::<usize>().ok()?)?,
                _ => part.get(step)?,
            };
        }
        let what = match &refused.lacks {
            Some(name) => format!("the required member `{}` is missing", visible(name)),
            None => format!("{} is not valid here", describe(part)),
        };
        Some((location, what))
    }
}
