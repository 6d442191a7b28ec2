//! Finds the inline type that an equal schema has already, where a setting shares such types.

use std::collections::HashMap;
use std::mem::Discriminant;

use super::Lowerer;
use crate::model::TypeId;
use crate::settings::InlineTypes;
use cratify_schema::graph::{Conjunction, Part};
use cratify_schema::keyword::TypeSet;
use cratify_schema::parse::SchemaId;
use cratify_schema::source::FileId;

/// The inline types that may be shared, by what their schemas say.
pub(super) type SharedTypes = HashMap<Content, TypeId>;

/// The content of inline schemas, and the type that has them.
#[derive(PartialEq, Eq, Hash)]
pub(super) struct Content {
    owner: TypeId,
    mask: TypeSet,
    parts: Vec<(Discriminant<Part>, FileId, String)>,
}

impl Lowerer<'_, '_> {
    /// The type of a conjunction that says the same, in the same named schema. Without one, `new` is that type for later
    /// conjunctions.
    pub(super) fn equal_type(
        &mut self,
        conjunction: &Conjunction,
        owner: TypeId,
        new: TypeId,
    ) -> Option<TypeId> {
        let ids: Vec<_> = conjunction.parts.iter().map(|part| part.id()).collect();
        let lists_one = |id: &SchemaId| {
            let values = self.graph.schemas[*id].values.as_ref();
            values.is_some_and(|values| values.len() == 1)
        };
        if self.settings.choices(&ids).inline_types != InlineTypes::Shared
            // A constant has no type to share.
            || ids.iter().any(lists_one)
        {
            return None;
        }
        // A setting of the builder for a place tells the schema there from all others.
        let mut places = ids.iter().map(|id| &self.graph.schemas[*id].at);
        if places.any(|at| self.settings.selects_within(at)) {
            return None;
        }
        let parts = conjunction.parts.iter().map(|part| {
            let mut value = self.graph.written(part.id()).clone();
            value.sort_all_objects();
            let file = self.graph.schemas[part.id()].at.file;
            (std::mem::discriminant(part), file, value.to_string())
        });
        let content = Content {
            owner,
            mask: conjunction.mask,
            parts: parts.collect(),
        };
        if let Some(id) = self.shared_types.get(&content) {
            return Some(*id);
        }
        self.shared_types.insert(content, new);
        None
    }
}
