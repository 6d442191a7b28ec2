//! Turns two versions of the keywords that restrict values into changes.

use serde_json::{Map, Value};

use super::edit::{Edit, Pair, join, shown};

/// A keyword with a number: the kinds of changes where it is set, removed, greater and less.
type Numeric = (&'static str, [&'static str; 4]);

const NUMERIC: [Numeric; 13] = [
    (
        "minLength",
        [
            "minLength-set",
            "minLength-removed",
            "minLength-increased",
            "minLength-decreased",
        ],
    ),
    (
        "maxLength",
        [
            "maxLength-set",
            "maxLength-removed",
            "maxLength-increased",
            "maxLength-decreased",
        ],
    ),
    (
        "minimum",
        [
            "minimum-set",
            "minimum-removed",
            "minimum-increased",
            "minimum-decreased",
        ],
    ),
    (
        "maximum",
        [
            "maximum-set",
            "maximum-removed",
            "maximum-increased",
            "maximum-decreased",
        ],
    ),
    (
        "exclusiveMinimum",
        [
            "exclusiveMinimum-set",
            "exclusiveMinimum-removed",
            "exclusiveMinimum-increased",
            "exclusiveMinimum-decreased",
        ],
    ),
    (
        "exclusiveMaximum",
        [
            "exclusiveMaximum-set",
            "exclusiveMaximum-removed",
            "exclusiveMaximum-increased",
            "exclusiveMaximum-decreased",
        ],
    ),
    (
        "multipleOf",
        [
            "multipleOf-set",
            "multipleOf-removed",
            "multipleOf-changed-multiple",
            "multipleOf-changed-divisor",
        ],
    ),
    (
        "minItems",
        [
            "minItems-set",
            "minItems-removed",
            "minItems-increased",
            "minItems-decreased",
        ],
    ),
    (
        "maxItems",
        [
            "maxItems-set",
            "maxItems-removed",
            "maxItems-increased",
            "maxItems-decreased",
        ],
    ),
    (
        "minContains",
        [
            "minContains-set",
            "minContains-removed",
            "minContains-increased",
            "minContains-decreased",
        ],
    ),
    (
        "maxContains",
        [
            "maxContains-set",
            "maxContains-removed",
            "maxContains-increased",
            "maxContains-decreased",
        ],
    ),
    (
        "minProperties",
        [
            "minProperties-set",
            "minProperties-removed",
            "minProperties-increased",
            "minProperties-decreased",
        ],
    ),
    (
        "maxProperties",
        [
            "maxProperties-set",
            "maxProperties-removed",
            "maxProperties-increased",
            "maxProperties-decreased",
        ],
    ),
];

/// Other keywords: the kinds of changes where it is added, removed and changed.
const OTHERS: [(&str, [&str; 3]); 13] = [
    (
        "pattern",
        ["pattern-added", "pattern-removed", "pattern-changed"],
    ),
    (
        "format",
        [
            "format-added-annotation",
            "format-removed-annotation",
            "format-changed",
        ],
    ),
    (
        "uniqueItems",
        ["uniqueItems-on", "uniqueItems-off", "uniqueItems-changed"],
    ),
    (
        "contains",
        ["contains-added", "contains-removed", "contains-changed"],
    ),
    (
        "propertyNames",
        [
            "propertyNames-added",
            "propertyNames-removed",
            "propertyNames-changed",
        ],
    ),
    (
        "patternProperties",
        [
            "patternProperties-added",
            "patternProperties-removed",
            "patternProperties-changed",
        ],
    ),
    (
        "unevaluatedProperties",
        [
            "unevaluatedProperties-closed",
            "unevaluatedProperties-opened",
            "unevaluatedProperties-changed",
        ],
    ),
    (
        "unevaluatedItems",
        [
            "unevaluatedItems-closed",
            "unevaluatedItems-opened",
            "unevaluatedItems-changed",
        ],
    ),
    ("not", ["not-added", "not-removed", "not-changed"]),
    ("if", ["if-then-added", "if-then-removed", "if-changed"]),
    ("then", ["then-added", "then-removed", "then-changed"]),
    ("else", ["else-added", "else-removed", "else-changed"]),
    (
        "allOf",
        [
            "allOf-member-added",
            "allOf-member-removed",
            "allOf-member-changed",
        ],
    ),
];

