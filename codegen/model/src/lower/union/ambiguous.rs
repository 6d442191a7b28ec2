//! Reports unions in which no fact tells two branches apart.

use crate::lower::Lowerer;
use crate::model::{Type, Union, Variant};
use cratify_schema::diagnostic::{Code, Diagnostic};
use cratify_schema::graph::Conjunction;
use cratify_schema::keyword::JsonType;
use cratify_schema::source::Value;

impl Lowerer<'_, '_> {
    /// Reports the first two variants that no fact tells apart.
    pub(super) fn report_ambiguity(&mut self, union: &Union, conjunction: &Conjunction) {
        if union.tag.is_some() {
            return;
        }
        for (index, one) in union.variants.iter().enumerate() {
            let Some(other) = union.variants[index + 1..]
                .iter()
                .find(|other| is_ambiguous(one, other))
            else {
                continue;
            };
            let at = &self.graph.schemas[conjunction.parts[0].id()].at;
            let name = |variant: &Variant| match &variant.slot.ty {
                Type::Named(id) => format!("`{}`", self.model[*id].wire_name),
                _ => "a branch".to_owned(),
            };
            self.diagnostics.push(
                Diagnostic::warning(
                    Code::AmbiguousUnion,
                    at.key(),
                    format!("nothing tells {} from {}", name(one), name(other)),
                )
                .label("a value of either is read as the one that drops less of it, or else as the first")
                .help("give each branch a required member with a `const` of its own, or a `discriminator`"),
            );
            return;
        }
    }
}

/// Whether no fact tells two variants apart.
fn is_ambiguous(one: &Variant, other: &Variant) -> bool {
    if matches!(one.slot.ty, Type::Mapped(_)) {
        // An extern type refuses values that the other variant takes.
        return false;
    }
    let (a, b) = (&one.facts, &other.facts);
    let shared = a.types.intersect(b.types);
    if shared.is_empty() {
        return false;
    }
    if shared.single() == Some(JsonType::Object) {
        let distinct = differ(&a.fixed, &b.fixed) || differ(&a.nested, &b.nested);
        return !distinct && a.required == b.required && a.known == b.known;
    }
    if shared.single() == Some(JsonType::Array) {
        return !a.elements.intersect(b.elements).is_empty();
    }
    a.strings.is_none() && b.strings.is_none()
}

/// Whether some member is fixed to other values in one branch than in the other.
fn differ<K: PartialEq>(one: &[(K, Vec<Value>)], other: &[(K, Vec<Value>)]) -> bool {
    one.iter().any(|(key, values)| {
        let others = other.iter().filter(|(known, _)| known == key);
        let mut others = others.map(|(_, others)| others);
        others.any(|others| !values.iter().any(|value| others.contains(value)))
    })
}
