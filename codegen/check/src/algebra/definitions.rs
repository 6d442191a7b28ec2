//! Gives two schemas the same definitions, so that the algebra can compare them.
//!
//! The algebra compares many references by name, and cannot decide if one schema has a definition where the
//! other has the same schema inline. A Rust type and its published schema differ in this way wherever a
//! subschema became a type, or a constraint was copied. The result keeps only recursive definitions that both
//! schemas have.

use std::collections::HashSet;

use serde_json::{Map, Value, json};

/// A schema that gets larger than this is left as it is.
const MOST_NODES: usize = 50_000;

/// The schema with each definition that `other` does not have, or that does not recurse, put in the
/// place of the references to it, and with what its root refers to put there once. It accepts the
/// same values. `None` where nothing changes, or too much would.
pub(crate) fn inline_definitions(schema: &Value, other: &Value) -> Option<Value> {
    let own = definitions(schema)?;
    let others = definitions(other);
    let is_shared = |name: &&String| others.is_some_and(|others| others.contains_key(*name));
    let kept: HashSet<&str> = own
        .keys()
        .filter(|name| is_shared(name) && recurses(name, own))
        .map(String::as_str)
        .collect();
    let restricted = restricted_reference(schema);
    if restricted.is_none() && kept.len() == own.len() {
        return None;
    }
    // References find definitions at the root, so `$defs` is put back there.
    let mut body = schema.as_object()?.clone();
    body.shift_remove("$defs");
    let body = Value::Object(body);
    let mut inlining = Inlining {
        definitions: own,
        kept,
        within: Vec::new(),
        nodes: 0,
    };
    let mut put = match inlining.put(&body)? {
        Value::Object(members) => members,
        boolean => Map::from_iter([("allOf".to_owned(), json!([boolean]))]),
    };
    if let Some(name) = restricted
        && put.shift_remove("$ref").is_some()
    {
        let target = inlining.put(own.get(name)?)?;
        put.insert("allOf".to_owned(), json!([target]));
    }
    let mut definitions = Map::new();
    for (name, definition) in own {
        definitions.insert(name.clone(), inlining.put(definition)?);
    }
    put.insert("$defs".to_owned(), Value::Object(definitions));
    Some(Value::Object(put))
}

/// Whether a definition refers to itself, directly or not.
fn recurses(name: &str, definitions: &Map<String, Value>) -> bool {
    let mut seen = HashSet::new();
    let mut open: Vec<&Value> = definitions.get(name).into_iter().collect();
    while let Some(value) = open.pop() {
        match value {
            Value::Object(members) => {
                open.extend(members.values());
                let referred = members.get("$ref").and_then(referred);
                if referred == Some(name) {
                    return true;
                }
                if let Some(other) = referred
                    && seen.insert(other)
                {
                    open.extend(definitions.get(other));
                }
            }
            Value::Array(values) => open.extend(values),
            _ => {}
        }
    }
    false
}

/// The name of the definition that a reference leads to.
fn referred(reference: &Value) -> Option<&str> {
    reference.as_str()?.strip_prefix("#/$defs/")
}

/// The definition that the root refers to, if it says more than that.
fn restricted_reference(schema: &Value) -> Option<&str> {
    let root = schema.as_object()?;
    let is_alone = |name: &String| matches!(name.as_str(), "$ref" | "$defs" | "$schema");
    if root.contains_key("allOf") || root.keys().all(is_alone) {
        return None;
    }
    referred(root.get("$ref")?)
}

fn definitions(schema: &Value) -> Option<&Map<String, Value>> {
    schema.get("$defs")?.as_object()
}

struct Inlining<'s> {
    definitions: &'s Map<String, Value>,
    /// The definitions that stay.
    kept: HashSet<&'s str>,
    /// The definitions that are being put in place: one that recurses by itself stays.
    within: Vec<&'s str>,
    nodes: usize,
}

impl<'s> Inlining<'s> {
    fn put(&mut self, value: &'s Value) -> Option<Value> {
        self.nodes += 1;
        if self.nodes > MOST_NODES {
            return None;
        }
        let members = match value {
            Value::Object(members) => members,
            Value::Array(values) => {
                let values = values.iter().map(|value| self.put(value));
                return values.collect::<Option<_>>().map(Value::Array);
            }
            scalar => return Some(scalar.clone()),
        };
        let mut put = Map::new();
        let mut target = None;
        for (key, value) in members {
            match self.named(key, value) {
                Some(name) => {
                    self.within.push(name);
                    target = self.put(&self.definitions[name]);
                    self.within.pop();
                    target.as_ref()?;
                }
                None => {
                    put.insert(key.clone(), self.put(value)?);
                }
            }
        }
        Some(match target {
            None => Value::Object(put),
            Some(target) if put.is_empty() => target,
            Some(target) => json!({ "allOf": [target, put] }),
        })
    }

    /// The definition that a member refers to, if it is one to put in place.
    fn named(&self, key: &str, value: &'s Value) -> Option<&'s str> {
        let name = referred(value).filter(|_| key == "$ref")?;
        let is_here = !self.kept.contains(name) && !self.within.contains(&name);
        (is_here && self.definitions.contains_key(name)).then_some(name)
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::inline_definitions;

    #[test]
    fn what_only_one_has_is_put_in_its_place() {
        let one = json!({ "$ref": "#/$defs/Tree", "$defs": {
            "Tree": { "anyOf": [{ "type": "boolean" }, { "$ref": "#/$defs/Node" }] },
            "Node": { "properties": { "next": { "$ref": "#/$defs/Tree" } } },
        } });
        // It does not matter what the other says: names alone are compared.
        let other = json!({ "$ref": "#/$defs/Tree", "$defs": { "Tree": true } });
        let expected = json!({ "anyOf": [
            { "type": "boolean" },
            { "properties": { "next": { "$ref": "#/$defs/Tree" } } },
        ] });
        let inlined = inline_definitions(&one, &other).expect("it has a definition of its own");
        assert_eq!(inlined["$defs"]["Tree"], expected);
    }

    #[test]
    fn what_does_not_recurse_is_put_in_its_place() {
        let one = json!({ "items": { "$ref": "#/$defs/Text" }, "$defs": { "Text": { "type": "string" } } });
        let inlined = inline_definitions(&one, &one).expect("it has a definition");
        assert_eq!(inlined["items"], json!({ "type": "string" }));
    }

    #[test]
    fn a_root_that_restricts_what_it_refers_to_says_it_all() {
        let tree = json!({ "properties": { "next": { "$ref": "#/$defs/Tree" } } });
        let one = json!({ "$ref": "#/$defs/Tree", "type": "object", "$defs": { "Tree": tree } });
        let expected = json!({ "type": "object", "$defs": { "Tree": tree }, "allOf": [tree] });
        assert_eq!(inline_definitions(&one, &one), Some(expected));
    }

    #[test]
    fn what_recurses_by_itself_stays() {
        let own = json!({ "items": { "items": { "$ref": "#/$defs/Own" } } });
        let one = json!({ "$ref": "#/$defs/Own", "$defs": {
            "Own": { "items": { "$ref": "#/$defs/Own" } },
        } });
        let inlined =
            inline_definitions(&one, &json!(true)).expect("it has a definition of its own");
        assert_eq!(inlined["$defs"]["Own"], own);
        assert_eq!(inlined["items"], json!({ "$ref": "#/$defs/Own" }));
    }
}
