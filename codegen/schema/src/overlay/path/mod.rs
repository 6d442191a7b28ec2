//! Turns a query of `JSONPath` (RFC 9535) into the locations that it selects.
//!
//! Everything but the functions `match` and `search`, which need an engine of regular expressions.

mod filter;
mod parse;
mod scan;
mod select;
#[cfg(test)]
mod tests;

use serde_json::Value;

pub(super) use parse::parse;
pub(super) use select::{TooCostly, select};

/// A query: `$`, or `@` in a filter, and segments.
#[derive(Debug, PartialEq)]
pub(super) struct Query {
    pub(super) from_root: bool,
    pub(super) segments: Vec<Segment>,
}

impl Query {
    /// Whether it selects one value at most.
    pub(super) fn is_singular(&self) -> bool {
        self.segments.iter().all(|segment| {
            let one = matches!(
                segment.selectors[..],
                [Selector::Name(_) | Selector::Index(_)]
            );
            one && !segment.descends
        })
    }
}

/// A step of a query: `.name`, `[…]`, `..name`, `..[…]`.
#[derive(Debug, PartialEq)]
pub(super) struct Segment {
    /// Whether it is about all values below as well.
    pub(super) descends: bool,
    pub(super) selectors: Vec<Selector>,
}

#[derive(Debug, PartialEq)]
pub(super) enum Selector {
    Name(String),
    /// From the end if it is negative.
    Index(i64),
    /// `[start:end:step]`.
    Slice(Option<i64>, Option<i64>, i64),
    /// `*`.
    All,
    /// `?…`.
    Filter(Test),
}

/// A condition of a filter.
#[derive(Debug, PartialEq)]
pub(super) enum Test {
    Any(Vec<Test>),
    All(Vec<Test>),
    Not(Box<Test>),
    /// The query selects something.
    Exists(Query),
    Compare(Operand, Comparison, Operand),
}

/// A side of a comparison.
#[derive(Debug, PartialEq)]
pub(super) enum Operand {
    Literal(Value),
    /// The value that a singular query selects.
    Single(Query),
    /// `length(…)`.
    Length(Box<Operand>),
    /// `count(…)`.
    Count(Query),
    /// `value(…)`.
    Value(Query),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Comparison {
    Equal,
    NotEqual,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
}

/// Why a text is not a query.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Fault {
    /// The character at fault, counted from 0.
    pub(super) at: usize,
    pub(super) what: String,
    pub(super) help: &'static str,
}
