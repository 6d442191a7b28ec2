//! Turns arrays into lists and tuples.

use super::inline_name::{Hint, Step};
use super::view::View;
use super::{Lowerer, push_unique};
use crate::model::{Count, Slot, Type};
use cratify_schema::graph::{Conjunction, Part};

impl<'g> Lowerer<'g, '_> {
    /// The slot of an array.
    pub(super) fn array(&mut self, view: &View<'g>, hint: &Hint) -> Slot {
        let constraints = view.constraints_with_format();
        let prefixes: Vec<_> = view
            .schemas()
            .filter(|schema| !schema.array.prefix.is_empty())
            .collect();
        let [prefixed] = prefixes[..] else {
            if prefixes.is_empty() {
                let element = self.elements(view, hint);
                return Slot::new(Type::List(Box::new(element)), constraints);
            }
            return self.any_list(view);
        };
        let prefix = &prefixed.array.prefix;
        let no_more = prefixed
            .array
            .items
            .is_some_and(|items| self.graph.schemas[items].boolean == Some(false));
        let length = prefix.len() as u64;
        let is_tuple = constraints.count(Count::MinItems) == Some(length)
            && (no_more || constraints.count(Count::MaxItems) == Some(length))
            && (1..=12).contains(&length)
            && view
                .schemas()
                .filter(|schema| schema.has_array_keywords())
                .count()
                == 1;
        if !is_tuple {
            return self.any_list(view);
        }
        let elements = prefix.iter().enumerate().map(|(index, id)| {
            self.element(&Conjunction::whole(*id), &hint.join(Step::ItemAt(index)))
        });
        let elements: Vec<Slot> = elements.collect();
        self.usage_log
            .shape(view, &["prefixItems", "items", "minItems", "maxItems"]);
        let mut constraints = constraints;
        constraints.remove_count(Count::MinItems);
        constraints.remove_count(Count::MaxItems);
        Slot::new(Type::Tuple(elements), constraints)
    }

    /// The slot of an element, from all `items` of the view.
    fn elements(&mut self, view: &View<'g>, hint: &Hint) -> Slot {
        let mut parts = Vec::new();
        for schema in view.schemas() {
            if let Some(items) = schema.array.items {
                push_unique(&mut parts, Part::Whole(items));
            }
        }
        if parts.is_empty() {
            return Slot::of(Type::Any);
        }
        self.usage_log.shape(view, &["items"]);
        self.element(&Conjunction::of(parts), &hint.join(Step::Item))
    }

    /// A list of any values, for elements that have no type in common: the keywords that describe them become
    /// constraints.
    fn any_list(&mut self, view: &View<'_>) -> Slot {
        // Without `prefixItems`, `items` would describe all elements and give them a type.
        self.usage_log.shape(view, &["prefixItems"]);
        let mut constraints = view.constraints_with_format();
        view.keep(&["prefixItems", "items"], &mut constraints);
        Slot::new(Type::List(Box::new(Slot::of(Type::Any))), constraints)
    }
}
