//! How schemas are named, and how they refer to themselves: `id`, `$id` with a fragment, and
//! `$recursiveRef`.

use super::node::{Change, Node};
use crate::keyword::Dialect;
use crate::source::Value;

/// The anchor that stands for `$recursiveAnchor: true`.
const RECURSIVE: &str = "cratify-recursive";

/// `id` to `$id` (draft-06 renamed it), and its fragment to `$anchor` (draft-07, core, section
/// 8.2.3; 2019-09, core, section 8.2.3).
pub(super) fn anchors(node: &mut Node<'_>) {
    if node.dialect == Dialect::JsonSchemaDraft4
        && node.members.get("id").is_some_and(Value::is_string)
        && !node.members.contains_key("$id")
    {
        node.rename("id", "$id");
    }
    let Some(id) = node.members.get("$id").and_then(Value::as_str) else {
        return;
    };
    let Some((uri, fragment)) = id.split_once('#') else {
        return;
    };
    let (uri, fragment) = (uri.to_owned(), fragment.to_owned());
    if fragment.is_empty() && !uri.is_empty() {
        return;
    }
    // A pointer is no name: `#/properties/a` is where tools note down a schema's own place.
    let is_name =
        !fragment.is_empty() && !fragment.starts_with('/') && !node.members.contains_key("$anchor");
    match (uri.is_empty(), is_name) {
        (true, true) => {
            node.rename("$id", "$anchor");
            if node.dialect == Dialect::JsonSchemaDraft4 {
                node.read_as("id", &["$anchor"]);
            }
            node.set("$anchor", fragment.into());
        }
        (true, false) => {
            node.ignore("$id", "a pointer is no name");
        }
        (false, _) => {
            node.set("$id", uri.into());
            if is_name {
                node.set("$anchor", fragment.into());
            }
        }
    }
}

/// `$recursiveRef` to `$dynamicRef`: to the anchor that stands for `$recursiveAnchor` where the
/// schema has it, and so may depend on what leads to it; otherwise to the schema itself (2019-09,
/// core, section 8.2.4.2; 2020-12, core, section 8.2.3.2).
pub(super) fn recursion(node: &mut Node<'_>, change: &mut Change) {
    if let Some(Value::Bool(is_anchor)) = node.members.get("$recursiveAnchor") {
        if *is_anchor && node.is_resource {
            node.rename("$recursiveAnchor", "$dynamicAnchor");
            node.set("$dynamicAnchor", RECURSIVE.into());
        } else {
            node.ignore(
                "$recursiveAnchor",
                "no other schema could be meant: the reference leads to one place",
            );
        }
    }
    // The specification allows no other value.
    if node.members.get("$recursiveRef").and_then(Value::as_str) != Some("#") {
        return;
    }
    let anchor = if node.is_dynamic { RECURSIVE } else { "" };
    node.rename("$recursiveRef", "$dynamicRef");
    change.renamed.push(("$dynamicRef", "$recursiveRef"));
    node.set("$dynamicRef", format!("#{anchor}").into());
}
