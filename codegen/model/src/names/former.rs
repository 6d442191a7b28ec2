//! Finds the former names of types: the names that the document or the builder states, and the names of the last release.

use std::collections::HashSet;

use super::explicit::{Named, check_case};
use super::released::Lock;
use super::scope::{Claim, RELEASED};
use crate::model::{Model, Requested};
use cratify_schema::diagnostic::{Code, Diagnostic, Diagnostics};

/// The rank of a name that a type had, and that is requested: whatever has the name now keeps it.
const FORMER: u8 = 5;

/// A name that a type had.
struct Former<'m> {
    index: usize,
    name: &'m str,
    /// The request for it, if it is not known from the last release alone.
    requested: Option<&'m Requested>,
}

/// The names that types had.
pub(super) struct FormerNames<'m>(Vec<Former<'m>>);

impl<'m> FormerNames<'m> {
    /// The names of the last release, and the requested ones.
    pub(super) fn of(model: &'m Model, lock: &'m Lock) -> Self {
        let mut all: Vec<Former<'m>> = Vec::new();
        let mut known = HashSet::new();
        for (id, def) in model.own_types() {
            let index = id.0 as usize;
            let lock = lock.get(index);
            let replaced = lock.and_then(|lock| def.rename.as_ref().and(lock.ident.as_deref()));
            let released = lock.iter().flat_map(|lock| &lock.former);
            let released = released.map(String::as_str).chain(replaced);
            let released = released.map(|name| (name, None));
            let requested = def.formerly.iter();
            let requested = requested.map(|request| (request.text.as_str(), Some(request)));
            for (name, requested) in released.chain(requested) {
                if known.insert((index, name)) {
                    all.push(Former {
                        index,
                        name,
                        requested,
                    });
                }
            }
        }
        Self(all)
    }

    /// A claim for each, with the index of its type.
    pub(super) fn claims(&self) -> impl Iterator<Item = (usize, Claim<'m>)> {
        self.0.iter().map(|former| {
            let is_requested = former.requested.is_some();
            let claim = Claim {
                rank: if is_requested { FORMER } else { RELEASED },
                ..Claim::exactly(former.name, former.name.to_owned())
            };
            (former.index, claim)
        })
    }

    /// The former names that each type still has, by the names that were given. One that is requested, and that another item
    /// has, is an error.
    pub(super) fn given(
        self,
        idents: &[String],
        given: Vec<String>,
        diagnostics: &mut Diagnostics,
    ) -> Vec<Vec<String>> {
        let mut all = vec![Vec::new(); idents.len()];
        for (former, given) in self.0.into_iter().zip(given) {
            let name = former.name;
            if let Some(request) = former.requested {
                check_case(request, Named::Type, diagnostics);
            }
            let is_own = idents[former.index] == name;
            if given == name && !is_own {
                all[former.index].push(given);
            } else if let Some(request) = former.requested {
                let message = if is_own {
                    format!("`{name}` is the name that the type has, and no former one")
                } else {
                    format!("`{name}` is the name of something else")
                };
                diagnostics.push(
                    Diagnostic::error(Code::NameClash, request.location.clone(), message)
                        .label("no former name")
                        .help(
                        "leave the name out, or give the other one a new name with `x-rust-name: …`",
                    ),
                );
            }
        }
        all
    }
}
