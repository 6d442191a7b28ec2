//! Names for types that the document does not name: those of their place.

use super::Lowerer;
use crate::model::TypeId;
use crate::schema::SchemaId;

/// What a type that is needed here would be called.
#[derive(Debug, Clone)]
pub(super) struct Hint {
    /// The named type whose file it goes to.
    pub owner: TypeId,
    /// The owner's name and the way from there, as words.
    pub wire_name: String,
}

impl Hint {
    /// The hint for a member of this place.
    pub(super) fn join(&self, word: &str) -> Self {
        Self {
            owner: self.owner,
            wire_name: format!("{} {word}", self.wire_name),
        }
    }
}

impl Lowerer<'_, '_> {
    /// The name of a schema that only its place can name: the named schema around it (or, without
    /// one, the last word of its pointer) and the words of the way from there.
    pub(super) fn name_of_place(&self, id: SchemaId) -> (Option<TypeId>, String) {
        let at = &self.graph.schemas[id].at;
        let mut words = Vec::new();
        let mut place = at.clone();
        while let Some((parent, token)) = place.pointer.parent() {
            place.pointer = parent;
            if !is_structural(&token) || words.is_empty() {
                words.push(token);
            }
            if let Some(&owner) = self.places.get(&place) {
                words.push(self.model[owner].wire_name.clone());
                words.reverse();
                return (Some(owner), words.join(" "));
            }
        }
        (None, words.into_iter().next().unwrap_or_default())
    }
}

/// Whether a token of a pointer is a keyword rather than a name.
fn is_structural(token: &str) -> bool {
    matches!(
        token,
        "properties" | "$defs" | "definitions" | "anyOf" | "oneOf" | "allOf"
    ) || token.bytes().all(|byte| byte.is_ascii_digit())
}
