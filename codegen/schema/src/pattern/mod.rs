//! Turns regular expressions into the worst problem in them, with its position.
//!
//! JSON Schema uses the dialect of ECMA-262 (core, section 6.4). The grammar here is as lenient as browsers
//! (annex B.1.2), since many patterns were only ever tried in browsers. There are three kinds of problems:
//! text that is a regular expression in no dialect, text that only other dialects have, and text that the
//! engine of strict reading (the crate `jsonschema`) refuses. A test compares the last kind with the engine.
//!
//! The known parsers of this dialect report no position, or bring large tables of Unicode. Only the names of
//! Unicode properties are needed here.

mod class;
mod escape;
mod group;
mod property;
mod quantifier;
mod set;
mod size;

use set::Set;
use size::{Excess, Sizes};

/// A kind of problem, the worst first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Fault {
    /// The text is not a regular expression.
    Broken,
    /// Strict reading cannot use it.
    Unsupported,
    /// Only other dialects have it.
    Foreign,
}

/// A problem of a pattern.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Problem {
    /// Its kind.
    pub fault: Fault,
    /// The character of the pattern, counted from 1.
    pub position: usize,
    /// The problem, in words.
    pub what: String,
    /// How to mend it.
    pub help: String,
}

/// The worst problem of a pattern; of several equal ones the first.
fn examine(pattern: &str) -> Option<Problem> {
    let mut parser = Parser::new(pattern);
    parser.run();
    parser.report_excess(pattern);
    parser
        .problems
        .into_iter()
        .min_by_key(|problem| (problem.fault, problem.position))
}

/// The worst problem of a pattern, for the stages that decide how to treat it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct PatternFault {
    /// Whether the pattern is not a regular expression in any dialect.
    pub is_broken: bool,
    /// Whether strict reading can use the pattern all the same.
    pub is_usable: bool,
    /// The character, counted from 0.
    pub position: usize,
    /// The position, and what was found.
    pub what: String,
    /// How to mend it.
    pub help: String,
}

/// The worst problem of a pattern, if it has one.
pub(crate) fn examine_pattern(pattern: &str) -> Option<PatternFault> {
    let found = examine(pattern)?;
    Some(PatternFault {
        is_broken: found.fault == Fault::Broken,
        is_usable: found.fault == Fault::Foreign,
        position: found.position.saturating_sub(1),
        what: format!("character {}: {}", found.position, found.what),
        help: found.help,
    })
}

/// The item before the current position, which a quantifier would repeat.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Preceding {
    Nothing,
    Atom,
    /// `^`, `$` or `\b`.
    Assertion,
    /// A look-around such as `(?=…)`, or an empty group.
    Look,
    Quantifier,
}

struct Parser {
    text: Vec<char>,
    at: usize,
    preceding: Preceding,
    /// The open groups: the start of each, and what it is for a quantifier after it.
    open: Vec<(usize, Preceding)>,
    groups: usize,
    names: Vec<String>,
    /// Whether there was a look-around or a reference: the engine reads the rest in another mode then.
    has_look: bool,
    /// Whether `\w` has all letters of Unicode, as in that mode.
    has_unicode_classes: bool,
    /// The characters of the last escape that stands for several.
    found: Set,
    sizes: Sizes,
    /// Whether there was a bare `]` or `}`.
    has_bare_bracket: bool,
    /// References to groups: the position, and the number or name.
    numbers: Vec<(usize, usize)>,
    named: Vec<(usize, String)>,
    problems: Vec<Problem>,
}

impl Parser {
    fn new(pattern: &str) -> Self {
        Self {
            text: pattern.chars().collect(),
            at: 0,
            preceding: Preceding::Nothing,
            open: Vec::new(),
            groups: 0,
            names: Vec::new(),
            has_look: false,
            has_unicode_classes: false,
            found: Set::default(),
            sizes: Sizes::new(),
            has_bare_bracket: false,
            numbers: Vec::new(),
            named: Vec::new(),
            problems: Vec::new(),
        }
    }

    fn report(
        &mut self,
        fault: Fault,
        at: usize,
        what: impl Into<String>,
        help: impl Into<String>,
    ) {
        let problem = Problem {
            fault,
            position: at + 1,
            what: what.into(),
            help: help.into(),
        };
        self.problems.push(problem);
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
            self.preceding = match next {
                '|' => {
                    self.sizes.branch();
                    Preceding::Nothing
                }
                '(' => {
                    self.open_group(start);
                    Preceding::Nothing
                }
                ')' => self.close_group(start),
                '*' | '+' | '?' => self.quantifier(start, next),
                '{' => self.counts(start),
                '^' | '$' => {
                    self.sizes.assertion(next);
                    Preceding::Assertion
                }
                '\\' => self.escape(start),
                '[' => {
                    self.class(start);
                    Preceding::Atom
                }
                '.' => {
                    let ends = [(0x0a, 0x0a), (0x0d, 0x0d), (0x2028, 0x2029)];
                    let ends = if self.has_unicode_classes {
                        &ends[..1]
                    } else {
                        &ends
                    };
                    self.sizes.set(Set::of(ends).negated(), false);
                    Preceding::Atom
                }
                _ => {
                    self.has_bare_bracket |= matches!(next, ']' | '}');
                    self.character(next.into());
                    Preceding::Atom
                }
            };
        }
        if let Some((start, _)) = self.open.first().copied() {
            self.report(
                Fault::Broken,
                start,
                "this `(` is never closed",
                "add the `)`, or write it as `\\(`",
            );
        }
        self.references();
    }

    /// Adds a character to what has a size.
    fn character(&mut self, code: u32) {
        self.sizes.set(Set::of(&[(code, code)]), false);
    }

    /// Reports that the engine does not take all of the pattern.
    fn report_excess(&mut self, pattern: &str) {
        let is_read_alike = self.problems.is_empty() && !self.has_bare_bracket;
        let culprit = self.sizes.culprit.unwrap_or(0);
        let mut sizes = std::mem::replace(&mut self.sizes, Sizes::new());
        if self.has_look {
            if sizes.are_small_apart(is_read_alike) {
                return;
            }
            let mut parser = Parser::new(pattern);
            parser.has_unicode_classes = true;
            parser.run();
            sizes = parser.sizes;
        }
        match sizes.excess(is_read_alike) {
            None => {}
            Some(Excess::Size) => self.report(
                Fault::Unsupported,
                culprit,
                "the repetitions are too many for the engine of strict reading",
                "choose smaller numbers, or state the length by `minLength` and `maxLength`",
            ),
            Some(Excess::Depth) => self.report(
                Fault::Unsupported,
                0,
                "its groups nest too deep for the engine of strict reading",
                "remove groups that change nothing",
            ),
        }
    }
}

#[cfg(test)]
mod tests;
