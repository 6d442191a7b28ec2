//! Finds the schema of a member's value, and names for more members.

use serde_json::Value;

use super::{Maker, Object, keywords::list};

/// A member name that no document uses.
pub(super) const UNKNOWN: &str = "zz_unknown_member";

impl Maker<'_> {
    /// The schema of a member's value; `true` where no keyword describes it. Where several patterns
    /// match, the first counts.
    pub(super) fn member<'s>(&self, schema: &'s Object, name: &str) -> &'s Value {
        const ANY: &Value = &Value::Bool(true);
        let named = schema.get("properties").and_then(|all| all.get(name));
        named
            .or_else(|| {
                let patterns = schema.get("patternProperties")?.as_object()?;
                let mut patterns = patterns.iter();
                patterns
                    .find(|(pattern, _)| self.doc.matches(pattern, name))
                    .map(|(_, member)| member)
            })
            .or_else(|| schema.get("additionalProperties"))
            .or_else(|| schema.get("unevaluatedProperties"))
            .unwrap_or(ANY)
    }

    /// Up to `n` names of members beyond `properties` that are likely allowed: of a pattern, or of
    /// `propertyNames`, or else invented.
    pub(super) fn more_names(&self, schema: &Object, n: usize) -> Vec<String> {
        let mut names = Vec::new();
        if let Some(rule @ Value::Object(_)) = schema.get("propertyNames") {
            let values = self.good(rule, 1, n + 4);
            names.extend(values.iter().filter_map(Value::as_str).map(str::to_owned));
        } else if schema.get("additionalProperties") == Some(&Value::Bool(false)) {
            names.extend(self.patterned_names(schema));
        } else {
            let mut unknown = (0..n).map(|at| format!("{UNKNOWN}_{at}"));
            names.extend(unknown.next());
            names.extend(self.patterned_names(schema));
            names.extend(unknown);
        }
        names.retain(|name| !is_named(schema, name));
        names.truncate(n);
        names
    }

    /// One or two names for each pattern of `patternProperties`.
    pub(super) fn patterned_names(&self, schema: &Object) -> Vec<String> {
        let patterns = schema.get("patternProperties").and_then(Value::as_object);
        patterns
            .into_iter()
            .flatten()
            .flat_map(|(pattern, _)| self.samples(pattern, 1, None).into_iter().take(2))
            .collect()
    }

    /// Adds what the members present demand (`dependentRequired`); `false` where that fails.
    pub(super) fn complete(&self, schema: &Object, object: &mut Object) -> bool {
        let Some(rules) = schema.get("dependentRequired").and_then(Value::as_object) else {
            return true;
        };
        // A rule's additions may trigger another; as many rounds as rules are enough.
        for _ in 0..rules.len() {
            for (trigger, needed) in rules {
                if !object.contains_key(trigger) {
                    continue;
                }
                for name in needed
                    .as_array()
                    .into_iter()
                    .flatten()
                    .filter_map(Value::as_str)
                {
                    if !object.contains_key(name) {
                        let Some(value) = self.minimal(self.member(schema, name)) else {
                            return false;
                        };
                        object.insert(name.to_owned(), value);
                    }
                }
            }
        }
        true
    }
}

/// The names in `required`.
pub(super) fn required(schema: &Object) -> impl Iterator<Item = &str> {
    list(schema, "required").iter().filter_map(Value::as_str)
}

/// The members in `properties`, in their order.
pub(super) fn named(schema: &Object) -> impl Iterator<Item = (&String, &Value)> {
    schema
        .get("properties")
        .and_then(Value::as_object)
        .into_iter()
        .flatten()
}

fn is_named(schema: &Object, name: &str) -> bool {
    schema
        .get("properties")
        .is_some_and(|all| all.get(name).is_some())
}
