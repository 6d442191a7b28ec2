//! Finds out whether a value fits a type: it decodes, comes back as it is, and breaks no constraint that can be evaluated.
//! Also whether a schema may accept a value.

use super::obeys::obeys;
use crate::model::{
    Field, Model, Others, Presence, Rest, Slot, Struct, Type, TypeId, TypeKind, UnknownMembers,
    Unlisted, ValueRepr, Variant,
};
use cratify_schema::keyword::JsonType;
use cratify_schema::source::Value;

/// Whether a value fits a slot.
pub fn fits(model: &Model, slot: &Slot, value: &Value) -> bool {
    let exact = true;
    Fit { model, exact }.slot(slot, value)
}

/// Whether a value fits a named type.
pub(super) fn fits_named(model: &Model, id: TypeId, value: &Value) -> bool {
    let exact = true;
    Fit { model, exact }.named(id, value)
}

/// What a slot refuses of a value that it does not accept.
pub(crate) fn refused(model: &Model, slot: &Slot, value: &Value) -> Refused {
    let mut found = Refused::default();
    let exact = false;
    Fit { model, exact }.find_in_slot(slot, value, &mut found);
    found
}

/// What a named type refuses of a value that it does not accept.
pub(crate) fn refused_by_named(model: &Model, id: TypeId, value: &Value) -> Refused {
    let mut found = Refused::default();
    let exact = false;
    Fit { model, exact }.find_in_named(id, value, &mut found);
    found
}

/// A part of a value that is at fault.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Refused {
    /// The names and indices that lead to it.
    pub path: Vec<String>,
    /// The required member that it lacks.
    pub lacks: Option<String>,
}

/// Whether the schema of a slot may accept a value.
pub(crate) fn may_accept(model: &Model, slot: &Slot, value: &Value) -> bool {
    let exact = false;
    Fit { model, exact }.slot(slot, value)
}

/// Whether the schema of a named type may accept a value.
pub(crate) fn may_accept_named(model: &Model, id: TypeId, value: &Value) -> bool {
    let exact = false;
    Fit { model, exact }.named(id, value)
}

/// Looks at values.
#[derive(Debug, Clone, Copy)]
struct Fit<'m> {
    model: &'m Model,
    /// Whether a value has to come back as it is.
    exact: bool,
}

