//! Turns types into sample values, which the examples of the docs show and their doctests decode.
//!
//! A sample is made of the document's own examples where they fit the type, and of simple values where there are
//! none. It comes back from decoding and encoding as it is, and its schema accepts it. Where that is not known, there
//! is not a sample: a subschema under `not` or `if` is not evaluated here.

mod fits;
mod obeys;
mod pattern;
mod scalar;
#[cfg(test)]
mod tests;

use serde_json::{Map, json};

pub use fits::fits;
use fits::fits_named;
pub(super) use fits::{Refused, may_accept, may_accept_named, refused, refused_by_named};
use obeys::obeys;

use crate::model::{
    Branching, Constraint, Constraints, Count, Docs, Field, Model, Presence, Slot, Struct, Type,
    TypeDef, TypeId, TypeKind, Union, Unlisted, Variant,
};
use cratify_schema::source::Value;

/// How deep a sample goes: beyond it, only what must be there is.
const DEPTH: usize = 3;
/// Where a type that contains itself is given up.
const BOTTOM: usize = 24;
/// How many members and types are looked at for a sample.
const MOST: usize = 2_000;
/// Samples are for people: an array that must have more elements has no sample.
const MOST_ITEMS: usize = 5;
/// Samples are for people: a longer example is left to the schema.
const LONGEST: usize = 4_000;

/// A value of the type, or `None` where none can be made.
pub fn sample(model: &Model, id: TypeId) -> Option<Value> {
    let mut sampler = Sampler { model, left: MOST };
    let value = sampler.of_type(id, 0)?;
    (value.to_string().len() <= LONGEST).then_some(value)
}

/// Makes one sample.
struct Sampler<'m> {
    model: &'m Model,
    /// The number of members and types that may still be looked at.
    left: usize,
}

