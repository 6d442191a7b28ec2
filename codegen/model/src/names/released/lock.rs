//! Turns pairs of types into the released names, representations and constructors that hold.

use std::collections::BTreeSet;

use super::pairs::Pairs;
use super::{Kept, Released, ReleasedType};
use crate::model::{Constructor, Model, Presence, TypeDef, TypeId, TypeKind};
use crate::names::space;

/// The released names, representations and constructors of the types of a model; empty without a release.
#[derive(Debug, Default)]
pub struct Lock {
    types: Vec<TypeLock>,
}

/// The released facts of a type and of its members.
#[derive(Debug, Default)]
pub(in crate::names) struct TypeLock {
    /// Its identifier.
    pub(in crate::names) ident: Option<String>,
    /// The identifiers that it had before.
    pub(in crate::names) former: Vec<String>,
    /// Whether both its place and its name in the document differ from the release.
    pub(in crate::names) is_moved: bool,
    /// The identifiers of its members.
    members: Vec<Option<String>>,
    /// The identifiers that its members had before.
    former_members: Vec<Vec<String>>,
    /// Whether its members are behind a `Box`, for released members.
    boxed: Vec<Option<bool>>,
    /// Its constructor, if it has the required members of the release.
    constructor: Option<Constructor>,
}

impl Lock {
    /// Finds the types of a model in a release.
    pub fn of(model: &Model, released: &Released) -> Self {
        if released.types.is_empty() {
            return Self::default();
        }
        let spaces = space::spaces(model);
        let pairs = Pairs::of(model, released);
        // Another affix is a request for other names.
        let affixes = &model.affixes;
        let holds = affixes.prefix == released.prefix && affixes.suffix == released.suffix;
        let types = pairs.released.iter().enumerate().map(|(index, one)| {
            let Some(one) = one.map(|one| &released.types[one]) else {
                return TypeLock::default();
            };
            let found = pairs.members(released, one, index);
            let members = found.iter().map(|member| {
                let ident = &one.members[(*member)?].ident;
                (!ident.is_empty()).then(|| ident.clone())
            });
            let former_members = found.iter().map(|member| {
                let member = member.map(|member| &one.members[member]);
                member
                    .map(|member| member.former.clone())
                    .unwrap_or_default()
            });
            let boxed = found.iter();
            let boxed = boxed.map(|member| Some(one.members[(*member)?].is_boxed));
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
                former_members: former_members.collect(),
                boxed: boxed.collect(),
                constructor: constructor(one, &model.types[index]),
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

    /// The released part of the type with an index.
    pub(in crate::names) fn get(&self, index: usize) -> Option<&TypeLock> {
        self.types.get(index)
    }

    /// The representations and the constructors that hold.
    pub fn kept(&self) -> Kept {
        let mut kept = Kept::default();
        for (id, one) in (0..).map(TypeId).zip(&self.types) {
            let boxed = one.boxed.iter().enumerate();
            let boxed = boxed.filter_map(|(place, boxed)| Some(((id, place), (*boxed)?)));
            kept.boxed.extend(boxed);
            kept.constructors
                .extend(one.constructor.clone().map(|constructor| (id, constructor)));
        }
        kept
    }
}

/// The constructor of a released type. Where other members are required, code has to change in any case.
fn constructor(released: &ReleasedType, def: &TypeDef) -> Option<Constructor> {
    let TypeKind::Struct(object) = &def.kind else {
        return None;
    };
    let fields = object.fields.iter().enumerate();
    let required = fields.filter(|(_, field)| field.presence == Presence::Required);
    let required = required.map(|(place, field)| (&field.wire_name, place));
    let required: Vec<(&String, usize)> = required.collect();
    let before: BTreeSet<&String> = released.required.iter().collect();
    if required.is_empty() || before != required.iter().map(|(name, _)| *name).collect() {
        return None;
    }
    if released.by_name {
        let places = required.into_iter().map(|(_, place)| place);
        return Some(Constructor::ByName(places.collect()));
    }
    let place = |name: &String| {
        let found = required.iter().find(|(other, _)| *other == name);
        found.map(|(_, place)| *place)
    };
    let places: Option<Vec<usize>> = released.required.iter().map(place).collect();
    places
        .filter(|places| places.len() == required.len())
        .map(Constructor::Arguments)
}

impl TypeLock {
    /// The released identifier of a member, by its place in the model. The field of other members has the place behind the
    /// last.
    pub(in crate::names) fn member(&self, place: usize) -> Option<&str> {
        self.members.get(place)?.as_deref()
    }

    /// The identifiers that a member had before the release.
    pub(in crate::names) fn former(&self, place: usize) -> &[String] {
        self.former_members.get(place).map_or(&[], Vec::as_slice)
    }
}
