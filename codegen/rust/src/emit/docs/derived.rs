//! Writes lines about types, fields and variants of which the document says nothing: their names in JSON, their
//! types and constraints, or their parts.

use crate::emit::context::Context;
use crate::text::{CodeSpan, Rust, Sentence, phrases, sentence};
use cratify_model::model::{
    Constant, ConstantValue, Field, StringEnum, Struct, Type, TypeDef, TypeId, TypeKind, Union,
    ValueEnum, ValueRepr, Variant,
};

/// The number of members, values or branches that a line names.
const MOST_NAMED: usize = 4;

/// A line about a type.
pub(super) fn type_line(context: &Context<'_>, def: &TypeDef) -> Sentence {
    match &def.kind {
        TypeKind::Struct(object) => struct_line(object),
        TypeKind::StringEnum(values) => string_line(values),
        TypeKind::ValueEnum(values) => value_line(values),
        TypeKind::Constant(constant) => constant_line(constant),
        TypeKind::Union(union) => union_line(context, union),
        TypeKind::Newtype(slot) => sentence![one(context, &slot.ty).capitalized(), "."],
        TypeKind::Alias(target) => sentence!["Another name of ", link(context, *target), "."],
        TypeKind::Extern(replaced) => sentence![CodeSpan::new(&replaced.extern_type.path), "."],
        TypeKind::Never => "No value is valid: the type has no values.".into(),
    }
}

/// A line about a field: its name in JSON, its type and its constraints.
pub(super) fn field_line(context: &Context<'_>, field: &Field) -> Sentence {
    let name = CodeSpan::new(&field.wire_name);
    let ty = one(context, &field.slot.ty);
    let constraints = phrases(&context.constraints.keywords(&field.slot.constraints));
    let parts = std::iter::once(ty).chain(constraints);
    sentence![name, ": ", Sentence::join(parts, ", "), "."]
}

/// A line about a variant of a union.
pub(super) fn variant_line(context: &Context<'_>, variant: &Variant) -> Sentence {
    sentence![one(context, &variant.slot.ty).capitalized(), "."]
}

fn struct_line(object: &Struct) -> Sentence {
    let names = object.fields.iter().map(|field| &field.wire_name);
    let names: Vec<Sentence> = names.map(|name| sentence![CodeSpan::new(name)]).collect();
    match names.len() {
        0 => "Object.".into(),
        1 => sentence![
            "Object with the member ",
            enumeration(&names, "and", "members"),
            "."
        ],
        _ => sentence![
            "Object with the members ",
            enumeration(&names, "and", "members"),
            "."
        ],
    }
}

fn string_line(values: &StringEnum) -> Sentence {
    let values = values
        .values
        .iter()
        .map(|value| sentence![CodeSpan::new(&value.value)]);
    let values: Vec<Sentence> = values.collect();
    sentence!["String ", enumeration(&values, "or", "values"), "."]
}

fn value_line(values: &ValueEnum) -> Sentence {
    let what = match values.repr {
        ValueRepr::Integer => "Integer ",
        ValueRepr::Mixed => "Value ",
    };
    let values = values
        .values
        .iter()
        .map(|value| sentence![CodeSpan::new(value.value.to_string())]);
    let values: Vec<Sentence> = values.collect();
    sentence![what, enumeration(&values, "or", "values"), "."]
}

/// The value of a constant, and the treatment of another value.
pub(super) fn constant_line(constant: &Constant) -> Sentence {
    let value = CodeSpan::new(match &constant.value {
        ConstantValue::Text(text) => text.clone(),
        other => other.to_json().to_string(),
    });
    if constant.is_closed {
        sentence!["In JSON always ", value, "."]
    } else {
        sentence![
            "In JSON always ",
            value,
            "; another value that was read is kept."
        ]
    }
}

fn union_line(context: &Context<'_>, union: &Union) -> Sentence {
    let variants = union.variants.iter();
    let variants: Vec<Sentence> = variants
        .map(|variant| one(context, &variant.slot.ty))
        .collect();
    sentence![enumeration(&variants, "or", "branches").capitalized(), "."]
}

/// `a, b and c`, or `a, b, c and 4 more members`.
fn enumeration(parts: &[Sentence], last: &'static str, what: &'static str) -> Sentence {
    if parts.len() > MOST_NAMED + 1 {
        let named = Sentence::join(parts[..MOST_NAMED].iter().cloned(), ", ");
        let more = (parts.len() - MOST_NAMED) as u64;
        return sentence![named, " ", last, " ", more, " more ", what];
    }
    match parts {
        [] => Sentence::default(),
        [part] => part.clone(),
        [first @ .., end] => {
            let first = Sentence::join(first.iter().cloned(), ", ");
            sentence![first, " ", last, " ", end.clone()]
        }
    }
}

/// One value of a type.
fn one(context: &Context<'_>, ty: &Type) -> Sentence {
    match ty {
        Type::Any => "any JSON value".into(),
        Type::Object => "object".into(),
        Type::Null => "null".into(),
        Type::Bool => "boolean".into(),
        Type::Integer(_) => "integer".into(),
        Type::Float | Type::Number => "number".into(),
        Type::String => "string".into(),
        Type::List(item) => sentence!["array of ", several(context, &item.ty)],
        Type::Tuple(slots) => {
            let slots: Vec<Sentence> = slots.iter().map(|slot| one(context, &slot.ty)).collect();
            let words = if slots.len() == 1 {
                "array of one "
            } else {
                "array of "
            };
            sentence![words, enumeration(&slots, "and", "elements")]
        }
        Type::Map(_, value) => sentence!["object with values of type ", one(context, &value.ty)],
        Type::Option(inner) => sentence![one(context, inner), " or null"],
        Type::Mapped(mapped) => one(context, &mapped.wire),
        Type::Named(id) => link(context, *id),
    }
}

/// Several values of a type.
fn several(context: &Context<'_>, ty: &Type) -> Sentence {
    match ty {
        Type::Any => "any JSON values".into(),
        Type::Object => "objects".into(),
        Type::Null => "nulls".into(),
        Type::Bool => "booleans".into(),
        Type::Integer(_) => "integers".into(),
        Type::Float | Type::Number => "numbers".into(),
        Type::String => "strings".into(),
        Type::List(item) => sentence!["arrays of ", several(context, &item.ty)],
        Type::Mapped(mapped) => several(context, &mapped.wire),
        Type::Option(inner) => sentence![several(context, inner), " or nulls"],
        Type::Map(..) => "objects".into(),
        Type::Tuple(_) => "arrays".into(),
        Type::Named(id) => link(context, *id),
    }
}

/// A link to a type of the crate, or the path of an extern type.
fn link(context: &Context<'_>, id: TypeId) -> Sentence {
    match &context.model[id].kind {
        TypeKind::Extern(replaced) => sentence![CodeSpan::new(&replaced.extern_type.path)],
        _ => sentence!["[`", Rust::path(&context.called(id)), "`]"],
    }
}
