//! Notes the locations of the schemas that a language was made of.

use std::collections::HashSet;

use super::Writer;
use cratify_model::model::TypeDef;
use cratify_schema::SchemaLocation;
use cratify_schema::parse::SchemaId;

/// More schemas than this are not searched for a member.
const MOST_SCHEMAS: usize = 200;

impl Writer<'_> {
    /// Notes the location of the type that is being written.
    pub(super) fn note_definition(&mut self, def: &TypeDef) {
        let pointer = self.pointer();
        self.places.entry(pointer).or_insert_with(|| def.at.clone());
    }

    /// Notes the location of the member that is being written.
    pub(super) fn note_member(&mut self, def: &TypeDef, name: &str) {
        if let Some(at) = self.member_of(def, name) {
            let pointer = self.pointer();
            self.places.insert(pointer, at);
        }
    }

    fn pointer(&self) -> String {
        let mut pointer = String::new();
        for token in &self.at {
            pointer.push('/');
            pointer.push_str(&token.replace('~', "~0").replace('/', "~1"));
        }
        pointer
    }

    /// Where the schemas of a type describe a member: the first of them.
    pub(super) fn member_of(&self, def: &TypeDef, name: &str) -> Option<SchemaLocation> {
        let parts = def.schema.parts.iter().map(|part| part.id());
        let mut open: Vec<SchemaId> = parts.rev().collect();
        let mut seen = HashSet::new();
        while let Some(id) = open.pop() {
            if seen.len() >= MOST_SCHEMAS || !seen.insert(id) {
                continue;
            }
            let schema = &self.graph.schemas[id];
            if let Some(member) = schema.object.properties.get(name) {
                return Some(self.graph.schemas[*member].at.clone());
            }
            let further = schema.all_of.iter().rev().copied();
            open.extend(further.chain(schema.targets()));
        }
        None
    }
}
