//! Merges each alias with its target where both have the same name: the usual layout of several files.
//!
//! `components.schemas.Pet: {$ref: "pet.yaml"}` and the whole file `pet.yaml` are one schema with one name. A
//! reference to the alias then leads to the target. Annotations beside the `$ref` replace the annotations of the
//! target (OpenAPI 3.1.1, section 4.8.23). An `allOf` of one reference is an alias too: OpenAPI 3.0 allows no annotations
//! beside `$ref`. An alias with another keyword, or with an extension, stays: settings belong to a location.

use std::collections::{HashMap, HashSet};

use serde_json::Map;

use super::NamedSchema;
use crate::keyword::{Effect, effect_of};
use crate::parse::{Arena, Schema, SchemaId};
use crate::source::Value;

/// The aliases that were merged, and their annotations.
#[derive(Debug, Default)]
pub(super) struct Merged {
    /// The aliases, each with the schema that it is one with.
    pub aliases: HashMap<SchemaId, SchemaId>,
    /// The references in the `allOf` of aliases.
    pub parts: HashSet<SchemaId>,
    /// The values of the targets that have annotations of an alias.
    pub values: HashMap<SchemaId, Value>,
    /// The annotations of targets that aliases state, each with the alias.
    pub stated: HashMap<(SchemaId, String), SchemaId>,
}

/// Merges the aliases. `written` is a schema as the upgraded document has it.
pub(super) fn merge<'v>(
    schemas: &mut Arena,
    named: &mut Vec<NamedSchema>,
    written: impl Fn(&Schema) -> Option<&'v Value>,
) -> Merged {
    let names: HashMap<SchemaId, &str> = named
        .iter()
        .map(|named| (named.schema, named.wire_name.as_str()))
        .collect();
    let target_of = |id: SchemaId| {
        let target = only_target(schemas, id, &written)?;
        let (alias, name) = (names.get(&id)?, names.get(&target)?);
        let is_file = schemas[target].at.pointer.is_root();
        (alias == name || is_file && are_alike(alias, name)).then_some(target)
    };
    let mut merged = Merged::default();
    let mut chains = Vec::new();
    for named in &*named {
        let mut chain = vec![named.schema];
        while let Some(target) = chain.last().and_then(|last| target_of(*last)) {
            if chain.contains(&target) {
                // The cycle is reported.
                chain.clear();
                break;
            }
            chain.push(target);
        }
        if let Some(target) = chain.pop() {
            let aliases = chain.iter().map(|alias| (*alias, target));
            merged.aliases.extend(aliases);
            let parts = chain.iter().flat_map(|alias| &schemas[*alias].all_of);
            merged.parts.extend(parts);
            chains.push((chain, target));
        }
    }
    if merged.aliases.is_empty() {
        return merged;
    }
    let mut documented = HashSet::new();
    for (chain, target) in chains {
        // The first annotation holds: the alias nearest to the root document comes first.
        for alias in chain.into_iter().filter(|alias| documented.insert(*alias)) {
            if let (Some(from), Some(to)) = (written(&schemas[alias]), written(&schemas[target])) {
                merged.annotate(alias, from, target, to, schemas);
            }
        }
    }
    for id in schemas.ids() {
        for reference in schemas[id].all_references_mut() {
            if let Some(target) = merged.aliases.get(&reference.target) {
                reference.target = *target;
            }
        }
    }
    let mut seen = HashSet::new();
    named.retain_mut(|named| {
        if let Some(target) = merged.aliases.get(&named.schema) {
            named.schema = *target;
        }
        seen.insert(named.schema)
    });
    merged
}

impl Merged {
    /// Gives a target the annotations of an alias that no alias before has.
    fn annotate(
        &mut self,
        alias: SchemaId,
        from: &Value,
        target: SchemaId,
        to: &Value,
        schemas: &mut Arena,
    ) {
        let own = from.as_object().into_iter().flatten();
        let own = own.filter(|(name, _)| effect_of(name) == Some(Effect::Documents));
        let stated = &mut self.stated;
        let new: Map<String, Value> = own
            .filter(|(name, _)| {
                let first = stated.entry((target, (*name).clone())).or_insert(alias);
                *first == alias
            })
            .map(|(name, value)| (name.clone(), value.clone()))
            .collect();
        if new.is_empty() {
            return;
        }
        let mut source = schemas[alias].annotations.clone();
        for keyword in new.keys() {
            schemas[target].annotations.take_over(keyword, &mut source);
        }
        let value = self.values.entry(target).or_insert_with(|| to.clone());
        if let Value::Object(members) = value {
            members.extend(new);
        }
    }
}

/// The target of a schema that is a reference, or an `allOf` of one, beside which there are only annotations.
fn only_target<'v>(
    schemas: &Arena,
    id: SchemaId,
    written: &impl Fn(&Schema) -> Option<&'v Value>,
) -> Option<SchemaId> {
    let schema = &schemas[id];
    let (keyword, target) = match (&schema.references[..], &schema.all_of[..]) {
        ([reference], []) => ("$ref", reference.target),
        ([], [part]) => {
            let part = &schemas[*part];
            let [reference] = &part.references[..] else {
                return None;
            };
            let is_plain = written(part)?.as_object()?.len() == 1;
            ("allOf", is_plain.then_some(reference.target)?)
        }
        _ => return None,
    };
    let is_alone = written(schema)?.as_object()?.keys().all(|name| {
        name == keyword || matches!(effect_of(name), Some(Effect::Documents | Effect::Organises))
    });
    is_alone.then_some(target)
}

/// Whether names differ in case and separators alone, as `Pet` and the file `pet.yaml` do.
fn are_alike(one: &str, other: &str) -> bool {
    let letters = |name: &str| -> String {
        let letters = name.chars().filter(|letter| letter.is_alphanumeric());
        letters.flat_map(char::to_lowercase).collect()
    };
    letters(one) == letters(other)
}
