//! Dynamic scopes: which schema a `$dynamicRef` means depends on those that led to it (JSON Schema
//! 2020-12, core, sections 7.1 and 8.2.3.2).
//!
//! All that matters of a dynamic scope is to which place each `$dynamicAnchor` is bound: the
//! outermost resource that has it. There are few such bindings, so a schema is read once for each
//! scope in which it is met, and every reference of it leads to one schema.

use std::collections::{BTreeMap, HashMap, HashSet};

use indexmap::IndexSet;

use super::SchemaLocation;

/// Which schema each dynamic anchor is bound to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct ScopeId(usize);

/// Anchors by name, and where each leads.
pub type Bindings = BTreeMap<String, SchemaLocation>;

/// The scopes of a run.
#[derive(Debug, Default)]
pub struct Scopes {
    /// The dynamic anchors of resources, by their roots.
    resources: HashMap<SchemaLocation, Bindings>,
    /// The anchors that a schema, or what it refers to, may ask for.
    relevant: HashMap<SchemaLocation, HashSet<String>>,
    all: IndexSet<Bindings>,
}

impl Scopes {
    /// Scopes for resources with such anchors. Others than the relevant ones are left out at the
    /// entry of a schema, so that those that do not depend on the scope are read once.
    pub fn new(
        resources: HashMap<SchemaLocation, Bindings>,
        relevant: HashMap<SchemaLocation, HashSet<String>>,
    ) -> Self {
        Self {
            resources,
            relevant,
            all: IndexSet::from([Bindings::new()]),
        }
    }

    /// The scope in a schema that stands inside of one with this scope: another one where the inner
    /// schema is a resource with anchors that are not bound yet.
    pub fn inside(&mut self, scope: ScopeId, at: &SchemaLocation) -> ScopeId {
        match self.entered(scope, at) {
            Some(bindings) => ScopeId(self.all.insert_full(bindings).0),
            None => scope,
        }
    }

    /// The same, of a scope that was met before.
    pub fn known_inside(&self, scope: ScopeId, at: &SchemaLocation) -> ScopeId {
        let entered = self.entered(scope, at);
        let known = entered.and_then(|bindings| self.all.get_index_of(&bindings));
        known.map_or(scope, ScopeId)
    }

    /// The scope in a schema that a reference leads to, in the resource with this root.
    pub fn referred(
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

    /// What an anchor is bound to.
    pub fn binding(&self, scope: ScopeId, name: &str) -> Option<&SchemaLocation> {
        self.all.get_index(scope.0)?.get(name)
    }

    /// Whether nothing is bound in a scope.
    pub fn is_empty(&self, scope: ScopeId) -> bool {
        self.all.get_index(scope.0).is_none_or(BTreeMap::is_empty)
    }

    /// The bindings of a scope.
    pub fn bindings(&self, scope: ScopeId) -> impl Iterator<Item = &SchemaLocation> {
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
