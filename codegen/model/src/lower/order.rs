//! Puts the named types in an order in which each comes after those whose members or branches it takes over.
//!
//! A type that two types share is made for the first of them, and called after it. So `Order` names the types of its members, and
//! not `PaidOrder`, which has them by `allOf`, wherever the two are in the document.

use std::collections::{HashMap, HashSet, VecDeque};

use super::Lowerer;
use super::definitions::Body;
use crate::model::TypeId;
use cratify_schema::parse::{Schema, SchemaId};

impl Lowerer<'_, '_> {
    /// Orders the queue: a depth-first search in the order of the names, with its own stack, since the input decides
    /// its depth.
    pub(super) fn order_queue(&mut self) {
        let mut queued: HashMap<SchemaId, (TypeId, Body)> = HashMap::new();
        let mut starts = Vec::new();
        let mut ordered = VecDeque::with_capacity(self.queue.len());
        for (id, body) in std::mem::take(&mut self.queue) {
            match self.model[id].schema.wholes().next() {
                Some(schema) if !queued.contains_key(&schema) => {
                    starts.push(schema);
                    queued.insert(schema, (id, body));
                }
                _ => ordered.push_back((id, body)),
            }
        }
        starts.sort_by_key(|schema| &self.model[queued[schema].0].wire_name);
        let mut seen: HashSet<SchemaId> = HashSet::new();
        for start in starts {
            if !seen.insert(start) {
                continue;
            }
            let mut path = vec![(start, taken_over(&self.graph.schemas[start]))];
            while let Some((schema, open)) = path.last_mut() {
                match open.pop() {
                    Some(next) if seen.insert(next) => {
                        path.push((next, taken_over(&self.graph.schemas[next])));
                    }
                    Some(_) => {}
                    None => {
                        ordered.extend(queued.remove(schema));
                        path.pop();
                    }
                }
            }
        }
        self.queue = ordered;
    }
}

/// The schemas that hold for the same value.
fn taken_over(schema: &Schema) -> Vec<SchemaId> {
    let mut found: Vec<SchemaId> = schema.targets().collect();
    found.extend(&schema.all_of);
    found.extend(schema.any_of.iter().flatten());
    found.extend(schema.one_of.iter().flatten());
    found
}
