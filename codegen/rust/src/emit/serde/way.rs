//! Chooses the functions of the support code that read and write a member.

use crate::emit::context::Context;
use crate::emit::object::field_type;
use crate::emit::types::{Numbers, emit_codec, has_codec, has_numbers, numbers};
use crate::emit::{debug, extern_types};
use crate::text::Rust;
use cratify_model::model::{
    Field, Model, Presence, Secrecy, Struct, Type, TypeDef, TypeKind, UnknownMembers,
};
use cratify_model::settings::MapType;

use super::Imports;

/// How a value is read and written.
pub(super) enum Way {
    /// By its own implementations.
    Own,
    /// As a number.
    Number(Numbers),
    /// By a codec.
    Codec(Rust),
}

impl Way {
    /// The way of a type.
    pub(super) fn of(context: &Context<'_>, ty: &Type) -> Self {
        if has_codec(context.model, ty) {
            return Self::Codec(Rust::ty(&emit_codec(context, ty)));
        }
        match numbers(ty) {
            Numbers::None => Self::Own,
            numbers => Self::Number(numbers),
        }
    }

    /// The same, with errors that do not show the value.
    pub(super) fn hidden(context: &Context<'_>, ty: &Type) -> Self {
        let codec = Rust::ty(&emit_codec(context, ty));
        Self::Codec(Rust::of(&[
            &"crate::support::hidden_codec::Hidden<",
            &codec,
            &">",
        ]))
    }

    /// The method of `Reader`, with its type arguments.
    pub(super) fn reading(&self, is_nullable: bool) -> Rust {
        match (self, is_nullable) {
            (Self::Own, false) => "value".into(),
            (Self::Own, true) => "nullable".into(),
            (Self::Number(_), false) => "number".into(),
            (Self::Number(_), true) => "nullable_number".into(),
            (Self::Codec(codec), false) => Rust::of(&[&"value_by::<", codec, &", _>"]),
            (Self::Codec(codec), true) => Rust::of(&[&"nullable_by::<", codec, &", _>"]),
        }
    }

    /// The method of `Writer`, with its type arguments.
    pub(super) fn writing(&self, is_optional: bool, imports: &mut Imports) -> Rust {
        match self {
            Self::Codec(_) => imports.traits.insert(("writer_codec", "WriteByCodec")),
            Self::Number(Numbers::Any) => imports.traits.insert(("writer_number", "WriteNumber")),
            // Serde writes an integer as JSON has it.
            Self::Own | Self::Number(_) => false,
        };
        match (self, is_optional) {
            (Self::Number(Numbers::Any), false) => "number".into(),
            (Self::Number(Numbers::Any), true) => "optional_number".into(),
            (Self::Own | Self::Number(_), false) => "value".into(),
            (Self::Own | Self::Number(_), true) => "optional".into(),
            (Self::Codec(codec), false) => Rust::of(&[&"value_by::<", codec, &", _>"]),
            (Self::Codec(codec), true) => Rust::of(&[&"optional_by::<", codec, &", _>"]),
        }
    }
}

/// The way in which a field is read: as its type; a member that tells null and absent apart, as the type of its value.
pub(super) fn reading(context: &Context<'_>, def: &TypeDef, field: &Field) -> Way {
    let ty = match field.presence {
        Presence::NullOrAbsent => field.slot.ty.clone(),
        _ => field_type(field),
    };
    if debug::is_hidden_alone(def, &field.slot) {
        Way::hidden(context, &ty)
    } else {
        Way::of(context, &ty)
    }
}

/// The way in which a field is written.
pub(super) fn writing(context: &Context<'_>, field: &Field) -> Way {
    if field.presence == Presence::NullOrAbsent {
        return match Way::of(context, &field.slot.ty) {
            Way::Codec(codec) => Way::Codec(Rust::of(&[
                &"crate::support::codec::Present<",
                &codec,
                &">",
            ])),
            way => way,
        };
    }
    Way::of(context, &field_type(field))
}

/// The maps in a type, which its codec names.
pub(super) fn maps(ty: &Type) -> impl Iterator<Item = MapType> {
    let mut maps = Vec::new();
    ty.visit(&mut |ty| {
        if let Type::Map(map, _) = ty {
            maps.push(map.ty);
        }
    });
    maps.into_iter()
}

/// Whether an absent member may have a value: a type of another crate may take it for one, as `Option` does.
pub(super) fn reads_absent(context: &Context<'_>, def: &TypeDef, field: &Field) -> bool {
    matches!(field.presence, Presence::Required | Presence::Fixed)
        && !debug::is_hidden_alone(def, &field.slot)
        && !context.model.is_option(&field.slot.ty)
        && is_of_other_crate(context.model, &field.slot.ty)
}

/// Whether a type is one of another crate that serde reads by itself, or a newtype of it.
fn is_of_other_crate(model: &Model, ty: &Type) -> bool {
    let mut ty = ty;
    // A newtype of itself has no end.
    for _ in 0..=model.types.len() {
        if extern_types::is_one(model, ty) {
            return extern_types::module(model, ty).is_none();
        }
        match ty {
            Type::Named(id) => match &model[model.resolve_alias(*id)].kind {
                TypeKind::Newtype(slot) => ty = &slot.ty,
                _ => return false,
            },
            _ => return false,
        }
    }
    false
}

/// The files of the support code that a struct needs.
pub(in crate::emit) fn needed_support(
    model: &Model,
    def: &TypeDef,
    object: &Struct,
) -> Vec<&'static str> {
    let mut needed = vec!["members", "reader", "record", "unread", "writer"];
    let mut visit = |ty: &Type, is_hidden: bool| {
        let has_codec = has_codec(model, ty) || is_hidden;
        if has_codec {
            needed.extend(["codec", "reader_codec", "writer_codec"]);
        }
        if is_hidden {
            needed.extend(["hidden_codec", "secret"]);
        }
        if has_codec && has_numbers(ty) {
            needed.extend(["codec_number", "number"]);
        } else if numbers(ty) != Numbers::None {
            needed.extend(["number", "reader_number", "writer_number"]);
        }
    };
    for field in &object.fields {
        visit(&field.slot.ty, debug::is_hidden_alone(def, &field.slot));
    }
    if let UnknownMembers::Kept(_, slot) = &object.unknown {
        let is_hidden = debug::is_hidden_alone(def, slot);
        visit(&slot.ty, is_hidden);
        needed.extend(["content", "content_reader", "kept", "path_error"]);
        if is_hidden || has_codec(model, &slot.ty) || numbers(&slot.ty) != Numbers::None {
            needed.extend([
                "codec",
                "codec_number",
                "kept_codec",
                "number",
                "writer_codec",
            ]);
        }
    }
    if object.has_record() {
        needed.push("reader_record");
    }
    if def.secrecy == Secrecy::Whole {
        needed.push("secret");
    }
    needed
}
