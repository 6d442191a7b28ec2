//! Decides which types have their schema written out inline, where they are used.
//!
//! The schema of an inline type is written out at its one point of use. A schema that contains itself cannot
//! be written out: other schemas refer to it.

use std::collections::{HashMap, HashSet};

use super::Lowerer;
use crate::model::{Model, Type, TypeDef, TypeId, TypeKind};

impl Lowerer<'_, '_> {
    /// Makes recursive inline types definitions that others refer to.
    pub(super) fn refer_to_recursive_schemas(&mut self) {
        for id in cycles(&self.model) {
            self.model.types[id.0 as usize].in_place = false;
        }
    }
}

/// The inline types in a cycle of inline types, or between two cycles. A type that nothing leads to, or that
/// leads to nothing, is in no cycle. Such types are removed until none is left.
fn cycles(model: &Model) -> Vec<TypeId> {
    let in_place = |id: &TypeId| model[*id].in_place;
    let mut down: HashMap<TypeId, HashSet<TypeId>> = HashMap::new();
    let mut up: HashMap<TypeId, HashSet<TypeId>> = HashMap::new();
    for (id, def) in model.iter().filter(|(id, _)| in_place(id)) {
        for inner in referred(def).into_iter().filter(in_place) {
            down.entry(id).or_default().insert(inner);
            up.entry(inner).or_default().insert(id);
        }
    }
    let ids: Vec<TypeId> = model.iter().map(|(id, _)| id).filter(in_place).collect();
    let mut left: HashSet<TypeId> = ids.iter().copied().collect();
    for (ends, starts) in [(&down, &up), (&up, &down)] {
        let mut counts: HashMap<TypeId, usize> = HashMap::new();
        for id in &left {
            let next = ends.get(id).into_iter().flatten();
            counts.insert(*id, next.filter(|id| left.contains(id)).count());
        }
        let mut open: Vec<TypeId> = left.iter().copied().filter(|id| counts[id] == 0).collect();
        while let Some(id) = open.pop() {
            left.remove(&id);
            for before in starts.get(&id).into_iter().flatten() {
                if let Some(count) = counts.get_mut(before).filter(|count| **count > 0) {
                    *count -= 1;
                    if *count == 0 {
                        open.push(*before);
                    }
                }
            }
        }
    }
    ids.into_iter().filter(|id| left.contains(id)).collect()
}

/// The types that the schema of a type contains.
fn referred(def: &TypeDef) -> Vec<TypeId> {
    let mut found = Vec::new();
    match &def.kind {
        TypeKind::Alias(target) => found.push(*target),
        // Its schema is the document's own.
        TypeKind::Extern(_) => {}
        kind => kind.visit_types(&mut |ty| {
            if let Type::Named(id) = ty {
                found.push(*id);
            }
        }),
    }
    found
}
