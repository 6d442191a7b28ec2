//! Names variables so that they do not clash with fields.

use std::collections::BTreeSet;

use proc_macro2::Ident;

use crate::emit::object::field_ident;
use crate::syntax;

/// The variables of a function that reads a struct.
pub(super) struct Locals {
    /// One for each field.
    pub fields: Vec<Ident>,
    /// The reader.
    pub reader: Ident,
    /// The members that no field stands for.
    pub kept: Ident,
}

impl Locals {
    /// Names them after the fields.
    pub(super) fn of(members: &[String]) -> Self {
        let mut taken: BTreeSet<String> = members.iter().cloned().collect();
        let mut free = |name: String| {
            let mut name = name;
            while !taken.insert(name.clone()) {
                name.push('_');
            }
            name
        };
        let reader = syntax::ident(&free("reader".to_owned()));
        let kept = syntax::ident(&free("kept".to_owned()));
        let fields = members.iter().enumerate().map(|(index, member)| {
            // A pattern with a name in capitals may be one of a constant.
            if member.chars().any(char::is_uppercase) {
                syntax::ident(&free(format!("field{index}")))
            } else {
                field_ident(member)
            }
        });
        Self {
            fields: fields.collect(),
            reader,
            kept,
        }
    }
}
