//! What the references of all documents name, once the documents are in one dialect.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::path::PathBuf;

use super::Linker;
use crate::diagnostic::Diagnostics;
use crate::dialect::{Moves, Trace, trace, upgrade};
use crate::document::name_of_whole;
use crate::parse::SchemaLocation;
use crate::source::{FileId, Pointer, Sources, Value};

/// What a reference names.
#[derive(Debug, Clone)]
pub struct Link {
    /// The place.
    pub target: SchemaLocation,
    /// The name of the `$dynamicAnchor` there, where a `$dynamicRef` asks for the outermost of this
    /// name.
    pub dynamic: Option<String>,
}

/// A schema with an identity of its own, if it has anchors that may be asked for dynamically.
#[derive(Debug)]
pub struct DynamicResource {
    /// Its root.
    pub at: SchemaLocation,
    /// Its dynamic anchors by name.
    pub anchors: BTreeMap<String, SchemaLocation>,
}

/// The references of all documents, by the places of their texts.
#[derive(Debug, Default)]
pub struct Links {
    by_place: HashMap<SchemaLocation, Link>,
    /// The resources that have dynamic anchors.
    pub dynamic: Vec<DynamicResource>,
    /// The roots of all resources.
    resources: HashSet<SchemaLocation>,
    /// The names of schemas of other documents.
    names: HashMap<SchemaLocation, String>,
    /// The files that were opened beside the root document.
    pub paths: Vec<PathBuf>,
}

impl Links {
    /// What the reference whose text is at this place names; `None` if that was reported.
    pub fn get(&self, at: &SchemaLocation) -> Option<&Link> {
        self.by_place.get(at)
    }

    /// The root of the resource that a place is in.
    pub fn resource_of(&self, at: &SchemaLocation) -> SchemaLocation {
        let mut place = at.clone();
        while !self.resources.contains(&place) {
            match place.pointer.parent() {
                Some((outer, _)) => place.pointer = outer,
                None => break,
            }
        }
        place
    }

    /// What a schema of another document is called, if it is one that has a name there.
    pub fn name_of(&self, at: &SchemaLocation) -> Option<&str> {
        self.names.get(at).map(String::as_str)
    }
}

/// A document as it was written, and how its dialect was read.
#[derive(Debug)]
pub struct Basis {
    /// The file.
    pub file: FileId,
    /// What was written.
    pub written: Value,
    /// What became of it on the way to 2020-12.
    pub trace: Trace,
}

/// Brings all documents to one dialect, and the places of references along.
pub(super) fn settle(
    linker: Linker<'_>,
    mut written: Option<&mut Vec<Basis>>,
    diagnostics: &mut Diagnostics,
) -> Links {
    let Linker {
        files,
        root,
        links,
        odd,
        ..
    } = linker;
    let mut targets: HashMap<FileId, Vec<Pointer>> = HashMap::new();
    for link in links.values() {
        let at = &link.target;
        targets.entry(at.file).or_default().push(at.pointer.clone());
    }
    let mut names = HashMap::new();
    for link in links.values().filter(|link| link.target.file != root) {
        let at = &link.target;
        let containers = || files.all[&at.file].frame.style.dialect.containers();
        let whole = files.names.get(&at.file);
        let name = match (at.pointer.parent(), whole) {
            (None, Some(whole)) => Some(whole.clone()),
            (None, None) => Some(name_of_whole(files.sources.get(at.file))),
            (Some((outer, name)), whole) => {
                let has_name = odd.contains(at) || containers().contains(&outer);
                has_name
                    .then(|| whole.map_or_else(|| name.clone(), |whole| format!("{whole} {name}")))
            }
        };
        names.extend(name.map(|name| (at.clone(), name)));
    }
    let ids: Vec<FileId> = files.sources.iter().map(|(id, _)| id).collect();
    let mut moves: HashMap<FileId, Moves> = HashMap::new();
    for id in ids {
        let sources: &mut Sources = files.sources;
        let value = std::mem::take(&mut sources.get_mut(id).root);
        let mut targets = targets.remove(&id).unwrap_or_default();
        targets.sort();
        targets.dedup();
        let frame = files.all[&id].frame;
        // What comes with the generator is not the user's to account for.
        let written = written.as_mut().filter(|_| !files.names.contains_key(&id));
        let (value, moved) = match written {
            None => upgrade(frame, id, value, &targets, &files.styles, diagnostics),
            Some(written) => {
                let old = value.clone();
                let styles = &files.styles;
                let (value, moved, trace) = trace(frame, id, value, &targets, styles, diagnostics);
                written.push(Basis {
                    file: id,
                    written: old,
                    trace,
                });
                (value, moved)
            }
        };
        sources.get_mut(id).root = value;
        if !moved.is_empty() {
            moves.insert(id, moved);
        }
    }
    let now = |at: SchemaLocation| match moves.get(&at.file) {
        Some(moves) => SchemaLocation {
            pointer: moves.of(&at.pointer),
            ..at
        },
        None => at,
    };
    let resources = || files.registry.ids().map(|id| &files.registry[id]);
    let dynamic = resources().filter_map(|resource| {
        let anchors = resource.anchors.iter().filter(|(_, one)| one.is_dynamic);
        let anchors: BTreeMap<String, SchemaLocation> = anchors
            .map(|(name, anchor)| (name.clone(), now(anchor.at.clone())))
            .collect();
        (!anchors.is_empty()).then(|| DynamicResource {
            at: now(resource.at.clone()),
            anchors,
        })
    });
    Links {
        dynamic: dynamic.collect(),
        resources: resources()
            .map(|resource| now(resource.at.clone()))
            .collect(),
        by_place: links
            .into_iter()
            .map(|(at, link)| {
                let target = now(link.target);
                (now(at), Link { target, ..link })
            })
            .collect(),
        names: names
            .into_iter()
            .map(|(at, name)| (now(at), name))
            .collect(),
        paths: files.paths,
    }
}
