//! Finds out, at little cost, whether a document needs an upgrade.

use super::mend;
use crate::document::{Document, SchemaDialect};
use crate::keyword::{self, Dialect, ValueKind};
use crate::source::Value;

/// Whether no rule changes a document, as far as a look can tell that is much cheaper than the rules.
pub(super) fn is_current(document: &Document, root: &Value) -> bool {
    let dialect = document.dialect.base;
    if document.dialect != SchemaDialect::from(dialect) {
        return false;
    }
    let is_old: fn(&Value) -> bool = match dialect {
        Dialect::JsonSchema202012 => names_dialect,
        Dialect::OpenApi31 => is_older_than_openapi31,
        _ => return false,
    };
    let needs_mending = |value: &Value| value.as_object().is_some_and(mend::is_needed);
    // The `$schema` of a JSON Schema's root made its dialect the current one.
    let mut is_root = dialect == Dialect::JsonSchema202012;
    let mut open: Vec<&Value> = vec![root];
    while let Some(value) = open.pop() {
        if needs_mending(value) || (!is_root && is_old(value)) {
            return false;
        }
        is_root = false;
        match value {
            Value::Object(members) => {
                for (name, value) in members {
                    // A property called `description` is not a description.
                    if is_map_of_schemas(name, value) {
                        open.extend(children(value));
                    } else {
                        open.push(value);
                    }
                }
            }
            _ => open.extend(children(value)),
        }
    }
    true
}

/// Whether the names in a value are not keywords. The look takes everything for a schema that looks like one.
fn is_map_of_schemas(name: &str, value: &Value) -> bool {
    let kind = keyword::find(name).map(|keyword| keyword.kind);
    let has_names = matches!(
        kind,
        Some(ValueKind::SchemaMap | ValueKind::SchemaOrNamesMap)
    ) || name == "schemas";
    has_names && children(value).all(|value| value.is_object() || value.is_boolean())
}

fn names_dialect(value: &Value) -> bool {
    value.get("$schema").is_some()
}

/// Whether a value has a member that the rules for OpenAPI 3.1 change.
fn is_older_than_openapi31(value: &Value) -> bool {
    let Value::Object(members) = value else {
        return false;
    };
    members.iter().any(|(name, value)| match name.as_str() {
        "$schema" | "nullable" => true,
        "exclusiveMinimum" | "exclusiveMaximum" => value.is_boolean(),
        // Parameters have a boolean `required` of their own.
        "properties" => {
            children(value).any(|property| property.get("required").is_some_and(Value::is_boolean))
        }
        _ => false,
    })
}

/// The members or elements of a value.
fn children(value: &Value) -> impl Iterator<Item = &Value> {
    let members = value
        .as_object()
        .into_iter()
        .flat_map(|members| members.values());
    let elements = value.as_array().into_iter().flatten();
    members.chain(elements)
}
