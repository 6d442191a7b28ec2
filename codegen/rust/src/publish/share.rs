//! Decides whether schemas share definitions, and writes the file that has them.

use std::collections::{HashMap, HashSet};

use serde_json::Map;

use super::{Published, Publisher};
use cratify_model::model::{TypeId, TypeKind};
use cratify_model::settings::SchemaFiles;
use cratify_schema::graph::Part;
use cratify_schema::parse::SchemaId;
use cratify_schema::source::Value;

/// How a reference to a shared definition begins: the file's name, relative to the schemas beside it.
pub(super) const PREFIX: &str = "shared-definitions.schema.json#/$defs/";

/// How much text schemas that are complete in themselves may come to, in bytes. A package of
/// crates.io, which has ten MiB when it is packed, still has room for them.
const MOST: usize = 16 << 20;

impl Publisher<'_> {
    /// Decides which types share definitions: all that refer to any, or none.
    pub(super) fn share(&mut self, files: SchemaFiles) {
        let referring: Vec<(TypeId, Vec<SchemaId>)> = self
            .model
            .iter()
            // The schema of an extern type is written into the code, not into a file.
            .filter(|(_, def)| !matches!(def.kind, TypeKind::Extern(_)))
            .map(|(id, def)| (id, self.needed(&def.schema.parts)))
            .filter(|(_, needed)| !needed.is_empty())
            .collect();
        let shares = match files {
            SchemaFiles::Complete => false,
            SchemaFiles::Shared => true,
            SchemaFiles::Automatic => self.is_large(&referring),
        };
        if shares {
            self.sharing = referring.into_iter().map(|(id, _)| id).collect();
        }
    }

    /// The definitions that schemas share, if they do.
    pub fn shared_definitions(&self) -> Option<Published<'_>> {
        if self.sharing.is_empty() {
            return None;
        }
        let needed = self.model.iter().flat_map(|(id, def)| {
            let parts = &def.schema.parts;
            let mut needed = self.needed(parts);
            if self.sharing.contains(&id) {
                // A schema that has a definition is that definition.
                needed.extend(parts.iter().map(|part| part.id()));
            }
            needed
        });
        let mut root = Map::new();
        root.insert(
            "$schema".to_owned(),
            Value::from("https://json-schema.org/draft/2020-12/schema"),
        );
        Some(Published {
            root,
            definitions: self.named(self.definitions(needed.collect())),
        })
    }

    /// The definitions that the parts of a type's schema refer to.
    fn needed(&self, parts: &[Part]) -> Vec<SchemaId> {
        let references = parts.iter().map(|part| match self.bodies.get(&part.id()) {
            Some((_, references)) => references.clone(),
            None => self.body(part.id(), PREFIX).1,
        });
        references.collect::<Vec<_>>().concat()
    }

    /// Whether schemas that are complete in themselves would come to too much text. As soon as that
    /// is known, counting ends.
    fn is_large(&self, referring: &[(TypeId, Vec<SchemaId>)]) -> bool {
        let sizes: HashMap<SchemaId, usize> = self
            .bodies
            .iter()
            .map(|(id, (body, _))| (*id, size(body)))
            .collect();
        let mut total = 0;
        for (_, needed) in referring {
            let mut open = needed.clone();
            let mut seen = HashSet::new();
            while let Some(id) = open.pop() {
                if !seen.insert(id) {
                    continue;
                }
                total += sizes.get(&id).copied().unwrap_or_default();
                if total > MOST {
                    return true;
                }
                if let Some((_, references)) = self.bodies.get(&id) {
                    open.extend(references);
                }
            }
        }
        false
    }
}

/// How long a definition is as text.
fn size(body: &Value) -> usize {
    serde_json::to_string_pretty(body).map_or(0, |text| text.len())
}
