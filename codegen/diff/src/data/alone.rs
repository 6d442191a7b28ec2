//! Turns one change of a schema into its verdicts, as if the others had not been made.
//!
//! The old definition gets the changed part of the new one, in each language, and is compared with itself.

use std::time::Instant;

use cratify_rust::publish::Language;
use serde_json::Value;

use super::conjunction::Object;
use super::judge::Judge;
use super::question::{Comparison, Decision, complete_of, unknown};
use super::references::references;
use super::validator;
use super::witness::Test;
use crate::{Boundary, Verdict, Verdicts};

impl Judge<'_> {
    /// The verdicts for the change at a JSON Pointer into the definition of a schema. `whole` are the verdicts for the schema.
    pub(crate) fn alone(&self, key: &str, at: &str, whole: &Verdicts) -> Verdicts {
        let mut verdicts = whole.clone();
        for boundary in Boundary::ALL {
            let of_whole = &whole[boundary];
            if matches!(of_whole, None | Some(Verdict::Compatible)) {
                continue;
            }
            verdicts[boundary] = Some(self.alone_at(boundary, key, at));
        }
        verdicts
    }

    fn alone_at(&self, boundary: Boundary, key: &str, at: &str) -> Verdict {
        let (inner, outer) = match boundary {
            Boundary::Write => (Language::Written, Language::Accepted),
            Boundary::ReadBack => (Language::Written, Language::Read),
            Boundary::ReadStrict => (Language::Accepted, Language::Accepted),
            Boundary::Read => (Language::Meant, Language::Read),
        };
        let olds = |language| self.old_part(language, key);
        let changed = |language| self.changed_part(language, key, at);
        let is_forward = matches!(boundary, Boundary::Write | Boundary::ReadBack);
        let (definitions, others) = if is_forward {
            (olds(inner), changed(outer))
        } else {
            (changed(inner), olds(outer))
        };
        let comparison = Comparison {
            key,
            definitions: &definitions,
            others: &others,
            known: self.known(),
            deadline: Instant::now() + self.limits.time,
        };
        let validator = |definitions: &Object, language| {
            let schema = definitions.get(key).unwrap_or(&Value::Bool(true));
            let schema = complete_of(schema, definitions);
            match language {
                Language::Accepted => validator::literal(&schema),
                _ => validator::assertive(&schema),
            }
        };
        let test = || {
            Ok(Test {
                accepting: vec![validator(&definitions, inner)?],
                refusing: validator(&others, outer)?,
            })
        };
        match comparison.decide(test) {
            Decision::Proven => Verdict::Compatible,
            Decision::Refuted(found) => Verdict::Incompatible {
                witness: Some(found.value),
                at: found.at,
            },
            Decision::Open { .. } => {
                unknown("it is not known which change of the schema breaks this")
            }
        }
    }

    /// The old definition with the definitions that it refers to. Changes in these are a question of their own.
    fn old_part(&self, language: Language, key: &str) -> Object {
        let [old, new] = self.definitions(language);
        let mut part = Object::new();
        // The definitions that the new one refers to come along.
        let mut open = vec![key.to_owned()];
        if let Some(new) = new.get(key) {
            references(new, &mut |name| open.push(name.to_owned()));
        }
        while let Some(name) = open.pop() {
            let known = old.get(&name).or_else(|| new.get(&name));
            if let (Some(known), false) = (known, part.contains_key(&name)) {
                references(known, &mut |name| open.push(name.to_owned()));
                part.insert(name, known.clone());
            }
        }
        part
    }

    /// The same with the changed part of the new definition.
    fn changed_part(&self, language: Language, key: &str, at: &str) -> Object {
        let mut part = self.old_part(language, key);
        let [_, new] = self.definitions(language);
        if let (Some(old), Some(new)) = (part.get_mut(key), new.get(key))
            && !put(old, new, at)
        {
            *old = new.clone();
        }
        part
    }
}

/// Puts a part of one schema into another: `false` if they differ too much for that. A member brings along whether it
/// must be there.
fn put(old: &mut Value, new: &Value, at: &str) -> bool {
    let Some((outer, token)) = at.rsplit_once('/') else {
        *old = new.clone();
        return true;
    };
    let (holder, token) = (outer, token.replace("~1", "/").replace("~0", "~"));
    if let Some(of_object) = holder.strip_suffix("/properties") {
        let (Some(old), Some(new)) = (old.pointer_mut(of_object), new.pointer(of_object)) else {
            return false;
        };
        return put_member(old, new, &token);
    }
    if new.pointer(holder).is_some_and(Value::is_array) {
        // A list is one part.
        return put(old, new, holder);
    }
    let (Some(Value::Object(old)), Some(Value::Object(new))) =
        (old.pointer_mut(holder), new.pointer(holder))
    else {
        return false;
    };
    // A keyword that neither of them has is one of `allOf`, or none of this language.
    let is_there = old.contains_key(&token) || new.contains_key(&token);
    let token = if is_there { token } else { "allOf".to_owned() };
    match new.get(&token) {
        Some(value) => old.insert(token, value.clone()),
        None => old.shift_remove(&token),
    };
    true
}

fn put_member(old: &mut Value, new: &Value, name: &str) -> bool {
    let member = new.get("properties").and_then(|members| members.get(name));
    let is_required = |schema: &Value| {
        let names = schema.get("required").and_then(Value::as_array);
        names.is_some_and(|names| names.iter().any(|one| one == name))
    };
    let required = is_required(new);
    let Some(old) = old.as_object_mut() else {
        return false;
    };
    let members = old
        .entry("properties")
        .or_insert_with(|| Value::Object(Object::new()));
    if let Some(members) = members.as_object_mut() {
        match member {
            Some(member) => members.insert(name.to_owned(), member.clone()),
            None => members.shift_remove(name),
        };
    }
    let names = old
        .entry("required")
        .or_insert_with(|| Value::Array(Vec::new()));
    if let Some(names) = names.as_array_mut() {
        names.retain(|one| one != name);
        if required {
            names.push(name.into());
        }
    }
    true
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::put;

    #[test]
    fn a_member_brings_along_whether_it_must_be_there() {
        let mut old = json!({ "properties": { "a": {}, "b": {} }, "required": ["b"] });
        let new =
            json!({ "properties": { "a": { "type": "string" } }, "required": ["a"], "not": {} });
        assert!(put(&mut old, &new, "/properties/a"));
        let expected =
            json!({ "properties": { "a": { "type": "string" }, "b": {} }, "required": ["b", "a"] });
        assert_eq!(old, expected);
        assert!(put(&mut old, &new, "/properties/b") && put(&mut old, &new, "/not"));
        assert_eq!(old, new);
        assert!(!put(&mut old, &new, "/items/properties/a"));
    }
}
