//! Turns unions into schemas of a language.

use serde_json::{Map, Value, json};

use super::keywords::conjoin;
use super::{Language, Writer};
use cratify_model::model::{Branching, Facts, Rest, Tag, Union, Variant};
use cratify_schema::keyword::{JsonType, TypeSet};

impl Writer<'_> {
    pub(super) fn union(&mut self, union: &Union) -> Value {
        match (self.language, union.branching) {
            (Language::Read, _) => self.read(union),
            (Language::Accepted | Language::Meant, Branching::Extensions(base)) => self.named(base),
            (Language::Written, Branching::Extensions(_)) => self.extensions(union),
            (_, Branching::Any) => self.branches("anyOf", union),
            (_, Branching::One) => self.branches("oneOf", union),
        }
    }

    /// The values of a base, which comes first, and of what extends it. A `mapping` can lead to a schema that has other
    /// values too: these are not valid for the base.
    fn extensions(&mut self, union: &Union) -> Value {
        let written = self.branches("anyOf", union);
        match union.variants.first() {
            Some(base) => conjoin(written, facts(base)),
            None => written,
        }
    }

    fn branches(&mut self, keyword: &str, union: &Union) -> Value {
        let mut branches = self.variants(keyword, &union.variants);
        if let Rest::Other(constraints) = &union.rest {
            branches.push(self.with(Value::Bool(true), constraints));
        }
        Value::Object(Map::from_iter([(keyword.to_owned(), branches.into())]))
    }

    fn variants(&mut self, keyword: &str, variants: &[Variant]) -> Vec<Value> {
        let variants = variants.iter().enumerate();
        let written = variants.map(|(index, variant)| {
            let index = index.to_string();
            self.inside(&[keyword, &index], |writer| writer.slot(&variant.slot))
        });
        written.collect()
    }

    /// The values that a union reads: see `support/union.rs` of the generated crate.
    fn read(&mut self, union: &Union) -> Value {
        let slots = self.variants("anyOf", &union.variants);
        let branches: Vec<(&Variant, Value)> = union.variants.iter().zip(slots).collect();
        let is_open = !matches!(union.rest, Rest::Refused);
        match &union.tag {
            // A value of no branch is kept, whatever it is.
            Some(tag) if is_open && tag.is_certain => open_with_tag(tag, &branches),
            _ if is_open => Value::Bool(true),
            Some(tag) => closed_with_tag(tag, union, &branches),
            None => {
                let fitting = branches
                    .iter()
                    .map(|(variant, slot)| fitting(variant, slot));
                any_of(fitting.collect())
            }
        }
    }
}

/// A known tag selects the branch that has to read the value; any other value is kept.
fn open_with_tag(tag: &Tag, branches: &[(&Variant, Value)]) -> Value {
    let all: Vec<&String> = branches.iter().flat_map(|(one, _)| &one.tags).collect();
    let mut read = vec![json!({ "not": tagged(tag, &all) })];
    read.extend(
        branches
            .iter()
            .map(|(variant, slot)| selected(tag, variant, slot)),
    );
    any_of(read)
}

fn closed_with_tag(tag: &Tag, union: &Union, branches: &[(&Variant, Value)]) -> Value {
    let mut read: Vec<Value> = branches
        .iter()
        .map(|(variant, slot)| selected(tag, variant, slot))
        .collect();
    let all: Vec<&String> = branches.iter().flat_map(|(one, _)| &one.tags).collect();
    let default = tag.default.and_then(|index| branches.get(index));
    if let (Some((_, slot)), true) = (default, union.variants.len() == branches.len()) {
        read.push(json!({ "allOf": [{ "not": tagged(tag, &all) }, slot] }));
    }
    // Without a tag, or where a branch does not read what its tag selects, the facts decide.
    let member =
        json!({ "properties": { &tag.member: { "type": "string" } }, "required": [&tag.member] });
    for (variant, slot) in branches {
        let fitting = fitting(variant, slot);
        if tag.is_certain {
            read.push(json!({ "allOf": [{ "not": member }, fitting] }));
        } else {
            read.push(fitting);
        }
    }
    any_of(read)
}

/// The objects with one of these tags.
fn tagged(tag: &Tag, tags: &[&String]) -> Value {
    json!({
        "type": "object",
        "properties": { &tag.member: { "enum": tags } },
        "required": [&tag.member],
    })
}

/// The values that a branch reads if its tag selects it.
fn selected(tag: &Tag, variant: &Variant, slot: &Value) -> Value {
    let tags: Vec<&String> = variant.tags.iter().collect();
    json!({ "allOf": [tagged(tag, &tags), slot] })
}

/// The values that a branch reads if its facts allow them.
fn fitting(variant: &Variant, slot: &Value) -> Value {
    let facts = facts(variant);
    if facts.is_empty() {
        return slot.clone();
    }
    conjoin(json!({ "allOf": [slot] }), facts)
}

/// The facts of a branch as keywords.
fn facts(variant: &Variant) -> Map<String, Value> {
    let Facts {
        types,
        required,
        fixed,
        ..
    } = &variant.facts;
    let mut facts = Map::new();
    if *types != TypeSet::ALL {
        let names: Vec<&str> = types.iter().map(JsonType::as_str).collect();
        facts.insert("type".to_owned(), json!(names));
    }
    if !required.is_empty() {
        facts.insert("required".to_owned(), json!(required));
    }
    let fixed: Map<String, Value> = fixed
        .iter()
        .map(|(name, values)| (name.clone(), json!({ "enum": values })))
        .collect();
    if !fixed.is_empty() {
        facts.insert("properties".to_owned(), Value::Object(fixed));
    }
    facts
}

fn any_of(mut branches: Vec<Value>) -> Value {
    if branches.len() == 1 {
        return branches.remove(0);
    }
    json!({ "anyOf": branches })
}
