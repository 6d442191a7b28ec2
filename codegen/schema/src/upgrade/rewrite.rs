//! Keeps a schema while the rules of its dialect are applied.

use serde_json::Map;

use super::trace::{Trace, UpgradeOutcome};
use super::warnings::Warnings;
use crate::diagnostic::Code;
use crate::document::has_reference;
use crate::keyword::{self, Dialect, Keyword};
use crate::source::{Part, Pointer, Value};

/// A schema object, with what the rules have to know of the schemas around it.
pub(super) struct Rewrite<'s> {
    /// Its members.
    pub members: &'s mut Map<String, Value>,
    /// Its location in the document as written.
    pub at: &'s Pointer,
    /// Its dialect.
    pub dialect: Dialect,
    /// Whether it is an entry of `anyOf` or `oneOf`.
    pub is_branch: bool,
    /// Whether `#` means this schema: it is the root or has an `$id`.
    pub is_resource: bool,
    /// Whether the target of a `$recursiveRef` in it may depend on the schemas that lead to it (2019-09
    /// only).
    pub is_dynamic: bool,
    /// The warnings for the user.
    pub warnings: &'s mut Warnings,
    /// The outcomes of keywords that do not stay as they are.
    pub trace: &'s mut Trace,
}

/// The changes of the rules to the locations of subschemas.
#[derive(Debug, Default)]
pub(super) struct Changes {
    /// Keywords that got another name: the new and the old one.
    pub renamed: Vec<(&'static str, &'static str)>,
    /// Whether the schema is to become the first branch of an `anyOf`, beside `null`.
    pub or_null: bool,
}

impl Changes {
    /// The name that a keyword had.
    pub(super) fn old_name<'k>(&self, keyword: &'k str) -> &'k str {
        let renamed = self.renamed.iter().find(|(new, _)| *new == keyword);
        renamed.map_or(keyword, |(_, old)| *old)
    }
}

impl Rewrite<'_> {
    /// Whether the schema has a `$ref`.
    pub(super) fn has_reference(&self) -> bool {
        has_reference(self.members)
    }

    /// Renames a keyword; the order of members stays.
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

    /// Notes the keywords that take the place of one that goes away.
    pub(super) fn read_as(&mut self, name: &str, keywords: &[&'static str]) {
        self.read_against_the_letter(name, keywords, None);
    }

    /// Notes the keywords that take the place of one that goes away, and why, where the letter of the dialect says
    /// something else.
    pub(super) fn read_against_the_letter(
        &mut self,
        name: &str,
        keywords: &[&'static str],
        why: Option<&'static str>,
    ) {
        let outcome = UpgradeOutcome::ReadAs(self.at.clone(), keywords.to_vec(), why);
        self.trace.note(self.at, name, outcome);
    }

    /// Removes a keyword that has no effect, and notes why.
    pub(super) fn ignore(&mut self, name: &str, why: impl Into<String>) -> Option<Value> {
        let value = self.remove(name)?;
        self.trace
            .note(self.at, name, UpgradeOutcome::Ignored(why.into()));
        Some(value)
    }

    /// The same for a keyword that was written under another name.
    pub(super) fn ignore_as(&mut self, name: &str, old_name: &str, why: &str) {
        if self.remove(name).is_some() {
            self.trace
                .note(self.at, old_name, UpgradeOutcome::Ignored(why.to_owned()));
        }
    }

    /// Removes a keyword; the order of the others stays. The caller notes what takes its place:
    /// [`read_as`](Self::read_as).
    pub(super) fn remove(&mut self, name: &str) -> Option<Value> {
        self.members.shift_remove(name)
    }

    /// Sets the value of a keyword. One that is there already keeps its position.
    pub(super) fn set(&mut self, name: &str, value: Value) {
        self.members.insert(name.to_owned(), value);
    }

    /// Warns about a keyword of this schema.
    pub(super) fn warn(&mut self, name: &str, message: &str, label: &str, help: &str) {
        self.warn_as(Code::IgnoredKeyword, name, message, label, help);
    }

    /// Adds a warning with this code about a member.
    pub(super) fn warn_as(
        &mut self,
        code: Code,
        name: &str,
        message: &str,
        label: &str,
        help: &str,
    ) {
        let at = (self.at.join(name), Part::Key);
        self.warnings.add(code, at, message, label, help);
    }

    /// Removes the sibling keywords of `$ref` that restrict values, which a dialect ignores: JSON Schema
    /// draft-07, core, section 8.3; OpenAPI 3.0.3 and Swagger 2.0, "Reference Object".
    ///
    /// By the letter of these specifications annotations are ignored as well. They stay, since people
    /// write them to be read. So do definitions, to which references lead by pointer.
    pub(super) fn drop_siblings_of_reference(&mut self) {
        let is_root = self.at.is_root();
        let is_id = |name: &str| matches!(name, "$id" | "id");
        let is_dropped = |name: &str| match name {
            "$ref" => false,
            // Documents mean it beside a reference: see `openapi30`.
            "nullable" | "x-nullable" => false,
            // An identifier beside `$ref` is ignored too, and `$ref` is not relative to it. The
            // identifier of the root stays, since references to the document use it.
            name if is_id(name) => !is_root,
            name => keyword::find(name).is_some_and(Keyword::asserts),
        };
        let names = self.members.keys().filter(|name| is_dropped(name));
        let dropped: Vec<String> = names.cloned().collect();
        let message = format!(
            "keywords beside `$ref` have no effect in {}",
            self.dialect.title()
        );
        for name in &dropped {
            self.ignore(name, &message);
        }
        if let Some(first) = dropped.iter().find(|name| !is_id(name)) {
            let help = "list the reference in an `allOf`: `allOf: [{ $ref: ... }]`";
            self.warn(first, &message, "this is ignored", help);
        }
    }
}
