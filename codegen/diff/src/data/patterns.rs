//! Turns two patterns into the shortest text that only one of them matches.
//!
//! A pattern becomes a deterministic automaton; a breadth-first walk through both automata at once finds a text that
//! the first one accepts and the second one does not, or shows that no such text exists.

use std::collections::{HashMap, HashSet, VecDeque};

use regex_automata::dfa::{Automaton, StartKind, dense};
use regex_automata::util::primitives::StateID;
use regex_automata::util::syntax;
use regex_automata::{Anchored, Input};

/// An automaton may take this many bytes.
const MOST_BYTES: usize = 1 << 20;

/// More places in the automata than these are not visited.
const MOST_PLACES: usize = 20_000;

/// The bytes that are text: a walk through bytes must not leave UTF-8.
const TEXT: &str = r"\A(?s:.)*\z";

type Dfa = dense::DFA<Vec<u32>>;

/// Automata of patterns, made once.
#[derive(Default)]
pub(crate) struct Patterns {
    known: HashMap<String, Option<Dfa>>,
}

/// The relation of two patterns.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Relation {
    /// Each text that matches the first one matches the second.
    Within,
    /// This text matches only the first.
    Apart(String),
    /// One of them has no automaton, or there are too many places.
    Unknown,
}

impl Patterns {
    /// How two patterns of JSON Schema relate.
    pub(crate) fn relate(&mut self, one: &str, other: &str) -> Relation {
        for pattern in [one, other] {
            if !self.known.contains_key(pattern) {
                let dfa = jsonschema_regex::to_rust_regex(pattern)
                    .ok()
                    .and_then(|pattern| automaton(&pattern));
                self.known.insert(pattern.to_owned(), dfa);
            }
        }
        let automaton = |pattern: &str| self.known.get(pattern)?.as_ref();
        match (automaton(one), automaton(other), self::automaton(TEXT)) {
            (Some(one), Some(other), Some(text)) => {
                walk([one, other, &text]).unwrap_or(Relation::Unknown)
            }
            _ => Relation::Unknown,
        }
    }
}

fn automaton(pattern: &str) -> Option<Dfa> {
    let config = dense::Config::new()
        .start_kind(StartKind::Unanchored)
        .dfa_size_limit(Some(MOST_BYTES))
        .determinize_size_limit(Some(MOST_BYTES));
    let built = dense::Builder::new()
        .configure(config)
        .syntax(syntax::Config::new().unicode(true).utf8(true))
        .build(pattern);
    built.ok()
}

/// The states of the automata of both patterns and of text, and whether each pattern has matched already.
type States = ([StateID; 3], [bool; 2]);

/// `None` where the walk has to give up.
fn walk(automata: [&Dfa; 3]) -> Option<Relation> {
    let start = |dfa: &Dfa| {
        let input = Input::new("").anchored(Anchored::No);
        dfa.start_state_forward(&input).ok()
    };
    let [one, other, text] = automata.map(start);
    let first: States = ([one?, other?, text?], [false, false]);
    let mut seen = HashSet::from([first]);
    let mut open = VecDeque::from([(first, Vec::new())]);
    while let Some(((states, matched), read)) = open.pop_front() {
        let at_end = |index: usize| {
            let end = automata[index].next_eoi_state(states[index]);
            automata[index].is_match_state(end)
        };
        if at_end(2) && (matched[0] || at_end(0)) && !at_end(1) {
            return Some(Relation::Apart(String::from_utf8(read).ok()?));
        }
        for byte in bytes() {
            let mut next: States = (states, matched);
            for (index, dfa) in automata.into_iter().enumerate() {
                next.0[index] = dfa.next_state(states[index], byte);
                if dfa.is_quit_state(next.0[index]) {
                    return None;
                }
                if index < 2 {
                    next.1[index] |= dfa.is_match_state(next.0[index]);
                }
            }
            let is_dead = |index: usize| automata[index].is_dead_state(next.0[index]);
            let is_lost = is_dead(2) || is_dead(0) && !next.1[0] || next.1[1];
            if is_lost || !seen.insert(next) {
                continue;
            }
            if seen.len() > MOST_PLACES {
                return None;
            }
            let mut read = read.clone();
            read.push(byte);
            open.push_back((next, read));
        }
    }
    Some(Relation::Within)
}

/// All bytes, those first that are good to read.
fn bytes() -> impl Iterator<Item = u8> {
    let is_plain = |byte: &u8| byte.is_ascii_alphanumeric();
    let letters = (b'a'..=b'z').chain(b'0'..=b'9').chain(b'A'..=b'Z');
    letters.chain((0..=u8::MAX).filter(move |byte| !is_plain(byte)))
}

#[cfg(test)]
mod tests {
    use super::{Patterns, Relation};

    #[test]
    fn patterns_are_compared_by_what_they_match() {
        let cases = [
            ("^[0-9]+$", "^[0-9][0-9]*$", Relation::Within),
            ("^[a-z]+$", "^[a-z0-9]+$", Relation::Within),
            ("^[a-z0-9]+$", "^[a-z]+$", Relation::Apart("0".to_owned())),
            ("^a", "^b", Relation::Apart("a".to_owned())),
            ("^a$", "a", Relation::Within),
            ("a", "^a$", Relation::Apart("aa".to_owned())),
            ("", "^.*$", Relation::Apart("\n".to_owned())),
            ("^(?=a)", "a", Relation::Unknown),
            ("^[^a]$", "^.$", Relation::Apart("\n".to_owned())),
            ("^(ab|cd){1,3}$", "^[a-d]{2,6}$", Relation::Within),
            ("^é$", "^[à-ü]$", Relation::Within),
        ];
        let mut patterns = Patterns::default();
        for (one, other, expected) in cases {
            assert_eq!(patterns.relate(one, other), expected, "{one} and {other}");
        }
    }
}
