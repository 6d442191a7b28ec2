//! Turns references without a target into any value, and the keywords that would then accept less than before.
//!
//! A subschema that accepts more makes its schema accept more. The exceptions are `not`, `if`, `oneOf`, an upper bound
//! for `contains`, and what depends on evaluation: where one of these is around the reference, it is left out or read
//! in a wider sense, so that no value is refused that may be valid.

use std::collections::HashSet;

use super::rewrite::{Changes, Rewrite};
use crate::diagnostic::Code;
use crate::keyword::{self, KEYWORDS, Subject, ValueKind};
use crate::source::{Pointer, Value};

/// The references of a file that have no target, by their locations as written.
#[derive(Debug, Default)]
pub(super) struct UnresolvedReferences {
    references: HashSet<Pointer>,
    /// All locations around them.
    around: HashSet<Pointer>,
}

impl FromIterator<Pointer> for UnresolvedReferences {
    fn from_iter<I: IntoIterator<Item = Pointer>>(references: I) -> Self {
        // An entry of a `mapping` is not part of what a schema accepts.
        let is_keyword = |at: &Pointer| {
            let name = at.last().unwrap_or_default();
            keyword::find(&name).is_some_and(|keyword| keyword.kind == ValueKind::Reference)
        };
        let references: HashSet<Pointer> = references.into_iter().filter(is_keyword).collect();
        let mut around = HashSet::new();
        for reference in &references {
            let mut inner = reference.clone();
            while let Some((outer, _)) = inner.parent() {
                around.insert(outer.clone());
                inner = outer;
            }
        }
        Self { references, around }
    }
}

const WHY: &str = "any value is accepted in its place";

impl UnresolvedReferences {
    /// Whether it is empty.
    pub(super) fn is_empty(&self) -> bool {
        self.references.is_empty()
    }

    /// Removes the references of a schema that have no target, and widens the keywords around others. The rules of the
    /// dialect have been applied: a keyword may have been written under another name.
    pub(super) fn widen(&self, schema: &mut Rewrite<'_>, changes: &mut Changes) {
        if !self.around.contains(schema.at) {
            return;
        }
        let written = |name: &str| schema.at.join(changes.old_name(name));
        let is_around = |name: &str| {
            let written = written(name);
            self.around.contains(&written) || self.references.contains(&written)
        };
        let is_in_place = KEYWORDS.iter().any(|keyword| {
            matches!(keyword.subject, Subject::Value | Subject::Condition)
                && is_around(keyword.name)
        });
        let [not, condition, one_of, contains] = ["not", "if", "oneOf", "contains"].map(is_around);
        for reference in ["$ref", "$dynamicRef"] {
            if self.references.contains(&written(reference)) {
                let old_name = changes.old_name(reference).to_owned();
                schema.ignore_as(reference, &old_name, WHY);
            }
        }
        let mut ignored: Vec<&str> = Vec::new();
        if not {
            ignored.push("not");
        }
        if condition {
            ignored.extend(["if", "then", "else"]);
        }
        if contains {
            ignored.push("maxContains");
        }
        if is_in_place {
            ignored.extend(["unevaluatedProperties", "unevaluatedItems"]);
        }
        for name in ignored {
            let message = format!("`{name}` depends on a reference without a target");
            if schema.ignore(name, message.as_str()).is_some() {
                schema.warn_as(CODE, name, &message, "this is ignored", HELP);
            }
        }
        let branches = schema.members.get("oneOf").and_then(Value::as_array);
        if one_of && branches.is_some_and(|branches| branches.len() > 1) {
            let message = "a branch of `oneOf` has a reference without a target";
            if schema.members.contains_key("anyOf") {
                schema.ignore("oneOf", message);
                schema.warn_as(CODE, "oneOf", message, "this is ignored", HELP);
            } else {
                schema.rename("oneOf", "anyOf");
                schema.warn_as(CODE, "oneOf", message, "read as `anyOf`", HELP);
                changes.renamed.push(("anyOf", "oneOf"));
            }
        }
    }
}

const HELP: &str = "correct the reference";

/// The code of the reference: what follows from it is not a problem of its own.
const CODE: Code = Code::UnresolvedReference;
