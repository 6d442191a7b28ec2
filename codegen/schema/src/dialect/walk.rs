//! Visits every schema of a document once, outermost first, and notes what moves where.

use serde_json::Map;

use super::findings::Findings;
use super::moves::Moves;
use super::places::{Shape, Step, holds_data, step};
use super::scope::Scope;
use super::trace::Trace;
use super::{Frame, openapi30, swagger20};
use crate::document::Styles;
use crate::keyword::{self, Dialect, Keyword, asserts};
use crate::source::{Pointer, Value};

/// The visitor, and what it has learnt of the document.
pub(super) struct Walker<'s> {
    pub findings: Findings,
    pub styles: &'s Styles,
    /// The schemas that were visited, and what became of their keywords.
    pub trace: Trace,
    pub moves: Moves,
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

    /// The place of a keyword, which moves to `outside` and may get another name.
    fn child(&self, old_name: &str, outside: &Pointer, keyword: &str) -> Self {
        let old = self.old.join(old_name);
        let new = if outside == &self.old && old_name == keyword {
            old.clone()
        } else {
            outside.join(keyword)
        };
        Self {
            old,
            new,
            is_branch: matches!(keyword, "anyOf" | "oneOf"),
        }
    }
}

impl<'s> Walker<'s> {
    pub(super) fn new(styles: &'s Styles) -> Self {
        Self {
            findings: Findings::default(),
            trace: Trace::default(),
            styles,
            moves: Moves::default(),
        }
    }

    /// Rewrites all schemas of the document, and those at the places that references lead to.
    pub(super) fn document(&mut self, frame: Frame, root: &mut Value, targets: &[Pointer]) {
        let scope = Scope {
            style: frame.style,
            is_recursive: false,
        };
        let spot = Spot {
            old: Pointer::root(),
            new: Pointer::root(),
            is_branch: false,
        };
        self.walk(root, frame.shape, &spot, &scope);
        // Outermost first, as everywhere: what is inside moves along.
        let mut targets: Vec<&Pointer> = targets.iter().collect();
        targets.sort_by_key(|target| target.tokens().count());
        for target in targets {
            if self.trace.has_visited(target) || self.is_data(target) {
                continue;
            }
            let new = self.moves.of(target);
            let Some(value) = root.pointer_mut(new.as_str()) else {
                continue;
            };
            let spot = Spot {
                old: target.clone(),
                new,
                is_branch: false,
            };
            self.walk(value, Shape::Schema, &spot, &scope);
        }
    }

    /// Whether a place is in a keyword whose value is data: what a keyword is called is known of
    /// the members of schemas only.
    fn is_data(&self, old: &Pointer) -> bool {
        let mut place = old.clone();
        while let Some((outer, token)) = place.parent() {
            if self.trace.has_visited(&outer) {
                return holds_data(&token);
            }
            place = outer;
        }
        false
    }

    pub(super) fn walk(&mut self, value: &mut Value, shape: Shape, spot: &Spot, scope: &Scope) {
        let Value::Object(members) = value else {
            return;
        };
        let is_swagger = scope.style.dialect == Dialect::Swagger20;
        if is_swagger && shape == Shape::Parameter && swagger20::is_own_schema(members) {
            swagger20::parameter(members, &spot.old, &mut self.trace);
            self.schema(members, spot, scope);
            return;
        }
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
        if !self.trace.visit(&spot.old, &spot.new) {
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
            let step = step(Shape::Schema, keyword);
            // Most keywords have nothing in them that could move.
            if step.is_none() && !refers(keyword) {
                continue;
            }
            let old_name = change.old_name(keyword);
            let outside = if asserts(keyword) { &inner } else { &spot.new };
            let child = spot.child(old_name, outside, keyword);
            if old_name != keyword || outside != &spot.new {
                self.moves.add(child.old.clone(), child.new.clone());
            }
            if let Some(step) = step {
                self.step(value, step, &child, &scope);
            }
        }
        if change.or_null {
            self.trace.wrap(spot.old.clone());
            openapi30::wrap(members);
        }
    }
}

/// Whether a keyword holds references.
fn refers(name: &str) -> bool {
    keyword::find(name).is_some_and(Keyword::refers)
}
