//! Writes `Debug`: derived, or written out for types with secrets.

use proc_macro2::TokenStream;
use quote::{format_ident, quote};

use super::context::Context;
use super::object::{field_ident, field_type};
use cratify_model::model::{
    Field, Rest, Secrecy, Slot, Struct, Type, TypeDef, TypeId, TypeKind, Union, UnknownMembers,
};

/// The implementation, if a derive would show a secret.
pub(super) fn implement(context: &Context<'_>, id: TypeId, def: &TypeDef) -> Option<TokenStream> {
    if !is_written_out(def) {
        return None;
    }
    let ident = format_ident!("{}", context.names[id].ident);
    let name = &context.names[id].ident;
    let body = match &def.kind {
        _ if def.secrecy == Secrecy::Whole => {
            quote! { f.debug_tuple(#name).field(&crate::support::secret::Redacted).finish() }
        }
        TypeKind::Struct(object) => of_struct(context, id, object),
        TypeKind::Union(union) => of_union(context, id, union),
        _ => return None,
    };
    Some(quote! {
        impl std::fmt::Debug for #ident {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                #body
            }
        }
    })
}

/// Whether a derive implements it. The macro of a constant shows the value, not what is kept.
pub(super) fn is_derived(def: &TypeDef) -> bool {
    !is_written_out(def) && !matches!(def.kind, TypeKind::Constant(_))
}

/// Whether the type needs a written implementation.
pub(super) fn is_written_out(def: &TypeDef) -> bool {
    if def.secrecy == Secrecy::Whole {
        return !matches!(def.kind, TypeKind::Never | TypeKind::Alias(_));
    }
    match &def.kind {
        TypeKind::Struct(object) => {
            object.fields.iter().any(|field| field.slot.has_secret())
                || matches!(&object.unknown, UnknownMembers::Kept(_, slot) if slot.has_secret())
        }
        // A value of no branch may contain a secret of one of them.
        TypeKind::Union(_) => def.secrecy == Secrecy::Part,
        _ => false,
    }
}

/// The argument of a support macro that removes the secret from an error.
pub(super) fn hidden(def: &TypeDef) -> &'static str {
    if def.secrecy == Secrecy::Whole {
        ", hide"
    } else {
        ""
    }
}

/// Whether the error of reading a slot may show a secret.
pub(super) fn is_hidden(def: &TypeDef, slot: &Slot) -> bool {
    def.secrecy == Secrecy::Whole || slot.has_secret()
}

/// The same for a field: a struct that is a secret as a whole hides its own errors.
pub(super) fn is_hidden_alone(def: &TypeDef, slot: &Slot) -> bool {
    def.secrecy != Secrecy::Whole && slot.has_secret()
}

fn of_struct(context: &Context<'_>, id: TypeId, object: &Struct) -> TokenStream {
    let names = &context.names[id];
    let name = &names.ident;
    let fields = object
        .fields
        .iter()
        .zip(&names.members)
        .map(|(field, member)| {
            let shown = shown(field, &field_ident(member));
            quote! { .field(#member, #shown) }
        });
    let rest = match &object.unknown {
        UnknownMembers::Kept(_, slot) => {
            let (name, ident) = (&names.rest, field_ident(&names.rest));
            Some(if slot.has_secret() {
                quote! { .field(#name, &crate::support::secret::Redacted) }
            } else {
                quote! { .field(#name, &self.#ident) }
            })
        }
        UnknownMembers::Recorded { .. } | UnknownMembers::Dropped | UnknownMembers::Refused => None,
    };
    let recorded = names.record.iter().map(|record| {
        let (name, ident) = (&record.field, field_ident(&record.field));
        quote! { .field(#name, &self.#ident) }
    });
    quote! { f.debug_struct(#name) #(#recorded)* #(#fields)* #rest .finish() }
}

/// The expression that `Debug` shows for a field. Of an optional secret, it shows whether it is present.
fn shown(field: &Field, ident: &syn::Ident) -> TokenStream {
    if !field.slot.has_secret() {
        return quote! { &self.#ident };
    }
    if matches!(field_type(field), Type::Option(_)) {
        quote! { &self.#ident.as_ref().map(|_| crate::support::secret::Redacted) }
    } else {
        quote! { &crate::support::secret::Redacted }
    }
}

fn of_union(context: &Context<'_>, id: TypeId, union: &Union) -> TokenStream {
    let names = &context.names[id];
    let members = &names.members;
    let arms = union.variants.iter().zip(members).map(|(variant, member)| {
        let ident = format_ident!("{member}");
        if variant.slot.has_secret() {
            quote! { Self::#ident(_) => f.debug_tuple(#member).field(&crate::support::secret::Redacted).finish(), }
        } else {
            quote! { Self::#ident(value) => f.debug_tuple(#member).field(value).finish(), }
        }
    });
    let rest = (!matches!(union.rest, Rest::Refused)).then(|| {
        let rest = &names.rest;
        let ident = format_ident!("{rest}");
        // It may be a value of a branch with a secret.
        quote! { Self::#ident(_) => f.debug_tuple(#rest).field(&crate::support::secret::Redacted).finish(), }
    });
    quote! {
        match self {
            #(#arms)*
            #rest
        }
    }
}
