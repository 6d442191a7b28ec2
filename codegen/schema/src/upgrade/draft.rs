//! Turns keywords of JSON Schema draft-04 to 2019-09 that later drafts split or renamed into their successors.

use serde_json::{Map, Value};

use super::rewrite::{Changes, Rewrite};
use super::{draft4, identity};
use crate::document::comes_later;
use crate::keyword::Dialect;

/// Rewrites one schema of such a draft.
pub(super) fn rewrite(schema: &mut Rewrite<'_>, changes: &mut Changes) {
    if schema.dialect < Dialect::JsonSchema201909 {
        if schema.has_reference() {
            schema.drop_siblings_of_reference();
        }
        identity::anchors(schema);
        draft4::required(schema);
    }
    if schema.dialect == Dialect::JsonSchemaDraft4 {
        draft4::bounds(schema);
    }
    drop_later_keywords(schema);
    items(schema, changes);
    dependencies(schema, changes);
    if schema.dialect == Dialect::JsonSchema201909 {
        identity::recursion(schema, changes);
    }
}

/// Removes the keywords of later drafts: the draft of the schema ignores them (draft-07, core, section
/// 6.4), and the upgrade must not give them an effect.
fn drop_later_keywords(schema: &mut Rewrite<'_>) {
    let names = schema.members.keys().cloned();
    let later: Vec<String> = names
        .filter(|name| comes_later(schema.dialect, name))
        .collect();
    for name in later {
        let message = format!("`{name}` is not a keyword of {}", schema.dialect.title());
        schema.ignore(&name, &message);
        let help = "name a dialect that has it: `\"$schema\": \"https://json-schema.org/draft/2020-12/schema\"`";
        schema.warn(&name, &message, "this is ignored", help);
    }
}

/// A list in `items` to `prefixItems`, and `additionalItems` to `items` (2020-12, core, section
/// 10.3.1; 2019-09, core, section 9.3.1).
fn items(schema: &mut Rewrite<'_>, changes: &mut Changes) {
    let Some(list) = schema.members.get("items").and_then(Value::as_array) else {
        let message = "`additionalItems` has no effect unless `items` is a list";
        if schema.ignore("additionalItems", message).is_some() {
            schema.warn(
                "additionalItems",
                message,
                "this is ignored",
                "remove it: `items` is for all elements here",
            );
        }
        return;
    };
    if list.is_empty() {
        // `prefixItems` must not be empty; without it the meaning is the same.
        schema.ignore("items", "an empty list describes no element");
    } else {
        schema.rename("items", "prefixItems");
        changes.renamed.push(("prefixItems", "items"));
    }
    if schema.members.contains_key("additionalItems") {
        schema.rename("additionalItems", "items");
        changes.renamed.push(("items", "additionalItems"));
    }
}

/// `dependencies` to `dependentRequired` and `dependentSchemas` (2019-09, core, section 9.2.2.4,
/// and validation, section 6.5.4). 2019-09 removed it from its vocabularies, and validators go on
/// to apply it.
fn dependencies(schema: &mut Rewrite<'_>, changes: &mut Changes) {
    let has_later = ["dependentRequired", "dependentSchemas"]
        .iter()
        .any(|name| schema.members.contains_key(*name));
    let is_map = schema
        .members
        .get("dependencies")
        .is_some_and(Value::is_object);
    if has_later || !is_map {
        return;
    }
    let (mut names, mut schemas, mut rest) = (Map::new(), Map::new(), Map::new());
    let mut members = Map::new();
    for (keyword, value) in std::mem::take(schema.members) {
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
    *schema.members = members;
    schema.read_as(
        "dependencies",
        &["dependentRequired", "dependentSchemas", "dependencies"],
    );
    changes.renamed.push(("dependentSchemas", "dependencies"));
}
