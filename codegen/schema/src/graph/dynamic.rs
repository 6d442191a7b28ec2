//! What schemas depend on their dynamic scope: those from which references lead to a `$dynamicRef`
//! that several schemas could answer.
//!
//! Where only one schema has a `$dynamicAnchor` of a name, a `$dynamicRef` to it is a `$ref`. Where
//! there are several, the schemas in between are read once for each binding of the name that they
//! are met with, so that each of the readings has references to one schema and nothing else.

use std::collections::{HashMap, HashSet};

use crate::link::Links;
use crate::parse::{Arena, Bindings, Discriminator, SchemaId, SchemaLocation, Scopes};

/// Names that several resources bind.
fn ambiguous(links: &Links) -> HashSet<&str> {
    let mut seen: HashMap<&str, &SchemaLocation> = HashMap::new();
    let mut ambiguous = HashSet::new();
    for resource in &links.dynamic {
        for (name, at) in &resource.anchors {
            if seen.insert(name, at).is_some_and(|other| other != at) {
                ambiguous.insert(name.as_str());
            }
        }
    }
    ambiguous
}

/// The places that dynamic references of a document may lead to beside those that they name.
pub(super) fn candidates(links: &Links) -> Vec<SchemaLocation> {
    let names = ambiguous(links);
    let anchors = links.dynamic.iter().flat_map(|one| &one.anchors);
    anchors
        .filter(|(name, _)| names.contains(name.as_str()))
        .map(|(_, at)| at.clone())
        .collect()
}

/// The scopes to tell apart in what was read without any; `None` if nothing depends on them.
pub(super) fn scopes(schemas: &Arena, links: &Links) -> Option<Scopes> {
    let names = ambiguous(links);
    let mut askers: HashMap<&str, Vec<SchemaId>> = HashMap::new();
    let mut users: HashMap<SchemaId, Vec<SchemaId>> = HashMap::new();
    if names.is_empty() {
        return None;
    }
    let by_place: HashMap<&SchemaLocation, SchemaId> =
        schemas.ids().map(|id| (&schemas[id].at, id)).collect();
    for id in schemas.ids() {
        let schema = &schemas[id];
        for inner in schema.inner().chain(schema.targets()) {
            users.entry(inner).or_default().push(id);
        }
        let mapped = schema.discriminator.iter();
        let mapped = mapped.flat_map(Discriminator::references);
        for target in mapped.filter_map(|reference| reference.target) {
            users.entry(target).or_default().push(id);
        }
        for reference in &schema.references {
            let link = links.get(&reference.at);
            let name = link.and_then(|link| link.dynamic.as_deref());
            let Some(name) = name.filter(|name| names.contains(name)) else {
                continue;
            };
            askers.entry(name).or_default().push(id);
            // Any of them may be what is meant.
            let bound = links.dynamic.iter().filter_map(|one| one.anchors.get(name));
            for at in bound.filter_map(|at| by_place.get(at)) {
                users.entry(*at).or_default().push(id);
            }
        }
    }
    if askers.is_empty() {
        return None;
    }
    let mut relevant: HashMap<SchemaLocation, HashSet<String>> = HashMap::new();
    for (name, mut open) in askers.iter().map(|(name, ids)| (*name, ids.clone())) {
        let mut seen: HashSet<SchemaId> = open.iter().copied().collect();
        while let Some(id) = open.pop() {
            let names = relevant.entry(schemas[id].at.clone()).or_default();
            names.insert(name.to_owned());
            let users = users.get(&id).into_iter().flatten();
            open.extend(users.copied().filter(|user| seen.insert(*user)));
        }
    }
    let resources = links.dynamic.iter().filter_map(|resource| {
        let anchors = resource.anchors.iter();
        let bindings: Bindings = anchors
            .filter(|(name, _)| askers.contains_key(name.as_str()))
            .map(|(name, at)| (name.clone(), at.clone()))
            .collect();
        (!bindings.is_empty()).then(|| (resource.at.clone(), bindings))
    });
    Some(Scopes::new(resources.collect(), relevant))
}
