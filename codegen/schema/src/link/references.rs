//! Keeps the target of each reference.

use std::collections::{BTreeMap, HashMap, HashSet};

use crate::location::SchemaLocation;

/// The schema that a reference names.
#[derive(Debug, Clone)]
pub struct Target {
    /// The location of the schema.
    pub at: SchemaLocation,
    /// The name of the `$dynamicAnchor` there, for a `$dynamicRef` to the outermost anchor of this name.
    pub dynamic: Option<String>,
}

/// A schema resource with dynamic anchors.
#[derive(Debug)]
pub struct DynamicResource {
    /// Its root.
    pub at: SchemaLocation,
    /// Its dynamic anchors by name.
    pub anchors: BTreeMap<String, SchemaLocation>,
}

/// The references of all documents, by the locations of their texts.
#[derive(Debug, Default)]
pub struct References {
    pub(super) targets: HashMap<SchemaLocation, Target>,
    pub(super) dynamic: Vec<DynamicResource>,
    pub(super) resources: HashSet<SchemaLocation>,
    pub(super) names: HashMap<SchemaLocation, String>,
}

impl References {
    /// The target of the reference whose text is at this location; `None` if it has none, which was
    /// reported.
    pub fn target(&self, at: &SchemaLocation) -> Option<&Target> {
        self.targets.get(at)
    }

    /// All targets, in no order.
    pub fn targets(&self) -> impl Iterator<Item = &SchemaLocation> {
        self.targets.values().map(|target| &target.at)
    }

    /// The resources with dynamic anchors.
    pub fn dynamic_resources(&self) -> &[DynamicResource] {
        &self.dynamic
    }

    /// The root of the resource that a location is in.
    pub fn resource_of(&self, at: &SchemaLocation) -> SchemaLocation {
        let mut outer = at.clone();
        while !self.resources.contains(&outer) {
            match outer.pointer.parent() {
                Some((pointer, _)) => outer.pointer = pointer,
                None => break,
            }
        }
        outer
    }

    /// The name of a schema of another document, if it has one there.
    pub fn name_of(&self, at: &SchemaLocation) -> Option<&str> {
        self.names.get(at).map(String::as_str)
    }

    /// The same references in documents that were changed; `moved` gives the new location for an old one.
    #[must_use]
    pub(crate) fn moved(self, moved: impl Fn(SchemaLocation) -> SchemaLocation) -> Self {
        let target = |target: Target| Target {
            at: moved(target.at),
            ..target
        };
        let resource = |resource: DynamicResource| {
            let anchors = resource.anchors.into_iter();
            DynamicResource {
                at: moved(resource.at),
                anchors: anchors.map(|(name, at)| (name, moved(at))).collect(),
            }
        };
        let targets = self.targets.into_iter();
        let names = self.names.into_iter();
        Self {
            targets: targets.map(|(at, one)| (moved(at), target(one))).collect(),
            dynamic: self.dynamic.into_iter().map(resource).collect(),
            resources: self.resources.into_iter().map(&moved).collect(),
            names: names.map(|(at, name)| (moved(at), name)).collect(),
        }
    }
}
