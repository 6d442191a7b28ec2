//! The check `annotations`: titles, descriptions, defaults, examples and flags are the same in the
//! derived and the published schema, place by place. The algebra drops them.
//!
//! Both schemas are walked in parallel, following no reference: members by name, items, tuple
//! positions, `$defs` that both have, and the branches of unions with equally many branches.
//!
//! Out of scope, because the two spellings have no place in common or serde has none:
//!
//! - the inner schema's own annotations in a nullable pair (`anyOf: [T, null]`, which derives as
//!   `type: [T, "null"]`); the outer ones are compared;
//! - annotations on the values of an enum (branches with `const` or `enum`);
//! - schemas below `not` and `if`, members that several parts of an `allOf` describe, and unions that the
//!   two sides spell with different branches.

mod schema;

use serde_json::Value;

use crate::Case;
use crate::Report;
use crate::equality::published_and_derived;
use crate::json;
use crate::parallel;
use schema::{
    ANNOTATIONS, Schema, UNIONS, at_root, inner, is_annotated, is_default, is_literal, list, merged,
};

/// Compares the annotations of every case's derived and published schema. Aspects of failure are
/// the keywords (`annotations/description`), and `place` where a published member that has
/// annotations has no counterpart. [`Counts::yes`](super::Counts::yes) and `no` count places.
///
/// The title that schemars gives every root schema, the schema's name, counts as none.
pub fn annotations(cases: &[Case]) -> Report {
    parallel::run(
        "annotations",
        cases,
        |case, report| match published_and_derived(case) {
            Ok((Value::Object(published), Value::Object(derived))) => {
                let (published, mut derived) = (at_root(published), at_root(derived));
                if !published.contains_key("title")
                    && derived
                        .get("title")
                        .is_some_and(|t| *t == *(case.derived_name)())
                {
                    derived.shift_remove("title");
                }
                let mut walk = Walk {
                    case: case.name,
                    published: &published,
                    report,
                };
                walk.compare(&published, &derived, "");
            }
            Ok(_) => report.counts.yes += 1,
            Err(message) => report.fail(case.name, "schema", message),
        },
    )
}

/// How deep parts of an `allOf` may nest.
const DEEPEST: usize = 8;

struct Walk<'r> {
    case: &'static str,
    /// The whole published schema.
    published: &'r Schema,
    report: &'r mut Report,
}

