//! Turns pairs of an owner and what it contains into groups of types that all contain each other.

use std::collections::HashMap;

use crate::model::TypeId;

#[derive(Default)]
struct Search {
    /// The types that each type contains.
    inner: HashMap<TypeId, Vec<TypeId>>,
    /// The place of each type in the order of the search.
    index: HashMap<TypeId, usize>,
    /// The lowest place that a type leads back to.
    low: HashMap<TypeId, usize>,
    /// The types whose group is not known yet.
    stack: Vec<TypeId>,
    component: HashMap<TypeId, usize>,
}

/// The number of the group of each type: Tarjan's strongly connected components. The search has its own stack, since the
/// input decides its depth.
pub(super) fn components(edges: impl Iterator<Item = (TypeId, TypeId)>) -> HashMap<TypeId, usize> {
    let mut search = Search::default();
    let mut starts = Vec::new();
    for (owner, inner) in edges {
        search.inner.entry(owner).or_default().push(inner);
        starts.extend([owner, inner]);
    }
    for start in starts {
        if !search.index.contains_key(&start) {
            search.run(start);
        }
    }
    search.component
}

impl Search {
    fn run(&mut self, start: TypeId) {
        let mut path = vec![self.open(start)];
        while let Some((id, rest)) = path.last_mut() {
            let id = *id;
            let Some(next) = rest.pop() else {
                path.pop();
                let low = self.low[&id];
                if let Some((owner, _)) = path.last() {
                    self.lower(*owner, low);
                }
                if low == self.index[&id] {
                    self.close(id);
                }
                continue;
            };
            match self.index.get(&next).copied() {
                None => path.push(self.open(next)),
                Some(index) if !self.component.contains_key(&next) => self.lower(id, index),
                Some(_) => {}
            }
        }
    }

    /// Enters a type.
    fn open(&mut self, id: TypeId) -> (TypeId, Vec<TypeId>) {
        let index = self.index.len();
        self.index.insert(id, index);
        self.low.insert(id, index);
        self.stack.push(id);
        (id, self.inner.get(&id).cloned().unwrap_or_default())
    }

    fn lower(&mut self, id: TypeId, to: usize) {
        self.low.entry(id).and_modify(|low| *low = to.min(*low));
    }

    /// The types that were entered since a type are its group.
    fn close(&mut self, first: TypeId) {
        let group = self.component.len();
        while let Some(id) = self.stack.pop() {
            self.component.insert(id, group);
            if id == first {
                break;
            }
        }
    }
}
