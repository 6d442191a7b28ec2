//! Visits every schema of a document once, outermost first, and notes what moves where.

use std::collections::{HashMap, HashSet};

use serde_json::Map;

use super::findings::Findings;
use super::moves::Moves;
use super::node::asserts;
use super::places::{Shape, Step, step};
use super::references::Site;
use super::scope::{Scope, of_meta_schema};
use super::{children, openapi30};
use crate::diagnostic::Diagnostics;
use crate::document::Dialect;
use crate::source::{FileId, Pointer, Value};

/// The visitor, and what it has learnt of the document.
pub(super) struct Walker {
    pub file: FileId,
    pub findings: Findings,
    /// The places, as written, of the schemas that were visited.
    pub visited: HashSet<Pointer>,
    pub moves: Moves,
    pub sites: Vec<Site>,
    /// Schemas with an `$id`, by its text.
    pub resources: HashMap<String, Pointer>,
    /// Whether several schemas have `$recursiveAnchor: true`.
    pub has_dynamic: bool,
}

/// A place as written and as it will be.
#[derive(Debug, Clone)]
pub(super) struct Spot {
    pub old: Pointer,
    pub new: Pointer,
    pub is_branch: bool,
}

impl Spot {
    fn join(&self, token: &str) -> Self {
        let old = self.old.join(token);
        // Most places stay, and one pointer is cheaper than two.
        let new = if self.new == self.old {
            old.clone()
        } else {
            self.new.join(token)
        };
        Self {
            old,
            new,
            is_branch: self.is_branch,
        }
    }
}

impl Walker {
    pub(super) fn new(file: FileId, root: &Value) -> Self {
        Self {
            file,
            findings: Findings::default(),
            visited: HashSet::new(),
            moves: Moves::default(),
            sites: Vec::new(),
            resources: HashMap::new(),
            has_dynamic: recursive_anchors(root) > 1,
        }
    }

    /// Rewrites all schemas of the document.
    pub(super) fn document(&mut self, dialect: Dialect, root: &mut Value) {
        let named = |name: &str| {
            root.get(name)
                .and_then(|name| of_meta_schema(self.file, name))
        };
        let (shape, dialect) = match dialect {
            Dialect::Swagger20 => (Shape::Swagger, dialect),
            Dialect::OpenApi30 => (Shape::OpenApi, dialect),
            // OpenAPI 3.1.1, section 4.8.24.5: the default of `$schema`.
            Dialect::OpenApi31 => match named("jsonSchemaDialect") {
                Some(Dialect::JsonSchema202012) | None => (Shape::OpenApi, dialect),
                Some(other) => (Shape::OpenApi, other),
            },
            _ => (Shape::Schema, dialect),
        };
        let scope = Scope {
            dialect,
            base: Pointer::root(),
            is_recursive: false,
        };
        let spot = Spot {
            old: Pointer::root(),
            new: Pointer::root(),
            is_branch: false,
        };
        self.walk(root, shape, &spot, &scope);
        self.targets(root, &scope);
    }

    /// Turns the references, and says what was found.
    pub(super) fn finish(self, root: &mut Value, diagnostics: &mut Diagnostics) {
        self.turn_references(root);
        self.findings.report(self.file, diagnostics);
    }

    pub(super) fn walk(&mut self, value: &mut Value, shape: Shape, spot: &Spot, scope: &Scope) {
        let Value::Object(members) = value else {
            return;
        };
        if shape == Shape::Schema {
            self.schema(members, spot, scope);
            return;
        }
        for (name, value) in members {
            if let Some(step) = step(shape, name) {
                self.step(value, step, &spot.join(name), scope);
            }
        }
    }

    fn step(&mut self, value: &mut Value, step: Step, spot: &Spot, scope: &Scope) {
        match (step, value) {
            (Step::List(shape) | Step::OneOrList(shape), Value::Array(values)) => {
                for (index, value) in values.iter_mut().enumerate() {
                    self.walk(value, shape, &spot.join(&index.to_string()), scope);
                }
            }
            (Step::One(shape) | Step::OneOrList(shape), value) => {
                self.walk(value, shape, spot, scope);
            }
            (Step::Map(shape), Value::Object(members)) => {
                for (name, value) in members {
                    self.walk(value, shape, &spot.join(name), scope);
                }
            }
            // A list or a map was expected; the reader reports what is there instead.
            (Step::List(_) | Step::Map(_), _) => {}
        }
    }

    fn schema(&mut self, members: &mut Map<String, Value>, spot: &Spot, scope: &Scope) {
        if !self.visited.insert(spot.old.clone()) {
            return;
        }
        let mut scope = scope.clone();
        let change = self.rewrite(members, spot, &mut scope);
        let inner = if change.or_null {
            spot.new.join("anyOf").join("0")
        } else {
            spot.new.clone()
        };
        for (keyword, value) in members.iter_mut() {
            let old_name = change.old_name(keyword);
            let outside = if asserts(keyword) { &inner } else { &spot.new };
            let child = Spot {
                old: spot.old.join(old_name),
                new: outside.join(keyword),
                is_branch: matches!(keyword.as_str(), "anyOf" | "oneOf"),
            };
            self.note_references(keyword, value, &child.new, &scope.base);
            let step = step(Shape::Schema, keyword);
            if step.is_some() && (old_name != keyword || outside != &spot.new) {
                self.moves.add(child.old.clone(), child.new.clone());
            }
            if let Some(step) = step {
                self.step(value, step, &child, &scope);
            }
        }
        if change.or_null {
            openapi30::wrap(members);
        }
    }
}

/// How many members `$recursiveAnchor: true` there are, wherever they are.
fn recursive_anchors(root: &Value) -> usize {
    let mut open = vec![root];
    let mut count = 0;
    while let Some(value) = open.pop() {
        count += usize::from(value.get("$recursiveAnchor") == Some(&Value::Bool(true)));
        open.extend(children(value));
    }
    count
}
