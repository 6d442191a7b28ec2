//! Turns enums of one value into constants, where they only state the value that a member always has: the member documents
//! them completely.

use std::collections::HashSet;

use crate::model::{
    Constant, ConstantValue, EnumValue, Model, Origin, Presence, Secrecy, Type, TypeDef, TypeId,
    TypeKind, UnknownMembers, Unlisted,
};
use cratify_schema::source::Value;

/// Makes constants of the types of such members.
pub(super) fn make(model: &mut Model) {
    let may_be_absent = of_optional_members(model);
    for id in only_of_members(model) {
        let def = &mut model.types[id.0 as usize];
        if let Some(constant) = constant(def, may_be_absent.contains(&id)) {
            def.kind = TypeKind::Constant(constant);
        }
    }
}

/// The types that only such members have: each has no name in the document, and stands nowhere else.
fn only_of_members(model: &Model) -> HashSet<TypeId> {
    let types = || model.own_types();
    let mut found: HashSet<TypeId> = types()
        .filter(|(_, def)| def.origin != Origin::Named && def.in_place)
        .map(|(id, _)| id)
        .collect();
    let mut remove = |ty: &Type| {
        if let Type::Named(id) = ty {
            found.remove(id);
        }
    };
    for (_, def) in types() {
        let TypeKind::Struct(object) = &def.kind else {
            def.kind.visit_types(&mut remove);
            continue;
        };
        for field in &object.fields {
            let says_it = matches!(field.presence, Presence::Fixed | Presence::Defaulted);
            if !says_it || !matches!(field.slot.ty, Type::Named(_)) {
                field.slot.ty.visit(&mut remove);
            }
        }
        if let UnknownMembers::Kept(_, slot) = &object.unknown {
            slot.ty.visit(&mut remove);
        }
    }
    found
}

/// The types of members that may be absent, and then have their only value.
fn of_optional_members(model: &Model) -> HashSet<TypeId> {
    let structs = model.own_types().filter_map(|(_, def)| match &def.kind {
        TypeKind::Struct(object) => Some(object),
        _ => None,
    });
    let fields = structs.flat_map(|object| &object.fields);
    let types = fields.filter_map(|field| match (field.presence, &field.slot.ty) {
        (Presence::Defaulted, Type::Named(id)) => Some(*id),
        _ => None,
    });
    types.collect()
}

/// The constant of an enum of one value. A secret, a constraint or a request for the value needs the enum.
fn constant(def: &TypeDef, may_be_absent: bool) -> Option<Constant> {
    if def.secrecy != Secrecy::Open || !def.constraints.is_empty() {
        return None;
    }
    match &def.kind {
        TypeKind::StringEnum(values) => {
            let value = only(&values.values)?;
            let text = ConstantValue::Text(value.value.clone());
            Some(of(text, value, values.unlisted, may_be_absent))
        }
        TypeKind::ValueEnum(values) => {
            let value = only(&values.values)?;
            let found = match &value.value {
                Value::String(text) => ConstantValue::Text(text.clone()),
                Value::Bool(found) => ConstantValue::Bool(*found),
                Value::Number(number) => match number.as_i64() {
                    Some(number) => ConstantValue::Integer(number),
                    None => ConstantValue::Number(number.clone()),
                },
                Value::Null | Value::Array(_) | Value::Object(_) => return None,
            };
            Some(of(found, value, values.unlisted, may_be_absent))
        }
        _ => None,
    }
}

fn only<T>(values: &[EnumValue<T>]) -> Option<&EnumValue<T>> {
    match values {
        [value] if value.rename.is_none() && value.attributes.is_empty() => Some(value),
        _ => None,
    }
}

fn of<T>(
    value: ConstantValue,
    listed: &EnumValue<T>,
    unlisted: Unlisted,
    may_be_absent: bool,
) -> Constant {
    Constant {
        value,
        docs: listed.docs.clone(),
        is_closed: unlisted == Unlisted::Refused,
        may_be_absent,
    }
}
