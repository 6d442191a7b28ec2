//! The size of the program that the engine of strict reading compiles a pattern to.
//!
//! The engine writes a repetition out: `a{3}` is three states. It refuses a program of more than 10 MiB. It counts
//! characters instead where a pattern is one counted class between `^` and `$`, and leaves out what a count at an edge of the
//! pattern has beyond its least number. With look-around or references, it compiles the parts between these by themselves.
//! Tests hold the sizes here against the engine.

use super::set::{CHOICE, STATE, Set};

/// The largest program that the engine takes.
const LIMIT: u64 = 10 * 1024 * 1024;

/// What each branch needs beside its states.
const BRANCH: u64 = 30;

/// What each program has besides the states of its pattern.
const FRAME: u64 = 256;

/// How deep an expression may nest, and how deep its groups.
const DEEPEST: usize = 250;
const DEEPEST_GROUP: usize = 63;

/// A part of a pattern.
#[derive(Debug, Clone, Default)]
struct Part {
    /// The bytes of its program.
    whole: u64,
    /// The same where it is the first of a pattern, the last, and all of it: a count there is its least number.
    first: u64,
    last: u64,
    alone: u64,
    /// The number of its characters, if it is always the same.
    length: Option<u64>,
    /// Whether it has look-around or a reference.
    is_hard: bool,
    /// The largest program in it, if its parts are compiled by themselves where it is hard, and in any case.
    largest: u64,
    largest_apart: u64,
    /// The characters that it is one of.
    set: Option<Set>,
    /// Of `^`, `$`, `#` for a counted class, and `_` for all else, one for each element.
    shape: String,
    depth: usize,
    /// The size of what look-ahead holds, if that is the pattern.
    ahead: Option<u64>,
}

impl Part {
    fn of_size(whole: u64) -> Self {
        Self {
            whole,
            first: whole,
            last: whole,
            alone: whole,
            largest: whole,
            shape: "_".to_owned(),
            ..Self::default()
        }
    }

    fn of_set(set: Set, is_class: bool) -> Self {
        let whole = set.bytes();
        Self {
            largest_apart: if set.is_class() { whole } else { 0 },
            length: Some(1),
            set: Some(set),
            depth: usize::from(is_class) * 2,
            ..Self::of_size(whole)
        }
    }

    fn repeated(&self, least: u64, most: Option<u64>) -> Self {
        let sum = |copies: u64, size: u64| copies.saturating_mul(size);
        let exactly = sum(least, self.whole);
        let whole = match most {
            Some(most) if most > least => {
                let optional = sum(most - least, self.whole.saturating_add(STATE + 2 * CHOICE));
                exactly.saturating_add(optional).saturating_add(STATE)
            }
            Some(_) => exactly,
            None => exactly.max(self.whole).saturating_add(STATE + 2 * CHOICE),
        };
        let at_edge = if most.is_some_and(|most| most > least) {
            exactly
        } else {
            whole
        };
        let is_counted = most.is_some() && self.set.as_ref().is_some_and(Set::is_class);
        Self {
            first: at_edge,
            last: at_edge,
            alone: at_edge,
            length: self
                .length
                .filter(|_| most == Some(least))
                .map(|length| length.saturating_mul(least)),
            is_hard: self.is_hard,
            largest: if self.is_hard {
                self.largest_apart
            } else {
                whole
            },
            largest_apart: self.largest_apart,
            shape: if is_counted { "#" } else { "_" }.to_owned(),
            depth: self.depth + 1,
            ..Self::of_size(whole)
        }
    }

