//! Turns a finding into a line for a program.

use cratify::Located;
use serde_json::json;

/// `api.yaml:3:5: error[CR0201]: …`
pub(super) fn short(one: &Located) -> String {
    format!("{one}\n")
}

/// An object in the form of rustc's `--error-format=json`.
pub(super) fn json(one: &Located) -> String {
    let span = json!({
        "file_name": one.path.to_string_lossy(),
        "line_start": one.line,
        "line_end": one.line,
        "column_start": one.column,
        "column_end": one.end_column,
        "is_primary": true,
        "label": Some(&one.label).filter(|label| !label.is_empty()),
    });
    let child =
        |level, message: &String| json!({ "message": message, "level": level, "spans": [] });
    let notes = one.notes.iter().map(|note| child("note", note));
    let help = one.help.iter().map(|help| child("help", help));
    let object = json!({
        "$message_type": "diagnostic",
        "message": one.message,
        "code": { "code": one.code.as_str(), "explanation": one.code.explanation() },
        "level": one.severity.as_str(),
        "spans": [span],
        "children": notes.chain(help).collect::<Vec<_>>(),
        "rendered": short(one),
    });
    format!("{object}\n")
}

/// A command of GitHub's workflows: `::error file=api.yaml,line=3,col=5,title=CR0201::…`
pub(super) fn github(one: &Located) -> String {
    let help = one.help.iter().map(|help| format!("\nhelp: {help}"));
    let message = format!("{}{}", one.message, help.collect::<String>());
    format!(
        "::{} file={},line={},col={},endColumn={},title={}::{}\n",
        one.severity,
        property(&one.path.to_string_lossy()),
        one.line,
        one.column,
        one.end_column,
        one.code,
        data(&message),
    )
}

/// The text of a message, so that it stays one line.
fn data(text: &str) -> String {
    text.replace('%', "%25")
        .replace('\r', "%0D")
        .replace('\n', "%0A")
}

/// The value of a property, so that it ends where it ends.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}
