//! A finding as a line for a program.

use cratify::Located;
use serde_json::json;

/// `api.yaml:3:5: error[CR0201]: …`
pub(super) fn short(one: &Located) -> String {
    let (path, line, column) = (one.path.display(), one.line, one.column);
    let message = one_line(&one.message);
    format!(
        "{path}:{line}:{column}: {}[{}]: {message}\n",
        one.severity, one.code
    )
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
        "label": null,
    });
    let help = one
        .help
        .iter()
        .map(|help| json!({ "message": help, "level": "help", "spans": [] }));
    let object = json!({
        "$message_type": "diagnostic",
        "message": one.message,
        "code": { "code": one.code.as_str(), "explanation": one.code.explanation() },
        "level": one.severity.as_str(),
        "spans": [span],
        "children": help.collect::<Vec<_>>(),
        "rendered": short(one),
    });
    format!("{object}\n")
}

/// A command of GitHub's workflows: `::error file=api.yaml,line=3,col=5,title=CR0201::…`
pub(super) fn github(one: &Located) -> String {
    let level = match one.severity {
        cratify::Severity::Note => "notice",
        severity => severity.as_str(),
    };
    let help = one.help.iter().map(|help| format!("\nhelp: {help}"));
    let message = format!("{}{}", one.message, help.collect::<String>());
    format!(
        "::{level} file={},line={},col={},endColumn={},title={}::{}\n",
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

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
