//! Turns a schema with references and applicators into flat alternatives: schemas without `$ref`,
//! `allOf`, `anyOf`, `oneOf`, `if` and `dependentSchemas` at the top, one per choice.

use std::borrow::Cow;

use serde_json::{Value, json};

use super::{
    Maker, Object,
    keywords::{list, literals},
    merge::{applied, merge},
};

/// How many applicators may nest in place before the expansion gives up: more is a cycle.
const NESTING: u8 = 12;

/// How many branches are looked at beside a literal that may contradict them.
const SIFTED: usize = 256;

/// Keywords whose schemas apply to the same instance; [`Maker::alternatives`] resolves them.
const IN_PLACE: [&str; 9] = [
    "$ref",
    "$dynamicRef",
    "allOf",
    "anyOf",
    "oneOf",
    "if",
    "then",
    "else",
    "dependentSchemas",
];

/// Keywords that need not travel into a flat schema. Leaving out `$defs` matters: the root's are
/// most of the document.
const LEFT_BEHIND: [&str; 6] = [
    "$defs",
    "definitions",
    "$schema",
    "$id",
    "title",
    "description",
];

impl<'a> Maker<'a> {
    /// Up to `limit` flat alternatives; `true` counts as `{}`, `false` has none.
    pub(super) fn alternatives<'s>(&self, schema: &'s Value, limit: usize) -> Vec<Cow<'s, Object>>
    where
        'a: 's,
    {
        self.expand(schema, limit.max(1), 0)
    }

    fn expand<'s>(&self, schema: &'s Value, limit: usize, depth: u8) -> Vec<Cow<'s, Object>>
    where
        'a: 's,
    {
        let map = match schema {
            Value::Object(map) => map,
            Value::Bool(true) => return vec![Cow::Owned(Object::new())],
            _ => return Vec::new(),
        };
        if depth > NESTING || !self.burn() {
            return Vec::new();
        }
        if !map.keys().any(|key| IN_PLACE.contains(&key.as_str())) {
            return vec![Cow::Borrowed(map)];
        }
        let own: Object = map
            .iter()
            .filter(|(key, _)| {
                !IN_PLACE.contains(&key.as_str()) && !LEFT_BEHIND.contains(&key.as_str())
            })
            .map(|(key, value)| (key.clone(), value.clone()))
            .collect();
        // A literal contradicts most branches of a union beside it (`enum: [11]` beside 30 consts),
        // so all are looked at before the limit is applied.
        let outer = limit;
        let limit = match literals(&own) {
            Some(_) => limit.max(SIFTED),
            None => limit,
        };
        let choose = |schemas: &'s [Value]| -> Vec<Cow<'s, Object>> {
            // A fair share each, so that one branch's own choices do not hide the others.
            let share = (limit / schemas.len().max(1)).max(1);
            let each = schemas.iter().take(limit);
            each.flat_map(|branch| self.expand(branch, share, depth + 1))
                .collect()
        };
        let mut flat = vec![Cow::Owned(own)];
        if let Some((_, target)) = self.doc.target(map) {
            flat = product(&flat, self.expand(target, limit, depth + 1), limit);
        }
        for conjunct in list(map, "allOf") {
            flat = product(&flat, self.expand(conjunct, limit, depth + 1), limit);
        }
        for union in ["anyOf", "oneOf"] {
            if map.contains_key(union) {
                flat = product(&flat, choose(list(map, union)), limit);
            }
        }
        for choices in conditions(map) {
            let choices = choices
                .iter()
                .flat_map(|choice| self.expand(choice, limit, depth + 1))
                .map(|choice| Cow::Owned(choice.into_owned()))
                .collect();
            flat = product(&flat, choices, limit);
        }
        flat.truncate(outer);
        flat
    }
}

/// `if`/`then`/`else` and each `dependentSchemas` entry as a choice between two schemas.
fn conditions(map: &Object) -> Vec<Vec<Value>> {
    let mut conditions = Vec::new();
    if let Some(condition) = map.get("if") {
        let branch = |name: &str| map.get(name).cloned().unwrap_or(Value::Bool(true));
        let unmet = Value::Object(Object::from_iter([("not".to_owned(), condition.clone())]));
        conditions.push(vec![
            applied("allOf", vec![condition.clone(), branch("then")]),
            applied("allOf", vec![unmet, branch("else")]),
        ]);
    }
    let dependent = map.get("dependentSchemas").and_then(Value::as_object);
    for (name, schema) in dependent.into_iter().flatten() {
        conditions.push(vec![
            applied("allOf", vec![json!({ "required": [name] }), schema.clone()]),
            Value::Bool(true),
        ]);
    }
    conditions
}

/// Every pair of the two lists merged, up to `limit`; pairs that contradict each other fall away.
fn product<'s>(
    left: &[Cow<'s, Object>],
    right: Vec<Cow<'s, Object>>,
    limit: usize,
) -> Vec<Cow<'s, Object>> {
    // The common case, a lone reference or union, need not copy what it leads to.
    if let [only] = left
        && only.is_empty()
    {
        return right.into_iter().take(limit).collect();
    }
    left.iter()
        .flat_map(|one| right.iter().filter_map(move |other| merge(one, other)))
        .take(limit)
        .map(Cow::Owned)
        .collect()
}
