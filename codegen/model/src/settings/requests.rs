//! Names, derives and attributes that the builder requests, for a place or for all types.

use super::DeriveList;
use super::written_names::check_name;
use crate::model::Requested;
use cratify_schema::diagnostic::Diagnostics;

/// The requests for a place.
#[derive(Debug, Clone, Default)]
pub struct PlaceRequests {
    /// The name of the type, the field or the variant at the place.
    pub name: Option<Requested>,
    /// The name of the type that is made for a member or a branch.
    pub type_name: Option<Requested>,
    /// The names that the type of the place had before.
    pub former_names: Vec<Requested>,
    /// The names of values, by value.
    pub value_names: Vec<(String, Requested)>,
    /// Attributes of the type, the field or the variant at the place.
    pub attributes: Vec<Requested>,
    /// Attributes of the type that is made for a member or a branch.
    pub type_attributes: Vec<Requested>,
    /// Attributes of values, by value.
    pub value_attributes: Vec<(String, Requested)>,
    /// Derives of all types that are made of the place and of everything in it.
    pub derives: Vec<DeriveList>,
}

impl PlaceRequests {
    /// These requests, and the requests of `other` that they do not replace: attributes and derives add up.
    pub(super) fn or(self, other: &Self) -> Self {
        // Of two names for one value, the first in the list holds.
        let first = |own: Vec<(String, Requested)>, other: &[_]| [&own, other].concat();
        Self {
            name: self.name.or_else(|| other.name.clone()),
            type_name: self.type_name.or_else(|| other.type_name.clone()),
            former_names: [&other.former_names[..], &self.former_names].concat(),
            value_names: first(self.value_names, &other.value_names),
            attributes: [&other.attributes[..], &self.attributes].concat(),
            type_attributes: [&other.type_attributes[..], &self.type_attributes].concat(),
            value_attributes: [&other.value_attributes[..], &self.value_attributes].concat(),
            derives: [&other.derives[..], &self.derives].concat(),
        }
    }

    /// Reports names that are not identifiers, and texts that are not derives.
    pub(super) fn check(&self, diagnostics: &mut Diagnostics) {
        let names = [&self.name, &self.type_name].into_iter().flatten();
        let names = names.chain(&self.former_names);
        for name in names.chain(self.value_names.iter().map(|(_, name)| name)) {
            diagnostics.extend(check_name(&name.text, name.location.clone()));
        }
        diagnostics.extend(self.derives.iter().filter_map(DeriveList::check));
    }

    /// All attributes.
    pub(super) fn all_attributes(&self) -> impl Iterator<Item = &Requested> {
        let of_values = self.value_attributes.iter().map(|(_, attribute)| attribute);
        let attributes = self.attributes.iter().chain(&self.type_attributes);
        attributes.chain(of_values)
    }
}

/// The requests for all types, or for all of a kind.
#[derive(Debug, Clone, Default)]
pub struct GlobalRequests {
    /// Derives of all types, or of the types of a kind.
    pub derives: Vec<(Option<Kind>, DeriveList)>,
    /// Attributes of all types, or of the types of a kind.
    pub attributes: Vec<(Option<Kind>, Requested)>,
}

impl GlobalRequests {
    /// Reports texts that are not derives.
    pub(super) fn check(&self, diagnostics: &mut Diagnostics) {
        let lists = self.derives.iter().map(|(_, list)| list);
        diagnostics.extend(lists.filter_map(DeriveList::check));
    }
}

/// A kind of type, for `Config::derive_for` and `Config::attribute_for`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Kind {
    /// Objects with known members.
    Struct,
    /// Listed values: `enum`, and a `const` that is not a constant of a member.
    Enum,
    /// One of several things: `oneOf`, `anyOf`, several `type`s.
    Union,
    /// A name for a value of another type: strings, numbers, lists, maps.
    Newtype,
}
