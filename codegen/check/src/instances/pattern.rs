//! Makes a handful of strings of a regular expression that take its choices differently.
//!
//! The expression is ECMA-262's, read here as Rust's; what differs (look-around, back references)
//! is taken out or given up. The caller keeps only what the validator's own engine matches.

use regex_syntax::{
    ParserBuilder,
    hir::{Class, Hir, HirKind, Repetition},
};

use super::MAX_LENGTH;

/// Strings of common patterns, for an expression that cannot be read.
const COMMON: [&str; 14] = [
    "a",
    "A",
    "0",
    "1",
    "abc",
    "ABC",
    "123",
    "a1",
    "a-b_c",
    "Abcdef1!",
    "https://example.com/",
    "2024-02-29",
    "user@example.com",
    "",
];

/// How many ways of taking the choices are tried.
const VARIANTS: usize = 6;

/// Up to about a dozen candidate strings; `counts` are lengths worth trying as the number of an
/// open repetition.
pub(super) fn samples(pattern: &str, counts: [usize; 2]) -> Vec<String> {
    let mut out: Vec<String> = Vec::new();
    let parse = |pattern: &str| ParserBuilder::new().build().parse(pattern).ok();
    let parsed = parse(pattern).or_else(|| parse(&without_look_around(pattern)));
    if let Some(hir) = parsed {
        for variant in 0..VARIANTS + counts.len() {
            let count = variant.checked_sub(VARIANTS).map(|at| counts[at]);
            let mut text = String::new();
            write(&hir, variant, count, &mut text);
            if text.len() <= MAX_LENGTH && !out.contains(&text) {
                out.push(text);
            }
        }
    }
    out.extend(COMMON.map(str::to_owned));
    out
}

/// Appends what `hir` gives in this variant.
fn write(hir: &Hir, variant: usize, count: Option<usize>, out: &mut String) {
    if out.len() > MAX_LENGTH {
        return;
    }
    match hir.kind() {
        HirKind::Empty | HirKind::Look(_) => {}
        HirKind::Literal(literal) => out.push_str(&String::from_utf8_lossy(&literal.0)),
        HirKind::Class(class) => out.extend(pick(class, variant + out.len())),
        HirKind::Repetition(repetition) => {
            for _ in 0..times(repetition, variant, count) {
                let before = out.len();
                write(&repetition.sub, variant, count, out);
                // Nested repetitions multiply, also repetitions of nothing.
                if out.len() == before || out.len() > MAX_LENGTH {
                    break;
                }
            }
        }
        HirKind::Capture(capture) => write(&capture.sub, variant, count, out),
        HirKind::Concat(parts) => parts
            .iter()
            .for_each(|part| write(part, variant, count, out)),
        HirKind::Alternation(branches) => {
            if let Some(branch) = branches.get(variant % branches.len().max(1)) {
                write(branch, variant, count, out);
            }
        }
    }
}

/// The first variant repeats once where it may, the second as little and the third as much as it
/// can, the others in between.
fn times(repetition: &Repetition, variant: usize, count: Option<usize>) -> usize {
    let min = repetition.min as usize;
    let max = repetition.max.map_or(MAX_LENGTH, |max| max as usize);
    let times = count.unwrap_or(match variant {
        0 => 1,
        1 => min,
        2 => repetition.max.map_or(min + 3, |max| max as usize),
        other => min + other - 2,
    });
    times.clamp(min, max).min(MAX_LENGTH)
}

/// The characters that are taken before others.
pub(super) const PLAIN: [char; 10] = ['a', 'A', '1', '0', 'z', '-', '_', '.', '+', '/'];

/// The ranges of a class, from the first to the last character of each.
pub(super) fn ranges(class: &Class) -> Vec<(char, char)> {
    match class {
        Class::Unicode(class) => class
            .iter()
            .map(|range| (range.start(), range.end()))
            .collect(),
        Class::Bytes(class) => class
            .iter()
            .map(|range| (range.start().into(), range.end().into()))
            .collect(),
    }
}

/// A character of the class: a plain letter or digit where it has one.
fn pick(class: &Class, variant: usize) -> Option<char> {
    let ranges = ranges(class);
    let within = |plain: &&char| {
        ranges
            .iter()
            .any(|(start, end)| (start..=end).contains(plain))
    };
    let plain: Vec<&char> = PLAIN.iter().filter(within).collect();
    match plain.as_slice() {
        [] => ranges
            .get(variant % ranges.len().max(1))
            .map(|(start, _)| *start),
        some => some.get(variant % some.len()).map(|plain| **plain),
    }
}

/// The expression without its look-around groups, which Rust's syntax does not have.
pub(super) fn without_look_around(pattern: &str) -> String {
    let mut out = String::new();
    let mut rest = pattern;
    while let Some(next) = rest.chars().next() {
        let opens = ["(?=", "(?!", "(?<=", "(?<!"]
            .iter()
            .any(|open| rest.starts_with(open));
        let taken = match next {
            '(' if opens => {
                rest = &rest[group_end(rest)..];
                continue;
            }
            '\\' => next.len_utf8() + rest[1..].chars().next().map_or(0, char::len_utf8),
            '[' => class_end(rest),
            _ => next.len_utf8(),
        };
        out.push_str(&rest[..taken]);
        rest = &rest[taken..];
    }
    out
}

/// Where the group that `text` starts with ends, past its closing bracket.
pub(super) fn group_end(text: &str) -> usize {
    let (mut at, mut depth) = (0, 0_usize);
    while let Some(next) = text[at..].chars().next() {
        match next {
            '\\' => at += text[at + 1..].chars().next().map_or(0, char::len_utf8),
            '[' => {
                at += class_end(&text[at..]);
                continue;
            }
            '(' => depth += 1,
            ')' => depth = depth.saturating_sub(1),
            _ => {}
        }
        at += next.len_utf8();
        if depth == 0 {
            return at;
        }
    }
    text.len()
}

/// Where the character class that `text` starts with ends, past its closing bracket.
fn class_end(text: &str) -> usize {
    let mut escaped = false;
    for (at, next) in text.char_indices().skip(1) {
        match next {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            ']' => return at + 1,
            _ => {}
        }
    }
    text.len()
}
