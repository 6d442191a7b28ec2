//! Schema resources and what they are called: `$id`, `$anchor`, `$dynamicAnchor` (JSON Schema
//! 2020-12, core, sections 8.2 and 9).

use std::collections::{HashMap, HashSet};

use super::uri;
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Severity};
use crate::dialect::{Frame, Shape, id_of, inner, is_ignored, within};
use crate::document::{Style, Styles};
use crate::keyword::Dialect;
use crate::parse::SchemaLocation;
use crate::source::{FileId, Pointer, Value};

/// Index of a [`Resource`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(super) struct ResourceId(usize);

/// The name of the anchor that `$recursiveAnchor: true` stands for: no anchor can be called so.
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

/// A name for a place in a resource.
#[derive(Debug, Clone)]
pub(super) struct Anchor {
    pub at: SchemaLocation,
    /// Whether it is a `$dynamicAnchor`.
    pub is_dynamic: bool,
}

/// Something that is called like something else.
#[derive(Debug)]
struct Duplicate {
    /// The keyword that names it.
    at: SchemaLocation,
    first: SchemaLocation,
    text: String,
    resource: ResourceId,
    anchor: Option<String>,
}

/// What holds for a schema because of where it is.
#[derive(Debug, Clone, Copy)]
pub(super) struct Context {
    pub resource: ResourceId,
    pub style: Style,
}

/// All resources of a run.
#[derive(Debug, Default)]
pub(super) struct Registry {
    resources: Vec<Resource>,
    by_uri: HashMap<String, ResourceId>,
    /// The schemas that begin a resource, or are of another style than the one around them.
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
    pub(super) fn ids(&self) -> impl Iterator<Item = ResourceId> + use<> {
        (0..self.resources.len()).map(ResourceId)
    }

    /// The context of the schema at a place, as far as those around it decide it.
    pub(super) fn around(&self, at: &SchemaLocation) -> Option<Context> {
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

    /// The context of the schema at a place.
    pub(super) fn at(&self, at: &SchemaLocation) -> Option<Context> {
        let own = self.contexts.get(at).copied();
        own.or_else(|| self.around(at))
    }

    /// The context of a schema inside of one whose context is known.
    pub(super) fn within(&self, at: &SchemaLocation, outer: Context) -> Context {
        self.contexts.get(at).copied().unwrap_or(outer)
    }

    /// Notes that a reference names a resource, or an anchor in it.
    pub(super) fn note_use(&mut self, id: ResourceId, anchor: Option<&str>) {
        self.used.insert((id, anchor.map(str::to_owned)));
    }

    /// Registers everything in a document that was read from this URI.
    pub(super) fn scan_document(
        &mut self,
        file: FileId,
        root: &Value,
        uri: &str,
        frame: Frame,
        styles: &Styles,
    ) {
        let at = SchemaLocation {
            file,
            pointer: Pointer::root(),
        };
        let base = root
            .get("$self")
            .and_then(Value::as_str)
            .filter(|_| frame.shape == Shape::OpenApi)
            .map(|text| uri::resolve(uri, uri::split_fragment(text).0));
        let resource = self.add(at.clone(), base.clone().unwrap_or_else(|| uri.to_owned()));
        self.by_uri.entry(uri.to_owned()).or_insert(resource);
        if let Some(base) = base {
            self.name(resource, base, &at.join("$self"));
        }
        let context = Context {
            resource,
            style: frame.style,
        };
        self.contexts.insert(at.clone(), context);
        self.scan(root, &at, frame.shape, context, styles);
    }

    /// Registers what is in a value, which is not within a schema that was scanned before.
    pub(super) fn scan(
        &mut self,
        value: &Value,
        at: &SchemaLocation,
        shape: Shape,
        context: Context,
        styles: &Styles,
    ) {
        let mut open = vec![(value, at.pointer.clone(), shape, context)];
        while let Some((value, pointer, shape, mut context)) = open.pop() {
            let Value::Object(members) = value else {
                continue;
            };
            if shape == Shape::Schema {
                let at = SchemaLocation {
                    file: at.file,
                    pointer: pointer.clone(),
                };
                context = self.schema(members, &at, context, styles);
            }
            let before = open.len();
            for (name, value) in members {
                if shape == Shape::Schema && is_ignored(context.style.dialect, members, name) {
                    continue;
                }
                inner(shape, name, value, &pointer, |value, pointer, shape| {
                    open.push((value, pointer, shape, context));
                });
            }
            open[before..].reverse();
        }
    }

    /// Registers the names of one schema, and says what holds in it.
    fn schema(
        &mut self,
        members: &serde_json::Map<String, Value>,
        at: &SchemaLocation,
        outer: Context,
        styles: &Styles,
    ) -> Context {
        let mut context = outer;
        let text = |name: &str| members.get(name).and_then(Value::as_str);
        if let Some(style) = text("$schema").and_then(|uri| styles.of(uri)) {
            context.style = within(outer.style, style);
        }
        let dialect = context.style.dialect;
        if let Some(id) = id_of(members, dialect) {
            let keyword = if dialect == Dialect::JsonSchemaDraft4 {
                "id"
            } else {
                "$id"
            };
            let base = &self[context.resource].base;
            let base = uri::resolve(base, uri::split_fragment(id).0);
            if at.pointer.is_root() {
                // The document itself: it keeps the URI it was read from as well.
                self.resources[context.resource.0].base.clone_from(&base);
            } else {
                context.resource = self.add(at.clone(), base.clone());
            }
            self.name(context.resource, base, &at.join(keyword));
        }
        if context.resource != outer.resource || context.style != outer.style {
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

    /// Reports what is called the same: an error if a reference uses the name.
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
                    format!("two schemas are called `{}`", duplicate.text),
                )
                .label("the name is taken")
                .also(duplicate.first.key(), "by this one")
                .help("give each schema an identifier of its own, or remove this one"),
            );
        }
    }
}

/// The anchors of a schema: the keyword, the name, whether it is dynamic.
fn anchors(
    members: &serde_json::Map<String, Value>,
    dialect: Dialect,
) -> Vec<(&'static str, &str, bool)> {
    let text = |name: &str| members.get(name).and_then(Value::as_str);
    let mut found = Vec::new();
    match dialect {
        Dialect::Swagger20 | Dialect::OpenApi30 => {}
        Dialect::JsonSchemaDraft4 | Dialect::JsonSchemaDraft6 | Dialect::JsonSchemaDraft7 => {
            // A reference hides what is beside it.
            if text("$ref").is_none() {
                let keyword = match dialect {
                    Dialect::JsonSchemaDraft4 => "id",
                    _ => "$id",
                };
                let fragment = text(keyword).and_then(|id| uri::split_fragment(id).1);
                // A pointer is no name: `#/properties/a` is where tools note down a schema's own
                // place.
                let is_name = |name: &&str| !name.is_empty() && !name.starts_with('/');
                found.extend(fragment.filter(is_name).map(|name| (keyword, name, false)));
            }
        }
        Dialect::JsonSchema201909 => {
            found.extend(text("$anchor").map(|name| ("$anchor", name, false)));
        }
        Dialect::OpenApi31 | Dialect::JsonSchema202012 => {
            found.extend(text("$anchor").map(|name| ("$anchor", name, false)));
            found.extend(text("$dynamicAnchor").map(|name| ("$dynamicAnchor", name, true)));
        }
    }
    found
}
