//! Turns a conjunction into a [`Slot`]: the type at the point of its use, and the constraints that the type
//! does not express.

use super::definitions::Body;
use super::inline_name::Hint;
use super::null;
use super::view::View;
use super::{Lowerer, integer, scalar};
use crate::model::{Constraint, Constraints, Docs, Null, Slot, Type, TypeId};
use cratify_schema::graph::Conjunction;
use cratify_schema::keyword::JsonType;
use cratify_schema::parse::SchemaId;

/// How deep inline schemas may be nested: deeper than a document can be.
const MOST_NESTED: usize = 200;

impl<'g> Lowerer<'g, '_> {
    /// The slot of a conjunction: its type, and the constraints that the type does not express.
    pub(super) fn slot(&mut self, conjunction: &Conjunction, hint: &Hint) -> Slot {
        if self.has_too_many_types() {
            return Slot::of(Type::Any);
        }
        let conjunction = self.normalize(conjunction);
        let mut slot = match self.replaced(&conjunction, hint) {
            Some(slot) => slot,
            None => match self.existing_type(&conjunction, None) {
                Some((target, constraints)) => {
                    Slot::new(self.used_as(target, &conjunction), constraints)
                }
                None => self.unnamed_slot(&conjunction, hint),
            },
        };
        slot.secret |= self.is_secret(&conjunction, &slot.ty);
        slot
    }

    pub(super) fn unnamed_slot(&mut self, conjunction: &Conjunction, hint: &Hint) -> Slot {
        let view = self.view(conjunction);
        if self.is_unsatisfiable(&view, conjunction) {
            self.usage_log.shape(&view, &["type", "enum", "const"]);
            let (id, _) = self.inline(conjunction, hint);
            return Slot::of(Type::Named(id));
        }
        if self.in_progress.len() >= MOST_NESTED || self.in_progress.contains(conjunction) {
            return self.queued_slot(&view, conjunction, hint);
        }
        self.in_progress.push(conjunction.clone());
        let slot = self.slot_of_view(view, conjunction, hint);
        self.in_progress.pop();
        slot
    }

    /// The slot of a recursive inline schema: a type of its own, made from the queue. A `$ref` to a named
    /// schema can be recursive in this way where sibling keywords are added to it or null is removed.
    pub(super) fn queued_slot(
        &mut self,
        view: &View<'g>,
        conjunction: &Conjunction,
        hint: &Hint,
    ) -> Slot {
        let nullable = view.null().is_allowed() && !self.is_literal(view);
        let conjunction = if nullable {
            null::without_null(conjunction)
        } else {
            conjunction.clone()
        };
        let (id, new) = self.inline(&conjunction, hint);
        if new {
            self.queue.push_back((id, Body::Any));
        }
        let ty = Type::Named(id);
        Slot::of(if nullable { ty.or_null() } else { ty })
    }

    /// The slot of an element of a list or a map, with its documentation.
    pub(super) fn element(&mut self, conjunction: &Conjunction, hint: &Hint) -> Slot {
        let mut slot = self.slot(conjunction, hint);
        let in_place = matches!(slot.ty, Type::Named(id) if self.model[id].in_place);
        if let ([part], false) = (&conjunction.parts[..], in_place) {
            // The definition of an inline type has the documentation itself.
            slot.docs = self.annotations(part.id());
        }
        slot
    }

    pub(super) fn slot_of_view(
        &mut self,
        view: View<'g>,
        conjunction: &Conjunction,
        hint: &Hint,
    ) -> Slot {
        self.slot_as(view, conjunction, hint, None)
    }

    /// Turns a view into a type. If the type needs a definition, that is `own`, or else the definition of an
    /// inline type.
    pub(super) fn slot_as(
        &mut self,
        mut view: View<'g>,
        conjunction: &Conjunction,
        hint: &Hint,
        own: Option<TypeId>,
    ) -> Slot {
        let null = view.null();
        if null == Null::Only {
            self.usage_log
                .shape(&view, &["type", "enum", "const", "anyOf", "oneOf"]);
            return Slot::new(Type::Null, Constraints::default());
        }
        if view.is_unrestricted() {
            return Slot::new(Type::Any, view.constraints_with_format());
        }
        if self.is_literal(&view) {
            return self.untyped(&view, conjunction, hint, own);
        }
        self.usage_log.shape(&view, &["type"]);
        let mut conjunction = conjunction.clone();
        if null.is_allowed() {
            view.types = view.types.without(JsonType::Null);
            conjunction = null::without_null(&conjunction);
        }
        let mut slot = if view.values.is_some() {
            self.values(&view, &conjunction, hint, own)
        } else if view.has_unions() {
            self.union(&view, &conjunction, hint, own)
        } else {
            match view.types.single() {
                Some(JsonType::String) => match view.extensible() {
                    Some(listed) => self.extensible(&view, listed, &conjunction, hint, own),
                    None => self.mapped(&view, scalar::string(&view)),
                },
                Some(JsonType::Integer) => {
                    let slot = integer::integer(&view, self.usage_log);
                    self.mapped(&view, slot)
                }
                Some(JsonType::Number) => self.mapped(&view, scalar::number(&view)),
                Some(JsonType::Boolean) => Slot::new(Type::Bool, view.constraints_with_format()),
                Some(JsonType::Array) => self.array(&view, hint),
                Some(JsonType::Object) => self.object(&view, &conjunction, hint, own),
                Some(JsonType::Null) | None => self.several_types(&view, &conjunction, hint, own),
            }
        };
        if null.is_allowed() {
            slot.ty = slot.ty.or_null();
            if null::is_rejected(self.graph, &self.model.assumed, conjunction.wholes()) {
                // Null is read all the same: a schema that lists `null` means to allow it.
                slot.constraints.add(Constraint::NotNull);
            }
        }
        slot
    }

    /// The documentation that a schema has, which the crate shows.
    pub(super) fn annotations(&mut self, id: SchemaId) -> Docs {
        self.usage_log.document(id);
        Docs::from(&self.graph.schemas[id].annotations)
    }
}
