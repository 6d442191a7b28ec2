//! Documents changed at random: nothing may panic, and positions stay within the text.

use super::*;
use crate::diagnostic::{Code, Diagnostic, SourceLocation};
use crate::report::{Resolver, locate};

pub(super) const SEEDS: &[&str] = &[
    "openapi: 3.1.0\npaths:\n  /é:\n    get: {x: 1, 'y': [2, \"z\\n\"]}\n  b: !t |\n    text\n",
    "{\"a\": {\"b\": [1, 2.5, null, true, \"x\\u00e9\"], \"c\\n\": {}}, \"a\": -1e5}",
    "a: &a {x: 1, <<: {y: 2}}\nb: *a\nc:\n- <<: [*a, *a]\n  z: .nan\n- ? k\n  : v\n",
    "--- # é\n- - - 1\n- >\n  folded\n\n- 'it''s'\n- ~\n...\n",
    "日本: {語: [ 1, 2 ]}\r\nk: \"a\r\n  b\"\r\n\u{85}x: y\n",
];

const PIECES: &[&str] = &[
    "{", "}", "[", "]", ":", ": ", "- ", "\n", "\n  ", "\t", "\"", "'", "&a ", "*a", "!t ",
    "!!int ", "<<: ", "#", " #", "|", ">", "---\n", "...\n", "? ", ",", "é", "😀", "\u{0}",
    "\u{7f}", "\u{feff}", "\u{2028}", "\r", "\\", "\\ud800", "%", "@", ".inf", "~", "x: ",
    "\"x\": ",
];

/// `xorshift64`: the same documents on every machine.
pub(super) struct Random(pub(super) u64);

impl Random {
    pub(super) fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 >> 33).unwrap_or(0) % limit.max(1)
    }

    pub(super) fn mutate(&mut self, text: &mut String) {
        let at = range::boundary(text, self.below(text.len() + 1));
        let end = range::boundary(text, at + self.below(6)).max(at);
        match self.below(4) {
            0 => text.replace_range(at..end, ""),
            1 => {
                let from = range::boundary(text, self.below(text.len() + 1));
                let to = range::boundary(text, from + self.below(20)).max(from);
                let copied = text[from..to].to_owned();
                text.insert_str(at, &copied);
            }
            _ => text.insert_str(at, PIECES[self.below(PIECES.len())]),
        }
    }
}

/// All pointers into the value, and some that lead out of it.
fn pointers(value: &Value, here: &Pointer, all: &mut Vec<Pointer>) {
    all.push(here.clone());
    all.push(here.join("no such").join("0"));
    match value {
        Value::Object(members) => {
            for (key, value) in members {
                pointers(value, &here.join(key), all);
            }
        }
        Value::Array(items) => {
            for (index, value) in items.iter().enumerate() {
                pointers(value, &here.index(index), all);
            }
        }
        _ => {}
    }
}

/// Checks one document; whether it could be read.
fn survives(text: &str) -> bool {
    let mut diagnostics = Diagnostics::new();
    let path = if text.len().is_multiple_of(2) {
        "a.yaml"
    } else {
        "a.json"
    };
    let source = Source::parse(path.into(), text.to_owned(), &mut diagnostics);
    assert_eq!(source.is_none(), diagnostics.has_errors(), "{text:?}");
    let mut sources = Sources::new();
    if let Some(source) = source {
        let mut all = Vec::new();
        pointers(&source.root, &Pointer::root(), &mut all);
        all.truncate(200);
        let places: Vec<_> = all
            .iter()
            .flat_map(|p| [(p.clone(), Part::Key), (p.clone(), Part::Value)])
            .collect();
        for ((pointer, part), range) in places.iter().zip(source.locate_all(&places)) {
            assert!(
                source.text.get(range).is_some(),
                "{text:?} {pointer} {part:?}"
            );
        }
        let id = sources.add(source);
        for pointer in &all {
            let place = SourceLocation::value(id, pointer);
            diagnostics.push(
                Diagnostic::warning(Code::IgnoredKeyword, place.clone(), "m")
                    .label("l")
                    .also(SourceLocation::key(id, pointer), "k"),
            );
        }
    }
    let located = locate(&diagnostics, &Resolver::new(&sources, &diagnostics));
    assert_eq!(located.len(), diagnostics.len());
    assert!(located.iter().all(|one| one.line > 0 && one.column > 0));
    let _ = render(
        &diagnostics,
        &Resolver::new(&sources, &diagnostics),
        Style::Plain,
    );
    !sources.is_empty()
}

#[test]
fn mutated_documents_do_not_panic() {
    let rounds = std::env::var("CRATIFY_FUZZ").map_or(1_500, |n| n.parse().unwrap_or(1_500));
    let mut random = Random(0x9e37_79b9_7f4a_7c15);
    let mut readable = 0;
    for round in 0..rounds {
        let mut text = SEEDS[round % SEEDS.len()].to_owned();
        for _ in 0..=random.below(5) {
            random.mutate(&mut text);
        }
        readable += usize::from(survives(&text));
    }
    // Both sides are worth testing only if both occur.
    assert!(
        readable > rounds / 20 && readable < rounds,
        "{readable} of {rounds}"
    );
}

#[test]
fn every_prefix_is_survived() {
    for seed in SEEDS {
        for (at, _) in seed.char_indices() {
            survives(&seed[..at]);
        }
    }
}
