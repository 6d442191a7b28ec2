//! Reports schemas that no value satisfies.

use super::Lowerer;
use super::view::View;
use cratify_schema::SchemaLocation;
use cratify_schema::diagnostic::{Code, Diagnostic, list, visible};
use cratify_schema::graph::Conjunction;
use cratify_schema::graph::contradicts_itself;
use cratify_schema::keyword::JsonType;
use cratify_schema::parse::Schema;

impl<'g> Lowerer<'g, '_> {
    /// Whether the keywords of a view exclude every value. Reports it, unless the schema is `false`.
    pub(super) fn is_unsatisfiable(&mut self, view: &View<'g>, conjunction: &Conjunction) -> bool {
        let empty = view.types.is_empty() || view.values.as_ref().is_some_and(Vec::is_empty);
        if !empty {
            return false;
        }
        let parts = || {
            conjunction
                .parts
                .iter()
                .map(|part| &self.graph.schemas[part.id()])
        };
        if view.schemas().any(|schema| schema.boolean == Some(false))
            || parts().any(contradicts_itself)
        {
            // The schema is `false` on purpose, or the reader has reported it.
            return true;
        }
        let typed: Vec<&Schema> = view
            .schemas()
            .filter(|schema| schema.types.is_some() || schema.values.is_some())
            .collect();
        let named = parts().find_map(|schema| Some((&schema.at, member(&schema.at)?)));
        let first = || parts().next().map(|schema| (&schema.at, None));
        let place = named.map(|(at, name)| (at, Some(name))).or_else(first);
        if let Some((at, name)) = place {
            let message = match name {
                Some(name) => format!("no value satisfies the member `{}`", visible(&name)),
                None => "no value satisfies this schema".to_owned(),
            };
            let mut diagnostic = Diagnostic::warning(Code::Contradiction, at.key(), message)
                .label("its parts have no value in common")
                .help("remove one of the parts that exclude each other");
            for schema in typed.iter().take(4) {
                if schema.at != *at {
                    let (keyword, says) = what_it_says(schema);
                    diagnostic = diagnostic.also(schema.at.join(keyword).value(), says);
                }
            }
            self.diagnostics.push(diagnostic);
        }
        true
    }
}

/// The name of the member that a location describes. `additionalProperties` names none.
fn member(at: &SchemaLocation) -> Option<String> {
    let (properties, name) = at.pointer.parent()?;
    let (schema, keyword) = properties.parent()?;
    let is_member = schema.last().as_deref() == Some("properties");
    (keyword == "properties" && !is_member).then_some(name)
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
