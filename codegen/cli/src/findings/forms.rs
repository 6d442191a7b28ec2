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
    let mut span = span(&one.path.to_string_lossy());
    span["byte_start"] = json!(one.bytes.start);
    span["byte_end"] = json!(one.bytes.end);
    span["line_start"] = json!(one.line);
    span["line_end"] = json!(one.line);
    span["column_start"] = json!(one.column);
    span["column_end"] = json!(one.end_column);
    span["text"] = text.collect();
    span["label"] = json!(Some(&one.label).filter(|label| !label.is_empty()));
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
    let spans = one.place.iter().map(|place| span(&place.file));
    let object = json!({
        "$message_type": "diagnostic",
        "message": one.message,
        "code": null,
        "level": "error",
        "spans": spans.collect::<Vec<_>>(),
        "children": help.iter().map(|help| child("help", help)).collect::<Vec<_>>(),
        "rendered": format!("error: {}\n", one.message),
    });
    format!("{object}\n")
}

/// The start of a file.
fn span(file: &str) -> Value {
    json!({
        "file_name": file,
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
