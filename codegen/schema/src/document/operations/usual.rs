//! Finds the parts that names leave out: the status of success, and the media type of JSON.

use serde_json::Map;

use super::walk::Found;
use crate::document::ObjectKind;
use crate::source::Value;

/// The first status that means success and has a body: names leave it out.
pub(super) fn main_status(operation: &Value) -> Option<&str> {
    let responses = operation.get("responses")?.as_object()?;
    let has_body = |response: &Value| {
        ["content", "schema", "$ref"]
            .iter()
            .any(|member| response.get(member).is_some())
    };
    let successes = responses
        .iter()
        .filter(|(status, response)| status.starts_with('2') && has_body(response));
    successes.map(|(status, _)| status.as_str()).min()
}

/// Whether a schema is not in a response, or in the response of the main status.
pub(super) fn is_main_response(found: &Found<'_>) -> bool {
    found.ancestors.windows(2).all(|pair| {
        pair[0].kind != ObjectKind::Operation
            || pair[1].kind != ObjectKind::Response
            || main_status(pair[0].value) == Some(pair[1].name)
    })
}

/// Whether a schema is not in a media type, or in one that needs no word.
pub(super) fn is_main_media(found: &Found<'_>) -> bool {
    found.ancestors.windows(2).all(|pair| {
        let content = || pair[0].value.get(pair[1].member);
        pair[1].kind != ObjectKind::MediaType
            || content().is_none_or(|content| media_word(content, pair[1].name).is_none())
    })
}

/// The word that distinguishes the schema of a media type from the schemas of the other media types. `None` for
/// JSON, and where all of them are equal.
pub(super) fn media_word<'d>(content: &'d Value, media: &'d str) -> Option<&'d str> {
    let entries = content.as_object()?;
    let schema = entries.get(media)?;
    let schemas_of = |entry: &'d Value| (entry.get("schema"), entry.get("itemSchema"));
    let is_json =
        json(entries).is_some_and(|json| schemas_of(&entries[json]) == schemas_of(schema));
    if is_json
        || entries
            .values()
            .all(|entry| schemas_of(entry) == schemas_of(schema))
    {
        return None;
    }
    Some(word(media))
}

/// The media type of JSON.
fn json(entries: &Map<String, Value>) -> Option<&str> {
    let is = |found: fn(&str) -> bool| {
        let mut all = entries.keys().map(String::as_str);
        all.find(|media| found(&essence(media).to_ascii_lowercase()))
    };
    is(|essence| essence == "application/json").or_else(|| is(|essence| essence.ends_with("json")))
}

fn essence(media: &str) -> &str {
    media.split(';').next().unwrap_or_default().trim()
}

/// The usual name of a media type.
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
