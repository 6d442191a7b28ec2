//! Collects the facts of a branch: what tells it from other branches without decoding the value.

use super::Lowerer;
use crate::model::Facts;
use cratify_schema::graph::Conjunction;
use cratify_schema::keyword::{JsonType, TypeSet};
use cratify_schema::source::Value;

impl Lowerer<'_, '_> {
    /// The facts of a branch.
    pub(super) fn facts(&mut self, conjunction: &Conjunction) -> Facts {
        let view = self.view(conjunction);
        self.usage_log
            .shape(&view, &["required", "properties", "items"]);
        let mut facts = Facts {
            types: view.types,
            required: Vec::new(),
            known: Vec::new(),
            fixed: Vec::new(),
            strings: None,
            elements: TypeSet::ALL,
        };
        if let Some(values) = &view.values {
            let strings = values.iter().filter_map(Value::as_str).map(str::to_owned);
            facts.strings = Some(strings.collect());
        }
        for schema in view.schemas() {
            for name in &schema.object.required {
                super::push_unique(&mut facts.required, name.clone());
            }
            for (name, id) in &schema.object.properties {
                let types = self.possible_types.of(*id);
                match facts.known.iter_mut().find(|(known, _)| known == name) {
                    Some((_, known)) => *known = known.intersect(types),
                    None => facts.known.push((name.clone(), types)),
                }
                let member = self.view(&Conjunction::whole(*id));
                self.usage_log.shape(&member, &["type", "enum", "const"]);
                if let Some(values) = member.values.filter(|values| values.iter().all(is_tag))
                    && !facts.fixed.iter().any(|(known, _)| known == name)
                {
                    facts.fixed.push((name.clone(), values));
                }
            }
            if let Some(items) = schema.array.items {
                facts.elements = facts.elements.intersect(self.possible_types.of(items));
            }
        }
        facts
    }

    /// The required member that each branch fixes to strings of its own: a tag, though the document has no
    /// `discriminator`.
    pub(super) fn shared_constant(variants: &[Facts]) -> Option<String> {
        let (first, rest) = variants.split_first()?;
        if rest.is_empty()
            || variants
                .iter()
                .any(|facts| facts.types != TypeSet::only(JsonType::Object))
        {
            return None;
        }
        let fixed = |facts: &Facts, name: &str| -> Option<Vec<Value>> {
            let fixed = facts.fixed.iter().find(|(known, _)| known == name)?;
            if !fixed.1.iter().all(Value::is_string) {
                return None;
            }
            facts
                .required
                .iter()
                .any(|required| required == name)
                .then(|| fixed.1.clone())
        };
        first
            .fixed
            .iter()
            .map(|(name, _)| name)
            .find(|name| {
                let mut seen: Vec<Value> = Vec::new();
                variants.iter().all(|facts| {
                    fixed(facts, name).is_some_and(|values| {
                        let disjoint = values.iter().all(|value| !seen.contains(value));
                        seen.extend(values);
                        disjoint
                    })
                })
            })
            .cloned()
    }
}

/// Whether a value can tell one branch from another: it is compared without decoding.
fn is_tag(value: &Value) -> bool {
    value.is_string() || value.is_i64() || value.is_boolean()
}
