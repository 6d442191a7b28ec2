//! Turns identifiers (`$id`, `$anchor`, `$dynamicAnchor`) into the schemas that have them (JSON Schema 2020-12, core,
//! sections 8.2 and 9).

use std::collections::{HashMap, HashSet};

use crate::diagnostic::{Code, Diagnostic, Diagnostics, Severity};
use crate::document::SchemaDialect;
use crate::location::{FileId, SchemaLocation};

/// Index of a [`Resource`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(super) struct ResourceId(usize);

/// The name of the anchor that `$recursiveAnchor: true` stands for: no anchor can have it.
pub(super) const RECURSIVE: &str = "";

/// A document, or a schema in it that has an identity of its own.
#[derive(Debug)]
pub(super) struct Resource {
    /// Its root.
    pub at: SchemaLocation,
    /// The base of the references in it, without a fragment.
    pub base: String,
    /// Its anchors by name.
    pub anchors: HashMap<String, Anchor>,
}

/// A name for a schema of a resource.
#[derive(Debug, Clone)]
pub(super) struct Anchor {
    pub at: SchemaLocation,
    /// Whether it is a `$dynamicAnchor`.
    pub is_dynamic: bool,
}

/// An identifier that another schema has already.
#[derive(Debug)]
struct Duplicate {
    /// The keyword that gives it.
    at: SchemaLocation,
    first: SchemaLocation,
    text: String,
    resource: ResourceId,
    anchor: Option<String>,
}

/// The properties that a schema has from the schemas around it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Context {
    pub resource: ResourceId,
    pub dialect: SchemaDialect,
}

/// All resources of all documents.
#[derive(Debug, Default)]
pub(super) struct Registry {
    resources: Vec<Resource>,
    by_uri: HashMap<String, ResourceId>,
    /// The schemas that begin a resource, or have another dialect than the schema around them.
    contexts: HashMap<SchemaLocation, Context>,
    duplicates: Vec<Duplicate>,
    /// The resources and anchors that references have used.
    used: HashSet<(ResourceId, Option<String>)>,
}

impl std::ops::Index<ResourceId> for Registry {
    type Output = Resource;

    fn index(&self, id: ResourceId) -> &Resource {
        &self.resources[id.0]
    }
}

impl Registry {
    /// The resource that has this URI, without a fragment.
    pub(super) fn find(&self, uri: &str) -> Option<ResourceId> {
        self.by_uri.get(uri).copied()
    }

    /// Gives a resource one more URI.
    pub(super) fn alias(&mut self, uri: String, id: ResourceId) {
        self.by_uri.entry(uri).or_insert(id);
    }

    /// Sets the base of the references in a resource.
    pub(super) fn set_base(&mut self, id: ResourceId, base: String) {
        self.resources[id.0].base = base;
    }

    /// Sets the context of a schema that differs from the one around it.
    pub(super) fn set_context(&mut self, at: SchemaLocation, context: Context) {
        self.contexts.insert(at, context);
    }

    /// All resources.
    pub(super) fn resources(&self) -> impl Iterator<Item = &Resource> {
        self.resources.iter()
    }

    /// Whether the identifiers of a file are registered.
    pub(super) fn has_file(&self, file: FileId) -> bool {
        self.contexts.contains_key(&SchemaLocation::root(file))
    }

    /// The resource that a file is as a whole.
    ///
    /// # Panics
    ///
    /// If the file is not registered.
    pub(super) fn resource_of_file(&self, file: FileId) -> ResourceId {
        self.contexts[&SchemaLocation::root(file)].resource
    }

    /// The context of the schema at a location, as far as the schemas around it decide it.
    pub(super) fn outer_context(&self, at: &SchemaLocation) -> Option<Context> {
        let mut place = at.pointer.clone();
        while let Some((outer, _)) = place.parent() {
            place = outer;
            let at = SchemaLocation {
                file: at.file,
                pointer: place.clone(),
            };
            if let Some(context) = self.contexts.get(&at) {
                return Some(*context);
            }
        }
        None
    }

    /// The context of the schema at a location.
    pub(super) fn context_of(&self, at: &SchemaLocation) -> Option<Context> {
        self.own_context(at).or_else(|| self.outer_context(at))
    }

    /// The context that a schema sets for itself.
    pub(super) fn own_context(&self, at: &SchemaLocation) -> Option<Context> {
        self.contexts.get(at).copied()
    }

    /// Notes that a reference names a resource, or an anchor in it.
    pub(super) fn note_use(&mut self, id: ResourceId, anchor: Option<&str>) {
        self.used.insert((id, anchor.map(str::to_owned)));
    }

    /// Adds a resource.
    pub(super) fn add(&mut self, at: SchemaLocation, base: String) -> ResourceId {
        self.resources.push(Resource {
            at,
            base,
            anchors: HashMap::new(),
        });
        ResourceId(self.resources.len() - 1)
    }

    /// Gives a resource an identifier.
    pub(super) fn name(&mut self, id: ResourceId, uri: String, keyword: &SchemaLocation) {
        let first = *self.by_uri.entry(uri.clone()).or_insert(id);
        if first != id {
            self.duplicates.push(Duplicate {
                at: keyword.clone(),
                first: self[first].at.clone(),
                text: uri,
                resource: first,
                anchor: None,
            });
        }
    }

    /// Adds an anchor to a resource.
    pub(super) fn add_anchor(
        &mut self,
        id: ResourceId,
        name: &str,
        at: &SchemaLocation,
        keyword: &str,
        is_dynamic: bool,
    ) {
        let anchors = &mut self.resources[id.0].anchors;
        if let Some(known) = anchors.get_mut(name) {
            if known.at == *at {
                // `$anchor` and `$dynamicAnchor` of one schema.
                known.is_dynamic |= is_dynamic;
                return;
            }
            self.duplicates.push(Duplicate {
                at: at.join(keyword),
                first: known.at.clone(),
                text: format!("#{name}"),
                resource: id,
                anchor: Some(name.to_owned()),
            });
            return;
        }
        let at = at.clone();
        anchors.insert(name.to_owned(), Anchor { at, is_dynamic });
    }

    /// Reports identifiers that two schemas have: an error if a reference uses one.
    pub(super) fn report(&self, diagnostics: &mut Diagnostics) {
        for duplicate in &self.duplicates {
            let key = (duplicate.resource, duplicate.anchor.clone());
            let severity = if self.used.contains(&key) {
                Severity::Error
            } else {
                Severity::Warning
            };
            diagnostics.push(
                Diagnostic::new(
                    severity,
                    Code::DuplicateIdentifier,
                    duplicate.at.value(),
                    format!("two schemas have the identifier `{}`", duplicate.text),
                )
                .label("another schema has it already")
                .also(duplicate.first.key(), "the other schema")
                .help("give each schema its own identifier, or remove this one"),
            );
        }
    }
}
