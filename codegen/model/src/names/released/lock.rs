//! Pairs of types to the released names that hold.

use super::Released;
use super::pairs::Pairs;
use crate::model::Model;

/// The released names of the types of a model. Without a release there are none.
#[derive(Debug, Default)]
pub(in crate::names) struct Lock {
    types: Vec<TypeLock>,
}

/// The released names of a type and of what is in it.
#[derive(Debug, Default)]
pub(in crate::names) struct TypeLock {
    /// Its identifier.
    pub(in crate::names) ident: Option<String>,
    /// The identifiers that it had before.
    pub(in crate::names) former: Vec<String>,
    /// Whether neither its place nor its name in the document is that of the release.
    pub(in crate::names) is_moved: bool,
    /// The identifiers of its members.
    members: Vec<Option<String>>,
}

impl Lock {
    pub(in crate::names) fn of(model: &Model, spaces: &[String], released: &Released) -> Self {
        if released.types.is_empty() {
            return Self::default();
        }
        let pairs = Pairs::of(model, released);
        // Another affix is a request for other names.
        let affixes = &model.affixes;
        let holds = affixes.prefix == released.prefix && affixes.suffix == released.suffix;
        let types = pairs.released.iter().enumerate().map(|(index, one)| {
            let Some(one) = one.map(|one| &released.types[one]) else {
                return TypeLock::default();
            };
            let members = pairs.members(released, one, index).into_iter();
            let members = members.map(|member| {
                let ident = &one.members[member?].ident;
                (!ident.is_empty()).then(|| ident.clone())
            });
            let mut former = Vec::new();
            // In another module, a type has another path in any case.
            if one.space == spaces[index] {
                former.extend_from_slice(&one.former);
                former.extend((!holds).then(|| one.ident.clone()));
            }
            TypeLock {
                ident: holds.then(|| one.ident.clone()),
                former,
                is_moved: pairs.is_moved[index],
                members: members.collect(),
            }
        });
        let mut types: Vec<TypeLock> = types.collect();
        for (one, index) in released.types.iter().zip(&pairs.merged) {
            if let Some(index) = index
                && one.space == spaces[*index]
            {
                let former = &mut types[*index].former;
                former.push(one.ident.clone());
                former.extend(one.former.iter().cloned());
            }
        }
        Self { types }
    }

    /// What is released of the type with an index.
    pub(in crate::names) fn get(&self, index: usize) -> Option<&TypeLock> {
        self.types.get(index)
    }
}

impl TypeLock {
    /// The released identifier of a member, by its place in the model. The field of other members has the place behind the
    /// last.
    pub(in crate::names) fn member(&self, place: usize) -> Option<&str> {
        self.members.get(place)?.as_deref()
    }
}
