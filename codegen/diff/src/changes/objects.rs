//! Turns two versions of the keywords about objects into changes of their members, and of the rule for other members.

use std::collections::HashSet;

use serde_json::{Map, Value};

use super::edit::{Context, Pair, join};
use super::walk::Walk;

/// Adds the changes of members.
pub(super) fn changes<'d>(walk: &mut Walk<'d>, pair: Pair<'d>, at: &str) {
    let members = |schema: &'d Map<String, Value>| schema.get("properties")?.as_object();
    let none = Map::new();
    let [old, new] = [members(pair.old), members(pair.new)];
    let required = [pair.old, pair.new].map(required);
    let is_closed = pair.new.get("additionalProperties") == Some(&Value::Bool(false));
    let was_closed = pair.old.get("additionalProperties") == Some(&Value::Bool(false));
    let renamed = renamed(old.unwrap_or(&none), new.unwrap_or(&none), &required);
    for (name, schema) in new.into_iter().flatten() {
        let place = join(&join(at, "properties"), name);
        let is_required = required[1].contains(name.as_str());
        match old.and_then(|old| old.get(name)) {
            Some(before) => {
                let was_required = required[0].contains(name.as_str());
                presence(walk, name, &place, [was_required, is_required]);
                let context = if is_required {
                    Context::Required
                } else {
                    Context::Optional
                };
                walk.schema(before, schema, &place, context);
            }
            None if renamed.iter().any(|(_, to)| to == name) => {}
            None => {
                let kind = match (is_required, is_closed) {
                    (true, _) if schema.get("enum").is_some_and(is_single) => {
                        "member-const-required-added"
                    }
                    (true, true) => "member-required-added-closed",
                    (true, false) => "member-required-added-open",
                    (false, true) => "member-optional-added-closed",
                    (false, false) => "member-optional-added-open",
                };
                walk.edit(
                    kind,
                    &place,
                    [false, true],
                    format!("`{name}` is a new member"),
                );
            }
        }
    }
    for name in old.into_iter().flat_map(Map::keys) {
        let place = join(&join(at, "properties"), name);
        if let Some((_, to)) = renamed.iter().find(|(from, _)| from == name) {
            let kind = if folded(name) == folded(to) {
                "member-case-changed"
            } else {
                "member-renamed"
            };
            walk.edit(
                kind,
                &place,
                [true, false],
                format!("`{name}` is called `{to}`"),
            );
        } else if new.is_none_or(|new| !new.contains_key(name)) {
            let kind = match (required[0].contains(name.as_str()), was_closed) {
                (true, true) => "member-required-removed-closed",
                (true, false) => "member-required-removed-open",
                (false, true) => "member-optional-removed-closed",
                (false, false) => "member-optional-removed-open",
            };
            walk.edit(
                kind,
                &place,
                [true, false],
                format!("`{name}` is no longer a member"),
            );
        }
    }
    others(walk, pair, at);
}

fn required(schema: &Map<String, Value>) -> HashSet<&str> {
    let names = schema.get("required").and_then(Value::as_array);
    names
        .into_iter()
        .flatten()
        .filter_map(Value::as_str)
        .collect()
}

fn is_single(values: &Value) -> bool {
    values.as_array().is_some_and(|values| values.len() == 1)
}

fn presence(walk: &mut Walk<'_>, name: &str, at: &str, required: [bool; 2]) {
    match required {
        [false, true] => {
            let text = format!("`{name}` must now be there");
            walk.edit("member-optional-to-required", at, [true, true], text);
        }
        [true, false] => {
            let text = format!("`{name}` may now be absent");
            walk.edit("member-required-to-optional", at, [true, true], text);
        }
        _ => {}
    }
}

/// The members that have another name and the same schema: the only ones that go and come.
fn renamed(
    old: &Map<String, Value>,
    new: &Map<String, Value>,
    required: &[HashSet<&str>; 2],
) -> Vec<(String, String)> {
    let gone: Vec<_> = old
        .iter()
        .filter(|(name, _)| !new.contains_key(*name))
        .collect();
    let come: Vec<_> = new
        .iter()
        .filter(|(name, _)| !old.contains_key(*name))
        .collect();
    match (&gone[..], &come[..]) {
        ([(from, before)], [(to, after)])
            if before == after
                && required[0].contains(from.as_str()) == required[1].contains(to.as_str()) =>
        {
            vec![((*from).clone(), (*to).clone())]
        }
        _ => Vec::new(),
    }
}

/// A name without case and signs.
pub(super) fn folded(name: &str) -> String {
    let letters = name.chars().filter(|one| one.is_alphanumeric());
    letters.flat_map(char::to_lowercase).collect()
}

/// Changes of `additionalProperties`.
fn others<'d>(walk: &mut Walk<'d>, pair: Pair<'d>, at: &str) {
    let at = join(at, "additionalProperties");
    let [old, new] = pair.get("additionalProperties");
    let sides = [old.is_some(), new.is_some()];
    let (kind, text) = match (old, new) {
        (old, new) if old == new => return,
        (_, Some(Value::Bool(false))) => (
            "additionalProperties-to-false",
            "other members are now forbidden",
        ),
        (Some(Value::Bool(false)), None) => (
            "additionalProperties-false-to-absent",
            "other members were forbidden",
        ),
        (Some(Value::Bool(false)), Some(_)) => (
            "additionalProperties-false-to-schema",
            "other members were forbidden, and are now described",
        ),
        (None, Some(_)) => (
            "additionalProperties-absent-to-schema",
            "other members are now described",
        ),
        (Some(_), None) => (
            "additionalProperties-schema-to-absent",
            "other members were described",
        ),
        (Some(old), Some(new)) => return walk.schema(old, new, &at, Context::MapValues),
        (None, None) => return,
    };
    walk.edit(kind, &at, sides, text.to_owned());
}
