//! Proves keywords about objects.

use serde_json::Value;

use super::{Prover, Step, has_same, refers};
use crate::data::conjunction::{Conjunction, Object};
use crate::data::patterns::Relation;

/// The schema without values.
static NOTHING: Value = Value::Bool(false);

impl<'d> Prover<'d> {
    /// Whether all objects keep a keyword.
    pub(super) fn keeps_of_objects(
        &mut self,
        values: &Conjunction<'d>,
        schema: &'d Object,
        keyword: &'d str,
        value: &'d Value,
    ) -> bool {
        match keyword {
            "properties" => self.keep_properties(values, value),
            "required" => {
                let required = values.required();
                let names = value.as_array().map(Vec::as_slice).unwrap_or_default();
                let mut names = names.iter().filter_map(Value::as_str);
                names.all(|name| required.contains(name))
            }
            "additionalProperties" => self.keep_others(values, schema, value),
            "minProperties" => {
                let own = values.greatest(keyword).unwrap_or_default();
                let required = values.required().len() as u64;
                value
                    .as_u64()
                    .is_some_and(|bound| own.max(required) >= bound)
            }
            "maxProperties" => {
                let is_closed = values.member(None).is_empty();
                let names = values.member_names().into_iter();
                let names = names.filter(|name| !values.member(Some(name)).is_empty());
                let listed = is_closed.then(|| names.count() as u64);
                let most = values.least(keyword).into_iter().chain(listed).min();
                most.is_some_and(|most| value.as_u64().is_some_and(|bound| most <= bound))
            }
            "dependentRequired" => keep_dependents(values, value),
            "patternProperties" => {
                has_same(values, &[keyword], schema) && !refers(value)
                    || values.member(None).is_empty()
                        && value.as_object().is_some_and(Object::is_empty)
                    || self.keep_patterns(values, value)
            }
            "propertyNames" => {
                has_same(values, &[keyword], schema) || self.keep_names(values, value)
            }
            // They mean the same only beside the same keywords.
            _ => false,
        }
    }

    fn keep_properties(&mut self, values: &Conjunction<'d>, properties: &'d Value) -> bool {
        let mut keep = true;
        for (name, other) in properties.as_object().into_iter().flatten() {
            let member = values.member(Some(name));
            let step = Step::Member(name.clone());
            keep &= member.is_empty() || self.step(values, step, &member, other);
        }
        keep
    }

    /// Members whose names match patterns of the other schema, if the names of all members are known.
    fn keep_patterns(&mut self, values: &Conjunction<'d>, others: &'d Value) -> bool {
        let (Some(own), Some(others)) = (patterns(values), others.as_object()) else {
            return false;
        };
        let others = others.values().collect::<Vec<_>>();
        others.into_iter().all(|other| {
            let mut named = values.member_names().into_iter();
            named.all(|name| self.is_within(&values.member(Some(name)), other))
                && own
                    .values()
                    .all(|own| self.is_within(&values.member(None).with(own), other))
        })
    }

    /// Members that the other schema neither lists nor has a pattern for, if the names of all members are known.
    fn keep_unmatched(
        &mut self,
        values: &Conjunction<'d>,
        schema: &'d Object,
        others: &'d Value,
    ) -> bool {
        let (Some(own), Some(Value::Object(matched))) =
            (patterns(values), schema.get("patternProperties"))
        else {
            return false;
        };
        let listed = schema.get("properties").and_then(Value::as_object);
        let is_listed = |name: &str| listed.is_some_and(|listed| listed.contains_key(name));
        let mut named = values.member_names().into_iter();
        named.all(|name| is_listed(name) || self.is_within(&values.member(Some(name)), others))
            && own.iter().all(|(pattern, own)| {
                let mut matched = matched.keys();
                matched.any(|other| self.patterns.relate(pattern, other) == Relation::Within)
                    || self.is_within(&values.member(None).with(own), others)
            })
    }

    /// The names of members, one by one if they are listed.
    fn keep_names(&mut self, values: &Conjunction<'d>, names: &'d Value) -> bool {
        let own = values.names();
        let Some(listed) = &own.values else {
            return self.is_within(&own, names);
        };
        let mut keep = true;
        for name in listed.iter().filter_map(|name| name.as_str()) {
            let member = values.member(Some(name));
            let is_kept = member.is_empty()
                || self.accepts(names, &Value::from(name), 0) == Some(true)
                || self.step(values, Step::Name(name.to_owned()), &member, &NOTHING);
            keep &= is_kept;
        }
        keep
    }

    /// Members that the other schema does not list.
    fn keep_others(
        &mut self,
        values: &Conjunction<'d>,
        schema: &'d Object,
        others: &'d Value,
    ) -> bool {
        if schema.contains_key("patternProperties") {
            let keywords = ["properties", "patternProperties", "additionalProperties"];
            return has_same(values, &keywords, schema) && !refers(others)
                || self.keep_unmatched(values, schema, others);
        }
        let listed = schema.get("properties").and_then(Value::as_object);
        let mut keep = true;
        for name in values.member_names() {
            if listed.is_some_and(|listed| listed.contains_key(name)) {
                continue;
            }
            let member = values.member(Some(name));
            let step = Step::Member(name.to_owned());
            keep &= member.is_empty() || self.step(values, step, &member, others);
        }
        let member = values.member(None);
        keep && (member.is_empty() || self.step(values, Step::OtherMember, &member, others))
    }
}

/// The schemas for patterns of the names of members, where each member has a name that matches one of them or is listed.
fn patterns<'d>(values: &Conjunction<'d>) -> Option<&'d Object> {
    let mut parts = values.parts.iter();
    let closed = parts.find(|part| {
        part.contains_key("patternProperties") && part.get("additionalProperties") == Some(&NOTHING)
    })?;
    closed.get("patternProperties")?.as_object()
}

/// Whether the members that another one asks for are there whenever it is.
fn keep_dependents(values: &Conjunction<'_>, dependents: &Value) -> bool {
    let required = values.required();
    let mut dependents = dependents.as_object().into_iter().flatten();
    dependents.all(|(name, needed)| {
        let needed = needed.as_array().map(Vec::as_slice).unwrap_or_default();
        let is_needed = |needed: &Value| {
            needed
                .as_str()
                .is_some_and(|needed| required.contains(needed))
                || values.parts.iter().any(|part| {
                    let own = part.get("dependentRequired").and_then(|own| own.get(name));
                    let own = own.and_then(Value::as_array);
                    own.is_some_and(|own| own.contains(needed))
                })
        };
        values.member(Some(name)).is_empty() || needed.iter().all(is_needed)
    })
}
