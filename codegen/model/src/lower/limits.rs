//! Ends lowering when there are too many types: unions in the branches of unions multiply.

use std::collections::HashMap;

use super::Lowerer;
use crate::model::{Origin, TypeId};
use cratify_schema::diagnostic::{Code, Diagnostic};

impl Lowerer<'_, '_> {
    /// Whether there are far more types than schemas.
    pub(super) fn has_too_many_types(&self) -> bool {
        self.model.types.len() > 10_000 + 8 * self.graph.schemas.len()
    }

    /// Reports the schema that most of the types belong to.
    pub(super) fn too_many_types(&self) -> Option<Diagnostic> {
        let mut counts: HashMap<TypeId, usize> = HashMap::new();
        for (_, def) in self.model.iter() {
            if let Origin::Inline(owner) = def.origin {
                *counts.entry(owner).or_default() += 1;
            }
        }
        let most = counts
            .into_iter()
            .max_by_key(|(id, count)| (*count, std::cmp::Reverse(*id)));
        let (owner, count) = most?;
        Some(
            Diagnostic::error(Code::TooComplex, self.model[owner].at.key(), "this schema combines too many others")
                .label(format!("takes more than {count} types"))
                .note("unions in the branches of unions multiply")
                .help("list the branches in one `oneOf`, or put members that have them into schemas of their own"),
        )
    }
}
