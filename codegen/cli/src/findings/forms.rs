//! Turns a finding into a line for a program.

use cratify::Located;
use serde_json::json;

/// `api.yaml:3:5: error[CR0201]: …`
pub(super) fn short(one: &Located) -> String {
    format!("{one}\n")
}

/// An object in the form of rustc's `--error-format=json`, with all of its fields: programs that read them, such as
/// rust-analyzer, refuse an object that lacks one.
pub(super) fn json(one: &Located) -> String {
    let text = one.line_text.iter().map(|text| {
        json!({ "text": text, "highlight_start": one.column, "highlight_end": one.end_column })
    });
    let span = json!({
        "file_name": one.path.to_string_lossy(),
        "byte_start": one.bytes.start,
        "byte_end": one.bytes.end,
        "line_start": one.line,
        "line_end": one.line,
        "column_start": one.column,
        "column_end": one.end_column,
        "is_primary": true,
        "text": text.collect::<Vec<_>>(),
        "label": Some(&one.label).filter(|label| !label.is_empty()),
        "suggested_replacement": null,
        "suggestion_applicability": null,
        "expansion": null,
    });
    let notes = one.notes.iter().map(|note| ("note", note));
    let help = one.help.iter().map(|help| ("help", help));
    let children = notes.chain(help).map(|(level, message)| {
        json!({
            "message": message,
            "code": null,
            "level": level,
            "spans": [],
            "children": [],
            "rendered": null,
        })
    });
    let object = json!({
        "$message_type": "diagnostic",
        "message": one.message,
        "code": { "code": one.code.as_str(), "explanation": one.code.explanation() },
        "level": one.severity.as_str(),
        "spans": [span],
        "children": children.collect::<Vec<_>>(),
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
