//! Finds the document's name for a listed value: that of an extension of a schema that lists it, or the title of a
//! branch that is this value alone.
//!
//! A schema that narrows another one (`allOf: [$ref: Kind]` beside `enum: [4]`) has the names of that one.

use super::Lowerer;
use super::value_names::ValueExtensions;
use super::view::View;
use cratify_schema::document::is_name;
use cratify_schema::graph::Conjunction;
use cratify_schema::parse::SchemaId;
use cratify_schema::source::Value;

/// How many unions in unions are searched.
const MOST_NESTED: usize = 8;

impl<'g> Lowerer<'g, '_> {
    /// The name of a value that schemas list, the nearest schema first.
    pub(super) fn name_of_value(&mut self, view: &View<'g>, value: &Value) -> Option<String> {
        self.name_within(view, value, MOST_NESTED)
    }

    fn name_within(&mut self, view: &View<'g>, value: &Value, depth: usize) -> Option<String> {
        let depth = depth.checked_sub(1)?;
        let mut leaves = view.leaves.iter();
        if let Some(name) = leaves.find_map(|id| self.name_by_extension(*id, value)) {
            return Some(name);
        }
        let branches = view.unions.iter().flat_map(|union| union.branches);
        for branch in branches.copied() {
            let inner = self.view(&Conjunction::whole(branch));
            let is_value = inner.values.as_deref() == Some(std::slice::from_ref(value));
            let titled = inner
                .leaves
                .iter()
                .find_map(|id| Some((*id, self.title(*id)?)));
            match titled.filter(|_| is_value) {
                Some((id, title)) => {
                    self.usage_log.shape_all(&[id], &["title"]);
                    return Some(title);
                }
                None => {
                    if let Some(name) = self.name_within(&inner, value, depth) {
                        return Some(name);
                    }
                }
            }
        }
        None
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
