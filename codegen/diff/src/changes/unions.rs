//! Turns two versions of the branches of a union into changes.

use serde_json::{Map, Value};

use super::edit::{Context, Pair, join, shown};
use super::walk::Walk;
use crate::data::only_referred;

/// The keyword and the branches of a union.
type Union<'d> = (&'static str, &'d [Value]);

fn union(schema: &Map<String, Value>) -> Option<Union<'_>> {
    let branches = |keyword| schema.get(keyword).and_then(Value::as_array);
    ["oneOf", "anyOf"]
        .into_iter()
        .find_map(|keyword| Some((keyword, branches(keyword)?.as_slice())))
}

/// Adds the changes of branches. Whether there are no others.
pub(super) fn changes<'d>(walk: &mut Walk<'d>, pair: Pair<'d>, at: &str) -> bool {
    let (old, new) = match (union(pair.old), union(pair.new)) {
        (None, None) => return false,
        (Some(old), Some(new)) => (old, new),
        (Some(_), None) => {
            let text = "the value was one of several things".to_owned();
            walk.edit("union-to-struct", at, [true, true], text);
            return true;
        }
        (None, Some(_)) => {
            let text = "the value is now one of several things".to_owned();
            walk.edit("struct-to-union", at, [true, true], text);
            return true;
        }
    };
    match (old.0, new.0) {
        ("oneOf", "anyOf") => {
            let text = "a value may now be of several branches".to_owned();
            walk.edit("oneOf-to-anyOf", at, [true, true], text);
        }
        ("anyOf", "oneOf") => {
            let text = "a value may now be of one branch only".to_owned();
            walk.edit("anyOf-to-oneOf", at, [true, true], text);
        }
        _ => {}
    }
    branches(walk, old, new, at);
    false
}

fn branches<'d>(walk: &mut Walk<'d>, old: Union<'d>, new: Union<'d>, at: &str) {
    let mut free: Vec<usize> = (0..old.1.len()).collect();
    let mut come = Vec::new();
    let mut moved = false;
    for (index, branch) in new.1.iter().enumerate() {
        let same = free
            .iter()
            .position(|known| is_same(&old.1[*known], branch));
        match same {
            Some(position) => {
                let known = free.remove(position);
                moved |= position > 0;
                let place = join(&join(at, new.0), &index.to_string());
                walk.schema(&old.1[known], branch, &place, Context::Branch);
            }
            None => come.push((index, branch)),
        }
    }
    let changed = free.len().min(come.len());
    for (known, (index, branch)) in free.iter().zip(&come) {
        let place = join(&join(at, new.0), &index.to_string());
        walk.schema(&old.1[*known], branch, &place, Context::Branch);
    }
    let kind = if walk.is_closed(at, "anyOf") {
        "branch-added-closed"
    } else {
        "branch-added-open"
    };
    for (index, branch) in &come[changed..] {
        let place = join(&join(at, new.0), &index.to_string());
        let text = format!("{} is a new branch", about(branch));
        walk.edit(kind, &place, [false, true], text);
    }
    for known in &free[changed..] {
        let place = join(&join(at, old.0), &known.to_string());
        let text = format!("{} is no longer a branch", about(&old.1[*known]));
        walk.edit("branch-removed", &place, [true, false], text);
    }
    if moved && come.is_empty() && free.is_empty() {
        let text = "the branches are in another order".to_owned();
        walk.edit("branches-reordered", at, [true, true], text);
    }
}

/// Whether two branches are two versions of one: they lead to one name, or are equal.
fn is_same(old: &Value, new: &Value) -> bool {
    match (only_referred(old), only_referred(new)) {
        (Some(old), Some(new)) => old == new,
        _ => old == new,
    }
}

fn about(branch: &Value) -> String {
    match only_referred(branch) {
        Some(name) => format!("`{name}`"),
        None => shown(branch),
    }
}
