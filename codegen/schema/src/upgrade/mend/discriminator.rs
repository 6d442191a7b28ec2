//! Mends a `discriminator` in the form of Swagger 2.0, or without the name of a member or a schema.

use serde_json::json;

use super::{Mend, ignored, left_out, read_as};
use crate::keyword::DEFAULT_MAPPING;
use crate::source::Value;

pub(super) fn discriminator(value: &Value) -> Option<Mend> {
    let help = "name the member that has the tag: `propertyName: type`";
    let members = match value {
        Value::String(name) => {
            return Some(read_as(
                "discriminator",
                json!({ "propertyName": name }),
                "`discriminator` must be an object",
                help,
            ));
        }
        Value::Object(members) => members,
        other => return Some(left_out("discriminator", other, "an object")),
    };
    if !members.get("propertyName").is_some_and(Value::is_string) {
        return Some(ignored("`discriminator` has no `propertyName`", help));
    }
    let mut members = members.clone();
    let mut message = None;
    if let Some(mapping) = members.get_mut("mapping") {
        let mut entries = mapping.as_object().cloned().unwrap_or_default();
        let count = entries.len();
        entries.retain(|_, target| target.is_string());
        if !mapping.is_object() || entries.len() != count {
            message = Some("each entry of `mapping` must be a string");
        }
        *mapping = Value::Object(entries);
    }
    let default = members.get(DEFAULT_MAPPING);
    if default.is_some_and(|target| !target.is_string()) {
        members.shift_remove(DEFAULT_MAPPING);
        message = message.or(Some("`defaultMapping` must be a string"));
    }
    message.map(|message| Mend {
        read: Some(Value::Object(members)),
        label: "entries that are not strings are ignored".to_owned(),
        ..ignored(message, "give the name of a schema, or a reference to it")
    })
}
