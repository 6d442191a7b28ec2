//! Turns dynamic scopes into targets: the target of a `$dynamicRef` depends on the schemas that led to it (JSON Schema
//! 2020-12, core, sections 7.1 and 8.2.3.2).
//!
//! A scope decides only to which schema each `$dynamicAnchor` is bound: to the schema in the outermost resource
//! with the anchor. There are few such bindings. So the graph has a schema once for each scope that
//! leads to it, and each of its references has one target.

use std::collections::{BTreeMap, HashMap, HashSet};

use indexmap::IndexSet;

use crate::location::SchemaLocation;
use crate::parse::ScopeId;

/// The schemas that anchors are bound to, by the names of the anchors.
pub(super) type Bindings = BTreeMap<String, SchemaLocation>;

/// The scopes of a run.
#[derive(Debug, Default)]
pub(super) struct Scopes {
    /// The dynamic anchors of resources, by their root schemas.
    resources: HashMap<SchemaLocation, Bindings>,
    /// The anchors that a schema, or a schema that it leads to, may ask for.
    relevant: HashMap<SchemaLocation, HashSet<String>>,
    all: IndexSet<Bindings>,
}

impl Scopes {
    /// Scopes of resources with dynamic anchors. A schema keeps only the relevant bindings, so that one that
    /// does not depend on the scope is there once.
    pub(super) fn new(
        resources: HashMap<SchemaLocation, Bindings>,
        relevant: HashMap<SchemaLocation, HashSet<String>>,
    ) -> Self {
        Self {
            resources,
            relevant,
            all: IndexSet::from([Bindings::new()]),
        }
    }

    /// The scope of a subschema in a schema with this scope. It is another one where the subschema is a
    /// resource with anchors that are not bound yet.
    pub(super) fn inside(&mut self, scope: ScopeId, at: &SchemaLocation) -> ScopeId {
        match self.entered(scope, at) {
            Some(bindings) => ScopeId(self.all.insert_full(bindings).0),
            None => scope,
        }
    }

    /// The same, if the scope of the subschema is known already.
    pub(super) fn known_inside(&self, scope: ScopeId, at: &SchemaLocation) -> ScopeId {
        let entered = self.entered(scope, at);
        let known = entered.and_then(|bindings| self.all.get_index_of(&bindings));
        known.map_or(scope, ScopeId)
    }

    /// The scope of the target of a reference, in the resource with this root.
    pub(super) fn referred(
        &mut self,
        scope: ScopeId,
        at: &SchemaLocation,
        resource: &SchemaLocation,
    ) -> ScopeId {
        if self.resources.is_empty() {
            return scope;
        }
        let entered = self.entered(scope, resource);
        let mut bindings = entered.unwrap_or_else(|| self.all[scope.0].clone());
        let relevant = self.relevant.get(at);
        bindings.retain(|name, _| relevant.is_some_and(|names| names.contains(name)));
        ScopeId(self.all.insert_full(bindings).0)
    }

    /// The schema that an anchor is bound to.
    pub(super) fn binding(&self, scope: ScopeId, name: &str) -> Option<&SchemaLocation> {
        self.all.get_index(scope.0)?.get(name)
    }

    /// Whether no anchor is bound in a scope.
    pub(super) fn is_empty(&self, scope: ScopeId) -> bool {
        self.all.get_index(scope.0).is_none_or(BTreeMap::is_empty)
    }

    /// The schemas that anchors are bound to in a scope.
    pub(super) fn bindings(&self, scope: ScopeId) -> impl Iterator<Item = &SchemaLocation> {
        self.all
            .get_index(scope.0)
            .into_iter()
            .flat_map(BTreeMap::values)
    }

    fn entered(&self, scope: ScopeId, resource: &SchemaLocation) -> Option<Bindings> {
        let anchors = self.resources.get(resource)?;
        let mut bindings = self.all[scope.0].clone();
        for (name, at) in anchors {
            bindings.entry(name.clone()).or_insert_with(|| at.clone());
        }
        Some(bindings)
    }
}
