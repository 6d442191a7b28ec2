//! Strings that match several regular expressions and have a length, found by a search.
//!
//! Each expression becomes an automaton: states with classes of characters, and those that wait for the end of the text. The
//! search goes through all of them at once, shortest texts first. It takes few characters of each class, so it may
//! miss what others would give; and it reads the expressions as Rust's, so the caller checks what it finds.

use std::collections::{BTreeSet, HashSet, VecDeque};

use regex_syntax::ParserBuilder;
use regex_syntax::hir::{Hir, HirKind, Look};

use super::MAX_LENGTH;
use super::pattern::{PLAIN, group_end, ranges, without_look_around};

/// The steps of a search.
const STEPS: usize = 20_000;

/// The most states of an automaton.
const MOST_STATES: usize = 4_000;

/// The length up to which a search looks; what is longer is filled up.
const LONGEST: usize = 48;

/// Strings of at least `min` and at most `max` characters that match all patterns, as `matches` says.
pub(super) fn samples(
    patterns: &[&str],
    min: usize,
    max: Option<usize>,
    matches: impl Fn(&str) -> bool,
) -> Vec<String> {
    let parts: Vec<String> = patterns.iter().flat_map(|one| split(one)).collect();
    let automata: Option<Vec<Automaton>> = parts.iter().map(|one| Automaton::of(one)).collect();
    let Some(automata) = automata else {
        return Vec::new();
    };
    let fits = |text: &String| {
        let length = text.chars().count();
        length >= min && max.is_none_or(|max| length <= max) && matches(text)
    };
    let mut found: Vec<String> = Vec::new();
    for least in [min.min(LONGEST), 0] {
        let text = search(&automata, least, max);
        let filled = text.iter().flat_map(|text| filled(text, min));
        found.extend(text.iter().cloned().chain(filled).find(&fits));
    }
    found.dedup();
    found
}

/// The text with more of one of its characters, or of a letter, at each place where that makes it long enough.
fn filled(text: &str, min: usize) -> Vec<String> {
    let characters: Vec<char> = text.chars().collect();
    let Some(missing) = min.checked_sub(characters.len()).filter(|more| *more > 0) else {
        return Vec::new();
    };
    let mut all = Vec::new();
    for at in (0..=characters.len()).rev() {
        let before = at.checked_sub(1).map(|before| characters[before]);
        let near = before.into_iter().chain(characters.get(at).copied());
        for filling in near.chain(['a', '0']) {
            let mut text: String = characters[..at].iter().collect();
            text.extend(std::iter::repeat_n(filling, missing));
            text.extend(&characters[at..]);
            all.push(text);
        }
    }
    all
}

/// The expressions that hold at once where one begins with look-ahead: `^(?=a)b` asks for `^a` and `^b`.
fn split(pattern: &str) -> Vec<String> {
    let mut parts = Vec::new();
    let mut rest = pattern;
    if let Some(mut anchored) = pattern.strip_prefix('^') {
        while anchored.starts_with("(?=") || anchored.starts_with("(?!") {
            let end = group_end(anchored);
            if let Some(ahead) = anchored[..end]
                .strip_prefix("(?=")
                .and_then(|inner| inner.strip_suffix(')'))
            {
                parts.push(format!("^(?:{})", without_look_around(ahead)));
            }
            anchored = &anchored[end..];
        }
        if anchored.len() + 1 < pattern.len() {
            parts.push(format!("^{}", without_look_around(anchored)));
            return parts;
        }
        rest = pattern;
    }
    parts.push(without_look_around(rest));
    parts
}

/// A state: the characters or the position that it waits for.
#[derive(Debug)]
enum State {
    /// One of these ranges of characters, then the other state.
    Characters(Vec<(char, char)>, usize),
    /// Nothing: it is all of these states.
    All(Vec<usize>),
    /// The start of the text.
    Start(usize),
    /// The end of the text.
    End(usize),
    /// It matches.
    Match,
}

/// A pattern, which may match anywhere in a text.
struct Automaton {
    states: Vec<State>,
    first: usize,
}

/// The states of an automaton after a part of a text; `None` once it has matched.
type Position = Option<BTreeSet<usize>>;

impl Automaton {
    fn of(pattern: &str) -> Option<Self> {
        let hir = ParserBuilder::new().build().parse(pattern).ok()?;
        let mut automaton = Self {
            states: vec![State::Match],
            first: 0,
        };
        automaton.first = automaton.add(&hir, 0)?;
        Some(automaton)
    }

    fn push(&mut self, state: State) -> Option<usize> {
        self.states.push(state);
        let index = self.states.len() - 1;
        (index < MOST_STATES).then_some(index)
    }

