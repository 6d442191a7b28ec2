//! Schemas that no value satisfies.

use super::Lowerer;
use super::view::View;
use crate::diagnostic::{Code, Diagnostic};
use crate::model::Conjunction;
use crate::schema::{At, JsonType, Schema, list};
use crate::source::Value;

/// Pairs of keywords of which the first must not be greater than the second.
const BOUNDS: [(&str, &str); 5] = [
    ("minimum", "maximum"),
    ("minLength", "maxLength"),
    ("minItems", "maxItems"),
    ("minProperties", "maxProperties"),
    ("minContains", "maxContains"),
];

impl<'g> Lowerer<'g, '_> {
    /// Whether the keywords of a view leave no value at all; says so, unless the schema is `false`.
    pub(super) fn is_unsatisfiable(&mut self, view: &View<'g>, conjunction: &Conjunction) -> bool {
        let empty = view.types.is_empty() || view.values.as_ref().is_some_and(Vec::is_empty);
        if !empty {
            return false;
        }
        let parts = || conjunction.parts.iter().map(|part| &self.graph.schemas[part.id()]);
        if view.schemas().any(|schema| schema.boolean == Some(false)) || parts().any(contradicts_itself) {
            // Meant, or reported where the schema was read.
            return true;
        }
        let typed: Vec<&Schema> = view
            .schemas()
            .filter(|schema| schema.types.is_some() || schema.values.is_some())
            .collect();
        let at = parts().next().map(|schema| schema.at.clone());
        if let Some(at) = at {
            let mut diagnostic = Diagnostic::warning(
                Code::Contradiction,
                at.key(),
                "no value satisfies this schema",
            )
            .label("what it combines has no value in common")
            .help("remove one of the parts that exclude each other");
            for schema in typed.iter().take(4) {
                if schema.at != at {
                    let (keyword, says) = what_it_says(schema);
                    diagnostic = diagnostic.also(schema.at.join(keyword).value(), says);
                }
            }
            self.diagnostics.push(diagnostic);
        }
        true
    }
}

fn what_it_says(schema: &Schema) -> (&'static str, String) {
    match (&schema.types, &schema.values) {
        (Some(types), _) => {
            let names: Vec<&str> = types.iter().map(JsonType::as_str).collect();
            ("type", format!("this allows {}", list(&names)))
        }
        _ if schema.is_const => ("const", "this allows one value".to_owned()),
        _ => ("enum", "this allows its values".to_owned()),
    }
}

fn contradicts_itself(schema: &Schema) -> bool {
    let (Some(types), Some(values)) = (schema.types, &schema.values) else {
        return false;
    };
    !values.iter().any(|value| types.has(JsonType::of(value)))
}

/// Reports the keywords of one schema object that exclude each other: such a thing is a slip.
pub(crate) fn report(schema: &Schema, diagnostics: &mut crate::diagnostic::Diagnostics) {
    for (low, high) in BOUNDS {
        let bound = |keyword: &str| schema.rules.get(keyword).and_then(Value::as_f64);
        if let (Some(least), Some(most)) = (bound(low), bound(high)) {
            if least > most {
                diagnostics.push(
                    contradiction(&schema.at, low, format!("`{low}: {}` is above `{high}: {}`", schema.rules[low], schema.rules[high]))
                        .label("no value is this large and this small")
                        .also(schema.at.join(high).value(), "the other bound")
                        .help(format!("exchange `{low}` and `{high}`, or remove one of them")),
                );
            }
        }
    }
    if let (Some(types), Some(values)) = (schema.types, &schema.values) {
        let keyword = if schema.is_const { "const" } else { "enum" };
        let names: Vec<&str> = types.iter().map(JsonType::as_str).collect();
        if contradicts_itself(schema) {
            diagnostics.push(
                contradiction(&schema.at, keyword, format!("no value of `{keyword}` is of the `type` beside it"))
                    .label(format!("none of this is {}", list(&names)))
                    .also(schema.at.join("type").value(), "the type")
                    .help("correct `type`, or the values"),
            );
        }
    }
    if schema.values.as_ref().is_some_and(Vec::is_empty) {
        let keyword = if schema.is_const { "const" } else { "enum" };
        diagnostics.push(
            contradiction(&schema.at, keyword, format!("`{keyword}` leaves no value"))
                .label("nothing is allowed")
                .help("list the values, or remove the keyword"),
        );
    }
}

fn contradiction(at: &At, keyword: &str, message: String) -> Diagnostic {
    Diagnostic::error(Code::Contradiction, at.join(keyword).value(), message)
}