    fn concatenated(items: Vec<Self>) -> Self {
        if items.len() == 1 {
            return items.into_iter().next().unwrap_or_default();
        }
        let sum = |items: &[Self]| {
            items
                .iter()
                .fold(0_u64, |sum, one| sum.saturating_add(one.whole))
        };
        let edge = |size: fn(&Self) -> u64, at: usize| {
            let others = items.iter().enumerate().filter(|(index, _)| *index != at);
            let others = others.fold(0_u64, |sum, (_, one)| sum.saturating_add(one.whole));
            others.saturating_add(items.get(at).map_or(0, size))
        };
        let end = items.len().saturating_sub(1);
        let (whole, first, last) = (
            sum(&items),
            edge(|one| one.first, 0),
            edge(|one| one.last, end),
        );
        let spared = whole
            .saturating_sub(first)
            .saturating_add(whole.saturating_sub(last));
        let lengths = items.iter().map(|one| one.length);
        let fixed = |one: &&Self| one.length.is_some() && !one.is_hard;
        let front = items.iter().take_while(fixed).count();
        let largest = |behind: usize| {
            let back = items.len() - behind;
            let between = items[front..back].iter().map(|one| one.largest_apart).max();
            let between = between.unwrap_or(0);
            between.max(sum(&items[..front])).max(sum(&items[back..]))
        };
        let rest = items[front..].iter().rev();
        let easy = rest.clone().take_while(|one| !one.is_hard).count();
        let is_hard = items.iter().any(|one| one.is_hard);
        Self {
            whole,
            first,
            last,
            // Edges that are the largest numbers there are tell nothing.
            alone: if whole == u64::MAX {
                first.min(last)
            } else {
                whole.saturating_sub(spared)
            },
            length: lengths.sum(),
            is_hard,
            largest: if is_hard { largest(easy) } else { whole },
            largest_apart: largest(rest.take_while(fixed).count()),
            set: None,
            shape: items.iter().map(|one| one.shape.as_str()).take(4).collect(),
            depth: items.iter().map(|one| one.depth).max().unwrap_or(0) + 1,
            ahead: None,
        }
    }

    fn alternatives(branches: Vec<Self>) -> Self {
        if branches.len() == 1 {
            return branches.into_iter().next().unwrap_or_default();
        }
        let sets: Option<Vec<&Set>> = branches.iter().map(|one| one.set.as_ref()).collect();
        let depth = branches.iter().map(|one| one.depth).max().unwrap_or(0) + 1;
        if let Some(sets) = sets {
            let mut all = Set::default();
            for set in sets {
                all.add(set);
            }
            return Self {
                depth,
                ..Self::of_set(all, false)
            };
        }
        let choice = 2 * STATE + BRANCH * branches.len() as u64;
        let sum =
            |size: fn(&Self) -> u64| branches.iter().map(size).fold(choice, u64::saturating_add);
        let most = |size: fn(&Self) -> u64| branches.iter().map(size).max().unwrap_or(0);
        let whole = sum(|one| one.whole);
        let is_hard = branches.iter().any(|one| one.is_hard);
        let length = branches.first().and_then(|one| one.length);
        Self {
            first: sum(|one| one.first),
            last: sum(|one| one.last),
            alone: sum(|one| one.alone),
            length: length.filter(|length| branches.iter().all(|one| one.length == Some(*length))),
            is_hard,
            largest: if is_hard {
                most(|one| one.largest)
            } else {
                whole
            },
            largest_apart: most(|one| one.largest_apart),
            depth,
            ..Self::of_size(whole)
        }
    }
}

/// The kind of a group.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Group {
    /// It is remembered.
    Captured,
    /// It is not.
    Plain,
    /// Look-ahead that must match.
    Ahead,
    /// Other look-around.
    Look,
}

#[derive(Debug)]
struct Open {
    group: Group,
    branches: Vec<Part>,
    items: Vec<Part>,
}

/// The sizes of what was read so far.
#[derive(Debug)]
pub(super) struct Sizes {
    open: Vec<Open>,
    /// The first repetition that is too large.
    pub(super) culprit: Option<usize>,
    /// The most groups within each other.
    deepest: usize,
}

/// Why the engine does not take a pattern.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Excess {
    /// Its program is too large.
    Size,
    /// It nests too deep.
    Depth,
}

impl Sizes {
    pub(super) fn new() -> Self {
        let mut sizes = Self {
            open: Vec::new(),
            culprit: None,
            deepest: 0,
        };
        sizes.open(Group::Plain);
        sizes
    }

    fn push(&mut self, part: Part) {
        if let Some(open) = self.open.last_mut() {
            open.items.push(part);
        }
    }

    pub(super) fn set(&mut self, set: Set, is_class: bool) {
        self.push(Part::of_set(set, is_class));
    }

