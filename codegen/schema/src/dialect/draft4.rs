//! What only draft-04 and its relatives have: boolean `exclusiveMinimum` and `exclusiveMaximum`,
//! and `required` as a boolean, which draft-03 left behind.
//!
//! Swagger 2.0 and `OpenAPI` 3.0 are built on drafts 4 and 5, so they have the same; documents of
//! `OpenAPI` 3.1 often do, where they were carried over.

use super::node::Node;
use super::trace::Fate;
use crate::diagnostic::Code;
use crate::keyword::Dialect;
use crate::source::Value;

/// `minimum: 3, exclusiveMinimum: true` to `exclusiveMinimum: 3` (draft-04 validation, sections
/// 5.1.2 and 5.1.3).
pub(super) fn bounds(node: &mut Node<'_>) {
    for (bound, exclusive) in [
        ("minimum", "exclusiveMinimum"),
        ("maximum", "exclusiveMaximum"),
    ] {
        let Some(is_exclusive) = node.members.get(exclusive).and_then(Value::as_bool) else {
            continue;
        };
        if is_exclusive
            && node
                .members
                .get(bound)
                .is_some_and(|value| !value.is_number())
        {
            continue;
        }
        if node.dialect == Dialect::OpenApi31 {
            let message =
                format!("a boolean `{exclusive}` is OpenAPI 3.0; read together with `{bound}`");
            let help =
                format!("write the number itself: `{exclusive}: 0` in place of `{bound}: 0`");
            node.warn(exclusive, &message, "an older spelling", &help);
        }
        if !is_exclusive {
            node.ignore(exclusive, "`false` is what holds without it");
        } else if let Some(value) = node.remove(bound) {
            node.read_as(bound, &[exclusive]);
            node.set(exclusive, value);
        } else {
            let message = format!("`{exclusive}: true` has no effect without `{bound}`");
            node.ignore(exclusive, &message);
            node.warn(
                exclusive,
                &message,
                "this is ignored",
                &format!("add `{bound}`"),
            );
        }
    }
}

/// `required: true` of a property to an entry in the `required` of its object (draft-03, section
/// 5.7).
pub(super) fn required(node: &mut Node<'_>) {
    let is_list = node.members.get("required").is_none_or(Value::is_array);
    let Some(properties) = node
        .members
        .get_mut("properties")
        .and_then(Value::as_object_mut)
    else {
        return;
    };
    if !is_list {
        return;
    }
    let mut found = Vec::new();
    for (name, property) in properties {
        let Value::Object(members) = property else {
            continue;
        };
        if let Some(Value::Bool(is_required)) = members.get("required") {
            found.push((name.clone(), *is_required));
            members.shift_remove("required");
        }
    }
    let at = node.at.join("properties");
    for (name, is_required) in found {
        node.findings.add(
            Code::IgnoredKeyword,
            at.join(&name).join("required"),
            "a boolean `required` is JSON Schema draft-03; read as an entry of the object's `required`",
            "an older spelling",
            "list the names in the object that has the properties: `required: [name]`",
        );
        let property = at.join(&name);
        let entry = Value::String(name);
        if !is_required {
            let why = "a member is optional unless it is listed as required".to_owned();
            node.trace.note(&property, "required", Fate::Ignored(why));
            continue;
        }
        let fate = Fate::ReadAs(node.at.clone(), vec!["required"]);
        node.trace.note(&property, "required", fate);
        let names = node
            .members
            .entry("required")
            .or_insert_with(|| Value::Array(Vec::new()));
        if let Value::Array(names) = names
            && !names.contains(&entry)
        {
            names.push(entry);
        }
    }
}
