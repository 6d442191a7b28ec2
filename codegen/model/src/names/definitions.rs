//! Names the schemas that others refer to, under `$defs` of published schemas.

use std::collections::{HashMap, HashSet};

use super::Names;
use crate::ident::upper_camel_case;
use crate::model::Model;
use cratify_schema::document::name_of_whole;
use cratify_schema::graph::{Graph, Part};
use cratify_schema::parse::{Discriminator, SchemaId};

/// The names of all targets of references: the name of their Rust type where they have one, the name of their place
/// where not.
pub fn name_definitions(
    graph: &Graph<'_>,
    model: &Model,
    names: &Names,
) -> HashMap<SchemaId, String> {
    let mut definitions = Definitions::default();
    for (id, def) in model.iter() {
        if let ([Part::Whole(schema)], true) = (&def.schema.parts[..], def.schema.is_whole()) {
            definitions.claim(*schema, || names[id].schema_name.clone());
        }
    }
    for id in graph.schemas.ids() {
        let schema = &graph.schemas[id];
        let mapped = schema.discriminator.iter();
        let mapped = mapped.flat_map(Discriminator::references);
        let references = schema.references.iter().chain(mapped);
        for target in references.map(|reference| reference.target) {
            definitions.claim(target, || upper_camel_case(&words_of_place(graph, target)));
        }
    }
    definitions.names
}

#[derive(Default)]
struct Definitions {
    names: HashMap<SchemaId, String>,
    taken: HashSet<String>,
}

impl Definitions {
    /// Names a schema, unless it has a name: with a number where the wanted name is taken.
    fn claim(&mut self, id: SchemaId, wanted: impl Fn() -> String) {
        if self.names.contains_key(&id) {
            return;
        }
        let wanted = wanted();
        let numbered = (2..).map(|number| format!("{wanted}{number}"));
        let mut free = std::iter::once(wanted.clone()).chain(numbered);
        let name = free.find(|name| self.taken.insert(name.clone()));
        self.names.insert(id, name.unwrap_or(wanted));
    }
}

/// The names on the way to a schema; the name of its file where the file is the schema.
fn words_of_place(graph: &Graph<'_>, id: SchemaId) -> String {
    let at = &graph.schemas[id].at;
    if at.pointer.is_root() {
        return name_of_whole(graph.sources.get(at.file));
    }
    let tokens = at.pointer.tokens().map(|token| token.to_string());
    let is_name = |token: &String| {
        !matches!(
            token.as_str(),
            "components" | "schemas" | "properties" | "$defs" | "definitions"
        )
    };
    let words: Vec<String> = tokens.filter(is_name).collect();
    words.join(" ")
}
