//! Reports names of types that differ from the names that the document or a setting asks for.

use std::collections::HashMap;

use super::explicit::{Named, check_case};
use super::released::TypeLock;
use super::scope::{Claim, RELEASED};
use super::types::INLINE;
use crate::model::{Model, Origin, TypeDef};
use cratify_schema::diagnostic::{Code, Diagnostic, Diagnostics};

/// The types of a model with the names that they got.
pub(super) struct NamedTypes<'a> {
    pub(super) model: &'a Model,
    pub(super) spaces: &'a [String],
    pub(super) claims: &'a [Claim<'a>],
    pub(super) idents: &'a [String],
    /// The names that they had before.
    pub(super) former: &'a [Vec<String>],
}

impl NamedTypes<'_> {
    /// Reports requested names that Rust has in another case or for something else, and names that clash.
    pub(super) fn report(&self, reserved: &[&str], diagnostics: &mut Diagnostics) {
        let mut first: HashMap<(&str, &str), usize> = HashMap::new();
        let former = self.former.iter().enumerate();
        let former = former.flat_map(|(index, names)| {
            let space = self.spaces[index].as_str();
            names
                .iter()
                .map(move |name| ((space, name.as_str()), index))
        });
        let former: HashMap<(&str, &str), usize> = former.collect();
        for (index, claim) in self.claims.iter().enumerate() {
            let def = &self.model.types[index];
            let ident = &self.idents[index];
            let is_reserved = reserved.contains(&claim.wanted.as_str());
            if let Some(rename) = &def.rename {
                check_case(rename, Named::Type, diagnostics);
            }
            if let (Some(rename), true) = (&def.rename, is_reserved) {
                diagnostics.push(
                    Diagnostic::warning(
                        Code::NameClash,
                        rename.location.clone(),
                        format!(
                            "the generated code uses the name `{}` for something else",
                            claim.wanted
                        ),
                    )
                    .label(format!("becomes `{ident}`"))
                    .help("choose another name"),
                );
            }
            let key = (self.spaces[index].as_str(), claim.wanted.as_str());
            if let Some(other) = former.get(&key).filter(|_| claim.rank != INLINE) {
                diagnostics.push(self.has_former_name(index, *other));
            }
            if claim.rank == INLINE || claim.took_other(ident) {
                continue;
            }
            let Some(&other) = first.get(&key) else {
                first.insert(key, index);
                continue;
            };
            let clash = clash(
                def,
                &self.model.types[other],
                &claim.wanted,
                ident,
                &self.idents[other],
            );
            let is_released = [index, other]
                .iter()
                .any(|index| self.claims[*index].rank == RELEASED);
            diagnostics.push(if is_released {
                clash.note(format!(
                    "`{}` is a name of the last release, so a schema that is new gives way",
                    claim.wanted
                ))
            } else {
                clash
            });
        }
    }

    /// The warning about a type whose name is a former one of another type.
    fn has_former_name(&self, index: usize, other: usize) -> Diagnostic {
        let def = &self.model.types[index];
        let wanted = &self.claims[index].wanted;
        Diagnostic::warning(
            Code::NameClash,
            def.at.key(),
            format!(
                "`{}` would be the Rust type `{wanted}`, which is a former name of `{}`",
                def.wire_name, self.idents[other]
            ),
        )
        .label(format!("becomes `{}`", self.idents[index]))
        .also(self.model.types[other].at.key(), "the other one")
        .help("choose a name with `x-rust-name: …`")
    }

    /// The warning about a schema whose type keeps a name that the document no longer has for it.
    pub(super) fn kept(&self, index: usize, lock: &TypeLock, usual: &str) -> Option<Diagnostic> {
        let (def, ident) = (&self.model.types[index], &self.idents[index]);
        let is_kept = lock.is_moved
            && def.origin == Origin::Named
            && def.rename.is_none()
            && lock.ident.as_ref() == Some(ident)
            && usual != ident;
        is_kept.then(|| {
            Diagnostic::warning(
                Code::ReleasedName,
                def.at.key(),
                format!(
                    "`{}` keeps the Rust name `{ident}` of the last release",
                    def.wire_name
                ),
            )
            .label(format!("would be `{usual}`"))
            .help(format!(
                "`x-rust-name: {usual}` renames the type, and leaves `{ident}` as a deprecated name"
            ))
        })
    }
}

/// The report of two names in the document that become one Rust name: an error where both are requested, a warning
/// where one of them gives way.
fn clash(
    def: &TypeDef,
    other: &TypeDef,
    wanted: &str,
    ident: &str,
    other_ident: &str,
) -> Diagnostic {
    let message = format!(
        "`{}` and `{}` both become the Rust type `{wanted}`",
        other.wire_name, def.wire_name
    );
    if let (Some(rename), Some(taken)) = (&def.rename, &other.rename)
        && def.at != other.at
    {
        return Diagnostic::error(Code::NameClash, rename.location.clone(), message)
            .label("the name is taken")
            .also(taken.location.clone(), "by this one")
            .help("give each schema a name of its own");
    }
    Diagnostic::warning(Code::NameClash, def.at.key(), message)
        .label(format!(
            "becomes `{ident}`, and the other one `{other_ident}`"
        ))
        .also(other.at.key(), "the other one")
        .help("choose a name with `x-rust-name: …` in one of the schemas")
}
