//! Schemas that say no type and are taken at their word: an enum of what they describe, and of all
//! other values.

use super::Lowerer;
use super::name::Hint;
use super::view::View;
use crate::model::{
    Branching, Constraint, Docs, Rest, Slot, Type, TypeId, TypeKind, Union, Variant,
};
use crate::names::Step;
use crate::settings::Untyped;
use cratify_schema::graph::Conjunction;
use cratify_schema::keyword::{JsonType, TypeSet, concerns, that_describe};
use cratify_schema::parse::SchemaId;

impl<'g> Lowerer<'g, '_> {
    /// Whether a schema that says no type is to be taken at its word, and describes objects or arrays.
    pub(super) fn is_literal(&self, view: &View<'g>) -> bool {
        view.types == TypeSet::ALL
            && view.values.is_none()
            && !view.has_unions()
            && self.choices(view).untyped == Untyped::Literal
    }

    /// A value of almost any type: where a schema that says no type describes objects or arrays, and
    /// is to be taken at its word, an enum of these and of everything else. Otherwise it is kept as
    /// it is.
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
            // Each by itself would mean a type.
            self.uses
                .shape(view, &["properties", "prefixItems", "items"]);
            // Without alternatives in them, `items` would mean an array.
            let items = view.schemas().filter_map(|schema| schema.array.items);
            let items: Vec<SchemaId> = items.collect();
            self.uses.shape_all(&items, &["anyOf", "oneOf"]);
            return Slot::new(Type::Any, constraints);
        }
        self.uses.shape(view, &["type"]);
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
            rest: Rest::Other(others),
        };
        self.enum_slot(TypeKind::Union(union), conjunction, hint, own, constraints)
    }

    /// The values of one type, if the schema describes them so that a type of their own has a use.
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

/// Whether a keyword can reject a value of any type.
fn concerns_all(keyword: &str) -> bool {
    JsonType::ALL.into_iter().all(|ty| concerns(keyword, ty))
}
