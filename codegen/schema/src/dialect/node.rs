//! One schema on its way to 2020-12, and what its rules do to it.

use serde_json::Map;

use super::draft::comes_later;
use super::findings::Findings;
use super::trace::{Fate, Trace};
use crate::diagnostic::Code;
use crate::keyword::{self, Dialect, Keyword};
use crate::source::{Pointer, Value};

/// A schema object, with what its rules have to know about where it is.
pub(super) struct Node<'n> {
    /// Its members.
    pub members: &'n mut Map<String, Value>,
    /// Its place in the document as written.
    pub at: &'n Pointer,
    /// How it is spelled.
    pub dialect: Dialect,
    /// Whether it is an entry of `anyOf` or `oneOf`.
    pub is_branch: bool,
    /// Whether `#` means this schema: it is the root or has an `$id`.
    pub is_resource: bool,
    /// Whether `$recursiveRef` of this schema may depend on what leads to it (2019-09 only).
    pub is_dynamic: bool,
    /// What is worth a warning.
    pub findings: &'n mut Findings,
    /// What becomes of keywords that are not taken over as they are.
    pub trace: &'n mut Trace,
}

/// What a rule did to the places of a schema.
#[derive(Debug, Default)]
pub(super) struct Change {
    /// Keywords that got another name: the new and the old one.
    pub renamed: Vec<(&'static str, &'static str)>,
    /// Whether the schema is to become the first branch of an `anyOf`, beside `null`.
    pub or_null: bool,
}

impl Change {
    /// The name that a keyword had.
    pub(super) fn old_name<'k>(&self, keyword: &'k str) -> &'k str {
        let renamed = self.renamed.iter().find(|(new, _)| *new == keyword);
        renamed.map_or(keyword, |(_, old)| *old)
    }
}

impl Node<'_> {
    /// Whether there is a `$ref` that can be one.
    pub(super) fn has_reference(&self) -> bool {
        has_reference(self.members)
    }

    /// Gives a member another name, in its place.
    pub(super) fn rename(&mut self, old: &str, new: &'static str) {
        self.read_as(old, &[new]);
        let members = std::mem::take(self.members).into_iter();
        *self.members = members
            .map(|(name, value)| {
                if name == old {
                    (new.to_owned(), value)
                } else {
                    (name, value)
                }
            })
            .collect();
    }

    /// Notes which keywords say what a member says that goes away.
    pub(super) fn read_as(&mut self, name: &str, keywords: &[&'static str]) {
        let fate = Fate::ReadAs(self.at.clone(), keywords.to_vec());
        self.trace.note(self.at, name, fate);
    }

    /// Takes a member away that has no effect, and notes why.
    pub(super) fn ignore(&mut self, name: &str, why: impl Into<String>) -> Option<Value> {
        let value = self.remove(name)?;
        self.trace.note(self.at, name, Fate::Ignored(why.into()));
        Some(value)
    }

    /// Takes a member away; the others keep their order. What it says must be noted:
    /// [`read_as`](Self::read_as).
    pub(super) fn remove(&mut self, name: &str) -> Option<Value> {
        self.members.shift_remove(name)
    }

    /// Gives a member another value, in its place.
    pub(super) fn set(&mut self, name: &str, value: Value) {
        self.members.insert(name.to_owned(), value);
    }

    /// Reports a member of this schema.
    pub(super) fn warn(&mut self, name: &str, message: &str, label: &str, help: &str) {
        let at = self.at.join(name);
        let code = Code::IgnoredKeyword;
        self.findings.add(code, at, message, label, help);
    }

    /// Drops what stands beside `$ref` and would assert something, where a dialect ignores it:
    /// JSON Schema draft-07, core, section 8.3; `OpenAPI` 3.0.3 and Swagger 2.0, "Reference
    /// Object".
    ///
    /// Annotations stay, though the letter of those specifications has them ignored as well: they
    /// are written to be read. So do definitions, which references find by pointer.
    pub(super) fn drop_beside_reference(&mut self) {
        let is_root = self.at.is_root();
        let dropped: Vec<String> = self
            .members
            .keys()
            .filter(|name| match name.as_str() {
                "$ref" => false,
                // What it says beside a reference is meant: see `openapi30`.
                "nullable" | "x-nullable" => false,
                // A name beside `$ref` is ignored too, and `$ref` is not relative to it. That of
                // the root stays, since references to the document use it.
                "$id" | "id" => !is_root,
                name => can_assert(name),
            })
            .cloned()
            .collect();
        let message = format!(
            "keywords beside `$ref` have no effect in {}",
            self.dialect.title()
        );
        for name in &dropped {
            self.ignore(name, &message);
        }
        let is_name = |name: &str| matches!(name, "$id" | "id");
        let Some(first) = dropped.iter().find(|name| !is_name(name)) else {
            return;
        };
        let help = "list the reference in an `allOf`: `allOf: [{ $ref: ... }]`";
        self.warn(first, &message, "this is ignored", help);
    }
}

fn has_reference(members: &Map<String, Value>) -> bool {
    members.get("$ref").is_some_and(Value::is_string)
}

/// Whether a keyword has no effect in a schema of this dialect, though it is known: it came later,
/// or it stands beside a `$ref` that hides it.
pub fn is_ignored(dialect: Dialect, members: &Map<String, Value>, keyword: &str) -> bool {
    let hides = dialect.reference_stands_alone() && has_reference(members);
    (hides && keyword != "$ref" && can_assert(keyword)) || comes_later(dialect, keyword)
}

/// Whether a keyword restricts values in some dialect.
fn can_assert(name: &str) -> bool {
    keyword::find(name).is_some_and(Keyword::asserts)
}
