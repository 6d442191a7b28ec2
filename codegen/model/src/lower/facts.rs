//! What tells the branches of a union apart without decoding them.

use super::Lowerer;
use crate::model::{Facts, Type, Variant};
use cratify_schema::graph::{Conjunction, Part};
use cratify_schema::keyword::{JsonType, TypeSet};
use cratify_schema::source::Value;

impl Lowerer<'_, '_> {
    /// The facts of a branch.
    pub(super) fn facts(&mut self, conjunction: &Conjunction) -> Facts {
        let view = self.view(conjunction);
        self.uses.shape(&view, &["required", "properties", "items"]);
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
                let types = self.possible.of(*id);
                match facts.known.iter_mut().find(|(known, _)| known == name) {
                    Some((_, known)) => *known = known.intersect(types),
                    None => facts.known.push((name.clone(), types)),
                }
                let member = self.view(&Conjunction::whole(*id));
                self.uses.shape(&member, &["type", "enum", "const"]);
                if let Some(values) = member.values.filter(|values| values.iter().all(is_tag))
                    && !facts.fixed.iter().any(|(known, _)| known == name)
                {
                    facts.fixed.push((name.clone(), values));
                }
            }
            if let Some(items) = schema.array.items {
                facts.elements = facts.elements.intersect(self.possible.of(items));
            }
        }
        facts
    }

    /// The values of a member that each branch fixes differently: a tag that the document did not
    /// call one.
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

    /// Whether nothing but the order of two branches decides between them.
    pub(super) fn alike(one: &Variant, other: &Variant) -> bool {
        if matches!(one.slot.ty, Type::Mapped(_)) {
            // What its type does not read is the other's.
            return false;
        }
        let (a, b) = (&one.facts, &other.facts);
        let shared = a.types.intersect(b.types);
        if shared.is_empty() {
            return false;
        }
        if shared.single() == Some(JsonType::Object) {
            let distinct = a.fixed.iter().any(|(name, values)| {
                b.fixed.iter().any(|(other, others)| {
                    name == other && !values.iter().any(|value| others.contains(value))
                })
            });
            return !distinct && a.required == b.required && a.known == b.known;
        }
        if shared.single() == Some(JsonType::Array) {
            return !a.elements.intersect(b.elements).is_empty();
        }
        a.strings.is_none() && b.strings.is_none()
    }
}

/// Whether a value can tell one branch from another: it can be compared without decoding.
fn is_tag(value: &Value) -> bool {
    value.is_string() || value.is_i64() || value.is_boolean()
}

/// The conjunction of a branch as the value sees it.
pub(super) fn branch_of(
    base: &[Part],
    branch: cratify_schema::parse::SchemaId,
    mask: TypeSet,
) -> Conjunction {
    let mut parts = base.to_vec();
    parts.push(Part::Whole(branch));
    Conjunction { parts, mask }
}