/// Keywords about members that depend on others.
const DEPENDENT: [(&str, [&str; 3]); 3] = [
    (
        "dependentRequired",
        [
            "dependentRequired-added",
            "dependentRequired-removed",
            "dependentRequired-changed",
        ],
    ),
    (
        "dependentSchemas",
        [
            "dependentSchemas-added",
            "dependentSchemas-removed",
            "dependentSchemas-changed",
        ],
    ),
    (
        "dependencies",
        [
            "dependencies-added",
            "dependencies-removed",
            "dependencies-changed",
        ],
    ),
];

/// Adds the changes of keywords that restrict values.
pub(super) fn restrictions(pair: Pair<'_>, at: &str, edits: &mut Vec<Edit>) {
    let [old, new] = [pair.old, pair.new].map(gathered);
    let pair = Pair {
        old: &old,
        new: &new,
    };
    let before = edits.len();
    exclusiveness(pair, at, edits);
    let is_bound = |keyword: &str| keyword.ends_with("imum");
    let is_moved = edits.len() > before;
    for (keyword, kinds) in &NUMERIC {
        if is_moved && is_bound(keyword) {
            continue;
        }
        let (kind, text) = match pair.get(keyword) {
            [None, Some(new)] => (kinds[0], format!("`{keyword}` is now {}", shown(new))),
            [Some(old), None] => (kinds[1], format!("`{keyword}` was {}", shown(old))),
            [Some(old), Some(new)] if old != new => {
                let is_greater = old.as_f64() < new.as_f64();
                let kind = if is_greater { kinds[2] } else { kinds[3] };
                let text = format!("`{keyword}` was {}, and is now {}", shown(old), shown(new));
                (kind, text)
            }
            _ => continue,
        };
        edits.push(changed(kind, join(at, keyword), pair, keyword, text));
    }
    for (keyword, kinds) in OTHERS.iter().chain(&DEPENDENT) {
        // `then` and `else` come and go with `if`.
        let depends = matches!(*keyword, "then" | "else");
        if depends && pair.old.contains_key("if") != pair.new.contains_key("if") {
            continue;
        }
        let (kind, text) = match pair.get(keyword) {
            [None, Some(new)] => (kinds[0], format!("`{keyword}` is now {}", shown(new))),
            [Some(old), None] => (kinds[1], format!("`{keyword}` was {}", shown(old))),
            [Some(old), Some(new)] if old != new => {
                let text = format!("`{keyword}` was {}, and is now {}", shown(old), shown(new));
                (kinds[2], text)
            }
            _ => continue,
        };
        edits.push(changed(kind, join(at, keyword), pair, keyword, text));
    }
}

/// A schema with the keywords of its `allOf`, where it has none of the same name.
fn gathered(schema: &Map<String, Value>) -> Map<String, Value> {
    let mut gathered = schema.clone();
    let Some(Value::Array(all)) = gathered.shift_remove("allOf") else {
        return gathered;
    };
    let mut rest = Vec::new();
    for part in all {
        match part {
            Value::Object(part) if part.keys().all(|keyword| !gathered.contains_key(keyword)) => {
                gathered.extend(part);
            }
            part => rest.push(part),
        }
    }
    if !rest.is_empty() {
        gathered.insert("allOf".to_owned(), Value::Array(rest));
    }
    gathered
}

/// The bounds that are excluded or included now, and were not before.
fn exclusiveness(pair: Pair<'_>, at: &str, edits: &mut Vec<Edit>) {
    for (inclusive, exclusive) in [
        ("minimum", "exclusiveMinimum"),
        ("maximum", "exclusiveMaximum"),
    ] {
        let (kind, keyword) = match (pair.get(inclusive), pair.get(exclusive)) {
            ([Some(old), None], [None, Some(new)]) if old == new => {
                ("inclusive-to-exclusive", exclusive)
            }
            ([None, Some(new)], [Some(old), None]) if old == new => {
                ("exclusive-to-inclusive", inclusive)
            }
            _ => continue,
        };
        let text = format!("the bound is now `{keyword}`");
        edits.push(Edit {
            kind,
            at: at.to_owned(),
            sides: [true, true],
            text,
        });
    }
}

fn changed(kind: &'static str, at: String, pair: Pair<'_>, keyword: &str, text: String) -> Edit {
    let has = |schema: &Map<String, Value>| schema.contains_key(keyword);
    Edit {
        kind,
        at,
        sides: [has(pair.old), has(pair.new)],
        text,
    }
}
