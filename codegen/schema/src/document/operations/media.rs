//! Media types as words of names.

use serde_json::Map;

use crate::source::Value;

/// What tells the schema of a media type from those of the others beside it; `None` where they are
/// all equal, and for JSON, which goes without saying.
pub(super) fn media_word<'d>(content: &'d Value, media: &'d str) -> Option<&'d str> {
    let entries = content.as_object()?;
    let schema = entries.get(media)?;
    let says = |entry: &'d Value| (entry.get("schema"), entry.get("itemSchema"));
    let is_plain = plain(entries).is_some_and(|plain| says(&entries[plain]) == says(schema));
    if is_plain || entries.values().all(|entry| says(entry) == says(schema)) {
        return None;
    }
    Some(word(media))
}

/// The media type of JSON among others.
fn plain(entries: &Map<String, Value>) -> Option<&str> {
    let is = |found: fn(&str) -> bool| {
        let mut all = entries.keys().map(String::as_str);
        all.find(|media| found(&essence(media).to_ascii_lowercase()))
    };
    is(|essence| essence == "application/json").or_else(|| is(|essence| essence.ends_with("json")))
}

fn essence(media: &str) -> &str {
    media.split(';').next().unwrap_or_default().trim()
}

/// What people call a media type.
fn word(media: &str) -> &str {
    let essence = essence(media);
    match essence {
        "application/x-www-form-urlencoded" => "form",
        "multipart/form-data" => "multipart",
        "application/octet-stream" => "binary",
        "text/plain" => "text",
        "*/*" => "any",
        _ => match essence.split_once('/') {
            Some((kind, "*")) => kind,
            Some((_, name)) => name.trim_start_matches("x-").trim_start_matches("vnd."),
            None => essence,
        },
    }
}
