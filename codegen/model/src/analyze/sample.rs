//! Sample values: what the examples of the docs show, and what their doctests decode.
//!
//! A sample is made of the document's own examples where they fit the type, and of simple values
//! where there are none. It comes back from decoding and encoding as it is.

use serde_json::{Map, json};

use crate::model::{
    Bound, Docs, Field, Model, Presence, Rest, Slot, Struct, Type, TypeId, TypeKind,
    UnknownMembers, Unlisted, ValueRepr, Variant,
};
use cratify_schema::keyword::JsonType;
use cratify_schema::source::Value;

/// How deep a sample goes: beyond it, only what must be there is.
const DEPTH: usize = 3;
/// Where a type that contains itself is given up.
const BOTTOM: usize = 24;
/// How many members and types are looked at for a sample.
const MOST: usize = 2_000;
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
    /// How many more members and types may be looked at.
    left: usize,
}

impl Sampler<'_> {
    fn of_type(&mut self, id: TypeId, depth: usize) -> Option<Value> {
        if depth > BOTTOM {
            return None;
        }
        self.left = self.left.checked_sub(1)?;
        let def = &self.model[id];
        if let Some(example) = self.fitting_example(&Type::Named(id), &def.docs) {
            return Some(example);
        }
        match &def.kind {
            TypeKind::Struct(object) => self.of_struct(object, depth),
            TypeKind::StringEnum(values) => values.values.first().map(|value| json!(value.value)),
            TypeKind::ValueEnum(values) => values.values.first().map(|value| value.value.clone()),
            TypeKind::Union(union) => union.variants.iter().find_map(|variant| {
                let value = self.of_slot(&variant.slot, &variant.docs, depth + 1)?;
                match &union.tag {
                    Some(tag) => self.tagged(value, &tag.member, variant),
                    None => Some(value),
                }
            }),
            TypeKind::Newtype(slot) => self.of_slot(slot, &def.docs, depth + 1),
            TypeKind::Alias(target) => self.of_type(*target, depth + 1),
            TypeKind::Extern(replaced) => replaced.extern_type.sample.clone(),
            TypeKind::Never => None,
        }
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
        fits(self.model, &variant.slot.ty, &value).then_some(value)
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
        if let Some(example) = self.fitting_example(&field.slot.ty, &field.docs)
            && (must || !example.is_null())
        {
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
        self.of_slot(&field.slot, &Docs::default(), depth + 1)
    }

    fn fitting_example(&self, ty: &Type, docs: &Docs) -> Option<Value> {
        let example = docs
            .examples
            .iter()
            .find(|example| fits(self.model, ty, example))?;
        (example.to_string().len() <= LONGEST / 4).then(|| example.clone())
    }

    fn of_slot(&mut self, slot: &Slot, docs: &Docs, depth: usize) -> Option<Value> {
        if let Some(example) = self.fitting_example(&slot.ty, docs) {
            return Some(example);
        }
        match &slot.ty {
            Type::Any => Some(json!({ "key": "value" })),
            Type::Object => Some(json!({ "key": "value" })),
            Type::Null => Some(Value::Null),
            Type::Bool => Some(json!(true)),
            Type::Integer(_) => {
                let least = slot.constraints.bound(Bound::Minimum);
                let least = least.filter(|least| least.is_i64() || least.is_u64());
                Some(least.map_or(json!(1), |least| Value::Number(least.clone())))
            }
            Type::Float | Type::Number => Some(json!(1.5)),
            Type::String => Some(json!(sample_string(slot.constraints.format()))),
            Type::List(item) => Some(match self.of_slot(item, &Docs::default(), depth + 1) {
                Some(item) if depth < DEPTH => json!([item]),
                _ => json!([]),
            }),
            Type::Tuple(slots) => slots
                .iter()
                .map(|slot| self.of_slot(slot, &Docs::default(), depth + 1))
                .collect::<Option<Vec<_>>>()
                .map(Value::Array),
            Type::Map(_, value) => Some(match self.of_slot(value, &Docs::default(), depth + 1) {
                Some(value) if depth < DEPTH => json!({ "key": value }),
                _ => json!({}),
            }),
            Type::Option(inner) => {
                if depth >= DEPTH {
                    return Some(Value::Null);
                }
                let inner = Slot::new((**inner).clone(), slot.constraints.clone());
                Some(
                    self.of_slot(&inner, &Docs::default(), depth + 1)
                        .unwrap_or(Value::Null),
                )
            }
            Type::Mapped(mapped) => mapped.extern_type.sample.clone(),
            Type::Named(id) => self.of_type(*id, depth + 1),
        }
    }
}