impl<'r> Walk<'r> {
    /// Compares two schemas in the same place and descends.
    fn compare(&mut self, published: &Schema, derived: &Schema, at: &str) {
        let before = self.report.failures.len();
        for keyword in ANNOTATIONS {
            if keyword == "format" && !published.contains_key(keyword) {
                // The target of a reference, or the inner schema of a nullable pair, may have it.
                continue;
            }
            let annotation = |schema: &'_ Schema| {
                schema
                    .get(keyword)
                    .filter(|value| !is_default(keyword, value))
                    .cloned()
            };
            let message = match (annotation(published), annotation(derived)) {
                (Some(one), Some(other)) if json::same(&one, &other) => continue,
                (None, None) => continue,
                (Some(one), Some(other)) => {
                    format!(
                        "published {}\nderived   {}",
                        json::brief(&one),
                        json::brief(&other)
                    )
                }
                (Some(one), None) => format!("missing on the Rust type: {}", json::brief(&one)),
                (None, Some(other)) => format!("only on the Rust type: {}", json::brief(&other)),
            };
            self.report
                .fail(self.case, keyword, format!("at {at:?}: {message}"));
        }
        if self.report.failures.len() == before {
            self.report.counts.yes += 1;
        } else {
            self.report.counts.no += 1;
        }
        self.definitions(published, derived, at);
        // A nullable pair's inner schema is where the children are.
        self.children(inner(published), inner(derived), at);
    }

    fn compare_values(&mut self, published: &Value, derived: &Value, at: &str) {
        if let (Value::Object(published), Value::Object(derived)) = (published, derived) {
            self.compare(published, derived, at);
        }
    }

    fn definitions(&mut self, published: &Schema, derived: &Schema, at: &str) {
        if let (Some(Value::Object(ours)), Some(Value::Object(theirs))) =
            (published.get("$defs"), derived.get("$defs"))
        {
            for (name, schema) in ours {
                if let Some(other) = theirs.get(name) {
                    self.compare_values(schema, other, &json::push(&format!("{at}/$defs"), name));
                }
            }
        }
    }

    fn children(&mut self, published: &Schema, derived: &Schema, at: &str) {
        if let Some(Value::Object(theirs)) = derived.get("properties") {
            for (name, schema) in self.merged(published) {
                if let Some(other) = theirs.get(name) {
                    let at = json::push(&format!("{at}/allOf/properties"), name);
                    self.compare_values(schema, other, &at);
                }
            }
        }
        for keyword in ["properties", "patternProperties"] {
            let (Some(Value::Object(ours)), Some(Value::Object(theirs))) =
                (published.get(keyword), derived.get(keyword))
            else {
                continue;
            };
            for (name, schema) in ours {
                let at = json::push(&format!("{at}/{keyword}"), name);
                match theirs.get(name) {
                    Some(other) => self.compare_values(schema, other, &at),
                    None if is_annotated(schema) => {
                        self.report.counts.no += 1;
                        let message = format!("at {at:?}: no counterpart on the Rust type");
                        self.report.fail(self.case, "place", message);
                    }
                    None => {}
                }
            }
        }
        for keyword in ["items", "additionalProperties", "propertyNames", "contains"] {
            if let (Some(one), Some(other)) = (published.get(keyword), derived.get(keyword)) {
                self.compare_values(one, other, &format!("{at}/{keyword}"));
            }
        }
        self.lists(
            list(published, &["prefixItems"]),
            list(derived, &["prefixItems"]),
            at,
        );
        let branches = list(published, UNIONS).map(|(keyword, branches)| {
            let merged = branches.iter().map(|branch| merged(published, branch));
            (keyword, merged.collect::<Vec<_>>())
        });
        let branches = branches.as_ref();
        let branches = branches.map(|(keyword, branches)| (*keyword, &branches[..]));
        self.lists(branches, list(derived, UNIONS), at);
    }

    /// The members that only one part of an `allOf` describes: a Rust type has them as its own.
    fn merged<'s>(&self, schema: &'s Schema) -> Vec<(&'s String, &'s Value)>
    where
        'r: 's,
    {
        let mut found: Vec<(&String, &Value)> = Vec::new();
        let mut open = vec![(schema, 0)];
        while let Some((schema, depth)) = open.pop() {
            if let (Some(Value::Object(members)), true) = (schema.get("properties"), depth > 0) {
                found.extend(members);
            }
            for part in list(schema, &["allOf"]).map_or(&[][..], |(_, parts)| parts) {
                let target = part.get("$ref").and_then(Value::as_str);
                let target = target.and_then(|name| name.strip_prefix("#/$defs/"));
                let target = target.and_then(|name| self.published.get("$defs")?.get(name));
                if let (Some(part), true) = (target.unwrap_or(part).as_object(), depth < DEEPEST) {
                    open.push((part, depth + 1));
                }
            }
        }
        let own = schema.get("properties");
        let count = |name: &String| found.iter().filter(|(other, _)| *other == name).count();
        let is_single =
            |name: &String| count(name) == 1 && own.is_none_or(|own| own.get(name).is_none());
        found
            .iter()
            .copied()
            .filter(|(name, _)| is_single(name))
            .collect()
    }

    /// Compares two lists of schemas that have equally many.
    fn lists(
        &mut self,
        ours: Option<(&str, &[Value])>,
        theirs: Option<(&str, &[Value])>,
        at: &str,
    ) {
        if let (Some((keyword, ours)), Some((_, theirs))) = (ours, theirs)
            && ours.len() == theirs.len()
        {
            for (index, (one, other)) in ours.iter().zip(theirs).enumerate() {
                if !is_literal(one) && !is_literal(other) {
                    self.compare_values(one, other, &format!("{at}/{keyword}/{index}"));
                }
            }
        }
    }
}
