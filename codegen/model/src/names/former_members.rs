//! Finds the former names of members, which a request has replaced since a release. An enum still has the former names of
//! its values, as constants; a struct has methods with the former names of its fields.

use std::collections::HashSet;

use super::methods::Methods;
use super::record::{NullMethods, Record};
use super::released::TypeLock;
use super::scope::{Claim, RELEASED};
use crate::model::Requested;

/// A name that a member had, with the place of the member.
pub(super) type Former<'l> = (usize, &'l str);

/// The names that the members of a type had, by the request for each: the names of the release, and the name in the release
/// where another one is requested.
pub(super) fn former<'l, 'm>(
    lock: Option<&'l TypeLock>,
    renames: impl Iterator<Item = Option<&'m Requested>>,
) -> Vec<Former<'l>> {
    let Some(lock) = lock else {
        return Vec::new();
    };
    let mut known = HashSet::new();
    let mut all = Vec::new();
    for (place, rename) in renames.enumerate() {
        let replaced = lock.member(place).filter(|_| rename.is_some());
        let released = lock.former(place).iter().map(String::as_str);
        let names = released.chain(replaced);
        all.extend(
            names
                .filter(|name| known.insert(*name))
                .map(|name| (place, name)),
        );
    }
    all
}

/// Claims for the former names of the values of an enum, which stand beside its variants.
pub(super) fn claims<'l>(former: &[Former<'l>]) -> impl Iterator<Item = Claim<'l>> {
    former.iter().map(|(_, name)| Claim {
        rank: RELEASED,
        ..Claim::exactly(name, (*name).to_owned())
    })
}

/// The former names that each value of an enum still has, by the names that were given.
pub(super) fn of_values(
    count: usize,
    former: &[Former<'_>],
    given: Vec<String>,
) -> Vec<Vec<String>> {
    let mut all = vec![Vec::new(); count];
    for ((place, name), given) in former.iter().zip(given) {
        if given == *name {
            all[*place].push(given);
        }
    }
    all
}

/// The former names that each field still has: the names that no other field has now.
pub(super) fn of_fields(idents: &[String], former: &[Former<'_>]) -> Vec<Vec<String>> {
    let mut all = vec![Vec::new(); idents.len()];
    for (place, name) in former {
        if !idents.iter().any(|ident| ident == name) {
            all[*place].push((*name).to_owned());
        }
    }
    all
}

/// The methods of a field by a name that it had.
#[derive(Debug, Clone)]
pub struct FormerMethods {
    /// The place of the field.
    pub field: usize,
    /// `with_…`, if nothing else is called so.
    pub setter: Option<String>,
    /// `is_null_…` and `set_null_…`, if nothing else is called so.
    pub null: Option<NullMethods>,
}

/// The methods of fields by the names that they had. No method that there is gives way to them.
pub(super) fn methods(
    former: &[Vec<String>],
    methods: &Methods,
    record: Option<&Record>,
) -> Vec<FormerMethods> {
    let nulls = record.map_or(&[][..], |record| &record.methods);
    let of_nulls = nulls.iter().flatten();
    let of_nulls = of_nulls.flat_map(|names| [&names.is_null, &names.set_null]);
    let own = methods.setters.iter().chain(&methods.defaults);
    let own = own.chain([&methods.rest_setter]).chain(of_nulls);
    let mut taken: HashSet<String> = own.cloned().collect();
    let mut all = Vec::new();
    for (field, name) in former
        .iter()
        .enumerate()
        .flat_map(|(field, names)| names.iter().map(move |name| (field, name)))
    {
        let bare = name.trim_start_matches('_');
        let mut free = |prefix: &str| {
            let name = format!("{prefix}{bare}");
            taken.insert(name.clone()).then_some(name)
        };
        let setter = free("with_");
        let has_null = nulls.get(field).is_some_and(Option::is_some);
        let null = has_null.then(|| Some((free("is_null_")?, free("set_null_")?)));
        let null = null
            .flatten()
            .map(|(is_null, set_null)| NullMethods { is_null, set_null });
        all.push(FormerMethods {
            field,
            setter,
            null,
        });
    }
    all
}
