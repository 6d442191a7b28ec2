//! Structs: objects with known members.

use proc_macro2::TokenStream;
use quote::{format_ident, quote};

use super::types::{Numbers, emit_type, numbers};
use super::{Context, docs, schemars};
use crate::model::{Field, Presence, Struct, Type, TypeDef, TypeId, UnknownMembers};

/// The struct, its constructor and how it is read.
pub(super) fn emit(
    context: &Context<'_>,
    id: TypeId,
    def: &TypeDef,
    object: &Struct,
) -> Vec<TokenStream> {
    let names = &context.names[id];
    let ident = format_ident!("{}", names.ident);
    let docs = docs::type_docs(context, id, def);
    let schemars = schemars::object(context, id, def, object);
    let fields = object
        .fields
        .iter()
        .enumerate()
        .map(|(index, field)| emit_field(context, id, index, field));
    let rest = match &object.unknown {
        UnknownMembers::Kept(slot) => {
            let rest = format_ident!("{}", names.rest);
            let value = emit_type(context, &slot.ty, false);
            let read = numeric_attributes(&Type::Map(Box::new(slot.clone())));
            Some(quote! {
                /// The members that the schema does not name.
                #[serde(flatten #read)]
                pub #rest: BTreeMap<String, #value>,
            })
        }
        UnknownMembers::Dropped | UnknownMembers::Refused => None,
    };
    let default = (!object
        .fields
        .iter()
        .any(|field| field.presence == Presence::Required))
    .then(|| quote! { Default, });
    let deprecated = def.docs.deprecated.then(|| quote! { #[deprecated] });
    let item = quote! {
        #docs
        #[derive(Debug, Clone, PartialEq, #default Serialize, Deserialize)]
        #[serde(remote = "Self")]
        #schemars
        #deprecated
        #[non_exhaustive]
        pub struct #ident {
            #(#fields)*
            #rest
        }
    };
    let constructor = emit_constructor(context, id, object);
    let read = quote! { crate::support::object::object!(#ident); };
    vec![item, constructor, read]
}

/// The identifier of a field, raw where it is a keyword.
pub(crate) fn field_ident(name: &str) -> syn::Ident {
    match syn::parse_str(name) {
        // A keyword since edition 2024, which not every parser of Rust knows yet.
        Ok(ident) if name != "gen" => ident,
        _ => format_ident!("r#{name}"),
    }
}

fn emit_field(context: &Context<'_>, owner: TypeId, index: usize, field: &Field) -> TokenStream {
    let ident = field_ident(&context.names[owner].members[index]);
    let boxed = context.analysis.is_boxed(owner, index);
    let ty = emit_type(context, &field_type(field), boxed);
    let docs = docs::field_docs(context, field);
    let serde = serde_attributes(field, &context.names[owner].members[index]);
    let schemars = schemars::field(context, field, boxed);
    let deprecated = field.docs.deprecated.then(|| quote! { #[deprecated] });
    quote! {
        #docs
        #serde
        #schemars
        #deprecated
        pub #ident: #ty,
    }
}

/// The type of a field: that of its slot, or none of it where it may be absent.
pub(crate) fn field_type(field: &Field) -> Type {
    match field.presence {
        // Absent and null are told apart for values of any type: null is one of them.
        Presence::Optional => match &field.slot.ty {
            Type::Option(_) => field.slot.ty.clone(),
            other => Type::Option(Box::new(other.clone())),
        },
        Presence::Required | Presence::Fixed | Presence::Defaulted => field.slot.ty.clone(),
    }
}

fn serde_attributes(field: &Field, ident: &str) -> Option<TokenStream> {
    let mut attributes = Vec::new();
    if field.wire_name != ident {
        let wire_name = &field.wire_name;
        attributes.push(quote! { rename = #wire_name });
    }
    match field.presence {
        Presence::Optional => {
            attributes.push(quote! { default });
            attributes.push(quote! { skip_serializing_if = "Option::is_none" });
        }
        Presence::Defaulted => attributes.push(quote! { default }),
        Presence::Required | Presence::Fixed => {}
    }
    let ty = field_type(field);
    match numbers(&ty) {
        Numbers::None => {
            if is_required_nullable(field) {
                attributes.push(quote! { deserialize_with = "Option::deserialize" });
            }
        }
        Numbers::Whole => {
            attributes.push(quote! { deserialize_with = "crate::support::number::read" });
        }
        Numbers::Any => {
            attributes.push(quote! { deserialize_with = "crate::support::number::read" });
            attributes.push(quote! { serialize_with = "crate::support::number::write" });
        }
    }
    (!attributes.is_empty()).then(|| quote! { #[serde(#(#attributes),*)] })
}

/// Whether a member must be there and may be null.
pub(super) fn is_required_nullable(field: &Field) -> bool {
    matches!(field.presence, Presence::Required | Presence::Fixed)
        && matches!(field.slot.ty, Type::Option(_))
}

/// How the numbers of a type are read and written, to follow other attributes of `serde`.
pub(super) fn numeric_attributes(ty: &Type) -> Option<TokenStream> {
    match numbers(ty) {
        Numbers::None => None,
        Numbers::Whole => Some(quote! { , deserialize_with = "crate::support::number::read" }),
        Numbers::Any => Some(quote! {
            , deserialize_with = "crate::support::number::read",
            serialize_with = "crate::support::number::write"
        }),
    }
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
            (Presence::Optional, _) => quote! { #name: None },
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