    /// `^`, `$` or `\b`.
    pub(super) fn assertion(&mut self, sign: char) {
        self.push(Part {
            largest_apart: 0,
            length: Some(0),
            shape: sign.to_string(),
            ..Part::of_size(STATE)
        });
    }

    pub(super) fn reference(&mut self) {
        self.push(Part {
            is_hard: true,
            ..Part::of_size(0)
        });
    }

    pub(super) fn repeat(&mut self, at: usize, least: u64, most: Option<u64>) {
        let part = self.open.last_mut().and_then(|open| open.items.pop());
        let repeated = part.unwrap_or_default().repeated(least, most);
        if repeated.whole > LIMIT {
            self.culprit.get_or_insert(at);
        }
        self.push(repeated);
    }

    pub(super) fn open(&mut self, group: Group) {
        self.open.push(Open {
            group,
            branches: Vec::new(),
            items: Vec::new(),
        });
        self.deepest = self.deepest.max(self.open.len() - 1);
    }

    pub(super) fn branch(&mut self) {
        if let Some(open) = self.open.last_mut() {
            let items = std::mem::take(&mut open.items);
            open.branches.push(Part::concatenated(items));
        }
    }

    pub(super) fn close(&mut self) {
        // The outermost one is never closed.
        if self.open.len() < 2 {
            return;
        }
        self.branch();
        let Some(Open {
            group, branches, ..
        }) = self.open.pop()
        else {
            return;
        };
        let inner = Part::alternatives(branches);
        let depth = inner.depth + 1;
        let part = match group {
            Group::Plain => inner,
            Group::Captured => {
                let more = |size: u64| size.saturating_add(2 * STATE);
                Part {
                    whole: more(inner.whole),
                    first: more(inner.first),
                    last: more(inner.last),
                    alone: more(inner.alone),
                    largest: more(inner.largest),
                    shape: if inner.shape == "#" { "#" } else { "_" }.to_owned(),
                    ..inner
                }
            }
            Group::Ahead | Group::Look => Part {
                is_hard: true,
                largest: inner.largest,
                largest_apart: inner.largest,
                length: Some(0),
                ahead: (group == Group::Ahead && !inner.is_hard).then_some(
                    // The engine counts the characters of `^(?:.{1,9}$)`.
                    if inner.shape == "#$" { 0 } else { inner.last },
                ),
                ..Part::of_size(0)
            },
        };
        self.push(Part { depth, ..part });
    }

    /// Why the engine refuses the pattern that was read. `is_read_alike`: it counts, and leaves out what is at the edges.
    pub(super) fn excess(mut self, is_read_alike: bool) -> Option<Excess> {
        while self.open.len() > 1 {
            self.close();
        }
        self.branch();
        let branches = self.open.pop()?.branches;
        let pattern = Part::alternatives(branches);
        let size = match is_read_alike {
            _ if pattern.is_hard => pattern.largest,
            true if pattern.shape == "^#$" => 0,
            true => pattern.alone,
            false => pattern.whole,
        };
        let is_deep = pattern.depth > DEEPEST && !pattern.is_hard;
        if is_deep || self.deepest > DEEPEST_GROUP {
            Some(Excess::Depth)
        } else {
            (size.saturating_add(FRAME) > LIMIT).then_some(Excess::Size)
        }
    }

    /// Whether the pattern is one as `^(?=a)(?=b)c`, and none of `^a`, `^b` and `^c`, which the engine compiles, is too large.
    pub(super) fn are_small_apart(&self, is_read_alike: bool) -> bool {
        let root = self.open.first().filter(|root| root.branches.is_empty());
        let Some([first, rest @ ..]) = root.map(|root| root.items.as_slice()) else {
            return false;
        };
        let ahead: Vec<u64> = rest.iter().map_while(|one| one.ahead).collect();
        let rest = Part::concatenated(rest[ahead.len()..].to_vec());
        let last = match (is_read_alike, rest.shape.as_str()) {
            (true, "#$") => 0,
            (true, _) => rest.last,
            (false, _) => rest.whole,
        };
        let largest = ahead.iter().copied().chain([last]).max().unwrap_or(0);
        let is_split = first.shape == "^" && !ahead.is_empty() && !rest.is_hard;
        is_split && largest.saturating_add(FRAME) <= LIMIT && self.deepest <= DEEPEST_GROUP
    }
}
