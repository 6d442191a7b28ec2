//! Turns parsed schemas into schemas whose references have targets.
//!
//! Where the target of a dynamic reference depends on the schemas that lead to it, the graph has a copy
//! of the schemas in between for each [scope](super::scope).

use std::collections::HashMap;

use super::dynamic;
use super::scope::Scopes;
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::link::References;
use crate::location::SchemaLocation;
use crate::parse::{Arena, ParsedSchema, Reference, SchemaId, Schemas, ScopeId};

/// Schemas whose references have targets.
pub(super) struct Resolved {
    pub arena: Arena,
    /// The named schemas of the root document, in its order.
    pub named: Vec<SchemaId>,
    pub scopes: Scopes,
}

/// Resolves the references of all schemas.
pub(super) fn resolve(
    schemas: Schemas,
    references: &References,
    diagnostics: &mut Diagnostics,
) -> Resolved {
    let arena = &schemas.arena;
    let by_location = arena.ids().map(|id| (arena[id].at.clone(), id));
    let by_location: HashMap<SchemaLocation, SchemaId> = by_location.collect();
    if let Some(scopes) = dynamic::scopes(arena, &by_location, references) {
        let max = 10_000 + 8 * arena.len();
        let instances = Instances {
            parsed: arena,
            by_location: &by_location,
            references,
            scopes,
            instances: Arena::default(),
            ids: HashMap::new(),
            targets: HashMap::new(),
        };
        match instances.resolve(&schemas.named, max) {
            Some(resolved) => return resolved,
            None => diagnostics.extend(schemas.named.first().map(|id| too_many(&arena[*id], max))),
        }
    }
    let target = |at: SchemaLocation| {
        let target = references.target(&at)?;
        let target = *by_location.get(&target.at)?;
        Some(Reference { at, target })
    };
    let resolved = |schema: ParsedSchema| schema.with_references(target);
    Resolved {
        arena: schemas.arena.map(resolved),
        named: schemas.named,
        scopes: Scopes::default(),
    }
}

/// A parsed schema in a scope.
type Instance = (SchemaId, ScopeId);

/// Finds the instances that schemas lead to.
struct Instances<'p> {
    parsed: &'p Arena<ParsedSchema>,
    by_location: &'p HashMap<SchemaLocation, SchemaId>,
    references: &'p References,
    scopes: Scopes,
    instances: Arena<Instance>,
    /// The ids of the instances.
    ids: HashMap<Instance, SchemaId>,
    /// The targets of references, by the locations of their texts and the scopes around these.
    targets: HashMap<(SchemaLocation, ScopeId), SchemaId>,
}

impl Instances<'_> {
    /// The instances of the named schemas, and all that they lead to; `None` if they are more than `max`.
    fn resolve(mut self, named: &[SchemaId], max: usize) -> Option<Resolved> {
        let named = named.iter().filter_map(|id| {
            let at = &self.parsed[*id].at;
            self.referred(at, ScopeId::default())
        });
        let named = named.collect();
        let (mut entered, mut followed) = (0, 0);
        while let Some(first) = self.instances.id(followed) {
            if self.instances.len() > max {
                return None;
            }
            if let Some(id) = self.instances.id(entered) {
                self.enter(id);
                entered += 1;
            } else {
                self.follow(first);
                followed += 1;
            }
        }
        let Self {
            parsed,
            scopes,
            instances,
            ids,
            targets,
            ..
        } = self;
        let arena = instances.map(|(id, scope)| {
            let mut schema = parsed[id].clone();
            schema.scope = scope;
            for subschema in schema.subschemas_mut() {
                let inside = scopes.known_inside(scope, &parsed[*subschema].at);
                *subschema = ids[&(*subschema, inside)];
            }
            schema.with_references(|at| {
                let target = *targets.get(&(at.clone(), scope))?;
                Some(Reference { at, target })
            })
        });
        Some(Resolved {
            arena,
            named,
            scopes,
        })
    }

    /// The instance of a schema in a scope.
    fn instance(&mut self, parsed: SchemaId, scope: ScopeId) -> SchemaId {
        let instances = &mut self.instances;
        let new = || instances.push((parsed, scope));
        *self.ids.entry((parsed, scope)).or_insert_with(new)
    }

    /// Adds the instances of the subschemas of an instance.
    fn enter(&mut self, id: SchemaId) {
        let (parsed, scope) = self.instances[id];
        let mut subschemas: Vec<SchemaId> = self.parsed[parsed].subschemas().collect();
        // In the order of the document.
        subschemas.sort_unstable();
        for subschema in subschemas {
            let scope = self.scopes.inside(scope, &self.parsed[subschema].at);
            self.instance(subschema, scope);
        }
    }

    /// Adds the instances of the targets of an instance.
    fn follow(&mut self, id: SchemaId) {
        let (parsed, scope) = self.instances[id];
        let parsed = &self.parsed[parsed];
        for at in parsed.all_references() {
            let Some(target) = self.references.target(at) else {
                continue;
            };
            let bound = target.dynamic.as_ref();
            let bound = bound.and_then(|name| self.scopes.binding(scope, name));
            // A binding in the scope comes before the schema that the reference itself names.
            let destination = bound.unwrap_or(&target.at).clone();
            let instance = self.referred(&destination, scope);
            self.targets
                .extend(instance.map(|id| ((at.clone(), scope), id)));
        }
    }

    /// The instance of a schema that a name or a reference in a scope leads to.
    fn referred(&mut self, at: &SchemaLocation, scope: ScopeId) -> Option<SchemaId> {
        let parsed = *self.by_location.get(at)?;
        let resource = self.references.resource_of(at);
        let scope = self.scopes.referred(scope, at, &resource);
        Some(self.instance(parsed, scope))
    }
}

fn too_many(first: &ParsedSchema, max: usize) -> Diagnostic {
    Diagnostic::error(
        Code::TooComplex,
        first.at.key(),
        "dynamic references give these schemas too many meanings",
    )
    .label(format!(
        "they lead to more than {max} combinations of schemas"
    ))
    .help("use `$ref` where the target is always the same")
}
