//! Turns two versions of the keywords about arrays into changes.

use serde_json::{Map, Value};

use super::edit::{Context, Pair, join};
use super::walk::Walk;

/// Adds the changes of elements.
pub(super) fn changes<'d>(walk: &mut Walk<'d>, pair: Pair<'d>, at: &str) {
    let prefix = |schema: &'d Map<String, Value>| {
        let prefix = schema.get("prefixItems").and_then(Value::as_array);
        prefix.map(Vec::as_slice).unwrap_or_default()
    };
    let [old, new] = [prefix(pair.old), prefix(pair.new)];
    let place = join(at, "prefixItems");
    match (old.is_empty(), new.is_empty()) {
        (true, false) => {
            let text = "the first elements now have schemas of their own".to_owned();
            return walk.edit("array-to-tuple", &place, [false, true], text);
        }
        (false, true) => {
            let text = "the first elements had schemas of their own".to_owned();
            return walk.edit("tuple-to-array", &place, [true, false], text);
        }
        _ => {}
    }
    for (index, (old, new)) in old.iter().zip(new).enumerate() {
        let place = join(&place, &index.to_string());
        walk.schema(old, new, &place, Context::Items);
    }
    if old.len() < new.len() {
        let place = join(&place, &old.len().to_string());
        let text = format!("there are schemas for {} elements", new.len());
        walk.edit("prefixItems-entry-added", &place, [false, true], text);
    } else if old.len() > new.len() {
        let place = join(&place, &new.len().to_string());
        let text = format!("there were schemas for {} elements", old.len());
        walk.edit("prefixItems-entry-removed", &place, [true, false], text);
    }
    let is_tuple = !old.is_empty();
    let place = join(at, "items");
    let (kind, text) = match pair.get("items") {
        [old, new] if old == new => return,
        [_, Some(Value::Bool(false))] if is_tuple => (
            "additionalItems-closed",
            "further elements are now forbidden",
        ),
        [Some(Value::Bool(false)), _] if is_tuple => {
            ("additionalItems-opened", "further elements were forbidden")
        }
        [Some(old), Some(new)] => return walk.schema(old, new, &place, Context::Items),
        [None, _] => ("items-added", "the elements are now described"),
        [Some(_), None] => ("items-removed", "the elements were described"),
    };
    let [old, new] = pair.get("items");
    walk.edit(
        kind,
        &place,
        [old.is_some(), new.is_some()],
        text.to_owned(),
    );
}