impl Sampler<'_> {
    fn of_type(&mut self, id: TypeId, depth: usize) -> Option<Value> {
        if depth > BOTTOM {
            return None;
        }
        self.left = self.left.checked_sub(1)?;
        let def = &self.model[id];
        let fits = |example: &Value| fits_named(self.model, id, example);
        let found = example(&def.docs, fits);
        if let Some(example) = found.or_else(|| listed(&def.constraints, fits)) {
            return Some(example);
        }
        let value = self.of_kind(def, depth)?;
        // A listed value is one that the schema accepts, though a `oneOf` that lists it is not evaluated. With a branch for
        // any value beside the list, two branches accept it.
        let is_listed = match &def.kind {
            TypeKind::StringEnum(values) => values.unlisted != Unlisted::Allowed,
            TypeKind::ValueEnum(_) => true,
            _ => false,
        };
        let obeys = obeys(&def.constraints, &value).unwrap_or(is_listed);
        obeys.then_some(value)
    }

    fn of_kind(&mut self, def: &TypeDef, depth: usize) -> Option<Value> {
        match &def.kind {
            TypeKind::Struct(object) => self.of_struct(object, depth),
            TypeKind::StringEnum(values) => values.values.first().map(|value| json!(value.value)),
            TypeKind::ValueEnum(values) => values.values.first().map(|value| value.value.clone()),
            TypeKind::Constant(constant) => Some(constant.value.to_json()),
            TypeKind::Union(union) => self.of_union(union, depth),
            TypeKind::Newtype(slot) => self.of_slot(slot, &def.docs, depth + 1),
            TypeKind::Alias(target) => self.of_type(*target, depth + 1),
            TypeKind::Extern(replaced) => replaced.extern_type.sample.clone(),
            TypeKind::Never => None,
        }
    }

    /// A sample of the first branch that has one. For `oneOf`, no other branch may accept it.
    fn of_union(&mut self, union: &Union, depth: usize) -> Option<Value> {
        let variants = union.variants.iter().enumerate();
        variants.into_iter().find_map(|(index, variant)| {
            let value = self.of_slot(&variant.slot, &variant.docs, depth + 1)?;
            let value = match &union.tag {
                Some(tag) => self.tagged(value, &tag.member, variant)?,
                None => value,
            };
            let mut others = union.variants.iter().enumerate();
            let is_of_another = union.branching == Branching::One
                && others.any(|(other, variant)| {
                    other != index && may_accept(self.model, &variant.slot, &value)
                });
            (!is_of_another).then_some(value)
        })
    }

    /// A sample of a branch that says which branch it is.
    fn tagged(&self, mut value: Value, member: &str, variant: &Variant) -> Option<Value> {
        let found = value.get(member).and_then(Value::as_str);
        if found.is_some_and(|found| variant.tags.iter().any(|tag| tag == found)) {
            return Some(value);
        }
        let tag = variant.tags.first()?;
        let members = value.as_object_mut()?;
        members.insert(member.to_owned(), Value::from(tag.as_str()));
        fits(self.model, &variant.slot, &value).then_some(value)
    }

    fn of_struct(&mut self, object: &Struct, depth: usize) -> Option<Value> {
        let mut members = Map::new();
        for field in &object.fields {
            match self.member(field, depth) {
                Some(value) => {
                    members.insert(field.wire_name.clone(), value);
                }
                None if matches!(field.presence, Presence::Required | Presence::Fixed) => {
                    return None;
                }
                None if field.presence == Presence::Defaulted => return None,
                None => {}
            }
        }
        Some(Value::Object(members))
    }

    fn member(&mut self, field: &Field, depth: usize) -> Option<Value> {
        // Where types lead to each other all over, there is no end of members.
        self.left = self.left.checked_sub(1)?;
        let must = !field.presence.is_optional();
        let found = example(&field.docs, |example| {
            fits(self.model, &field.slot, example)
        });
        if let Some(example) = found.filter(|example| must || !example.is_null()) {
            return Some(example);
        }
        let interesting = depth < DEPTH
            && !field.docs.deprecated
            && matches!(
                field.slot.ty.non_null(),
                Type::Named(_) | Type::Bool | Type::Integer(_) | Type::Float | Type::Number
            )
            && field.slot.ty == *field.slot.ty.non_null();
        if !must && !interesting {
            return None;
        }
        let value = self.of_slot(&field.slot, &Docs::default(), depth + 1);
        // An optional member that is null comes back absent.
        value.filter(|value| must || !value.is_null())
    }

    fn of_slot(&mut self, slot: &Slot, docs: &Docs, depth: usize) -> Option<Value> {
        let constraints = &slot.constraints;
        let fits = |example: &Value| fits(self.model, slot, example);
        let found = example(docs, fits);
        if let Some(example) = found.or_else(|| listed(constraints, fits)) {
            return Some(example);
        }
        let obeying = |value: &Value| obeys(constraints, value) == Some(true);
        let value = match &slot.ty {
            Type::Integer(width) => return scalar::integer(*width, constraints),
            Type::Float | Type::Number => return scalar::float(constraints),
            Type::String => return scalar::string(constraints),
            Type::Option(inner) => {
                let inner = Slot::new((**inner).clone(), constraints.clone());
                let value =
                    (depth < DEPTH).then(|| self.of_slot(&inner, &Docs::default(), depth + 1));
                return value.flatten().or(Some(Value::Null)).filter(obeying);
            }
            Type::Any | Type::Object => json!({ "key": "value" }),
            Type::Null => Value::Null,
            Type::Bool => json!(true),
            Type::List(item) => self.list(item, constraints, depth)?,
            Type::Tuple(slots) => {
                let values = slots
                    .iter()
                    .map(|slot| self.of_slot(slot, &Docs::default(), depth + 1));
                values.collect::<Option<Vec<_>>>().map(Value::Array)?
            }
            Type::Map(_, value) => match self.of_slot(value, &Docs::default(), depth + 1) {
                Some(value) if depth < DEPTH => json!({ "key": value }),
                _ => json!({}),
            },
            Type::Mapped(mapped) => mapped.extern_type.sample.clone()?,
            Type::Named(id) => self.of_type(*id, depth + 1)?,
        };
        // An empty array or object satisfies what is asked of elements and members.
        let empty = match &slot.ty {
            Type::Any | Type::Object | Type::Map(..) => Some(json!({})),
            _ => None,
        };
        Some(value)
            .filter(obeying)
            .or_else(|| empty.filter(obeying))
    }

    /// One element, or as many as there must be.
    fn list(&mut self, item: &Slot, constraints: &Constraints, depth: usize) -> Option<Value> {
        let least = usize::try_from(constraints.count(Count::MinItems).unwrap_or(0)).ok()?;
        if least > MOST_ITEMS {
            return None;
        }
        let most = constraints.count(Count::MaxItems).unwrap_or(u64::MAX);
        let item = (most > 0)
            .then(|| self.of_slot(item, &Docs::default(), depth + 1))
            .flatten();
        match item {
            Some(item) if depth < DEPTH || least > 0 => Some(json!(vec![item; least.max(1)])),
            _ => Some(json!([])),
        }
    }
}

/// The first of the values that `enum` lists, where no variant stands for them.
fn listed(constraints: &Constraints, fits: impl Fn(&Value) -> bool) -> Option<Value> {
    let mut listed = constraints.iter().filter_map(|one| match one {
        Constraint::Values(values) => Some(values),
        _ => None,
    });
    listed.next()?.iter().find(|value| fits(value)).cloned()
}

/// The first example of the document that fits.
fn example(docs: &Docs, fits: impl Fn(&Value) -> bool) -> Option<Value> {
    let example = docs.examples.iter().find(|example| fits(example))?;
    (example.to_string().len() <= LONGEST / 4).then(|| example.clone())
}
