//! Text that looks as prettyplease would have it look.

/// The longest line that prettyplease leaves as it is, in bytes.
const WIDTH: usize = 89;

/// Whether no line of code is so long that prettyplease would break it.
pub(super) fn fits(text: &str) -> bool {
    text.lines()
        .all(|line| line.len() <= WIDTH || line.trim_start().starts_with("///"))
}

/// A list between what it begins and ends with, on one line if there is room, else with a line for
/// each element; every line begins with spaces.
pub fn list(indent: usize, before: &str, elements: &[String], after: &str) -> String {
    let line = format!("{:indent$}{before}{}{after}", "", elements.join(", "));
    if line.len() <= WIDTH {
        return line;
    }
    line_for_each(indent, before, elements, after)
}

/// The value of a struct, on one line if it is short, else with a line for each field.
pub fn literal(indent: usize, name: &str, fields: &[String]) -> String {
    /// The longest literal on one line, but for its last brace.
    const SHORT: usize = 34;
    let line = format!("{name} {{ {} }}", fields.join(", "));
    if line.len() <= SHORT + 1 {
        return format!("{:indent$}{line}", "");
    }
    line_for_each(indent, &format!("{name} {{"), fields, "}")
}

fn line_for_each(indent: usize, before: &str, elements: &[String], after: &str) -> String {
    let mut lines = format!("{:indent$}{before}\n", "");
    for element in elements {
        lines.push_str(&format!("{:indent$}    {element},\n", ""));
    }
    lines.push_str(&format!("{:indent$}{after}", ""));
    lines
}

/// A constant of an `impl`: a macro's argument goes to a line of its own where there is no room.
pub fn constant(before: &str, argument: &str) -> String {
    let line = format!("    {before}({argument});");
    if line.len() <= WIDTH {
        return line;
    }
    format!("    {before}(\n        {argument}\n    );")
}
