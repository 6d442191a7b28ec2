//! Turns the identifiers in a document into resources and anchors of the [`Registry`].

use serde_json::Map;

use super::registry::{Context, RECURSIVE, Registry};
use crate::document::{
    Document, MetaSchemas, ObjectKind, anchor_in, has_reference, id_keyword, id_of, is_ignored,
    visit_children,
};
use crate::keyword::{self, Dialect};
use crate::location::{FileId, SchemaLocation};
use crate::source::Value;
use crate::uri;

impl Registry {
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
        self.alias(uri.clone(), resource);
        if let Some(base) = base {
            self.name(resource, base, &at.join("$self"));
        }
        let context = Context {
            resource,
            dialect: document.dialect,
        };
        self.set_context(at.clone(), context);
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
                self.set_base(context.resource, base.clone());
            } else {
                context.resource = self.add(at.clone(), base.clone());
            }
            self.name(context.resource, base, &at.join(keyword));
        }
        if context.resource != outer.resource || context.dialect != outer.dialect {
            self.set_context(at.clone(), context);
        }
        for (keyword, name, is_dynamic) in anchors(members, dialect) {
            self.add_anchor(context.resource, name, at, keyword, is_dynamic);
        }
        let is_root = self[context.resource].at == *at;
        if is_root
            && dialect == Dialect::JsonSchema201909
            && members.get("$recursiveAnchor") == Some(&Value::Bool(true))
        {
            self.add_anchor(context.resource, RECURSIVE, at, "$recursiveAnchor", true);
        }
        context
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
