//! Finds the schemas that depend on their dynamic scope: references from them lead to a `$dynamicRef` that may have
//! several targets.
//!
//! If only one schema has a `$dynamicAnchor` of a name, a `$dynamicRef` to it is a `$ref`.

use std::collections::{HashMap, HashSet};

use super::scope::{Bindings, Scopes};
use crate::link::References;
use crate::location::SchemaLocation;
use crate::parse::{Arena, ParsedSchema, SchemaId, ambiguous_anchors};

/// The scopes to tell apart; `None` if no schema depends on them.
pub(super) fn scopes(
    schemas: &Arena<ParsedSchema>,
    by_location: &HashMap<SchemaLocation, SchemaId>,
    references: &References,
) -> Option<Scopes> {
    let names = ambiguous_anchors(references);
    if names.is_empty() {
        return None;
    }
    let Users { askers, users } = find_users(schemas, by_location, references, &names);
    if askers.is_empty() {
        return None;
    }
    let mut relevant: HashMap<SchemaLocation, HashSet<String>> = HashMap::new();
    for (name, asking) in &askers {
        let mut open = asking.clone();
        let mut seen: HashSet<SchemaId> = open.iter().copied().collect();
        while let Some(id) = open.pop() {
            let names = relevant.entry(schemas[id].at.clone()).or_default();
            names.insert((*name).to_owned());
            let users = users.get(&id).into_iter().flatten();
            open.extend(users.copied().filter(|user| seen.insert(*user)));
        }
    }
    let resources = references.dynamic_resources().iter();
    let resources = resources.filter_map(|resource| {
        let anchors = resource.anchors.iter();
        let bindings: Bindings = anchors
            .filter(|(name, _)| askers.contains_key(name.as_str()))
            .map(|(name, at)| (name.clone(), at.clone()))
            .collect();
        (!bindings.is_empty()).then(|| (resource.at.clone(), bindings))
    });
    Some(Scopes::new(resources.collect(), relevant))
}

/// The schemas that lead to other schemas.
struct Users<'r> {
    /// The schemas with a `$dynamicRef` to each of the ambiguous anchors.
    askers: HashMap<&'r str, Vec<SchemaId>>,
    /// The schemas that lead to each schema.
    users: HashMap<SchemaId, Vec<SchemaId>>,
}

fn find_users<'r>(
    schemas: &Arena<ParsedSchema>,
    by_location: &HashMap<SchemaLocation, SchemaId>,
    references: &References,
    names: &HashSet<&'r str>,
) -> Users<'r> {
    let mut askers: HashMap<&str, Vec<SchemaId>> = HashMap::new();
    let mut users: HashMap<SchemaId, Vec<SchemaId>> = HashMap::new();
    for id in schemas.ids() {
        let schema = &schemas[id];
        for inner in schema.subschemas() {
            users.entry(inner).or_default().push(id);
        }
        for target in schema.all_references() {
            let Some(target) = references.target(target) else {
                continue;
            };
            if let Some(named) = by_location.get(&target.at) {
                users.entry(*named).or_default().push(id);
            }
            let name = target.dynamic.as_deref();
            let Some(name) = name.and_then(|name| names.get(name)) else {
                continue;
            };
            askers.entry(name).or_default().push(id);
            // Any of the schemas with the anchor may be the target.
            let resources = references.dynamic_resources().iter();
            let bound = resources.filter_map(|resource| resource.anchors.get(*name));
            for bound in bound.filter_map(|at| by_location.get(at)) {
                users.entry(*bound).or_default().push(id);
            }
        }
    }
    Users { askers, users }
}
