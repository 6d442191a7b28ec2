//! Turns long lines of a paragraph into lines of a limited width.

use super::inline::{guard_lines, on_one_line};
use super::read::read;
use super::tree::{Block, Inline};

/// The lines of a paragraph, which has no other line breaks. A line is longer than `width` only if it has no space to
/// break it at, or if a break would change what is read.
pub(super) fn wrapped(text: &str, width: usize) -> Vec<String> {
    let lines = || text.split('\n').map(str::to_owned);
    if text.split('\n').all(|line| line.chars().count() <= width) {
        return lines().collect();
    }
    let broken: Vec<String> = lines().map(|line| broken(&line, width)).collect();
    let broken = guard_lines(&broken.join("\n"));
    if content(&broken).is_some_and(|new| Some(new) == content(text)) {
        broken.split('\n').map(str::to_owned).collect()
    } else {
        lines().collect()
    }
}

/// The inlines of what is one paragraph, with a space for each line break.
fn content(text: &str) -> Option<Vec<Inline>> {
    match read(text).as_slice() {
        [Block::Paragraph(content)] => Some(on_one_line(content, false)),
        _ => None,
    }
}

/// A line with breaks in the place of spaces, outside of code spans and of the destinations of links.
fn broken(line: &str, width: usize) -> String {
    let mut out = String::with_capacity(line.len());
    let mut column = 0;
    for unit in units(line) {
        let length = unit.chars().count();
        if column > 0 && column + 1 + length > width {
            out.push('\n');
            column = 0;
        } else if !out.is_empty() {
            out.push(' ');
            column += 1;
        }
        out.push_str(unit);
        column += length;
    }
    out
}

/// The parts of a line that stay together.
fn units(line: &str) -> Vec<&str> {
    let mut units = Vec::new();
    let (mut start, mut is_code, mut is_destination) = (0, false, false);
    let mut before = ' ';
    for (at, character) in line.char_indices() {
        match character {
            '`' if before != '`' => is_code = !is_code,
            '(' if before == ']' => is_destination = true,
            ')' => is_destination = false,
            ' ' if !is_code && !is_destination => {
                units.push(&line[start..at]);
                start = at + 1;
            }
            _ => {}
        }
        before = character;
    }
    units.push(&line[start..]);
    units
}
