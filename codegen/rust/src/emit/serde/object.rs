//! Writes out serde's traits of structs: which field each member is read into, and which members are written.

use super::Imports;
use super::local::Locals;
use super::way::{self, Way};
use crate::emit::context::Context;
use crate::emit::debug;
use crate::emit::object::field_ident;
use crate::emit::types::{Numbers, emit_elsewhere};
use crate::format::{self, Code};
use crate::syntax;
use crate::text::{Rust, StringLiteral};
use cratify_model::model::{
    Field, MapType, Presence, Secrecy, Slot, Struct, Type, TypeDef, TypeId, UnknownMembers,
};

/// The implementation of `Object`, and the traits of serde on top of it.
pub(super) fn emit(
    context: &Context<'_>,
    id: TypeId,
    def: &TypeDef,
    object: &Struct,
    imports: &mut Imports,
) -> Vec<Code> {
    let names = &context.names[id];
    let ident = syntax::ident(&names.ident);
    let wire = object
        .fields
        .iter()
        .map(|field| StringLiteral::new(&field.wire_name));
    let wire: Vec<Rust> = wire.map(|name| Rust::of(&[&name])).collect();
    let before = Rust::from("const MEMBERS: &'static [&'static str] = &[");
    let members = format::list(4, &before, &wire, "];");
    let others = match object.unknown {
        UnknownMembers::Recorded { .. } => Rust::default(),
        UnknownMembers::Dropped => others("Ignored"),
        UnknownMembers::Refused => others("Refused"),
        UnknownMembers::Kept(..) => others("Kept"),
    };
    let locals = Locals::of(&names.members);
    let read = emit_read(context, id, def, object, &locals, imports);
    let write = emit_write(context, id, object, imports);
    let implementation = Rust::template(
        "impl crate::support::members::Object for $ident {
    const NAME: &'static str = $name;
$members
$others
    fn read<'de, A: serde::de::MapAccess<'de>>(
        $reader: &mut crate::support::members::Reader<'de, A>,
    ) -> Option<Self> {
$read    }

    fn write<W: crate::support::members::Writer>(&self, $writer: &mut W) {
$write    }
}
",
        &[
            ("ident", &ident),
            ("name", &StringLiteral::new(&names.ident)),
            ("members", &members),
            ("others", &others),
            ("reader", &locals.reader),
            ("read", &read),
            (
                "writer",
                &if write.as_str().is_empty() {
                    "_"
                } else {
                    "writer"
                },
            ),
            ("write", &write),
        ],
    );
    let kind = match object.unknown {
        UnknownMembers::Kept(..) => "open_object",
        _ if object.has_record() => "recorded_object",
        _ => "object",
    };
    let hide = if def.secrecy == Secrecy::Whole {
        ", hide"
    } else {
        ""
    };
    let traits = Rust::of(&[
        &"crate::support::members::",
        &kind,
        &"!(",
        &ident,
        &hide,
        &");\n",
    ]);
    vec![implementation.into(), traits.into()]
}

fn others(variant: &'static str) -> Rust {
    Rust::of(&[
        &"    const OTHERS: crate::support::members::Others = crate::support::members::Others::",
        &variant,
        &";\n",
    ])
}

