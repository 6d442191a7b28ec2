//! Finds out whether a schema accepts nothing.

use jsonschema::canonical::{Containment, Satisfiability};
use serde_json::{Value, json};

use crate::algebra::canonical;
use crate::schemas::whole::WholeSchema;

/// More branches than this are not compared with each other.
const MOST: usize = 32;

/// Whether it is proven that a schema accepts nothing.
pub(crate) fn is_empty(schema: &Value) -> bool {
    let is_unsatisfiable = |schema: &Value| {
        canonical(schema).is_ok_and(|schema| schema.satisfiability() == Satisfiability::No)
    };
    is_unsatisfiable(schema) || has_covered_branches(schema)
}

/// Whether each branch of a `oneOf` is within another one: then a value is valid for two of them, or for none. The
/// algebra leaves that open.
fn has_covered_branches(schema: &Value) -> bool {
    let whole = WholeSchema::new(schema);
    let mut members = schema.as_object();
    let mut followed = 0;
    while let Some(schema) = members
        && !schema.contains_key("oneOf")
    {
        members = whole
            .target(schema)
            .and_then(|(_, target)| target.as_object());
        followed += 1;
        if followed > MOST {
            return false;
        }
    }
    let branches = members.and_then(|schema| schema["oneOf"].as_array());
    let Some(branches) = branches.filter(|branches| branches.len() <= MOST) else {
        return false;
    };
    let alone = |branch: &Value| {
        let mut alone = json!({ "allOf": [branch] });
        if let Some(definitions) = schema.get("$defs") {
            alone["$defs"] = definitions.clone();
        }
        canonical(&alone).ok()
    };
    let branches: Vec<_> = branches.iter().map(alone).collect();
    branches.iter().enumerate().all(|(index, branch)| {
        let others = branches
            .iter()
            .enumerate()
            .filter(|(other, _)| *other != index);
        others.into_iter().any(|(_, other)| match (branch, other) {
            (Some(branch), Some(other)) => matches!(other.covers(branch), Ok(Containment::Yes)),
            _ => false,
        })
    })
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::is_empty;

    #[test]
    fn branches_within_each_other_leave_nothing() {
        let definitions =
            json!({ "A": { "type": "string" }, "B": { "type": "string", "title": "B" } });
        let union = json!({ "oneOf": [{ "$ref": "#/$defs/A" }, { "$ref": "#/$defs/B" }], "$defs": definitions });
        assert!(is_empty(&union));
        let wider = json!({ "oneOf": [{ "type": "string" }, { "type": ["string", "null"] }] });
        assert!(!is_empty(&wider));
        assert!(is_empty(&json!(false)) && !is_empty(&json!(true)));
    }
}
