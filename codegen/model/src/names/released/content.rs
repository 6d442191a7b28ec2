//! Turns types into fingerprints of their content: the same for a schema that was moved, renamed, written out inline or
//! referred to.
//!
//! A fingerprint has the kind of the type, its members with their types, and what the types of the members are, to a depth
//! that stays the same. It has no name of a type in it, and none of the order of anything.

use cratify_schema::text::fingerprint;

use super::parts::value_key;
use crate::model::{Model, Slot, Type, TypeDef, TypeKind, UnknownMembers};

/// How many references deep a fingerprint looks.
const DEPTH: usize = 3;

/// The start of the fingerprint of a newtype that only its name distinguishes from others.
pub(super) const COMMON: char = '~';

/// The fingerprint of each type, in the model's order; an empty one of a type of another crate.
pub(super) fn contents(model: &Model) -> Vec<String> {
    let mut known = vec![0; model.types.len()];
    for _ in 0..=DEPTH {
        let types = model.types.iter();
        known = types.map(|def| fingerprint(&text(def, &known))).collect();
    }
    let contents = model
        .types
        .iter()
        .zip(known)
        .map(|(def, known)| match &def.kind {
            TypeKind::Extern(_) => String::new(),
            TypeKind::Newtype(slot) if !tells(def, slot) => format!("{COMMON}{known:016x}"),
            _ => format!("{known:016x}"),
        });
    contents.collect()
}

/// Whether few newtypes are what this one is.
fn tells(def: &TypeDef, slot: &Slot) -> bool {
    let mut has_named = false;
    slot.ty
        .visit(&mut |ty| has_named |= matches!(ty, Type::Named(_)));
    has_named || def.docs.description.is_some()
}

/// The content of a type, with the numbers that are known of the types in it.
fn text(def: &TypeDef, known: &[u64]) -> String {
    let of = |ty: &Type| spell(ty, known);
    let (kind, mut parts): (&str, Vec<String>) = match &def.kind {
        TypeKind::Struct(object) => {
            let fields = object.fields.iter();
            let fields = fields.map(|field| {
                format!(
                    "{:?} {:?} {}",
                    field.wire_name,
                    field.presence,
                    of(&field.slot.ty)
                )
            });
            let rest = match &object.unknown {
                UnknownMembers::Kept(_, slot) => format!("* {}", of(&slot.ty)),
                UnknownMembers::Recorded { .. }
                | UnknownMembers::Dropped
                | UnknownMembers::Refused => "*".to_owned(),
            };
            ("struct", fields.chain([rest]).collect())
        }
        TypeKind::StringEnum(values) => {
            let values = values.values.iter();
            (
                "enum",
                values.map(|one| format!("{:?}", one.value)).collect(),
            )
        }
        TypeKind::ValueEnum(values) => {
            let values = values.values.iter();
            ("enum", values.map(|one| value_key(&one.value)).collect())
        }
        TypeKind::Constant(constant) => ("constant", vec![value_key(&constant.value.to_json())]),
        TypeKind::Union(union) => {
            let variants = union.variants.iter();
            let variants = variants.map(|one| {
                let mut tags = one.tags.clone();
                tags.sort();
                format!("{tags:?} {}", of(&one.slot.ty))
            });
            ("union", variants.collect())
        }
        // Many newtypes are the same to Rust.
        TypeKind::Newtype(slot) => {
            let description = format!("{:?}", def.docs.description);
            ("newtype", vec![of(&slot.ty), description])
        }
        TypeKind::Alias(target) => ("alias", vec![of(&Type::Named(*target))]),
        TypeKind::Extern(_) => ("extern", Vec::new()),
        TypeKind::Never => ("never", Vec::new()),
    };
    parts.sort();
    format!("{kind} {}", parts.join("\n"))
}

/// A type without names of types.
fn spell(ty: &Type, known: &[u64]) -> String {
    match ty {
        Type::List(slot) => format!("[{}]", spell(&slot.ty, known)),
        Type::Tuple(slots) => {
            let slots = slots.iter().map(|slot| spell(&slot.ty, known));
            format!("({})", slots.collect::<Vec<_>>().join(","))
        }
        Type::Map(map, slot) => {
            let key = map.key.as_ref().map(|key| spell(key, known) + ":");
            let key = key.unwrap_or_default();
            format!("{{{key}{}}}", spell(&slot.ty, known))
        }
        Type::Option(inner) => format!("{}?", spell(inner, known)),
        Type::Mapped(mapped) => mapped.extern_type.path.clone(),
        Type::Integer(integer) => integer.as_str().to_owned(),
        Type::Named(id) => format!("{:016x}", known[id.0 as usize]),
        Type::Any => "any".to_owned(),
        Type::Object => "object".to_owned(),
        Type::Null => "null".to_owned(),
        Type::Bool => "bool".to_owned(),
        Type::Float => "float".to_owned(),
        Type::Number => "number".to_owned(),
        Type::String => "string".to_owned(),
    }
}
