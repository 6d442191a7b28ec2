//! Names inline types, in words: the name of the schema around them and the steps from there.

use std::borrow::Cow;
use std::fmt;

use super::Lowerer;
use crate::ident::shortened_words;
use crate::model::TypeId;
use cratify_schema::SchemaLocation;
use cratify_schema::keyword::JsonType;
use cratify_schema::parse::SchemaId;

/// A step from a schema to one in it.
#[derive(Debug, Clone, Copy)]
pub(super) enum Step<'a> {
    /// To what the document names: a member, a branch with a title or a tag.
    Named(&'a str),
    /// To the values of a map, or to the values that are not null.
    Value,
    /// To the elements of a list.
    Item,
    /// To an element of a tuple, counted from 0.
    ItemAt(usize),
    /// To a part of `allOf`, counted from 0.
    Part(usize),
    /// To an argument of a generic extern type, counted from 0.
    Parameter(usize),
    /// To a base's own members.
    Base,
    /// To the values of one JSON type.
    Type(JsonType),
}

impl<'a> Step<'a> {
    /// The step of a token of a JSON Pointer, behind that of `keyword`.
    fn of_token(keyword: &str, token: &'a str) -> Self {
        let index = || token.parse().unwrap_or_default();
        match (keyword, token) {
            ("properties" | "patternProperties" | "$defs" | "definitions", _) => Self::Named(token),
            ("allOf", _) => Self::Part(index()),
            ("prefixItems", _) => Self::ItemAt(index()),
            (_, "items") => Self::Item,
            (_, "additionalProperties") => Self::Value,
            _ => Self::Named(token),
        }
    }
}

impl fmt::Display for Step<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // A document may have any number in a pointer.
        let from_one = |index: &usize| index.saturating_add(1);
        match self {
            Self::Named(name) => f.write_str(name),
            Self::Value => f.write_str("value"),
            Self::Item => f.write_str("item"),
            Self::ItemAt(index) => write!(f, "item {}", from_one(index)),
            Self::Part(index) => write!(f, "part {}", from_one(index)),
            Self::Parameter(index) => write!(f, "parameter {}", from_one(index)),
            Self::Base => f.write_str("base"),
            Self::Type(ty) => f.write_str(ty.as_str()),
        }
    }
}

/// The name that a type made here gets.
#[derive(Debug, Clone)]
pub(super) struct Hint {
    /// The named type whose file the type goes to.
    pub owner: TypeId,
    /// The name of the owner and the steps from there, as words.
    pub wire_name: String,
}

impl Hint {
    /// The hint for a part of this type.
    pub(super) fn join(&self, step: Step<'_>) -> Self {
        Self {
            owner: self.owner,
            wire_name: join(&self.wire_name, step),
        }
    }
}

impl Lowerer<'_, '_> {
    /// The name of a schema that only its location names: the named schema or the operation around it (or,
    /// without one, the last token of the pointer) and the steps from there.
    pub(super) fn name_of_place(&mut self, id: SchemaId) -> (Option<TypeId>, String) {
        let at = &self.graph.schemas[id].at;
        let mut words = Vec::new();
        let mut place = at.clone();
        if let Some((name, _)) = self.graph.operations.get(at) {
            return (None, name.clone());
        }
        while let Some((parent, token)) = place.pointer.parent() {
            let keyword = parent.tokens().last().map(Cow::into_owned);
            place.pointer = parent;
            if words.is_empty() || !is_structural(&token) {
                let keyword = keyword.as_deref().unwrap_or_default();
                let of_branch = words.is_empty().then(|| self.words_of_branch(id));
                let of_token = || Step::of_token(keyword, &token).to_string();
                words.push(of_branch.flatten().unwrap_or_else(of_token));
            }
            if let Some(&owner) = self.by_location.get(&place) {
                words.push(self.model[owner].name_for_parts().into_owned());
                words.reverse();
                return (Some(owner), words.join(" "));
            }
            let operation = self.graph.operations.get(&place);
            let name = operation.map(|(name, _)| name);
            // The name does not depend on whether a type is made of the schema around it.
            if let Some(name) = name.or_else(|| self.unselected.get(&place)) {
                words.push(name.clone());
                words.reverse();
                return (None, words.join(" "));
            }
        }
        (None, words.into_iter().next().unwrap_or_default())
    }

    /// The words for a schema that is a branch of a union.
    fn words_of_branch(&mut self, id: SchemaId) -> Option<String> {
        let schema = &self.graph.schemas[id];
        let (list, _) = schema.at.pointer.parent()?;
        let (owner, keyword) = list.parent()?;
        if !matches!(&*keyword, "anyOf" | "oneOf") {
            return None;
        }
        let at = SchemaLocation {
            pointer: owner.clone(),
            ..schema.at.clone()
        };
        let owner = &self.graph.schemas[self.graph.at(&at, id)?];
        // The schema may be a copy, in a form that the schema around it has not.
        let is_it = |branch: &SchemaId| self.graph.origin(*branch) == self.graph.origin(id);
        let mut unions = [&owner.any_of, &owner.one_of].into_iter().flatten();
        let (branches, branch) =
            unions.find_map(|branches| Some((branches, branches.iter().copied().find(is_it)?)))?;
        self.words_of_target(branches, branch)
    }
}

/// The name of an inline schema in `owner`. Names of schemas in schemas add up, so that the words as well
/// have a limit; [`ident`](crate::ident) has that of identifiers.
fn join(owner: &str, step: Step<'_>) -> String {
    shortened_words(format!("{owner} {step}"))
}

/// Whether a token of a pointer is a keyword rather than a name.
fn is_structural(token: &str) -> bool {
    matches!(
        token,
        "properties" | "$defs" | "definitions" | "anyOf" | "oneOf" | "allOf"
    ) || token.bytes().all(|byte| byte.is_ascii_digit())
}
