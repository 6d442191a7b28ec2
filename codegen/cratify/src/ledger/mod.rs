//! Turns a document into its ledger: every keyword, as it is written there, with its outcome.
//!
//! The stages that decided give the answers: the [upgrade](cratify_schema::upgrade) tells how a keyword was
//! read, the [table of keywords](cratify_schema::keyword) what the generator makes of it, the
//! [usage log](cratify_model::lower::UsageLog) whether a type was made from it, the diagnostics what was refused.
//! [`collect`] asks them, [`outcome`] puts the answers together, [`table`] shows them.

mod collect;
mod outcome;
mod table;

use std::fmt;
use std::path::PathBuf;

use serde::ser::{Serialize, SerializeSeq, SerializeStruct, Serializer};

pub(crate) use collect::{Decided, collect};

use cratify_schema::diagnostic::Code;

/// Every keyword of a document with its outcome: see
/// [`Config::ledger`](crate::Config::ledger).
///
/// As text it is Markdown: a summary, and a table of all keywords. For other programs it is
/// `Serialize`: a list of objects, one for each [`Entry`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ledger {
    entries: Vec<Entry>,
}

/// A keyword at its place in the document.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Entry {
    /// The file.
    pub path: PathBuf,
    /// The line of the keyword, counted from 1.
    pub line: usize,
    /// The JSON Pointer (RFC 6901) to the keyword's value, without `#`.
    pub pointer: String,
    /// The keyword, as it is written.
    pub keyword: String,
    /// Its outcome.
    pub outcome: Outcome,
    /// The diagnostic that says so, for what was refused or has no effect.
    pub code: Option<Code>,
    /// The reason, or a remark.
    pub note: Option<String>,
}

/// The outcome of a keyword.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Outcome {
    /// It decides about a Rust type, a member or a name. Strict reading enforces it as
    /// well, where it restricts values.
    Shapes,
    /// No Rust type expresses it: strict reading enforces it, and the derived schema says it.
    Enforced,
    /// It is documentation, for readers of the crate or of its published schemas.
    Documents,
    /// It names schemas, holds them for others to refer to, or says how the document is read.
    Organises,
    /// It has no effect, in this dialect or at this place.
    Ignored,
    /// No type is made of the schema that it is in: nothing that is generated refers to it.
    Unused,
    /// It is wrong, so that nothing is generated.
    Refused,
    /// Nothing was decided, because something else in the document is wrong.
    Undecided,
}

impl Outcome {
    /// All outcomes, in the order of the columns of the summary.
    pub const ALL: [Self; 8] = [
        Self::Shapes,
        Self::Enforced,
        Self::Documents,
        Self::Organises,
        Self::Ignored,
        Self::Unused,
        Self::Refused,
        Self::Undecided,
    ];

    /// The outcome in words, as the tables have it.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Shapes => "shapes the type",
            Self::Enforced => "strictly enforced",
            Self::Documents => "documented",
            Self::Organises => "organises",
            Self::Ignored => "ignored",
            Self::Unused => "not used",
            Self::Refused => "refused",
            Self::Undecided => "not decided",
        }
    }
}

impl fmt::Display for Outcome {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl Ledger {
    /// All keywords, in the order of the document.
    #[must_use]
    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// How often each keyword has each outcome, as a table of Markdown: a row for each keyword.
    #[must_use]
    pub fn summary(&self) -> String {
        table::summary(&self.entries)
    }
}

impl fmt::Display for Ledger {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&table::all(&self.entries))
    }
}

impl Serialize for Ledger {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut entries = serializer.serialize_seq(Some(self.entries.len()))?;
        for entry in &self.entries {
            entries.serialize_element(entry)?;
        }
        entries.end()
    }
}

impl Serialize for Entry {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut members = serializer.serialize_struct("Entry", 7)?;
        members.serialize_field("path", &self.path.to_string_lossy())?;
        members.serialize_field("line", &self.line)?;
        members.serialize_field("pointer", &self.pointer)?;
        members.serialize_field("keyword", &self.keyword)?;
        members.serialize_field("outcome", self.outcome.as_str())?;
        members.serialize_field("code", &self.code.map(Code::as_str))?;
        members.serialize_field("note", &self.note)?;
        members.end()
    }
}
