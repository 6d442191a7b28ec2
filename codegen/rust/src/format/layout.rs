//! Writes Rust text in the layout of prettyplease.

use crate::text::Rust;

/// The longest line that prettyplease keeps, in bytes.
const WIDTH: usize = 89;

/// Whether prettyplease would keep all lines.
pub(super) fn fits(text: &str) -> bool {
    text.lines()
        .all(|line| line.len() <= WIDTH || line.trim_start().starts_with("///"))
}

/// A list between `before` and `after`: on one line if it fits, or else with a line for each element.
pub fn list(indent: usize, before: &Rust, elements: &[Rust], after: &'static str) -> Rust {
    let mut line = Rust::default();
    line.indent(indent);
    line.push(before);
    line.push(&Rust::join(elements.iter().cloned(), ", "));
    line.push(&after);
    if line.as_str().len() <= WIDTH {
        return line;
    }
    line_for_each(indent, before, elements, after)
}

/// A struct literal between `before` and `after`: on one line if it is short, or else with a line for each field.
pub fn wrapped_literal(
    indent: usize,
    before: &'static str,
    name: &'static str,
    fields: &[Rust],
    after: &'static str,
) -> Rust {
    /// The longest literal on one line, without its last brace.
    const SHORT: usize = 34;
    let values = Rust::join(fields.iter().cloned(), ", ");
    let line = Rust::of(&[&name, &" { ", &values, &" }"]);
    let mut text = if line.as_str().len() <= SHORT + 1 {
        let mut indented = Rust::default();
        indented.indent(indent);
        indented.push(&Rust::of(&[&before, &line]));
        indented
    } else {
        line_for_each(indent, &Rust::of(&[&before, &name, &" {"]), fields, "}")
    };
    text.push(&after);
    text
}

/// The elements after an opening brace at the end of `before`, and the closing one: on the same line if they fit, or else
/// on as few lines as hold them.
pub fn block(indent: usize, before: &Rust, elements: &[Rust]) -> Rust {
    if elements.is_empty() {
        return "}".into();
    }
    let line = Rust::of(&[&" ", &Rust::join(elements.iter().cloned(), ", "), &" }"]);
    let column = before.as_str().lines().last().map_or(0, str::len);
    if column + line.as_str().len() <= WIDTH {
        return line;
    }
    let mut lines = Rust::from("\n");
    let mut column = 0;
    for element in elements {
        // A space before it, and a comma behind it.
        let length = element.as_str().len() + 2;
        if column > 0 && column + length <= WIDTH {
            lines.push(&" ");
        } else {
            lines.push(&if column > 0 { "\n" } else { "" });
            lines.indent(indent + 4);
            column = indent + 3;
        }
        column += length;
        lines.push(element);
        lines.push(&",");
    }
    lines.push(&"\n");
    lines.indent(indent);
    lines.push(&"}");
    lines
}

fn line_for_each(indent: usize, before: &Rust, elements: &[Rust], after: &'static str) -> Rust {
    let mut lines = Rust::default();
    lines.indent(indent);
    lines.push(before);
    lines.push(&"\n");
    for element in elements {
        lines.indent(indent + 4);
        lines.push(element);
        lines.push(&",\n");
    }
    lines.indent(indent);
    lines.push(&after);
    lines
}
