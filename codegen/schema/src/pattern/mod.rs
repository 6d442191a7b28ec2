//! What is wrong with a regular expression, and where in it.
//!
//! JSON Schema's dialect of them is ECMA-262 (core, section 6.4). What is checked here is its
//! grammar with the leniency of browsers (annex B.1.2), since documents have patterns that were
//! only ever tried in those. Three things are told apart: what is a regular expression nowhere, what
//! only other dialects have, and what the engine behind strict reading (the crate `jsonschema`)
//! does not take. The last is what that engine does, not a rule of its own: a test holds the two
//! against each other.
//!
//! There is no parser of this dialect among the usual crates that says where it stopped and is not
//! mostly tables of Unicode; nothing here needs those, but for the names in them.

mod class;
mod escape;
mod group;
mod property;
mod quantifier;

/// How much is wrong with a pattern; the gravest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Fault {
    /// It is no regular expression.
    Broken,
    /// Strict reading cannot use it.
    Unsupported,
    /// It is one in another dialect only.
    Foreign,
}

/// What is wrong with a pattern.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Finding {
    /// How much it matters.
    pub fault: Fault,
    /// Which character of the pattern it is about, counted from 1.
    pub position: usize,
    /// What is there.
    pub what: String,
    /// How to mend it.
    pub help: String,
}

/// The gravest thing that is wrong with a pattern, the first of several.
fn examine(pattern: &str) -> Option<Finding> {
    let mut parser = Parser::new(pattern);
    parser.run();
    parser
        .findings
        .into_iter()
        .min_by_key(|finding| (finding.fault, finding.position))
}

/// What is wrong with a pattern, for those who decide what becomes of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct PatternFault {
    /// Whether it is no regular expression in any dialect.
    pub is_broken: bool,
    /// Whether strict reading can use it all the same.
    pub is_usable: bool,
    /// Where and what it is.
    pub what: String,
    /// How to mend it.
    pub help: String,
}

/// The gravest thing that is wrong with a pattern, if anything is.
pub(crate) fn examine_pattern(pattern: &str) -> Option<PatternFault> {
    let found = examine(pattern)?;
    Some(PatternFault {
        is_broken: found.fault == Fault::Broken,
        is_usable: found.fault == Fault::Foreign,
        what: format!("character {}: {}", found.position, found.what),
        help: found.help,
    })
}

/// What stands before the current position: what a quantifier would repeat.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Before {
    Nothing,
    Atom,
    /// `^`, `$` or `\b`.
    Assertion,
    /// `(?=…)` and its kind, or a group with nothing in it.
    Look,
    Quantifier,
}

struct Parser {
    text: Vec<char>,
    at: usize,
    before: Before,
    /// The groups that are open: where each starts, and what it is when it ends.
    open: Vec<(usize, Before)>,
    groups: usize,
    names: Vec<String>,
    /// Whether there was a look-around or a reference: the engine reads the rest otherwise then.
    looks: bool,
    /// References to groups: the position, and the number or name.
    numbers: Vec<(usize, usize)>,
    named: Vec<(usize, String)>,
    findings: Vec<Finding>,
}

impl Parser {
    fn new(pattern: &str) -> Self {
        Self {
            text: pattern.chars().collect(),
            at: 0,
            before: Before::Nothing,
            open: Vec::new(),
            groups: 0,
            names: Vec::new(),
            looks: false,
            numbers: Vec::new(),
            named: Vec::new(),
            findings: Vec::new(),
        }
    }

    fn find(&mut self, fault: Fault, at: usize, what: impl Into<String>, help: impl Into<String>) {
        let finding = Finding {
            fault,
            position: at + 1,
            what: what.into(),
            help: help.into(),
        };
        self.findings.push(finding);
    }

    fn peek(&self) -> Option<char> {
        self.text.get(self.at).copied()
    }

    fn eat(&mut self, text: &str) -> bool {
        let fits = text
            .chars()
            .enumerate()
            .all(|(index, wanted)| self.text.get(self.at + index) == Some(&wanted));
        if fits {
            self.at += text.chars().count();
        }
        fits
    }

    fn eat_while(&mut self, fits: impl Fn(char) -> bool) -> String {
        let start = self.at;
        while self.peek().is_some_and(&fits) {
            self.at += 1;
        }
        self.text[start..self.at].iter().collect()
    }

    fn run(&mut self) {
        while let Some(next) = self.peek() {
            let start = self.at;
            self.at += 1;
            self.before = match next {
                '|' => Before::Nothing,
                '(' => {
                    self.open_group(start);
                    Before::Nothing
                }
                ')' => self.close_group(start),
                '*' | '+' | '?' => self.quantifier(start, next),
                '{' => self.counts(start),
                '^' | '$' => Before::Assertion,
                '\\' => self.escape(start),
                '[' => {
                    self.class(start);
                    Before::Atom
                }
                _ => Before::Atom,
            };
        }
        if let Some((start, _)) = self.open.first().copied() {
            self.find(
                Fault::Broken,
                start,
                "this `(` is never closed",
                "add the `)`, or write it as `\\(`",
            );
        }
        self.references();
    }
}

#[cfg(test)]
mod tests;
