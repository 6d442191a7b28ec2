//! JSON Schema draft-04 to 2019-09: what later drafts took apart or gave another name.

use serde_json::{Map, Value};

use super::node::{Change, Node};
use super::{draft4, identity};
use crate::keyword::{self, Dialect};

/// Rewrites one schema of such a draft.
pub(super) fn rewrite(node: &mut Node<'_>, change: &mut Change) {
    if node.dialect < Dialect::JsonSchema201909 {
        if node.has_reference() {
            node.drop_beside_reference();
        }
        identity::anchors(node);
        draft4::required(node);
    }
    if node.dialect == Dialect::JsonSchemaDraft4 {
        draft4::bounds(node);
    }
    drop_later_keywords(node);
    items(node, change);
    dependencies(node, change);
    if node.dialect == Dialect::JsonSchema201909 {
        identity::recursion(node, change);
    }
}

/// Whether a draft after this one introduced a keyword that asserts something.
pub(super) fn comes_later(dialect: Dialect, name: &str) -> bool {
    keyword::find(name).is_some_and(|keyword| keyword.asserts() && keyword.is_later_than(dialect))
}

/// A keyword that a draft does not have is ignored under it (draft-07, core, section 6.4), and
/// must not come to life.
fn drop_later_keywords(node: &mut Node<'_>) {
    let names = node.members.keys().cloned();
    let later: Vec<String> = names
        .filter(|name| comes_later(node.dialect, name))
        .collect();
    for name in later {
        let message = format!("`{name}` is not a keyword of {}", node.dialect.title());
        node.ignore(&name, &message);
        let help = "name a dialect that has it: `\"$schema\": \"https://json-schema.org/draft/2020-12/schema\"`";
        node.warn(&name, &message, "this is ignored", help);
    }
}

/// A list in `items` to `prefixItems`, and `additionalItems` to `items` (2020-12, core, section
/// 10.3.1; 2019-09, core, section 9.3.1).
fn items(node: &mut Node<'_>, change: &mut Change) {
    let Some(list) = node.members.get("items").and_then(Value::as_array) else {
        let message = "`additionalItems` has no effect unless `items` is a list";
        if node.ignore("additionalItems", message).is_some() {
            node.warn(
                "additionalItems",
                message,
                "this is ignored",
                "remove it: `items` is about all elements here",
            );
        }
        return;
    };
    if list.is_empty() {
        // `prefixItems` may not be empty; nothing at all says the same.
        node.ignore("items", "an empty list says nothing of any element");
    } else {
        node.rename("items", "prefixItems");
        change.renamed.push(("prefixItems", "items"));
    }
    if node.members.contains_key("additionalItems") {
        node.rename("additionalItems", "items");
        change.renamed.push(("items", "additionalItems"));
    }
}

/// `dependencies` to `dependentRequired` and `dependentSchemas` (2019-09, core, section 9.2.2.4,
/// and validation, section 6.5.4). 2019-09 took it out of its vocabularies, and validators go on
/// to apply it.
fn dependencies(node: &mut Node<'_>, change: &mut Change) {
    let has_later = ["dependentRequired", "dependentSchemas"]
        .iter()
        .any(|name| node.members.contains_key(*name));
    let is_map = node
        .members
        .get("dependencies")
        .is_some_and(Value::is_object);
    if has_later || !is_map {
        return;
    }
    let (mut names, mut schemas, mut rest) = (Map::new(), Map::new(), Map::new());
    let mut members = Map::new();
    for (keyword, value) in std::mem::take(node.members) {
        let Value::Object(entries) = value else {
            members.insert(keyword, value);
            continue;
        };
        if keyword != "dependencies" {
            members.insert(keyword, Value::Object(entries));
            continue;
        }
        for (name, entry) in entries {
            let entries = match &entry {
                Value::Array(_) => &mut names,
                Value::Object(_) | Value::Bool(_) => &mut schemas,
                _ => &mut rest,
            };
            entries.insert(name, entry);
        }
        for (keyword, entries) in [
            ("dependentRequired", &mut names),
            ("dependentSchemas", &mut schemas),
            ("dependencies", &mut rest),
        ] {
            if !entries.is_empty() {
                members.insert(keyword.to_owned(), Value::Object(std::mem::take(entries)));
            }
        }
    }
    *node.members = members;
    node.read_as(
        "dependencies",
        &["dependentRequired", "dependentSchemas", "dependencies"],
    );
    change.renamed.push(("dependentSchemas", "dependencies"));
}