    /// Adds the states of an expression that lead to `next`; `None` for what is not known here, or too large.
    fn add(&mut self, hir: &Hir, next: usize) -> Option<usize> {
        match hir.kind() {
            HirKind::Empty => Some(next),
            HirKind::Literal(literal) => {
                let text = std::str::from_utf8(&literal.0).ok()?;
                let mut characters = text.chars().rev();
                characters.try_fold(next, |next, one| {
                    self.push(State::Characters(vec![(one, one)], next))
                })
            }
            HirKind::Class(class) => self.push(State::Characters(ranges(class), next)),
            HirKind::Look(Look::Start) => self.push(State::Start(next)),
            HirKind::Look(Look::End) => self.push(State::End(next)),
            HirKind::Look(_) => None,
            HirKind::Repetition(repetition) => {
                let mut next = next;
                match repetition.max {
                    None => {
                        let again = self.push(State::All(vec![next]))?;
                        let inner = self.add(&repetition.sub, again)?;
                        self.states[again] = State::All(vec![inner, next]);
                        next = again;
                    }
                    Some(max) => {
                        let end = next;
                        for _ in repetition.min..max {
                            let inner = self.add(&repetition.sub, next)?;
                            next = self.push(State::All(vec![inner, end]))?;
                        }
                    }
                }
                (0..repetition.min).try_fold(next, |next, _| self.add(&repetition.sub, next))
            }
            HirKind::Capture(capture) => self.add(&capture.sub, next),
            HirKind::Concat(parts) => {
                let mut parts = parts.iter().rev();
                parts.try_fold(next, |next, part| self.add(part, next))
            }
            HirKind::Alternation(branches) => {
                let branches = branches.iter().map(|branch| self.add(branch, next));
                let branches = branches.collect::<Option<_>>()?;
                self.push(State::All(branches))
            }
        }
    }

    /// Adds a state, and what it leads to without a character. Returns whether it matches.
    fn enter(&self, state: usize, is_start: bool, is_end: bool, at: &mut BTreeSet<usize>) -> bool {
        let mut open = vec![state];
        let mut seen = HashSet::new();
        while let Some(state) = open.pop() {
            if !seen.insert(state) {
                continue;
            }
            match &self.states[state] {
                State::Match => return true,
                State::All(states) => open.extend(states),
                State::Start(next) if is_start => open.push(*next),
                State::End(next) if is_end => open.push(*next),
                State::Start(_) => {}
                State::Characters(..) | State::End(_) => {
                    at.insert(state);
                }
            }
        }
        false
    }

    fn start(&self) -> Position {
        let mut at = BTreeSet::new();
        (!self.enter(self.first, true, false, &mut at)).then_some(at)
    }

    fn step(&self, before: &Position, character: char) -> Position {
        let before = before.as_ref()?;
        let mut at = BTreeSet::new();
        for state in before {
            if let State::Characters(ranges, next) = &self.states[*state]
                && ranges
                    .iter()
                    .any(|(start, end)| (start..=end).contains(&&character))
                && self.enter(*next, false, false, &mut at)
            {
                return None;
            }
        }
        (!self.enter(self.first, false, false, &mut at)).then_some(at)
    }

    /// Whether it matches a text that ends here.
    fn ends(&self, at: &Position, is_start: bool) -> bool {
        let Some(at) = at else {
            return true;
        };
        let mut states = at.iter().copied().chain([self.first]);
        states.any(|state| self.enter(state, is_start, true, &mut BTreeSet::new()))
    }
}

/// The shortest text of at least `least` characters that all automata match.
fn search(automata: &[Automaton], least: usize, max: Option<usize>) -> Option<String> {
    let alphabet = alphabet(automata);
    let start: Vec<Position> = automata.iter().map(Automaton::start).collect();
    let mut seen = HashSet::from([(0, start.clone())]);
    let mut open = VecDeque::from([(String::new(), 0_usize, start)]);
    let mut steps = 0;
    while let Some((text, length, at)) = open.pop_front() {
        let mut ends = automata.iter().zip(&at);
        if length >= least && ends.all(|(one, at)| one.ends(at, length == 0)) {
            return Some(text);
        }
        if length >= max.unwrap_or(MAX_LENGTH) {
            continue;
        }
        for character in &alphabet {
            steps += 1;
            if steps > STEPS {
                return None;
            }
            let next = automata.iter().zip(&at);
            let next: Vec<Position> = next.map(|(one, at)| one.step(at, *character)).collect();
            let is_dead = |at: &Position| at.as_ref().is_some_and(BTreeSet::is_empty);
            if !next.iter().any(is_dead) && seen.insert(((length + 1).min(least), next.clone())) {
                open.push_back((format!("{text}{character}"), length + 1, next));
            }
        }
    }
    None
}

/// A character for each way in which the classes tell characters apart, the plain ones first.
fn alphabet(automata: &[Automaton]) -> Vec<char> {
    /// How many ranges of a class count: those of Unicode are hundreds.
    const RANGES: usize = 24;
    let mut bounds = BTreeSet::from(['a']);
    for automaton in automata {
        for state in &automaton.states {
            if let State::Characters(ranges, _) = state {
                for (start, end) in ranges.iter().take(RANGES) {
                    bounds.insert(*start);
                    bounds.extend(char::from_u32(u32::from(*end) + 1));
                }
            }
        }
    }
    let bounds: Vec<char> = bounds.into_iter().collect();
    let part = |one: char| bounds.partition_point(|bound| *bound <= one);
    let mut parts = HashSet::new();
    let candidates = PLAIN.into_iter().chain(bounds.iter().copied());
    candidates.filter(|one| parts.insert(part(*one))).collect()
}
