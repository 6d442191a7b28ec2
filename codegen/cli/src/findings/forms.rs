//! Turns a finding into a line for a program.

use cratify::Located;
use cratify::forms::Finding;
use serde_json::{Value, json};

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

/// The same for a generated file that is not up to date.
pub(super) fn json_of_drift(one: &Finding, help: &[String]) -> String {
    let span = one.place.iter().map(|place| {
        json!({
            "file_name": place.file,
            "byte_start": 0,
            "byte_end": 0,
            "line_start": 1,
            "line_end": 1,
            "column_start": 1,
            "column_end": 1,
            "is_primary": true,
            "text": [],
            "label": null,
            "suggested_replacement": null,
            "suggestion_applicability": null,
            "expansion": null,
        })
    });
    let object = json!({
        "$message_type": "diagnostic",
        "message": one.message,
        "code": null,
        "level": "error",
        "spans": span.collect::<Vec<_>>(),
        "children": help.iter().map(|help| child("help", help)).collect::<Vec<_>>(),
        "rendered": format!("error: {}\n", one.message),
    });
    format!("{object}\n")
}

fn child(level: &str, message: &str) -> Value {
    json!({
        "message": message,
        "code": null,
        "level": level,
        "spans": [],
        "children": [],
        "rendered": null,
    })
}
