//! Gives requests that select a value to the variants of an enum or a union.

use super::Subject;
use crate::lower::{Lowerer, push_unique};
use crate::model::{Requested, TypeKind, Variant};
use cratify_schema::graph::Conjunction;
use cratify_schema::keyword::JsonType;
use cratify_schema::source::Value;

impl Lowerer<'_, '_> {
    /// Gives the variants of an enum the names and attributes that are requested by value.
    pub(in crate::lower) fn apply_value_requests(
        &mut self,
        kind: &mut TypeKind,
        conjunction: &Conjunction,
    ) {
        if !self.settings.requests_values() {
            return;
        }
        let leaves = self.view(conjunction).leaves;
        for leaf in leaves {
            let at = &self.graph.schemas[leaf].at;
            let Some(requests) = self.settings.requests_at(at) else {
                continue;
            };
            if requests.value_names.is_empty() && requests.value_attributes.is_empty() {
                continue;
            }
            let known = self.requests.values.entry(at.clone()).or_default();
            let mut apply = |values: Vec<String>,
                             name: &mut Option<Requested>,
                             attributes: &mut Vec<String>| {
                let mut found = Vec::new();
                for value in &values {
                    push_unique(known, value.clone());
                    let mut names = requests.value_names.iter();
                    if let Some((_, requested)) = names.find(|(key, _)| key == value) {
                        *name = Some(requested.clone());
                        found.push(value.clone());
                    }
                    let requested = requests.value_attributes.iter();
                    for (_, attribute) in requested.filter(|(key, _)| key == value) {
                        push_unique(attributes, attribute.text.clone());
                        found.push(value.clone());
                    }
                }
                let found = found
                    .into_iter()
                    .map(|value| (at.clone(), Subject::Value(value)));
                self.requests.used.extend(found);
            };
            match kind {
                TypeKind::StringEnum(values) => {
                    for value in &mut values.values {
                        let key = vec![value.value.clone()];
                        apply(key, &mut value.rename, &mut value.attributes);
                    }
                }
                TypeKind::ValueEnum(values) => {
                    for value in &mut values.values {
                        let key = match &value.value {
                            Value::String(text) => text.clone(),
                            other => other.to_string(),
                        };
                        apply(vec![key], &mut value.rename, &mut value.attributes);
                    }
                }
                TypeKind::Union(union) => {
                    let keys: Vec<Vec<String>> = match union.tag {
                        Some(_) => union.variants.iter().map(|one| one.tags.clone()).collect(),
                        None => by_types(&union.variants),
                    };
                    for (variant, keys) in union.variants.iter_mut().zip(keys) {
                        apply(keys, &mut variant.rename, &mut variant.attributes);
                    }
                }
                // A request keeps the enum.
                TypeKind::Constant(_)
                | TypeKind::Struct(_)
                | TypeKind::Newtype(_)
                | TypeKind::Alias(_)
                | TypeKind::Extern(_)
                | TypeKind::Never => {}
            }
        }
    }
}

/// The JSON types of variants, where these tell them apart.
fn by_types(variants: &[Variant]) -> Vec<Vec<String>> {
    let types = variants.iter().map(|variant| variant.facts.types.single());
    let types: Vec<Option<JsonType>> = types.collect();
    let is_alone = |ty: &&JsonType| types.iter().flatten().filter(|other| other == ty).count() == 1;
    let names = types.iter().map(|ty| {
        let alone = ty.as_ref().filter(is_alone);
        alone.map(|ty| ty.as_str().to_owned()).into_iter().collect()
    });
    names.collect()
}
