//! Names inline types after their location.

use std::borrow::Cow;

use super::Lowerer;
use crate::model::TypeId;
use crate::names::{Step, is_structural, join};
use cratify_schema::SchemaLocation;
use cratify_schema::parse::SchemaId;

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
