//! Turns types into their members, with keys that tell one from another whatever its name in Rust is.

use cratify_schema::source::Value;

use crate::model::{Type, TypeDef, TypeId, TypeKind, UnknownMembers};
use crate::names::types::Stem;
use crate::names::variants::all_words;

/// The key of the value of a newtype or an alias.
pub(super) const VALUE: &str = "_";

/// A member of a type.
pub(super) struct Part {
    /// Its key: `.` and the name of a field, `=` and a value, `|` and the words for a branch; `*` for the field of other
    /// members, `_` for the value of a newtype.
    pub(super) key: String,
    /// The tags of a branch, ordered.
    pub(super) tags: Vec<String>,
    /// The types in it, in their order.
    pub(super) types: Vec<TypeId>,
}

impl Part {
    fn new(key: String, ty: &Type) -> Self {
        let mut types = Vec::new();
        ty.visit(&mut |ty| {
            if let Type::Named(id) = ty {
                types.push(*id);
            }
        });
        Self {
            key,
            tags: Vec::new(),
            types,
        }
    }
}

/// The members of a type: members with names in the model's order, then the field of other members or the value of a
/// newtype. The stems are stems of words.
pub(super) fn parts(stems: &[Stem], def: &TypeDef) -> Vec<Part> {
    let value = |key: String| Part {
        key,
        tags: Vec::new(),
        types: Vec::new(),
    };
    match &def.kind {
        TypeKind::Struct(object) => {
            let fields = object.fields.iter();
            let fields =
                fields.map(|field| Part::new(format!(".{}", field.wire_name), &field.slot.ty));
            let rest = match &object.unknown {
                UnknownMembers::Kept(_, slot) => Some(Part::new("*".to_owned(), &slot.ty)),
                UnknownMembers::Recorded { .. }
                | UnknownMembers::Dropped
                | UnknownMembers::Refused => None,
            };
            fields.chain(rest).collect()
        }
        TypeKind::StringEnum(values) => {
            let values = values.values.iter();
            let values = values.map(|one| value_key(&Value::String(one.value.clone())));
            values.map(value).collect()
        }
        TypeKind::ValueEnum(values) => {
            let values = values.values.iter();
            values.map(|one| value(value_key(&one.value))).collect()
        }
        TypeKind::Union(union) => {
            let words = all_words(union, stems);
            let variants = union.variants.iter().zip(words);
            let variants = variants.map(|(variant, words)| {
                let mut tags = variant.tags.clone();
                tags.sort();
                Part {
                    tags,
                    ..Part::new(format!("|{words}"), &variant.slot.ty)
                }
            });
            variants.collect()
        }
        TypeKind::Newtype(slot) => vec![Part::new(VALUE.to_owned(), &slot.ty)],
        TypeKind::Alias(target) => vec![Part::new(VALUE.to_owned(), &Type::Named(*target))],
        // A constant has no names but its own.
        TypeKind::Constant(_) | TypeKind::Extern(_) | TypeKind::Never => Vec::new(),
    }
}

/// The key of a value of an enum.
pub(super) fn value_key(value: &Value) -> String {
    format!("={value}")
}
