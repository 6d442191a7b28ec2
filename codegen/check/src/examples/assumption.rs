//! Finds the assumed type that an example contradicts.
//!
//! Where a schema has `properties` and no `type`, the setting `untyped` takes it for an object, and its published
//! schema says so. An example of another JSON type shows that the document means something else.

use serde_json::Value;

use cratify_schema::keyword::ASSUMED;

use crate::behaviour::subject::Subject;
use crate::document::Reading;
use crate::json;
use crate::schemas::whole::validator;
use crate::{Case, Document};

/// More marks than this are not tried one by one.
const MOST: usize = 200;

/// The message about an instance that the published schema refuses for an assumed type alone. `None` if it refuses it
/// for another reason.
pub(crate) fn contradicted(
    document: &Document,
    subject: &Subject<'_>,
    instance: &Value,
) -> Option<String> {
    let published = subject.doc.root;
    let mut marks = Vec::new();
    find_marks(published, String::new(), &mut marks);
    let accepts_without = |marks: &[String]| {
        let mut schema = published.clone();
        for mark in marks {
            let members = schema.pointer_mut(mark).and_then(Value::as_object_mut);
            if let Some(members) = members {
                members.shift_remove("type");
            }
        }
        validator(&schema).is_ok_and(|validator| validator.is_valid(instance))
    };
    if marks.is_empty() || !accepts_without(&marks) {
        return None;
    }
    let mut tried = marks.iter().take(MOST);
    let mark = tried.find(|mark| accepts_without(std::slice::from_ref(mark)));
    let place = mark.and_then(|mark| Some((published.pointer(mark)?, mark)));
    let place = place.map(|(schema, mark)| {
        let ty = schema["type"].as_str().unwrap_or_default();
        let place =
            place_of(document, subject.case, published, schema).unwrap_or_else(|| mark.clone());
        format!("the schema at #{place} is taken for an `{ty}`")
    });
    let taken = place.unwrap_or_else(|| "schemas are taken for objects or arrays".to_owned());
    Some(format!(
        "{taken}, because it has no `type`; the setting `untyped: literal` at this place takes it by the letter"
    ))
}

/// The JSON Pointer in the document of a schema in a published one.
fn place_of(document: &Document, case: &Case, published: &Value, schema: &Value) -> Option<String> {
    let reading = Reading::all_of(case).first().copied()?;
    let alignment = document.align(&document.find(case.pointer)?, reading, published);
    let at = alignment.locations.get(&std::ptr::from_ref(schema))?;
    Some(document.written_pointer(at))
}

/// Collects the JSON Pointers of the schemas with an assumed type.
fn find_marks(value: &Value, at: String, found: &mut Vec<String>) {
    match value {
        Value::Object(members) => {
            for (name, value) in members {
                find_marks(value, json::push(&at, name), found);
            }
            if members.get(ASSUMED).is_some_and(Value::is_string) {
                found.push(at);
            }
        }
        Value::Array(values) => {
            for (index, value) in values.iter().enumerate() {
                find_marks(value, format!("{at}/{index}"), found);
            }
        }
        _ => {}
    }
}
