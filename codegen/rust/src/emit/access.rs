//! How serde reads and writes a value where its own way would not do.

use proc_macro2::TokenStream;
use quote::{format_ident, quote};

use super::types::{Numbers, emit_codec, has_codec, numbers};
use super::{Context, extern_types, tree};
use crate::text::Rust;
use cratify_model::model::Type;

/// The functions by which a value is read and written; serde's own where there is none.
#[derive(Debug, Default)]
pub(super) struct Access {
    /// The path of the function that reads it.
    read: Option<String>,
    /// The path of the function that writes it.
    write: Option<String>,
    /// The function that reads it, where that is one of its own.
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

    /// The same for a value that may be absent, where null is a value and not none.
    pub(super) fn telling_null(context: &Context<'_>, ty: &Type) -> Self {
        if has_codec(context.model, ty) {
            let codec = Rust::ty(&emit_codec(context, ty));
            let there = format!("crate::support::codec::There<{codec}>");
            return Self::by(&format!("crate::support::codec::As::<{there}>"));
        }
        let access = Self::of(context, ty);
        let read = match access.read {
            None => "crate::support::there::read",
            Some(_) => "crate::support::there_number::read",
        };
        Self {
            read: Some(read.to_owned()),
            ..access
        }
    }

    /// By the functions of a module, or of a type.
    fn by(module: &str) -> Self {
        Self {
            read: Some(format!("{module}::deserialize")),
            write: Some(format!("{module}::serialize")),
            helper: None,
        }
    }

    /// Has serde's own function called by its name: an absent member is then an error.
    pub(super) fn requiring(mut self, read: &str) -> Self {
        self.read.get_or_insert_with(|| read.to_owned());
        self
    }

    /// Keeps the errors of reading from showing the value. `owner` is the type that the value is
    /// in, and `name` that of a function there, should one be needed.
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

    /// The attribute of `serde` for a value that is only written.
    pub(super) fn writing(&self) -> Option<TokenStream> {
        let path = self.write.as_ref()?;
        Some(tree::equals_text("serialize_with", path))
    }

    /// The attributes of `serde`.
    pub(super) fn attributes(&self) -> impl Iterator<Item = TokenStream> {
        let module = |path: &Option<String>, function: &str| {
            path.as_ref()?.strip_suffix(function).map(str::to_owned)
        };
        let writing = module(&self.write, "::serialize");
        let both = module(&self.read, "::deserialize").filter(|_| writing.is_some());
        let both = both.filter(|module| Some(module) == writing.as_ref());
        let read = self.read.as_ref();
        let (with, read, write) = match both {
            Some(module) => (Some(tree::equals_text("with", &module)), None, None),
            None => (
                None,
                read.map(|path| tree::equals_text("deserialize_with", path)),
                self.writing(),
            ),
        };
        with.into_iter().chain(read).chain(write)
    }
}
