//! Finds the document's name for a listed value: an entry in an extension of a schema that lists it, or the title of a
//! branch that is this value alone.
//!
//! A schema that narrows another one (`allOf: [$ref: Kind]` beside `enum: [4]`) has the names of that one.

use std::collections::{HashSet, VecDeque};

use super::Lowerer;
use super::value_names::ValueExtensions;
use super::view::View;
use cratify_schema::document::is_name;
use cratify_schema::graph::Conjunction;
use cratify_schema::parse::SchemaId;
use cratify_schema::source::Value;

/// How many branches, and branches of these, are searched.
const MOST_BRANCHES: usize = 512;

impl<'g> Lowerer<'g, '_> {
    /// The name of a value that schemas list, the nearest schema first.
    pub(super) fn name_of_value(&mut self, view: &View<'g>, value: &Value) -> Option<String> {
        if let Some(name) = self.name_by_extensions(view, value) {
            return Some(name);
        }
        let mut seen: HashSet<SchemaId> = HashSet::new();
        let mut queue: VecDeque<SchemaId> = branches(view).collect();
        while let Some(branch) = queue.pop_front() {
            if seen.len() == MOST_BRANCHES || !seen.insert(branch) {
                continue;
            }
            let inner = self.view(&Conjunction::whole(branch));
            let is_value = inner.values.as_deref() == Some(std::slice::from_ref(value));
            let mut leaves = inner.leaves.iter().filter(|_| is_value);
            if let Some((id, title)) = leaves.find_map(|id| Some((*id, self.title(*id)?))) {
                self.usage_log.shape_all(&[id], &["title"]);
                return Some(title);
            }
            if let Some(name) = self.name_by_extensions(&inner, value) {
                return Some(name);
            }
            queue.extend(branches(&inner));
        }
        None
    }

    fn name_by_extensions(&mut self, view: &View<'g>, value: &Value) -> Option<String> {
        let mut leaves = view.leaves.iter();
        leaves.find_map(|id| self.name_by_extension(*id, value))
    }

    fn name_by_extension(&mut self, id: SchemaId, value: &Value) -> Option<String> {
        let schema = &self.graph.schemas[id];
        let index = schema
            .values
            .as_ref()?
            .iter()
            .position(|one| one == value)?;
        let extensions = ValueExtensions::of(schema);
        let name = extensions.name(schema, index, value)?;
        self.usage_log.shape_all(&[id], extensions.names.as_slice());
        Some(name)
    }

    fn title(&self, id: SchemaId) -> Option<String> {
        let title = self.graph.schemas[id].annotations.title.clone();
        title.filter(|title| is_name(title) && !title.trim().is_empty())
    }
}

fn branches(view: &View<'_>) -> impl Iterator<Item = SchemaId> {
    view.unions.iter().flat_map(|union| union.branches).copied()
}