fn sample_string(format: Option<&str>) -> &'static str {
    match format {
        Some("uuid") => "fe26475d-ec3e-4884-9553-f7356683f7f9",
        Some("date-time") => "2013-07-16T19:23:00.000+00:00",
        Some("date") => "2013-07-16",
        Some("time") => "19:23:00Z",
        Some("email") => "john@example.com",
        Some("uri" | "url" | "uri-reference") => "https://example.com/",
        Some("hostname") => "example.com",
        Some("ipv4") => "192.0.2.1",
        Some("ipv6") => "2001:db8::1",
        _ => "string",
    }
}

/// Whether a value decodes as the type, and comes back as it is.
pub fn fits(model: &Model, ty: &Type, value: &Value) -> bool {
    match ty {
        Type::Any => true,
        Type::Object => value.is_object(),
        Type::Null => value.is_null(),
        Type::Bool => value.is_boolean(),
        Type::Integer(width) => match value.as_i64() {
            Some(value) if width.is_unsigned() => (0..128).contains(&value),
            Some(value) => i32::try_from(value).is_ok() || width.as_str() == "i64",
            None => false,
        },
        Type::Number => value.is_number(),
        // A whole number is written as one, however it was spelled.
        Type::Float => value.is_i64() || value.as_f64().is_some_and(|number| number.fract() != 0.0),
        Type::String => value.is_string(),
        Type::List(item) => value
            .as_array()
            .is_some_and(|items| items.iter().all(|value| fits(model, &item.ty, value))),
        Type::Tuple(slots) => value.as_array().is_some_and(|items| {
            items.len() == slots.len()
                && items
                    .iter()
                    .zip(slots)
                    .all(|(value, slot)| fits(model, &slot.ty, value))
        }),
        Type::Map(_, inner) => value
            .as_object()
            .is_some_and(|members| members.values().all(|value| fits(model, &inner.ty, value))),
        Type::Option(inner) => value.is_null() || fits(model, inner, value),
        // Which others come back as they are, the type alone knows.
        Type::Mapped(mapped) => mapped.extern_type.sample.as_ref() == Some(value),
        Type::Named(id) => fits_named(model, *id, value),
    }
}

fn fits_named(model: &Model, id: TypeId, value: &Value) -> bool {
    match &model[id].kind {
        TypeKind::Struct(object) => fits_struct(model, object, value),
        TypeKind::StringEnum(values) => {
            let listed = |text| values.values.iter().any(|value| value.value == text);
            value
                .as_str()
                .is_some_and(|text| values.unlisted == Unlisted::Allowed || listed(text))
        }
        TypeKind::ValueEnum(values) => {
            values.values.iter().any(|listed| listed.value == *value)
                && (values.repr == ValueRepr::Mixed || value.is_i64())
        }
        TypeKind::Union(union) => {
            let ty = JsonType::of(value);
            let described = |variant: &Variant| variant.facts.types.has(ty);
            let other = matches!(union.rest, Rest::Other(_));
            let mut variants = union.variants.iter();
            (other && !variants.clone().any(described))
                || variants.any(|variant| {
                    let tagged = union.tag.as_ref().is_none_or(|tag| {
                        let found = value.get(&tag.member).and_then(Value::as_str);
                        found.is_some_and(|found| variant.tags.iter().any(|tag| tag == found))
                    });
                    tagged && fits(model, &variant.slot.ty, value)
                })
        }
        TypeKind::Newtype(slot) => fits(model, &slot.ty, value),
        TypeKind::Alias(target) => fits_named(model, *target, value),
        TypeKind::Extern(replaced) => replaced.extern_type.sample.as_ref() == Some(value),
        TypeKind::Never => false,
    }
}

fn fits_struct(model: &Model, object: &Struct, value: &Value) -> bool {
    let Some(members) = value.as_object() else {
        return false;
    };
    let known = object
        .fields
        .iter()
        .all(|field| match members.get(&field.wire_name) {
            // A null that decodes to `None` is written as absent.
            Some(Value::Null) if field.presence == Presence::Optional => false,
            Some(value) => fits(model, &field.slot.ty, value),
            None => field.presence.is_optional(),
        });
    let rest = members
        .iter()
        .filter(|(name, _)| !object.fields.iter().any(|field| field.wire_name == **name));
    known
        && match &object.unknown {
            UnknownMembers::Kept(_, slot) => {
                let mut rest = rest;
                rest.all(|(_, value)| fits(model, &slot.ty, value))
            }
            UnknownMembers::Dropped | UnknownMembers::Refused => rest.count() == 0,
        }
}
