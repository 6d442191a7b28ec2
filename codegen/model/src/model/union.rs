//! Unions: values that are one of several things.

use super::{Constraints, Docs, Requested, Slot, TypeId};
use cratify_schema::keyword::{JsonType, TypeSet};
use cratify_schema::source::Value;

/// A value that is one of several things.
#[derive(Debug, Clone)]
pub struct Union {
    /// The branches, in document order, without null.
    pub variants: Vec<Variant>,
    /// The member that names the branch, where there is one.
    pub tag: Option<Tag>,
    /// How many of the branches hold for a value.
    pub branching: Branching,
    /// Whether each branch that has a type with a name is behind a `Box`.
    pub boxed: bool,
    /// The treatment of a value of no branch.
    pub rest: Rest,
}

impl Union {
    /// Whether an object may be of several branches at once, and have members that only some of them describe.
    pub fn may_overlap(&self) -> bool {
        let is_certain = self.tag.as_ref().is_some_and(|tag| tag.is_certain);
        let objects = self.variants.iter().map(|variant| &variant.facts);
        let objects =
            objects.filter(|facts| facts.types.has(JsonType::Object) && !facts.known.is_empty());
        let objects: Vec<&Facts> = objects.collect();
        let mut pairs = objects.iter().enumerate().flat_map(|(index, one)| {
            let others = &objects[index + 1..];
            others.iter().map(move |other| (one, other))
        });
        self.branching == Branching::Any
            && !is_certain
            && pairs.any(|(one, other)| !one.excludes(other))
    }
}

/// How many of the branches of a union hold for a value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Branching {
    /// One or more: `anyOf`, several `type`s.
    Any,
    /// Just one: `oneOf`.
    One,
    /// The values are values of this struct, and the schemas that extend its schema say more of some. None of
    /// them has to hold, even of a value with its tag.
    Extensions(TypeId),
}

/// The treatment of a value that belongs to no branch.
#[derive(Debug, Clone)]
pub enum Rest {
    /// The schema does not know it: a variant keeps it that the schema does not list.
    Unknown,
    /// The schema accepts it without describing it: a variant keeps it, with these constraints.
    Other(Constraints),
    /// The schema does not know it, and reading fails.
    Refused,
}

/// A member that names the branch of a union.
#[derive(Debug, Clone)]
pub struct Tag {
    /// The name of the member.
    pub member: String,
    /// The branch of values that have no tag, or one that is not known.
    pub default: Option<usize>,
    /// Whether what the schema accepts is what its tag says. A `discriminator` alone says nothing to a
    /// JSON Schema.
    pub is_certain: bool,
}

/// A branch of a union.
#[derive(Debug, Clone)]
pub struct Variant {
    /// The words for the branch, unless its type or its kind names it.
    pub name: Option<String>,
    /// The Rust name that is asked for.
    pub rename: Option<Requested>,
    /// Attributes that are asked for.
    pub attributes: Vec<String>,
    /// The type of a value of the branch.
    pub slot: Slot,
    /// The values of the union's [`Tag`] that name this branch.
    pub tags: Vec<String>,
    /// The facts that tell the branch from the others.
    pub facts: Facts,
    /// Its documentation.
    pub docs: Docs,
}

/// The facts about a branch that are visible without decoding.
#[derive(Debug, Clone)]
pub struct Facts {
    /// The JSON types of its values.
    pub types: TypeSet,
    /// For an object: the members that must be there.
    pub required: Vec<String>,
    /// For an object: the members it knows, and the JSON types of their values.
    pub known: Vec<(String, TypeSet)>,
    /// For an object: members with fixed values, and these values.
    pub fixed: Vec<(String, Vec<Value>)>,
    /// For an object: members of its members with fixed values. The names lead to each.
    pub nested: Vec<(Vec<String>, Vec<Value>)>,
    /// For a string: the only values, if they are listed.
    pub strings: Option<Vec<String>>,
    /// For an array: the JSON types of its elements.
    pub elements: TypeSet,
}

impl Facts {
    /// Whether a required member has other fixed values in one branch than in the other.
    fn excludes(&self, other: &Self) -> bool {
        self.fixed.iter().any(|(name, values)| {
            let mut others = other.fixed.iter().filter(|(known, _)| known == name);
            let is_required = self.required.contains(name) || other.required.contains(name);
            is_required
                && others.any(|(_, others)| !values.iter().any(|value| others.contains(value)))
        })
    }
}
