//! Names the schemas of other documents to which references lead.

use std::collections::HashMap;

use super::NamedSchema;
use super::scope::Scopes;
use crate::location::SchemaLocation;
use crate::parse::{Arena, SchemaId};
use crate::upgrade::Upgraded;

/// The named schemas of other documents, in the order of their files and names.
pub(super) fn of_other_documents(
    schemas: &Arena,
    scopes: &Scopes,
    documents: &Upgraded<'_>,
) -> Vec<NamedSchema> {
    let mut instances: HashMap<&SchemaLocation, Vec<SchemaId>> = HashMap::new();
    let mut others = Vec::new();
    for id in schemas.ids() {
        let at = &schemas[id].at;
        if documents.root_files().contains(&at.file) {
            continue;
        }
        if let Some(name) = documents.references.name_of(at) {
            instances.entry(at).or_default().push(id);
            others.push((name, id));
        }
    }
    others.sort_by_key(|(name, id)| (schemas[*id].at.file, *name, *id));
    let named = others.into_iter().map(|(name, id)| {
        let schema = &schemas[id];
        let is_first = instances[&schema.at].first() == Some(&id);
        let wire_name = if is_first {
            name.to_owned()
        } else {
            let bound = scopes.bindings(schema.scope);
            let words = bound.map(|at| name_of_binding(at, documents));
            words.chain([name.to_owned()]).collect::<Vec<_>>().join(" ")
        };
        NamedSchema {
            wire_name,
            schema: id,
            usage: None,
            form: None,
        }
    });
    named.collect()
}

/// A name for the schema that a dynamic anchor is bound to: the name of its resource.
fn name_of_binding(at: &SchemaLocation, documents: &Upgraded<'_>) -> String {
    let resource = documents.references.resource_of(at);
    let named = documents.references.name_of(&resource).map(str::to_owned);
    let last = || resource.pointer.last().map(std::borrow::Cow::into_owned);
    named.or_else(last).unwrap_or_default()
}