impl Fit<'_> {
    fn slot(self, slot: &Slot, value: &Value) -> bool {
        obeys(&slot.constraints, value) != Some(false) && self.ty(&slot.ty, value)
    }

    fn ty(self, ty: &Type, value: &Value) -> bool {
        match ty {
            Type::Any => true,
            Type::Object => value.is_object(),
            Type::Null => value.is_null(),
            Type::Bool => value.is_boolean(),
            Type::Integer(width) => width.holds(value),
            Type::Number => value.is_number(),
            // A whole number is written as one, however it was spelled.
            Type::Float if !self.exact => value.is_number(),
            Type::Float => {
                value.is_i64() || value.as_f64().is_some_and(|number| number.fract() != 0.0)
            }
            Type::String => value.is_string(),
            Type::List(item) => value
                .as_array()
                .is_some_and(|items| items.iter().all(|value| self.slot(item, value))),
            Type::Tuple(slots) => value.as_array().is_some_and(|items| {
                items.len() == slots.len()
                    && items
                        .iter()
                        .zip(slots)
                        .all(|(value, slot)| self.slot(slot, value))
            }),
            Type::Map(map, inner) => value.as_object().is_some_and(|members| {
                members.iter().all(|(name, value)| {
                    let key = map.key.as_deref();
                    let is_key = key.is_none_or(|key| self.ty(key, &Value::from(name.as_str())));
                    is_key && self.slot(inner, value)
                })
            }),
            Type::Option(inner) => value.is_null() || self.ty(inner, value),
            Type::Mapped(mapped) if !self.exact => self.ty(&mapped.wire, value),
            // Which others come back as they are, the type alone knows.
            Type::Mapped(mapped) => mapped.extern_type.sample.as_ref() == Some(value),
            Type::Named(id) => self.named(*id, value),
        }
    }

    fn named(self, id: TypeId, value: &Value) -> bool {
        let def = &self.model[id];
        if obeys(&def.constraints, value) == Some(false) {
            return false;
        }
        match &def.kind {
            TypeKind::Struct(object) => self.members(object, value),
            TypeKind::StringEnum(values) => {
                let listed = |text| values.values.iter().any(|value| value.value == text);
                value
                    .as_str()
                    .is_some_and(|text| values.unlisted == Unlisted::Allowed || listed(text))
            }
            TypeKind::ValueEnum(values) => {
                values.values.iter().any(|listed| listed.value == *value)
                    && (!self.exact || values.repr == ValueRepr::Mixed || value.is_i64())
            }
            TypeKind::Constant(constant) => constant.value.to_json() == *value,
            TypeKind::Union(union) => {
                let ty = JsonType::of(value);
                let described = |variant: &Variant| variant.facts.types.has(ty);
                let other = matches!(union.rest, Rest::Other(_));
                let mut variants = union.variants.iter();
                (other && !variants.clone().any(described))
                    || variants.any(|variant| {
                        let tagged = !self.exact
                            || union.tag.as_ref().is_none_or(|tag| {
                                let found = value.get(&tag.member).and_then(Value::as_str);
                                found.is_some_and(|found| {
                                    variant.tags.iter().any(|tag| tag == found)
                                })
                            });
                        tagged && self.slot(&variant.slot, value)
                    })
            }
            TypeKind::Newtype(slot) => self.slot(slot, value),
            TypeKind::Alias(target) => self.named(*target, value),
            TypeKind::Extern(_) if !self.exact => true,
            TypeKind::Extern(replaced) => replaced.extern_type.sample.as_ref() == Some(value),
            TypeKind::Never => false,
        }
    }

    fn members(self, object: &Struct, value: &Value) -> bool {
        let Some(members) = value.as_object() else {
            return false;
        };
        let known = object
            .fields
            .iter()
            .all(|field| match members.get(&field.wire_name) {
                // A null that decodes to `None` is written as absent.
                Some(Value::Null) if self.exact && field.presence == Presence::Optional => false,
                Some(value) => self.slot(&field.slot, value),
                None if !self.exact => field.presence != Presence::Required,
                None => field.presence.is_optional(),
            });
        let rest = members
            .iter()
            .filter(|(name, _)| !object.fields.iter().any(|field| field.wire_name == **name));
        known
            && match &object.unknown {
                UnknownMembers::Kept(_, slot) => {
                    let mut rest = rest;
                    rest.all(|(_, value)| self.slot(slot, value))
                }
                UnknownMembers::Recorded { except } => {
                    let mut rest = rest;
                    let is_allowed = object.others != Others::Forbidden;
                    let comes_back = |name: &String| is_allowed && !except.contains(name);
                    rest.all(|(name, _)| comes_back(name) || is_allowed && !self.exact)
                }
                UnknownMembers::Dropped | UnknownMembers::Refused => {
                    rest.count() == 0 || (!self.exact && object.others != Others::Forbidden)
                }
            }
    }

    fn find_in_slot(self, slot: &Slot, value: &Value, found: &mut Refused) {
        // A value that breaks a constraint is at fault as a whole.
        if obeys(&slot.constraints, value) != Some(false) {
            self.find_in_type(&slot.ty, value, found);
        }
    }

    fn find_in_type(self, ty: &Type, value: &Value, found: &mut Refused) {
        match (ty, value) {
            (Type::Named(id), _) => self.find_in_named(*id, value, found),
            (Type::Option(inner), _) => self.find_in_type(inner, value, found),
            (Type::List(item), Value::Array(items)) => {
                let items = items.iter().enumerate();
                let items = items.map(|(index, value)| (index.to_string(), &**item, value));
                self.find_in_parts(items, found);
            }
            (Type::Map(_, inner), Value::Object(members)) => {
                let members = members.iter();
                let members = members.map(|(name, value)| (name.clone(), &**inner, value));
                self.find_in_parts(members, found);
            }
            _ => {}
        }
    }

    fn find_in_named(self, id: TypeId, value: &Value, found: &mut Refused) {
        let def = &self.model[id];
        if obeys(&def.constraints, value) == Some(false) {
            return;
        }
        match (&def.kind, value) {
            (TypeKind::Newtype(slot), _) => self.find_in_slot(slot, value, found),
            (TypeKind::Alias(target), _) => self.find_in_named(*target, value, found),
            (TypeKind::Struct(object), Value::Object(members)) => {
                let parts = object.fields.iter().filter_map(|field| {
                    let value = members.get(&field.wire_name)?;
                    Some((field.wire_name.clone(), &field.slot, value))
                });
                if !self.find_in_parts(parts, found) {
                    let is_required = |field: &&Field| field.presence == Presence::Required;
                    let mut required = object.fields.iter().filter(is_required);
                    let lacking = required.find(|field| !members.contains_key(&field.wire_name));
                    found.lacks = lacking.map(|field| field.wire_name.clone());
                }
            }
            _ => {}
        }
    }

    /// Goes on in the first part that its slot refuses. Returns whether there is one.
    fn find_in_parts<'v>(
        self,
        mut parts: impl Iterator<Item = (String, &'v Slot, &'v Value)>,
        found: &mut Refused,
    ) -> bool {
        let Some((name, slot, value)) = parts.find(|(_, slot, value)| !self.slot(slot, value))
        else {
            return false;
        };
        found.path.push(name);
        self.find_in_slot(slot, value, found);
        true
    }
}
