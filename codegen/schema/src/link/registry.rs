//! Schema resources and their identifiers: `$id`, `$anchor`, `$dynamicAnchor` (JSON Schema 2020-12, core,
//! sections 8.2 and 9).

use std::collections::{HashMap, HashSet};

use serde_json::Map;

use crate::diagnostic::{Code, Diagnostic, Diagnostics, Severity};
use crate::document::{
    Document, MetaSchemas, ObjectKind, SchemaDialect, anchor_in, has_reference, id_keyword, id_of,
    is_ignored, visit_children,
};
use crate::keyword::{self, Dialect};
use crate::location::SchemaLocation;
use crate::source::{FileId, Value};
use crate::uri;

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

/// What a schema has from the schemas around it.
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

    /// Registers the identifiers in a document.
    pub(super) fn add_document(
        &mut self,
        file: FileId,
        root: &Value,
        document: &Document,
        meta_schemas: &MetaSchemas,
    ) {
        let at = SchemaLocation::root(file);
        let uri = &document.uri;
        // OpenAPI 3.2.0, section 4.1: the document's own URI.
        let own = root.get("$self").and_then(Value::as_str);
        let own = own.filter(|_| document.kind == ObjectKind::OpenApi);
        let base = own.map(|text| uri::resolve(uri, uri::split_fragment(text).0));
        let resource = self.add(at.clone(), base.clone().unwrap_or_else(|| uri.clone()));
        self.by_uri.entry(uri.clone()).or_insert(resource);
        if let Some(base) = base {
            self.name(resource, base, &at.join("$self"));
        }
        let context = Context {
            resource,
            dialect: document.dialect,
        };
        self.contexts.insert(at.clone(), context);
        self.scan(root, &at, document.kind, context, meta_schemas);
    }

    /// Registers the identifiers in a value that was not scanned before.
    pub(super) fn scan(
        &mut self,
        value: &Value,
        at: &SchemaLocation,
        kind: ObjectKind,
        context: Context,
        meta_schemas: &MetaSchemas,
    ) {
        let mut open = vec![(value, at.pointer.clone(), kind, context)];
        while let Some((value, pointer, kind, mut context)) = open.pop() {
            let Value::Object(members) = value else {
                continue;
            };
            let is_schema = kind == ObjectKind::Schema;
            if is_schema {
                let at = SchemaLocation {
                    file: at.file,
                    pointer: pointer.clone(),
                };
                context = self.schema(members, &at, context, meta_schemas);
            }
            let before = open.len();
            for (name, value) in members {
                if is_schema && is_ignored(context.dialect.base, members, name) {
                    continue;
                }
                visit_children(kind, name, value, &pointer, |value, pointer, kind| {
                    open.push((value, pointer, kind, context));
                });
            }
            open[before..].reverse();
        }
    }

    /// Registers the identifiers of one schema, and returns the context of its subschemas.
    fn schema(
        &mut self,
        members: &Map<String, Value>,
        at: &SchemaLocation,
        outer: Context,
        meta_schemas: &MetaSchemas,
    ) -> Context {
        let mut context = outer;
        let text = |name: &str| members.get(name).and_then(Value::as_str);
        if let Some(named) = text("$schema").and_then(|uri| meta_schemas.dialect_of(uri)) {
            context.dialect = named.inside(outer.dialect);
        }
        let dialect = context.dialect.base;
        if let Some(id) = id_of(members, dialect) {
            let keyword = id_keyword(dialect);
            let base = &self[context.resource].base;
            let base = uri::resolve(base, uri::split_fragment(id).0);
            if at.pointer.is_root() {
                // The document itself keeps the URI that it was read from as well.
                self.resources[context.resource.0].base.clone_from(&base);
            } else {
                context.resource = self.add(at.clone(), base.clone());
            }
            self.name(context.resource, base, &at.join(keyword));
        }
        if context.resource != outer.resource || context.dialect != outer.dialect {
            self.contexts.insert(at.clone(), context);
        }
        for (keyword, name, is_dynamic) in anchors(members, dialect) {
            self.anchor(context.resource, name, at, keyword, is_dynamic);
        }
        let is_root = self[context.resource].at == *at;
        if is_root
            && dialect == Dialect::JsonSchema201909
            && members.get("$recursiveAnchor") == Some(&Value::Bool(true))
        {
            self.anchor(context.resource, RECURSIVE, at, "$recursiveAnchor", true);
        }
        context
    }

    fn add(&mut self, at: SchemaLocation, base: String) -> ResourceId {
        self.resources.push(Resource {
            at,
            base,
            anchors: HashMap::new(),
        });
        ResourceId(self.resources.len() - 1)
    }

    fn name(&mut self, id: ResourceId, uri: String, keyword: &SchemaLocation) {
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

    fn anchor(
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

/// The anchors of a schema: the keyword, the name, whether it is dynamic.
fn anchors(members: &Map<String, Value>, dialect: Dialect) -> Vec<(&'static str, &str, bool)> {
    let text = |name: &str| members.get(name).and_then(Value::as_str);
    let mut found = Vec::new();
    if dialect.is_json_schema() && dialect < Dialect::JsonSchema201909 {
        // A reference hides the identifier beside it.
        let id = text(id_keyword(dialect)).filter(|_| !has_reference(members));
        let fragment = id.and_then(|id| uri::split_fragment(id).1);
        let name = fragment.and_then(anchor_in);
        found.extend(name.map(|name| (id_keyword(dialect), name, false)));
    }
    for (keyword, is_dynamic) in [("$anchor", false), ("$dynamicAnchor", true)] {
        if keyword::find(keyword).is_some_and(|keyword| keyword.is_in(dialect)) {
            found.extend(text(keyword).map(|name| (keyword, name, is_dynamic)));
        }
    }
    found
}
