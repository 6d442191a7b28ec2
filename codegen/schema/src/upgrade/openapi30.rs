//! Turns `nullable` of OpenAPI 3.0 (3.0.3, "Schema Object") and `x-nullable` of Swagger 2.0 into the type `null`.
//!
//! Since version 3.0.3 `nullable` adds to the `type` of the same schema object and does nothing else. Most
//! documents mean more by it: the value may be null, whatever the other keywords are. They are read as
//! they are meant, or a type would refuse a member that is null every day.

use serde_json::{Map, json};

use super::rewrite::{Changes, Rewrite};
use super::trace::UpgradeOutcome;
use crate::keyword::{Dialect, asserts};
use crate::source::Value;

/// Applies `nullable`, by the name that it has in the dialect.
pub(super) fn nullable(schema: &mut Rewrite<'_>, changes: &mut Changes) {
    let mut written = Vec::new();
    for keyword in ["nullable", "x-nullable"] {
        let is_own = keyword == own_keyword(schema.dialect);
        // In OpenAPI 3 `x-nullable` is an extension like any other.
        if !is_own && keyword == "x-nullable" {
            continue;
        }
        let Some(value) = schema.members.get(keyword).and_then(Value::as_bool) else {
            continue;
        };
        if value {
            schema.remove(keyword);
            written.push(keyword);
        } else {
            schema.ignore(keyword, "`false` is the default");
        }
        if !is_own {
            schema.warn(
                keyword,
                "`nullable` is OpenAPI 3.0: it is read as the type `null`",
                "an older spelling",
                "list the type: `type: [string, \"null\"]`, or add `type: \"null\"` to an `anyOf`",
            );
        }
    }
    if written.is_empty() {
        return;
    }
    let why = stands_for_null(schema).then_some(NULL_BRANCH);
    let keywords = admit_null(schema, changes);
    for keyword in written {
        if keywords.is_empty() {
            let why = "null is accepted without it".to_owned();
            schema
                .trace
                .note(schema.at, keyword, UpgradeOutcome::Ignored(why));
        } else {
            schema.read_against_the_letter(keyword, &keywords, why);
        }
    }
}

/// Why a branch is null.
const NULL_BRANCH: &str = "this branch is read as null, although its keywords accept any value";

/// Whether a schema, whose `nullable` is gone, is a branch that says nothing else about values. Programs that have no
/// type for null write `anyOf: [{ $ref: ... }, { nullable: true }]`. By the letter such a branch accepts any value, and
/// the union with it.
fn stands_for_null(schema: &Rewrite<'_>) -> bool {
    schema.is_branch && !schema.members.keys().any(|name| asserts(name))
}

fn own_keyword(dialect: Dialect) -> &'static str {
    match dialect {
        Dialect::Swagger20 => "x-nullable",
        Dialect::OpenApi30 => "nullable",
        _ => "",
    }
}

/// Makes the schema accept null, and returns the keywords that were changed for it.
fn admit_null(schema: &mut Rewrite<'_>, changes: &mut Changes) -> Vec<&'static str> {
    let has = |name: &str| schema.members.contains_key(name);
    let is_composed = ["$ref", "allOf", "anyOf", "oneOf", "const", "not"]
        .into_iter()
        .any(has);
    if is_composed {
        if !add_branch(schema.members) {
            changes.or_null = true;
        }
        return vec!["anyOf"];
    }
    let mut keywords = Vec::new();
    match schema.members.get("type").cloned() {
        Some(Value::String(word)) if word != "null" => {
            schema.set("type", json!([word, "null"]));
            keywords.push("type");
        }
        Some(Value::Array(mut words)) if !words.contains(&json!("null")) => {
            words.push("null".into());
            schema.set("type", words.into());
            keywords.push("type");
        }
        // By the letter these keywords accept null already. But a schema with them is taken to describe an
        // object or an array.
        None if ["properties", "additionalProperties", "required", "items"]
            .into_iter()
            .any(has) =>
        {
            changes.or_null = true;
            return vec!["anyOf"];
        }
        None if stands_for_null(schema) => {
            schema.set("type", "null".into());
            keywords.push("type");
        }
        _ => {}
    }
    if let Some(Value::Array(values)) = schema.members.get_mut("enum")
        && !values.contains(&Value::Null)
    {
        values.push(Value::Null);
        keywords.push("enum");
    }
    keywords
}

/// Adds `null` to an `anyOf` without sibling keywords that restrict values, so that its branches stay where
/// they are. Returns whether there is one.
///
/// A `oneOf` stays as it is, since null must not be valid for two of its branches. So does an `anyOf` with
/// a discriminator, since each branch must have its property.
fn add_branch(members: &mut Map<String, Value>) -> bool {
    if members.keys().any(|name| name != "anyOf" && asserts(name)) {
        return false;
    }
    let Some(Value::Array(branches)) = members.get_mut("anyOf") else {
        return false;
    };
    branches.push(json!({ "type": "null" }));
    true
}

/// Makes the schema the first branch of an `anyOf` beside `null`. Annotations stay outside, where they
/// document the value, and so do identifiers.
pub(super) fn wrap(members: &mut Map<String, Value>) {
    let all = std::mem::take(members).into_iter();
    let (branch, mut outside): (Map<_, _>, Map<_, _>) = all.partition(|(name, _)| asserts(name));
    outside.insert("anyOf".to_owned(), json!([branch, { "type": "null" }]));
    *members = outside;
}