/// The body of the function that reads the members.
fn emit_read(
    context: &Context<'_>,
    id: TypeId,
    def: &TypeDef,
    object: &Struct,
    locals: &Locals,
    imports: &mut Imports,
) -> Rust {
    let reader = &locals.reader;
    let mut body = Rust::default();
    for local in &locals.fields {
        body.push(&Rust::of(&[&"        let mut ", local, &" = None;\n"]));
    }
    let mut reads: Vec<Rust> = Vec::with_capacity(object.fields.len() + 1);
    for (field, local) in object.fields.iter().zip(&locals.fields) {
        let way = way::reading(context, def, field);
        if let Way::Codec(_) = way {
            imports.maps.extend(way::maps(&field.slot.ty));
        }
        let method = way.reading(matches!(
            field.presence,
            Presence::Optional | Presence::NullRecorded
        ));
        reads.push(Rust::of(&[reader, &".", &method, &"(&mut ", local, &")"]));
    }
    if let UnknownMembers::Kept(..) = object.unknown {
        let kept = &locals.kept;
        body.push(&Rust::of(&[
            &"        let mut ",
            kept,
            &" = crate::support::kept::Kept::default();\n",
        ]));
        reads.push(Rust::of(&[reader, &".keep(&mut ", kept, &")"]));
    }
    body.push(&emit_loop(reader, &reads));
    body.push(&emit_required(context, def, object, locals));
    body.push(&emit_value(context, id, def, object, locals, imports));
    body
}

/// The loop over the members.
fn emit_loop(reader: &syn::Ident, reads: &[Rust]) -> Rust {
    match reads {
        [] => return Rust::of(&[&"        ", reader, &".next_index();\n"]),
        [read] => {
            return Rust::template(
                "        while $reader.next_index() == 0 {
            $read;
        }
",
                &[("reader", reader), ("read", read)],
            );
        }
        _ => {}
    }
    let mut arms = Rust::default();
    for (number, read) in reads.iter().enumerate() {
        arms.push(&Rust::of(&[
            &"                ",
            &number,
            &" => ",
            read,
            &",\n",
        ]));
    }
    Rust::template(
        "        loop {
            match $reader.next_index() {
$arms                _ => break,
            }
        }
",
        &[("reader", reader), ("arms", &arms)],
    )
}

/// The required members, or the error for the first that is missing.
fn emit_required(context: &Context<'_>, def: &TypeDef, object: &Struct, locals: &Locals) -> Rust {
    let mut text = Rust::default();
    let reader = &locals.reader;
    let required = object.fields.iter().zip(&locals.fields).enumerate();
    let required = required.filter(|(_, (field, _))| is_required(field));
    let mut indices: Vec<Rust> = Vec::new();
    let mut idents: Vec<&syn::Ident> = Vec::new();
    for (index, (field, local)) in required {
        if way::reads_absent(context, def, field) {
            let absent = Rust::of(&[
                &"        ",
                reader,
                &".absent(",
                &index,
                &", &mut ",
                local,
                &");\n",
            ]);
            text.push(&absent);
        }
        indices.push(Rust::of(&[&index]));
        idents.push(local);
    }
    if idents.is_empty() {
        return text;
    }
    let (open, close) = if idents.len() == 1 {
        ("", "")
    } else {
        ("(", ")")
    };
    let patterns = idents
        .iter()
        .map(|local| Rust::of(&[&"Some(", *local, &")"]));
    let values = idents.iter().map(|local| Rust::of(&[*local]));
    text.push(&Rust::template(
        "        let $open$patterns$close = $open$values$close else {
            return $reader.missing(&[$indices]);
        };
",
        &[
            ("open", &open),
            ("close", &close),
            ("patterns", &Rust::join(patterns, ", ")),
            ("values", &Rust::join(values, ", ")),
            ("reader", reader),
            ("indices", &Rust::join(indices, ", ")),
        ],
    ));
    text
}

fn is_required(field: &Field) -> bool {
    matches!(field.presence, Presence::Required | Presence::Fixed)
}

