//! Turns older identifiers (`id`, `$id` with a fragment) and `$recursiveRef` into keywords of 2020-12.

use super::rewrite::{Changes, Rewrite};
use crate::document::anchor_in;
use crate::keyword::Dialect;
use crate::source::Value;

/// The anchor that stands for `$recursiveAnchor: true`.
const RECURSIVE: &str = "cratify-recursive";

/// `id` to `$id` (draft-06 renamed it), and its fragment to `$anchor` (draft-07, core, section
/// 8.2.3; 2019-09, core, section 8.2.3).
pub(super) fn anchors(schema: &mut Rewrite<'_>) {
    if schema.dialect == Dialect::JsonSchemaDraft4
        && schema.members.get("id").is_some_and(Value::is_string)
        && !schema.members.contains_key("$id")
    {
        schema.rename("id", "$id");
    }
    let Some(id) = schema.members.get("$id").and_then(Value::as_str) else {
        return;
    };
    let Some((uri, fragment)) = id.split_once('#') else {
        return;
    };
    let (uri, fragment) = (uri.to_owned(), fragment.to_owned());
    if fragment.is_empty() && !uri.is_empty() {
        return;
    }
    let is_name = anchor_in(&fragment).is_some() && !schema.members.contains_key("$anchor");
    match (uri.is_empty(), is_name) {
        (true, true) => {
            schema.rename("$id", "$anchor");
            if schema.dialect == Dialect::JsonSchemaDraft4 {
                schema.read_as("id", &["$anchor"]);
            }
            schema.set("$anchor", fragment.into());
        }
        (true, false) => {
            schema.ignore("$id", "an identifier must not be a JSON Pointer");
        }
        (false, _) => {
            schema.set("$id", uri.into());
            if is_name {
                schema.set("$anchor", fragment.into());
            }
        }
    }
}

/// `$recursiveRef` to `$dynamicRef`. Its target is the anchor that stands for `$recursiveAnchor` where the
/// resource has one, and may then depend on the schemas that lead to it; otherwise the resource itself
/// (2019-09, core, section 8.2.4.2; 2020-12, core, section 8.2.3.2).
pub(super) fn recursion(schema: &mut Rewrite<'_>, changes: &mut Changes) {
    if let Some(Value::Bool(is_anchor)) = schema.members.get("$recursiveAnchor") {
        if *is_anchor && schema.is_resource {
            schema.rename("$recursiveAnchor", "$dynamicAnchor");
            schema.set("$dynamicAnchor", RECURSIVE.into());
        } else {
            schema.ignore(
                "$recursiveAnchor",
                "a `$recursiveRef` to this schema has one target",
            );
        }
    }
    // The specification allows no other value.
    if schema.members.get("$recursiveRef").and_then(Value::as_str) != Some("#") {
        return;
    }
    let anchor = if schema.is_dynamic { RECURSIVE } else { "" };
    schema.rename("$recursiveRef", "$dynamicRef");
    changes.renamed.push(("$dynamicRef", "$recursiveRef"));
    schema.set("$dynamicRef", format!("#{anchor}").into());
}
