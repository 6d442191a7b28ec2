//! Collects the facts of a branch: what tells it from other branches without decoding the value.

use super::view::View;
use super::{Lowerer, push_unique};
use crate::model::Facts;
use cratify_schema::graph::{Conjunction, Part};
use cratify_schema::keyword::{JsonType, TypeSet};
use cratify_schema::source::Value;
use indexmap::IndexMap;

/// How many unions may be in each other.
const MOST_UNIONS: usize = 16;

impl<'g> Lowerer<'g, '_> {
    /// The facts of a branch.
    pub(super) fn facts(&mut self, conjunction: &Conjunction) -> Facts {
        let whole = self.view(conjunction);
        let types = whole.types;
        let view = self.only_branch(whole);
        self.usage_log
            .shape(&view, &["required", "properties", "items"]);
        let mut facts = Facts {
            types: types.intersect(view.types),
            required: Vec::new(),
            known: Vec::new(),
            fixed: Vec::new(),
            nested: Vec::new(),
            strings: None,
            elements: TypeSet::ALL,
        };
        if let Some(values) = &view.values {
            let strings = values.iter().filter_map(Value::as_str).map(str::to_owned);
            facts.strings = Some(strings.collect());
        }
        for schema in view.schemas() {
            for name in &schema.object.required {
                push_unique(&mut facts.required, name.clone());
            }
            if let Some(items) = schema.array.items {
                facts.elements = facts.elements.intersect(self.possible_types.of(items));
            }
        }
        for (name, member) in properties(&view) {
            let parts = member.parts.iter();
            let types = parts.map(|part| self.possible_types.of(part.id()));
            let types = types.fold(TypeSet::ALL, TypeSet::intersect);
            facts.known.push((name.to_owned(), types));
            if let Some(values) = self.constants(&member) {
                facts.fixed.push((name.to_owned(), values));
            }
        }
        facts
    }

    /// A schema without the unions in it of which one branch alone is possible: unions with null, where null is not possible.
    fn only_branch(&mut self, mut view: View<'g>) -> View<'g> {
        for _ in 0..MOST_UNIONS {
            if !view.has_unions() {
                break;
            }
            let base = self.base(&view);
            let branches = self.branches(&view, &base);
            let Some([only]) = branches.as_deref() else {
                break;
            };
            view = self.view(&only.conjunction);
        }
        view
    }

    /// The values that a member is fixed to, if each of them can be compared without decoding.
    pub(super) fn constants(&mut self, member: &Conjunction) -> Option<Vec<Value>> {
        let values = self.listed_values(member, MOST_UNIONS)?;
        values.iter().all(is_tag).then_some(values)
    }

    /// The values that a schema lists: itself, or in all branches of a union. Some of them may be invalid by another keyword.
    pub(super) fn listed_values(
        &mut self,
        conjunction: &Conjunction,
        most_unions: usize,
    ) -> Option<Vec<Value>> {
        let view = self.view(conjunction);
        self.usage_log.shape(&view, &["type", "enum", "const"]);
        if view.values.is_some() {
            return view.values;
        }
        let fewer = most_unions.checked_sub(1)?;
        view.unions.iter().find_map(|union| {
            let mut values = Vec::new();
            for branch in union.branches {
                for value in self.listed_values(&Conjunction::whole(*branch), fewer)? {
                    push_unique(&mut values, value);
                }
            }
            values.retain(|value| view.types.has(JsonType::of(value)));
            Some(values)
        })
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

/// The properties of an object, each with all schemas that describe it.
pub(super) fn properties<'g>(view: &View<'g>) -> IndexMap<&'g str, Conjunction> {
    let mut members: IndexMap<&str, Conjunction> = IndexMap::new();
    for (name, id) in view.schemas().flat_map(|schema| &schema.object.properties) {
        let member = members
            .entry(name)
            .or_insert_with(|| Conjunction::of(Vec::new()));
        push_unique(&mut member.parts, Part::Whole(*id));
    }
    members
}
