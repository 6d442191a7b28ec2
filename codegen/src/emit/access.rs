//! How serde reads and writes a value where its own way would not do.

use proc_macro2::TokenStream;
use quote::{format_ident, quote};

use super::tree;
use super::types::{Numbers, numbers};
use crate::model::Type;

/// The functions by which a value is read and written; serde's own where there is none.
#[derive(Debug, Default)]
pub(super) struct Access {
    /// The path of the function that reads it.
    read: Option<String>,
    /// The path of the function that writes it.
    write: Option<&'static str>,
    /// The function that reads it, where that is one of its own.
    pub helper: Option<TokenStream>,
}

impl Access {
    /// How values of a type are read and written.
    pub(super) fn of(ty: &Type) -> Self {
        let numbers = numbers(ty);
        Self {
            read: (numbers != Numbers::None).then(|| "crate::support::number::read".to_owned()),
            write: (numbers == Numbers::Any).then_some("crate::support::number::write"),
            helper: None,
        }
    }

    /// Has serde's own function called by its name: an absent member is then an error.
    pub(super) fn requiring(mut self, read: &str) -> Self {
        self.read.get_or_insert_with(|| read.to_owned());
        self
    }

    /// Reads null as a value, and not as none.
    pub(super) fn telling_null(mut self) -> Self {
        let read = match self.read {
            None => "crate::support::there::read",
            Some(_) => "crate::support::there_number::read",
        };
        self.read = Some(read.to_owned());
        self
    }

    /// Keeps the errors of reading from showing the value. `owner` is the type that the value is
    /// in, and `name` that of a function there, should one be needed.
    pub(super) fn hiding(mut self, owner: &str, name: &str, ty: &syn::Type) -> Self {
        let Some(read) = &self.read else {
            self.read = Some("crate::support::secret::read".to_owned());
            return self;
        };
        let read: syn::Path = syn::parse_str(read).expect("the generator's own path is one");
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

    /// The attributes of `serde`.
    pub(super) fn attributes(&self) -> impl Iterator<Item = TokenStream> {
        let read = self
            .read
            .iter()
            .map(|path| tree::equals_text("deserialize_with", path));
        let write = self
            .write
            .iter()
            .map(|path| tree::equals_text("serialize_with", path));
        read.chain(write)
    }
}