/// The value of the struct.
fn emit_value(
    context: &Context<'_>,
    id: TypeId,
    def: &TypeDef,
    object: &Struct,
    locals: &Locals,
    imports: &mut Imports,
) -> Rust {
    let names = &context.names[id];
    let mut values: Vec<Rust> = Vec::with_capacity(object.fields.len() + 1);
    for ((field, local), member) in object.fields.iter().zip(&locals.fields).zip(&names.members) {
        let ident = field_ident(member);
        values.push(if context.model.is_optional_constant(field) {
            let constant = Rust::ty(&emit_elsewhere(context, &field.slot.ty, false));
            let absent = Rust::of(&[&".unwrap_or_else(", &constant, &"::absent)"]);
            Rust::of(&[&ident, &": ", local, &absent])
        } else if field.presence == Presence::Defaulted {
            Rust::of(&[&ident, &": ", local, &".unwrap_or_default()"])
        } else if ident == *local {
            Rust::of(&[&ident])
        } else {
            Rust::of(&[&ident, &": ", local])
        });
    }
    if let UnknownMembers::Kept(map, slot) = &object.unknown {
        let method = match kept_codec(context, def, *map, slot, imports) {
            Some(codec) => Rust::of(&[&"kept_by::<", &codec, &", _>"]),
            None => "kept".into(),
        };
        let rest = field_ident(&names.rest);
        values.push(Rust::of(&[
            &rest,
            &": ",
            &locals.reader,
            &".",
            &method,
            &"(",
            &locals.kept,
            &")?",
        ]));
    }
    // The last: it counts what is in it, which an error before makes void.
    if let Some(record) = &names.record {
        let field = syntax::ident(&record.field);
        values.push(Rust::of(&[&field, &": ", &locals.reader, &".record()"]));
    }
    format::wrapped_literal(8, "Some(", "Self", &values, ")\n")
}

/// The codec by which the map of other members is read, if it needs one.
fn kept_codec(
    context: &Context<'_>,
    def: &TypeDef,
    map: MapType,
    slot: &Slot,
    imports: &mut Imports,
) -> Option<Rust> {
    let ty = Type::map(map, slot.clone());
    let way = if debug::is_hidden_alone(def, slot) {
        Way::hidden(context, &ty)
    } else {
        Way::of(context, &ty)
    };
    match way {
        Way::Own => None,
        Way::Number(_) => Some("crate::support::codec_number::Numbers".into()),
        Way::Codec(codec) => {
            imports.maps.extend(way::maps(&ty));
            Some(codec)
        }
    }
}

/// The body of the function that writes the members.
fn emit_write(context: &Context<'_>, id: TypeId, object: &Struct, imports: &mut Imports) -> Rust {
    let names = &context.names[id];
    let mut body = Rust::default();
    if let Some(record) = &names.record {
        let field = syntax::ident(&record.field);
        body.push(&Rust::of(&[
            &"        writer.record(&self.",
            &field,
            &");\n",
        ]));
    }
    for (field, member) in object.fields.iter().zip(&names.members) {
        let way = way::writing(context, field);
        if let Way::Codec(_) = way {
            imports.maps.extend(way::maps(&field.slot.ty));
        }
        let method = way.writing(field.presence.is_optional(), imports);
        let ident = field_ident(member);
        if context.model.is_optional_constant(field) {
            body.push(&Rust::template(
                "        if self.$ident.is_absent() {
            writer.skip();
        } else {
            writer.$method(&self.$ident);
        }
",
                &[("ident", &ident), ("method", &method)],
            ));
            continue;
        }
        body.push(&Rust::of(&[
            &"        writer.",
            &method,
            &"(&self.",
            &ident,
            &");\n",
        ]));
    }
    if let UnknownMembers::Kept(_, slot) = &object.unknown {
        let method = match Way::of(context, &slot.ty) {
            Way::Own | Way::Number(Numbers::Whole) => "others".into(),
            Way::Number(_) => {
                imports.traits.insert(("writer_codec", "WriteByCodec"));
                Rust::from("others_by::<crate::support::codec_number::Numbers, _>")
            }
            Way::Codec(codec) => {
                imports.traits.insert(("writer_codec", "WriteByCodec"));
                imports.maps.extend(way::maps(&slot.ty));
                Rust::of(&[&"others_by::<", &codec, &", _>"])
            }
        };
        let rest = field_ident(&names.rest);
        body.push(&Rust::of(&[
            &"        writer.",
            &method,
            &"(&self.",
            &rest,
            &");\n",
        ]));
    }
    body
}
