//! Turns the boolean `exclusiveMinimum` and `exclusiveMaximum` of draft-04, and the boolean `required` of
//! draft-03 that documents kept, into keywords of 2020-12.
//!
//! Swagger 2.0 and OpenAPI 3.0 are built on drafts 4 and 5 and have the same. Documents of OpenAPI 3.1 often
//! have it left over.

use super::rewrite::Rewrite;
use super::trace::UpgradeOutcome;
use crate::diagnostic::Code;
use crate::keyword::Dialect;
use crate::source::{Part, Value};

/// `minimum: 3, exclusiveMinimum: true` to `exclusiveMinimum: 3` (draft-04 validation, sections
/// 5.1.2 and 5.1.3).
pub(super) fn bounds(schema: &mut Rewrite<'_>) {
    for (bound, exclusive) in [
        ("minimum", "exclusiveMinimum"),
        ("maximum", "exclusiveMaximum"),
    ] {
        let Some(is_exclusive) = schema.members.get(exclusive).and_then(Value::as_bool) else {
            continue;
        };
        if is_exclusive
            && schema
                .members
                .get(bound)
                .is_some_and(|value| !value.is_number())
        {
            continue;
        }
        if schema.dialect == Dialect::OpenApi31 {
            let message = format!(
                "a boolean `{exclusive}` is OpenAPI 3.0: it is read together with `{bound}`"
            );
            let help =
                format!("write the number itself: `{exclusive}: 0` in place of `{bound}: 0`");
            schema.warn(exclusive, &message, "an older spelling", &help);
        }
        if !is_exclusive {
            schema.ignore(exclusive, "`false` is the default");
        } else if let Some(value) = schema.remove(bound) {
            schema.read_as(bound, &[exclusive]);
            schema.set(exclusive, value);
        } else {
            let message = format!("`{exclusive}: true` has no effect without `{bound}`");
            schema.ignore(exclusive, &message);
            schema.warn(
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
pub(super) fn required(schema: &mut Rewrite<'_>) {
    let is_list = schema.members.get("required").is_none_or(Value::is_array);
    let Some(properties) = schema
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
    let at = schema.at.join("properties");
    for (name, is_required) in found {
        schema.warnings.add(
            Code::IgnoredKeyword,
            (at.join(&name).join("required"), Part::Key),
            "a boolean `required` is JSON Schema draft-03: it is read as an entry in the `required` of the object",
            "an older spelling",
            "list the names of required properties in their object: `required: [name]`",
        );
        let property = at.join(&name);
        let entry = Value::String(name);
        if !is_required {
            let why = "a member is optional by default".to_owned();
            schema
                .trace
                .note(&property, "required", UpgradeOutcome::Ignored(why));
            continue;
        }
        let outcome = UpgradeOutcome::ReadAs(schema.at.clone(), vec!["required"], None);
        schema.trace.note(&property, "required", outcome);
        let names = schema
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
