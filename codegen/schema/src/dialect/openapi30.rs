//! `nullable` of `OpenAPI` 3.0 (3.0.3, "Schema Object") and `x-nullable` of Swagger 2.0 to the type
//! `null`.
//!
//! Version 3.0.3 made `nullable` an addition to `type` in the same schema object and nothing else.
//! Documents in the field mean more by it, and mean it the same way: this value may be `null`. So
//! they are read, or a member that is `null` every day would be refused.

use serde_json::{Map, json};

use super::node::{Change, Node};
use super::trace::Fate;
use crate::keyword::{Dialect, asserts};
use crate::source::Value;

/// Applies `nullable`, under the name it has in the dialect; `true` if the schema has to become a
/// branch beside `null`.
pub(super) fn nullable(node: &mut Node<'_>, change: &mut Change) {
    let mut written = Vec::new();
    for keyword in ["nullable", "x-nullable"] {
        let is_own = keyword == own_keyword(node.dialect);
        // To OpenAPI 3 `x-nullable` is an extension like any other.
        if !is_own && keyword == "x-nullable" {
            continue;
        }
        let Some(value) = node.members.get(keyword).and_then(Value::as_bool) else {
            continue;
        };
        if value {
            node.remove(keyword);
            written.push(keyword);
        } else {
            node.ignore(keyword, "`false` is what holds without it");
        }
        if !is_own {
            node.warn(
                keyword,
                "`nullable` is OpenAPI 3.0; read as type null",
                "an older spelling",
                "list the type: `type: [string, \"null\"]`, or add `type: \"null\"` to an `anyOf`",
            );
        }
    }
    if written.is_empty() {
        return;
    }
    let said_by = admit_null(node, change);
    for keyword in written {
        if said_by.is_empty() {
            let why = "null is accepted without it".to_owned();
            node.trace.note(node.at, keyword, Fate::Ignored(why));
        } else {
            node.read_as(keyword, &said_by);
        }
    }
}

fn own_keyword(dialect: Dialect) -> &'static str {
    match dialect {
        Dialect::Swagger20 => "x-nullable",
        Dialect::OpenApi30 => "nullable",
        _ => "",
    }
}

/// Makes the schema accept null; the result is which keywords say so.
fn admit_null(node: &mut Node<'_>, change: &mut Change) -> Vec<&'static str> {
    let has = |name: &str| node.members.contains_key(name);
    let is_composed = ["$ref", "allOf", "anyOf", "oneOf", "const", "not"]
        .into_iter()
        .any(has);
    if is_composed {
        if !add_branch(node.members) {
            change.or_null = true;
        }
        return vec!["anyOf"];
    }
    let mut said_by = Vec::new();
    match node.members.get("type").cloned() {
        Some(Value::String(word)) if word != "null" => {
            node.set("type", json!([word, "null"]));
            said_by.push("type");
        }
        Some(Value::Array(mut words)) if !words.contains(&json!("null")) => {
            words.push("null".into());
            node.set("type", words.into());
            said_by.push("type");
        }
        // The keywords of objects and arrays accept `null` as it is, but they will be taken to say
        // that the value is an object or an array.
        None if ["properties", "additionalProperties", "required", "items"]
            .into_iter()
            .any(has) =>
        {
            change.or_null = true;
            return vec!["anyOf"];
        }
        // `anyOf: [{ $ref: ... }, { nullable: true }]` is how generators without a type for null
        // spell an option. By the letter it would accept anything at all.
        None if node.is_branch && !node.members.keys().any(|name| asserts(name)) => {
            node.set("type", "null".into());
            said_by.push("type");
        }
        _ => {}
    }
    if let Some(Value::Array(values)) = node.members.get_mut("enum")
        && !values.contains(&Value::Null)
    {
        values.push(Value::Null);
        said_by.push("enum");
    }
    said_by
}

/// Adds `null` to an `anyOf` that stands alone, so that its branches stay where they are.
///
/// Not to a `oneOf`: `null` must not be valid for two of its branches. Nor beside a discriminator,
/// which every branch has to have the property of.
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

/// Makes the schema the first branch of an `anyOf` beside `null`. Annotations stay outside, where
/// the value is documented, and so does what names the schema.
pub(super) fn wrap(members: &mut Map<String, Value>) {
    let mut outer = Map::new();
    let mut inner = Map::new();
    for (name, value) in std::mem::take(members) {
        let side = if asserts(&name) {
            &mut inner
        } else {
            &mut outer
        };
        side.insert(name, value);
    }
    outer.insert("anyOf".to_owned(), json!([inner, { "type": "null" }]));
    *members = outer;
}
