//! Structs: objects with known members.

use proc_macro2::TokenStream;
use quote::{format_ident, quote};

use super::access::Access;
use super::types::emit_type;
use super::{Context, attributes, debug, docs, schemars};
use crate::format::Comments;
use crate::model::{Field, Presence, Struct, Type, TypeDef, TypeId, UnknownMembers};

/// The struct, its constructor and how it is read.
pub(super) fn emit(
    context: &Context<'_>,
    id: TypeId,
    def: &TypeDef,
    object: &Struct,
    comments: &mut Comments,
) -> Vec<TokenStream> {
    let names = &context.names[id];
    let ident = format_ident!("{}", names.ident);
    let schemars = schemars::object(context, id, def, object);
    let mut helpers = Vec::new();
    let fields: Vec<TokenStream> = object
        .fields
        .iter()
        .enumerate()
        .map(|(index, field)| {
            let (field, helper) = emit_field(context, id, def, index, field, comments);
            helpers.extend(helper);
            field
        })
        .collect();
    let rest = match &object.unknown {
        UnknownMembers::Kept(slot) => {
            let rest = format_ident!("{}", names.rest);
            let value = emit_type(context, &slot.ty, false);
            let map = quote! { BTreeMap<String, #value> };
            let mut access = Access::of(&Type::Map(Box::new(slot.clone())));
            if debug::is_hidden(def, slot) {
                access = access.hiding(&names.ident, &format!("read_{}", names.rest), &map);
            }
            let read = access.attributes();
            let schemars = schemars::rest_of_members(object.others);
            let item = quote! {
                /// The members that the schema does not name.
                #[serde(flatten #(, #read)*)]
                #schemars
                pub #rest: #map,
            };
            helpers.extend(access.helper);
            Some(item)
        }
        UnknownMembers::Dropped | UnknownMembers::Refused => None,
    };
    let is_default = !object
        .fields
        .iter()
        .any(|field| field.presence == Presence::Required);
    let mut derives = vec!["Clone", "PartialEq"];
    derives.extend(is_default.then_some("Default"));
    derives.extend(["Serialize", "Deserialize"]);
    let derive = attributes::derive(def, &derives);
    let asked = attributes::asked(&def.extras.attributes);
    let refuse =
        matches!(object.unknown, UnknownMembers::Refused).then(|| quote! { , deny_unknown_fields });
    let deprecated = def.docs.deprecated.then(|| quote! { #[deprecated] });
    let item = quote! {
        #derive
        #[serde(remote = "Self" #refuse)]
        #schemars
        #deprecated
        #asked
        #[non_exhaustive]
        pub struct #ident {
            #(#fields)*
            #rest
        }
    };
    let constructor = emit_constructor(context, id, object);
    let hide = debug::hidden(def);
    let read = quote! { crate::support::object::object!(#ident #hide); };
    let mut items = vec![item, constructor, read];
    items.extend(helpers);
    items
}

/// The identifier of a field, raw where it is a keyword.
pub(crate) fn field_ident(name: &str) -> syn::Ident {
    match syn::parse_str(name) {
        // A keyword since edition 2024, which not every parser of Rust knows yet.
        Ok(ident) if name != "gen" => ident,
        _ => format_ident!("r#{name}"),
    }
}

/// A field, and the function that reads it if it needs one of its own.
fn emit_field(
    context: &Context<'_>,
    owner: TypeId,
    def: &TypeDef,
    index: usize,
    field: &Field,
    comments: &mut Comments,
) -> (TokenStream, Option<TokenStream>) {
    let member = &context.names[owner].members[index];
    let ident = field_ident(member);
    let boxed = context.analysis.is_boxed(owner, index);
    let ty = emit_type(context, &field_type(field), boxed);
    let docs = docs::field_docs(field);
    let schemars = schemars::field(context, field, boxed, &docs);
    let docs = comments.add(docs);
    let mut access = Access::of(&field_type(field));
    if field.presence == Presence::NullOrAbsent {
        access = access.telling_null();
    }
    if debug::is_hidden(def, &field.slot) {
        let function = if member.starts_with('_') {
            format!("read_field{index}")
        } else {
            format!("read_{member}")
        };
        access = access.hiding(&context.names[owner].ident, &function, &ty);
    } else if is_required_nullable(field) {
        access = access.requiring("Option::deserialize");
    }
    let serde = serde_attributes(field, member, &access);
    let deprecated = field.docs.deprecated.then(|| quote! { #[deprecated] });
    let asked = attributes::asked(&field.attributes);
    let item = quote! {
        #docs
        #serde
        #schemars
        #deprecated
        #asked
        pub #ident: #ty,
    };
    (item, access.helper)
}

/// The type of a field: that of its slot, or none of it where it may be absent.
pub(crate) fn field_type(field: &Field) -> Type {
    match field.presence {
        // Absent and null are told apart for values of any type: null is one of them.
        Presence::Optional => match &field.slot.ty {
            Type::Option(_) => field.slot.ty.clone(),
            other => Type::Option(Box::new(other.clone())),
        },
        Presence::NullOrAbsent => Type::Option(Box::new(field.slot.ty.clone())),
        Presence::Required | Presence::Fixed | Presence::Defaulted => field.slot.ty.clone(),
    }
}

fn serde_attributes(field: &Field, ident: &str, access: &Access) -> Option<TokenStream> {
    let mut attributes = Vec::new();
    if field.wire_name != ident {
        let wire_name = &field.wire_name;
        attributes.push(quote! { rename = #wire_name });
    }
    match field.presence {
        Presence::Optional | Presence::NullOrAbsent => {
            attributes.push(quote! { default });
            attributes.push(quote! { skip_serializing_if = "Option::is_none" });
        }
        Presence::Defaulted => attributes.push(quote! { default }),
        Presence::Required | Presence::Fixed => {}
    }
    attributes.extend(access.attributes());
    (!attributes.is_empty()).then(|| quote! { #[serde(#(#attributes),*)] })
}

/// Whether a member must be there and may be null.
pub(super) fn is_required_nullable(field: &Field) -> bool {
    matches!(field.presence, Presence::Required | Presence::Fixed)
        && matches!(field.slot.ty, Type::Option(_))
}

/// `new`, which takes what must be there. It takes whatever becomes a `String`, so that a literal
/// is enough.
fn emit_constructor(context: &Context<'_>, id: TypeId, object: &Struct) -> TokenStream {
    let names = &context.names[id];
    let ident = format_ident!("{}", names.ident);
    let required: Vec<usize> = (0..object.fields.len())
        .filter(|index| object.fields[*index].presence == Presence::Required)
        .collect();
    if required.is_empty() {
        return quote! {
            impl #ident {
                /// A value without any optional member.
                #[must_use]
                pub fn new() -> Self {
                    Self::default()
                }
            }
        };
    }
    let parameters = required.iter().map(|index| {
        let name = field_ident(&names.members[*index]);
        let field = &object.fields[*index];
        if field.slot.ty == Type::String {
            quote! { #name: impl Into<String> }
        } else {
            let ty = emit_type(context, &field.slot.ty, false);
            quote! { #name: #ty }
        }
    });
    let values = object.fields.iter().enumerate().map(|(index, field)| {
        let name = field_ident(&names.members[index]);
        let boxed = context.analysis.is_boxed(id, index);
        match (field.presence, &field.slot.ty) {
            (Presence::Required, Type::String) => quote! { #name: #name.into() },
            (Presence::Required, Type::Option(_)) if boxed => quote! { #name: #name.map(Box::new) },
            (Presence::Required, _) if boxed => quote! { #name: Box::new(#name) },
            (Presence::Required, _) => quote! { #name },
            (Presence::Optional | Presence::NullOrAbsent, _) => quote! { #name: None },
            (Presence::Fixed | Presence::Defaulted, _) => quote! { #name: Default::default() },
        }
    });
    let rest = matches!(object.unknown, UnknownMembers::Kept(_)).then(|| {
        let rest = format_ident!("{}", names.rest);
        quote! { #rest: BTreeMap::new(), }
    });
    let many = (required.len() > 7).then(|| {
        quote! {
            #[expect(clippy::too_many_arguments, reason = "one for each required member")]
        }
    });
    quote! {
        impl #ident {
            /// A value with all required members, and without any optional one.
            #many
            #[must_use]
            pub fn new(#(#parameters),*) -> Self {
                Self { #(#values,)* #rest }
            }
        }
    }
}
