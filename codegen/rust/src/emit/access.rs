//! Turns types into serde attributes, where they need functions of the support code.

use proc_macro2::TokenStream;
use quote::{format_ident, quote};

use super::context::Context;
use super::extern_types;
use super::types::{Numbers, emit_codec, has_codec, numbers};
use crate::syntax;
use crate::text::Rust;
use cratify_model::model::Type;

/// The functions that read and write a value; without one, serde's own.
#[derive(Debug, Default)]
pub(super) struct Access {
    /// The path of the function that reads it.
    read: Option<String>,
    /// The path of the function that writes it.
    write: Option<String>,
    /// The item of a function that reads it, if it needs one.
    pub helper: Option<TokenStream>,
}

impl Access {
    /// How values of a type are read and written.
    pub(super) fn of(context: &Context<'_>, ty: &Type) -> Self {
        if let Some(module) = extern_types::module(context.model, ty) {
            return Self::by(module);
        }
        if has_codec(context.model, ty) {
            let codec = Rust::ty(&emit_codec(context, ty));
            return Self::by(&format!("crate::support::codec::As::<{codec}>"));
        }
        let numbers = numbers(ty);
        let with = |function: &str| format!("crate::support::number::{function}");
        Self {
            read: (numbers != Numbers::None).then(|| with("read")),
            write: (numbers == Numbers::Any).then(|| with("write")),
            helper: None,
        }
    }

    /// The same for an optional member that tells null and absent apart.
    pub(super) fn telling_null(context: &Context<'_>, ty: &Type) -> Self {
        if has_codec(context.model, ty) {
            let codec = Rust::ty(&emit_codec(context, ty));
            let present = format!("crate::support::codec::Present<{codec}>");
            return Self::by(&format!("crate::support::codec::As::<{present}>"));
        }
        let access = Self::of(context, ty);
        let read = match access.read {
            None => "crate::support::present::read",
            Some(_) => "crate::support::present_number::read",
        };
        Self {
            read: Some(read.to_owned()),
            ..access
        }
    }

    /// The functions of a module or a type.
    fn by(module: &str) -> Self {
        Self {
            read: Some(format!("{module}::deserialize")),
            write: Some(format!("{module}::serialize")),
            helper: None,
        }
    }

    /// Calls the function by name, so that an absent member is an error.
    pub(super) fn requiring(mut self, read: &str) -> Self {
        self.read.get_or_insert_with(|| read.to_owned());
        self
    }

    /// Removes the value from errors. `owner` is the type with the value, `name` the name for a function of
    /// its own, if it needs one.
    pub(super) fn hiding(mut self, owner: &str, name: &str, ty: &syn::Type) -> Self {
        if self.read.is_none() {
            self.read = Some("crate::support::secret::read".to_owned());
            return self;
        }
        let read = self.reader();
        let (ident, function) = (format_ident!("{owner}"), format_ident!("{name}"));
        self.read = Some(format!("{owner}::{name}"));
        self.helper = Some(quote! {
            impl #ident {
                fn #function<'de, D: serde::Deserializer<'de>>(deserializer: D) -> Result<#ty, D::Error> {
                    #read(deserializer).map_err(crate::support::secret::hide)
                }
            }
        });
        self
    }

    /// The function that reads the value.
    pub(super) fn reader(&self) -> TokenStream {
        match &self.read {
            None => quote! { serde::Deserialize::deserialize },
            Some(path) => extern_types::tokens(path),
        }
    }

    /// The function that writes the value.
    pub(super) fn writer(&self) -> TokenStream {
        match &self.write {
            None => quote! { serde::Serialize::serialize },
            Some(path) => extern_types::tokens(path),
        }
    }

    /// The serde attribute for writing alone.
    pub(super) fn writing(&self) -> Option<TokenStream> {
        let path = self.write.as_ref()?;
        Some(syntax::equals_text("serialize_with", path))
    }

    /// The serde attributes.
    pub(super) fn attributes(&self) -> impl Iterator<Item = TokenStream> {
        let module = |path: &Option<String>, function: &str| {
            path.as_ref()?.strip_suffix(function).map(str::to_owned)
        };
        let writing = module(&self.write, "::serialize");
        let both = module(&self.read, "::deserialize").filter(|_| writing.is_some());
        let both = both.filter(|module| Some(module) == writing.as_ref());
        let read = self.read.as_ref();
        let (with, read, write) = match both {
            Some(module) => (Some(syntax::equals_text("with", &module)), None, None),
            None => (
                None,
                read.map(|path| syntax::equals_text("deserialize_with", path)),
                self.writing(),
            ),
        };
        with.into_iter().chain(read).chain(write)
    }
}
