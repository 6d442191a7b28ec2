//! The questions about data, and their answers.

use std::ops::{Index, IndexMut};

use serde::Serialize;
use serde_json::Value;

/// A question about the data of two versions.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Boundary {
    /// Does the new schema accept what the old crate writes?
    Write,
    /// Does the new crate read what the old one wrote?
    ReadBack,
    /// Does the old crate's strict reading accept what is valid under the new schema?
    ReadStrict,
    /// Does the old crate's tolerant reading accept what is valid under the new schema?
    Read,
}

impl Boundary {
    /// All boundaries, in the order of reports.
    pub const ALL: [Self; 4] = [Self::Write, Self::ReadBack, Self::ReadStrict, Self::Read];

    /// The kind of a break of this boundary.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Write => "data-write",
            Self::ReadBack => "data-read-back",
            Self::ReadStrict => "data-read-strict",
            Self::Read => "data-read",
        }
    }

    /// The name in JSON.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Write => "write",
            Self::ReadBack => "read_back",
            Self::ReadStrict => "read_strict",
            Self::Read => "read",
        }
    }
}

/// The answer to the question of a boundary.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(tag = "verdict", rename_all = "snake_case")]
pub enum Verdict {
    /// Yes.
    Compatible,
    /// No.
    Incompatible {
        /// A value that shows it, if one was found.
        #[serde(skip_serializing_if = "Option::is_none")]
        witness: Option<Value>,
        /// The JSON Pointer of what breaks, in the schema whose text has changed.
        at: String,
    },
    /// The question could not be decided.
    Unknown {
        /// Why not.
        reason: String,
    },
}

impl Verdict {
    /// The worse of two verdicts: incompatible, then unknown, then compatible. Of two equally bad ones, one with a
    /// counter-example, then the first.
    #[must_use]
    pub fn worse(self, other: Self) -> Self {
        if other.rank() > self.rank() {
            other
        } else {
            self
        }
    }

    const fn rank(&self) -> u8 {
        match self {
            Self::Compatible => 0,
            Self::Unknown { .. } => 1,
            Self::Incompatible { witness: None, .. } => 2,
            Self::Incompatible {
                witness: Some(_), ..
            } => 3,
        }
    }
}

/// The verdicts of the four boundaries; `None` where the question does not arise.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Verdicts {
    /// See [`Boundary::Write`].
    #[serde(skip_serializing_if = "Option::is_none")]
    pub write: Option<Verdict>,
    /// See [`Boundary::ReadBack`].
    #[serde(skip_serializing_if = "Option::is_none")]
    pub read_back: Option<Verdict>,
    /// See [`Boundary::ReadStrict`].
    #[serde(skip_serializing_if = "Option::is_none")]
    pub read_strict: Option<Verdict>,
    /// See [`Boundary::Read`].
    #[serde(skip_serializing_if = "Option::is_none")]
    pub read: Option<Verdict>,
}

impl Index<Boundary> for Verdicts {
    type Output = Option<Verdict>;

    fn index(&self, boundary: Boundary) -> &Option<Verdict> {
        match boundary {
            Boundary::Write => &self.write,
            Boundary::ReadBack => &self.read_back,
            Boundary::ReadStrict => &self.read_strict,
            Boundary::Read => &self.read,
        }
    }
}

impl IndexMut<Boundary> for Verdicts {
    fn index_mut(&mut self, boundary: Boundary) -> &mut Option<Verdict> {
        match boundary {
            Boundary::Write => &mut self.write,
            Boundary::ReadBack => &mut self.read_back,
            Boundary::ReadStrict => &mut self.read_strict,
            Boundary::Read => &mut self.read,
        }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::Verdict;

    #[test]
    fn the_worse_verdict_is_the_one_that_shows_more() {
        let bare = Verdict::Incompatible {
            witness: None,
            at: String::new(),
        };
        let shown = Verdict::Incompatible {
            witness: Some(json!(null)),
            at: String::new(),
        };
        let unknown = Verdict::Unknown {
            reason: "time".to_owned(),
        };
        let rising = [Verdict::Compatible, unknown, bare, shown];
        for (index, better) in rising.iter().enumerate() {
            for worse in &rising[index..] {
                assert_eq!(better.clone().worse(worse.clone()), *worse);
                assert_eq!(worse.clone().worse(better.clone()), *worse);
            }
        }
    }
}
