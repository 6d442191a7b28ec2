//! Visits each schema of a document once, outermost first, and notes where keywords move.

use serde_json::Map;

use super::rules::Inherited;
use super::trace::Trace;
use super::unresolved::UnresolvedReferences;
use super::warnings::Warnings;
use super::{openapi30, swagger20};
use crate::document::{Children, Document, MetaSchemas, ObjectKind, children_of, is_own_schema};
use crate::keyword::{self, Dialect, Keyword, asserts};
use crate::location::LocationMap;
use crate::source::{Pointer, Value};

/// The visitor, and what it has found out about the document.
pub(super) struct Walker<'s> {
    pub meta_schemas: &'s MetaSchemas,
    pub unresolved: &'s UnresolvedReferences,
    pub warnings: Warnings,
    pub trace: Trace,
    pub locations: LocationMap,
    /// The schemas that name their own dialect, in the upgraded document.
    pub dialects: Vec<(Pointer, Dialect)>,
}

/// The location of a value as written and in the upgraded document.
#[derive(Debug, Clone)]
pub(super) struct Position {
    pub written: Pointer,
    pub upgraded: Pointer,
    /// Whether the value is in `anyOf` or `oneOf`.
    pub is_branch: bool,
}

impl Position {
    /// A location that has not moved.
    fn unmoved(at: Pointer) -> Self {
        Self {
            upgraded: at.clone(),
            written: at,
            is_branch: false,
        }
    }

    fn join(&self, token: &str) -> Self {
        let written = self.written.join(token);
        // Most values stay, and one pointer is cheaper than two.
        let upgraded = if self.upgraded == self.written {
            written.clone()
        } else {
            self.upgraded.join(token)
        };
        Self {
            written,
            upgraded,
            is_branch: self.is_branch,
        }
    }

    /// The position of a keyword that moves to the schema at `target` and may get another name.
    fn keyword(&self, old_name: &str, target: &Pointer, name: &str) -> Self {
        let written = self.written.join(old_name);
        let upgraded = if target == &self.written && old_name == name {
            written.clone()
        } else {
            target.join(name)
        };
        Self {
            written,
            upgraded,
            is_branch: matches!(name, "anyOf" | "oneOf"),
        }
    }
}

impl<'s> Walker<'s> {
    pub(super) fn new(meta_schemas: &'s MetaSchemas, unresolved: &'s UnresolvedReferences) -> Self {
        Self {
            meta_schemas,
            unresolved,
            warnings: Warnings::default(),
            trace: Trace::default(),
            locations: LocationMap::default(),
            dialects: Vec::new(),
        }
    }

    /// Rewrites all schemas of a document, and the schemas to which only references lead.
    pub(super) fn document(&mut self, document: &Document, root: &mut Value, targets: &[Pointer]) {
        let inherited = Inherited {
            dialect: document.dialect,
            is_recursive: false,
        };
        let position = Position::unmoved(Pointer::root());
        self.value(root, document.kind, &position, &inherited);
        // Outermost first, since subschemas move along.
        let mut targets: Vec<&Pointer> = targets.iter().collect();
        targets.sort_by_key(|target| target.tokens().count());
        for target in targets {
            if self.trace.is_schema(target) || self.is_data(target) {
                continue;
            }
            let upgraded = self.locations.upgraded(target);
            let Some(value) = root.pointer_mut(upgraded.as_str()) else {
                continue;
            };
            let position = Position {
                written: target.clone(),
                upgraded,
                is_branch: false,
            };
            self.value(value, ObjectKind::Schema, &position, &inherited);
        }
    }

    /// Whether a location is in a keyword whose value is data. Only the members of schemas are keywords.
    fn is_data(&self, written: &Pointer) -> bool {
        let mut inner = written.clone();
        while let Some((outer, token)) = inner.parent() {
            if self.trace.is_schema(&outer) {
                return keyword::find(&token).is_some_and(Keyword::holds_data);
            }
            inner = outer;
        }
        false
    }

    fn value(
        &mut self,
        value: &mut Value,
        kind: ObjectKind,
        position: &Position,
        inherited: &Inherited,
    ) {
        let Value::Object(members) = value else {
            return;
        };
        let is_swagger = inherited.dialect.base == Dialect::Swagger20;
        if is_swagger && kind == ObjectKind::Parameter && is_own_schema(members) {
            swagger20::parameter(members, &position.written, &mut self.trace);
            self.schema(members, position, inherited);
            return;
        }
        if kind == ObjectKind::Schema {
            self.schema(members, position, inherited);
            return;
        }
        for (name, value) in members {
            if let Some(children) = children_of(kind, name) {
                self.children(value, children, &position.join(name), inherited);
            }
        }
    }

    fn children(
        &mut self,
        value: &mut Value,
        children: Children,
        position: &Position,
        inherited: &Inherited,
    ) {
        match (children, value) {
            (Children::List(kind) | Children::OneOrList(kind), Value::Array(values)) => {
                for (index, value) in values.iter_mut().enumerate() {
                    self.value(value, kind, &position.join(&index.to_string()), inherited);
                }
            }
            (Children::One(kind) | Children::OneOrList(kind), value) => {
                self.value(value, kind, position, inherited);
            }
            (Children::Map(kind), Value::Object(members)) => {
                for (name, value) in members {
                    self.value(value, kind, &position.join(name), inherited);
                }
            }
            // The parser reports the value.
            (Children::List(_) | Children::Map(_), _) => {}
        }
    }

    fn schema(
        &mut self,
        members: &mut Map<String, Value>,
        position: &Position,
        inherited: &Inherited,
    ) {
        if !self.trace.visit(&position.written, &position.upgraded) {
            return;
        }
        let mut inherited = inherited.clone();
        let changes = self.apply_rules(members, position, &mut inherited);
        let assertions = if changes.or_null {
            position.upgraded.join("anyOf").join("0")
        } else {
            position.upgraded.clone()
        };
        for (name, value) in members.iter_mut() {
            let children = children_of(ObjectKind::Schema, name);
            // Most keywords hold nothing that could move.
            if children.is_none() && !keyword::find(name).is_some_and(Keyword::refers) {
                continue;
            }
            let old_name = changes.old_name(name);
            let target = if asserts(name) {
                &assertions
            } else {
                &position.upgraded
            };
            let keyword = position.keyword(old_name, target, name);
            if old_name != name || target != &position.upgraded {
                let (written, upgraded) = (keyword.written.clone(), keyword.upgraded.clone());
                self.locations.add(written, upgraded);
            }
            if let Some(children) = children {
                self.children(value, children, &keyword, &inherited);
            }
        }
        if changes.or_null {
            self.locations
                .add_origin(assertions, position.written.clone());
            self.trace.wrap(position.written.clone());
            openapi30::wrap(members);
        }
    }
}
