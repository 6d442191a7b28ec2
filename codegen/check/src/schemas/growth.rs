//! Finds the places of a schema that a newer server may extend, and the places that it may not, since they tell the branches
//! of a union apart.

use serde_json::{Number, Value};

use crate::json;
use crate::schemas::branches::{self, Branch, branches};
use crate::schemas::whole::WholeSchema;

/// A string `enum` of at least two strings, null aside, that has this value. One value is a const,
/// which need not grow.
pub(crate) fn is_open_enum(typed: &[Branch<'_>], value: &Value) -> bool {
    typed.iter().flatten().any(|schema| {
        let all = schema.get("enum").and_then(Value::as_array);
        all.is_some_and(|all| {
            all.contains(value)
                && all.iter().all(|one| one.is_string() || one.is_null())
                && all.iter().filter(|one| one.is_string()).count() > 1
        })
    })
}

/// The values that a schema lists itself, if all of them are scalars.
pub(crate) fn listed(schema: &Value) -> Option<&[Value]> {
    let listed = schema.get("enum").and_then(Value::as_array);
    let only = schema.get("const").map(std::slice::from_ref);
    let listed = listed.map(Vec::as_slice).or(only)?;
    let is_scalar = |value: &Value| !value.is_object() && !value.is_array();
    listed.iter().all(is_scalar).then_some(listed)
}

/// Whether a number is an integer by its schema, and a float holds it exactly.
pub(crate) fn is_integer(typed: &[Branch<'_>], number: &Number) -> bool {
    let exact = number
        .as_i64()
        .is_some_and(|value| value.unsigned_abs() <= json::EXACT);
    exact
        && typed
            .iter()
            .flatten()
            .any(|schema| match schema.get("type") {
                Some(Value::String(one)) => one == "integer",
                Some(Value::Array(several)) => several.iter().any(|one| one == "integer"),
                _ => false,
            })
}

/// Whether a branch describes a struct and no map: it has `properties`, and no keyword describes the values or names of
/// other members.
pub(crate) fn is_struct(branch: &Branch<'_>) -> bool {
    let ruled = [
        "patternProperties",
        "propertyNames",
        "unevaluatedProperties",
    ];
    branch
        .iter()
        .any(|schema| schema.contains_key("properties"))
        && branch.iter().all(|schema| {
            schema
                .get("additionalProperties")
                .is_none_or(Value::is_boolean)
                && !ruled.iter().any(|key| schema.contains_key(*key))
        })
}

/// Whether a member may tell the branches apart: a `const` or an `enum` somewhere, or named by
/// a discriminator.
pub(crate) fn is_tag<'a>(doc: &WholeSchema<'a>, typed: &[Branch<'a>], name: &str) -> bool {
    let named = |branch: &Branch<'a>| {
        branch.iter().any(|schema| {
            let property = schema
                .get("discriminator")
                .and_then(|d| d.get("propertyName"));
            property.and_then(Value::as_str) == Some(name)
        })
    };
    let literal = |branch: &Branch<'a>| {
        branches(doc, &branches::member(doc, branch, name))
            .iter()
            .flatten()
            .any(|schema| schema.contains_key("const") || schema.contains_key("enum"))
    };
    typed.iter().any(|branch| named(branch) || literal(branch))
}
