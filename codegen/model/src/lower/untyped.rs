//! Turns schemas without `type` that the settings read literally into a union of the types that they describe and
//! of all other values.

use super::Lowerer;
use super::inline_name::{Hint, Step};
use super::view::View;
use crate::model::{
    Branching, Constraint, Docs, Rest, Slot, Type, TypeId, TypeKind, Union, Variant,
};
use crate::settings::Untyped;
use cratify_schema::graph::Conjunction;
use cratify_schema::keyword::{JsonType, TypeSet, concerns, that_describe};
use cratify_schema::parse::SchemaId;

impl<'g> Lowerer<'g, '_> {
    /// Whether a schema without `type` is read literally, and its keywords describe objects or arrays.
    pub(super) fn is_literal(&self, view: &View<'g>) -> bool {
        view.types == TypeSet::ALL
            && view.values.is_none()
            && !view.has_unions()
            && self.choices(view).untyped == Untyped::Literal
    }

    /// The slot of a value of almost any type. A schema that is read literally becomes a union of the objects
    /// and arrays that it describes and of all other values. Any other schema becomes any value.
    pub(super) fn untyped(
        &mut self,
        view: &View<'g>,
        conjunction: &Conjunction,
        hint: &Hint,
        own: Option<TypeId>,
    ) -> Slot {
        let mut constraints = view.constraints();
        let literal = self.choices(view).untyped == Untyped::Literal;
        let mut variants = Vec::new();
        let mut other = view.types;
        for ty in [JsonType::Object, JsonType::Array] {
            if literal && let Some(variant) = self.described(ty, view, conjunction, hint) {
                variants.push(variant);
                other = other.without(ty);
            }
        }
        if variants.is_empty() {
            let described = [JsonType::Object, JsonType::Array].map(that_describe);
            let keywords = [vec!["type"], described.concat()].concat();
            view.keep(&keywords, &mut constraints);
            // Each of these keywords alone would be taken for a type.
            self.usage_log
                .shape(view, &["properties", "prefixItems", "items"]);
            // Without alternatives in it, `items` would mean an array.
            let items = view.schemas().filter_map(|schema| schema.array.items);
            let items: Vec<SchemaId> = items.collect();
            self.usage_log.shape_all(&items, &["anyOf", "oneOf"]);
            return Slot::new(Type::Any, constraints);
        }
        self.usage_log.shape(view, &["type"]);
        let mut others = constraints.clone();
        others.retain(|one| {
            let mut types = other.iter();
            types.any(|ty| concerns(one.keyword(), ty)) && !concerns_all(one.keyword())
        });
        for ty in [JsonType::Object, JsonType::Array] {
            if other.has(ty) {
                view.keep(&that_describe(ty), &mut others);
            }
        }
        others.add(Constraint::Types(other));
        constraints.retain(|one| concerns_all(one.keyword()));
        let union = Union {
            variants,
            tag: None,
            branching: Branching::Any,
            boxed: self.boxes_branches(view),
            rest: Rest::Other(others),
        };
        self.enum_slot(TypeKind::Union(union), conjunction, hint, own, constraints)
    }

    /// The variant for the values of one JSON type, if the schema describes them so that a type is useful.
    fn described(
        &mut self,
        ty: JsonType,
        view: &View<'g>,
        conjunction: &Conjunction,
        hint: &Hint,
    ) -> Option<Variant> {
        let described = view.schemas().any(|schema| match ty {
            JsonType::Object => schema.has_object_keywords(),
            _ => schema.has_array_keywords(),
        });
        if !described || !view.types.has(ty) {
            return None;
        }
        let branch = Conjunction {
            parts: conjunction.parts.clone(),
            mask: TypeSet::only(ty),
        };
        let mut slot = self.slot(&branch, &hint.join(Step::Type(ty)));
        let says_more = match &slot.ty {
            Type::Any | Type::Object => false,
            Type::List(element) => element.ty != Type::Any,
            _ => true,
        };
        if !says_more {
            return None;
        }
        slot.constraints.retain(|one| concerns(one.keyword(), ty));
        Some(Variant {
            name: Some(ty.as_str().to_owned()),
            rename: None,
            attributes: Vec::new(),
            slot,
            tags: Vec::new(),
            facts: self.facts(&branch),
            docs: Docs::default(),
        })
    }
}

/// Whether a keyword can reject values of every type.
fn concerns_all(keyword: &str) -> bool {
    JsonType::ALL.into_iter().all(|ty| concerns(keyword, ty))
}
