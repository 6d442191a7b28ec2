//! Keeps the lines of a manifest as they are on the disk: `toml_edit` writes every line break as `\n`.

use similar::{Algorithm, DiffOp, capture_diff_slices};

/// The new text with the lines of the original, byte for byte, where they are the same. Added lines end as most lines of
/// the original do.
pub(super) fn restored(original: &str, text: &str) -> String {
    let (mark, original) = match original.strip_prefix('\u{feff}') {
        Some(rest) => ("\u{feff}", rest),
        None => ("", original),
    };
    let raw: Vec<&str> = original.split_inclusive('\n').collect();
    let old: Vec<&str> = raw.iter().map(|line| without_break(line)).collect();
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let new: Vec<&str> = text.lines().collect();
    let is_crlf = original.matches("\r\n").count() * 2 > raw.len();
    let line_break = if is_crlf { "\r\n" } else { "\n" };
    let mut restored = mark.to_owned();
    let mut add = |line: &str| {
        // The last line of a file need not end.
        if restored.len() > mark.len() && !restored.ends_with('\n') {
            restored.push_str(line_break);
        }
        restored.push_str(line);
    };
    let added = |line: &&str| format!("{line}{line_break}");
    for op in capture_diff_slices(Algorithm::Myers, &old, &new) {
        match op {
            DiffOp::Equal { old_index, len, .. } => {
                raw[old_index..old_index + len]
                    .iter()
                    .for_each(|line| add(line));
            }
            DiffOp::Delete { .. } => {}
            DiffOp::Insert {
                new_index, new_len, ..
            }
            | DiffOp::Replace {
                new_index, new_len, ..
            } => {
                let lines = new[new_index..new_index + new_len].iter();
                lines.map(added).for_each(|line| add(&line));
            }
        }
    }
    restored
}

fn without_break(line: &str) -> &str {
    let line = line.strip_suffix('\n').unwrap_or(line);
    line.strip_suffix('\r').unwrap_or(line)
}
