//! Turns a schema and one choice at each union into the schema objects that apply together to an
//! instance.
//!
//! [`round_trip`](super::round_trip) asks whether a difference is allowed under some branch,
//! [`probes`](super::probes) whether a place is the same under all of them.

use serde_json::{Map, Value};

use crate::json;
use crate::schemas::whole::WholeSchema;

/// Schema objects that apply to the same instance at the same time.
pub(crate) type Branch<'a> = Vec<&'a Map<String, Value>>;

/// Choices beyond this number are left out.
const MOST: usize = 256;

/// How many applicators may nest in place; more is a cycle.
const NESTING: u8 = 16;

/// Every choice among the unions of schemas that all apply to one instance. Never empty unless a
/// schema is `false`.
pub(crate) fn branches<'a>(doc: &WholeSchema<'a>, schemas: &[&'a Value]) -> Vec<Branch<'a>> {
    all_of(doc, schemas.iter().copied(), 0)
}

fn all_of<'a>(
    doc: &WholeSchema<'a>,
    schemas: impl Iterator<Item = &'a Value>,
    depth: u8,
) -> Vec<Branch<'a>> {
    schemas.fold(vec![Branch::new()], |so_far, schema| {
        product(&so_far, &expand(doc, schema, depth))
    })
}

fn expand<'a>(doc: &WholeSchema<'a>, schema: &'a Value, depth: u8) -> Vec<Branch<'a>> {
    let map = match schema {
        Value::Object(map) => map,
        Value::Bool(false) => return Vec::new(),
        _ => return vec![Branch::new()],
    };
    let mut found = vec![vec![map]];
    if depth > NESTING {
        return found;
    }
    if let Some((_, target)) = doc.target(map) {
        found = product(&found, &expand(doc, target, depth + 1));
    }
    let list = |key: &str| map.get(key).and_then(Value::as_array);
    if let Some(conjuncts) = list("allOf") {
        found = product(&found, &all_of(doc, conjuncts.iter(), depth + 1));
    }
    for union in ["anyOf", "oneOf"] {
        if let Some(choices) = list(union) {
            let choices: Vec<_> = choices
                .iter()
                .flat_map(|choice| expand(doc, choice, depth + 1))
                .collect();
            found = product(&found, &choices);
        }
    }
    if let Some(condition) = map.get("if") {
        let with = |schemas: &[Option<&'a Value>]| {
            all_of(doc, schemas.iter().copied().flatten(), depth + 1)
        };
        let mut choices = with(&[Some(condition), map.get("then")]);
        choices.extend(with(&[map.get("else")]));
        found = product(&found, &choices);
    }
    if let Some(Value::Object(dependent)) = map.get("dependentSchemas") {
        for schema in dependent.values() {
            let mut choices = expand(doc, schema, depth + 1);
            choices.push(Branch::new());
            found = product(&found, &choices);
        }
    }
    found
}

fn product<'a>(left: &[Branch<'a>], right: &[Branch<'a>]) -> Vec<Branch<'a>> {
    left.iter()
        .flat_map(|one| {
            right
                .iter()
                .map(move |other| [&one[..], &other[..]].concat())
        })
        .take(MOST)
        .collect()
}

/// The schemas that a branch has for a member: of `properties`, of every matching pattern, or else
/// of `additionalProperties`, from each schema of the branch.
pub(crate) fn member<'a>(doc: &WholeSchema<'a>, branch: &Branch<'a>, name: &str) -> Vec<&'a Value> {
    let mut found = Vec::new();
    for schema in branch {
        let before = found.len();
        found.extend(schema.get("properties").and_then(|all| all.get(name)));
        if let Some(Value::Object(patterns)) = schema.get("patternProperties") {
            let matching = patterns
                .iter()
                .filter(|(pattern, _)| doc.matches(pattern, name));
            found.extend(matching.map(|(_, member)| member));
        }
        if found.len() == before {
            found.extend(schema.get("additionalProperties"));
        }
    }
    found
}

/// The schemas that a branch has for the item at an index.
pub(crate) fn item<'a>(branch: &Branch<'a>, at: usize) -> Vec<&'a Value> {
    let of = |schema: &&'a Map<String, Value>| -> Option<&'a Value> {
        let prefix = schema.get("prefixItems").and_then(Value::as_array);
        prefix
            .and_then(|prefix| prefix.get(at))
            .or_else(|| schema.get("items"))
    };
    branch.iter().filter_map(of).collect()
}

/// Whether a branch declares the member in some `properties`.
pub(crate) fn declares(branch: &Branch<'_>, name: &str) -> bool {
    branch.iter().any(|schema| {
        schema
            .get("properties")
            .is_some_and(|all| all.get(name).is_some())
    })
}

/// Whether a branch requires the member.
pub(crate) fn requires(branch: &Branch<'_>, name: &str) -> bool {
    required(branch).any(|required| required == name)
}

pub(crate) fn required<'b>(branch: &'b Branch<'_>) -> impl Iterator<Item = &'b str> {
    branch
        .iter()
        .filter_map(|schema| schema.get("required")?.as_array())
        .flatten()
        .filter_map(Value::as_str)
}

/// Whether the branch's own `type`, `const` and `enum` let the value through.
pub(crate) fn fits(branch: &Branch<'_>, value: &Value) -> bool {
    branch.iter().all(|schema| {
        allows_type(schema, value)
            && schema
                .get("const")
                .is_none_or(|only| json::same(only, value))
            && schema
                .get("enum")
                .and_then(Value::as_array)
                .is_none_or(|all| all.iter().any(|one| json::same(one, value)))
    })
}

/// Whether the schema's own `type` lets a value of that type through.
pub(crate) fn allows_type(schema: &Map<String, Value>, value: &Value) -> bool {
    let is = |name: &str| match (name, value) {
        ("integer", Value::Number(number)) => json::integer(number).is_some(),
        _ => name == json::type_of(value),
    };
    match schema.get("type") {
        Some(Value::String(one)) => is(one),
        Some(Value::Array(several)) => several.iter().filter_map(Value::as_str).any(is),
        _ => true,
    }
}

/// Whether the value may belong to the branch, as far as one level shows: its own keywords
/// fit, the required members are there, and no member contradicts a `type`, `const` or `enum`.
pub(crate) fn plausible<'a>(doc: &WholeSchema<'a>, branch: &Branch<'a>, value: &Value) -> bool {
    if !fits(branch, value) {
        return false;
    }
    let Value::Object(members) = value else {
        return true;
    };
    required(branch).all(|name| members.contains_key(name))
        && members.iter().all(|(name, value)| {
            branches(doc, &member(doc, branch, name))
                .iter()
                .any(|branch| fits(branch, value))
        })
}
