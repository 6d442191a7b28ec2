//! Collects the parts of a list or a mapping until its end.

use std::ops::Range;

use super::mapping::Mapping;
use super::tree::{Content, Node, NodeId, Tree};
use super::{Pointer, Value};

/// A collection that the document is within.
pub(super) struct Open<'t> {
    pub(super) range: Range<usize>,
    /// The number of its anchor, or 0.
    pub(super) anchor: usize,
    pub(super) height: usize,
    pub(super) cost: usize,
    pub(super) content: Collection<'t>,
}

pub(super) enum Collection<'t> {
    Sequence(Vec<NodeId>),
    Mapping(Mapping<'t>),
}

impl<'t> Open<'t> {
    /// A collection without content as yet; the range covers its bracket, or is empty.
    pub(super) fn new(content: Collection<'t>, range: Range<usize>, anchor: usize) -> Open<'t> {
        Open {
            range,
            anchor,
            height: 1,
            cost: size_of::<Value>(),
            content,
        }
    }

    /// The mapping, if what comes next is a key of it.
    pub(super) fn before_key(&mut self) -> Option<&mut Mapping<'t>> {
        match &mut self.content {
            Collection::Mapping(mapping) if mapping.key().is_none() => Some(mapping),
            _ => None,
        }
    }

    /// A collection without a bracket begins with the first thing in it.
    pub(super) fn begin(&mut self, first: &Range<usize>) {
        if self.range.is_empty() {
            self.range = first.clone();
        }
    }

    /// Takes a node, which is the value of the key before it, or the next item.
    pub(super) fn take(&mut self, id: NodeId, tree: &Tree<'t>) {
        let node = &tree[id];
        self.height = self.height.max(1 + node.height);
        self.cost = self.cost.saturating_add(node.cost);
        match &mut self.content {
            Collection::Sequence(items) => items.push(id),
            Collection::Mapping(mapping) => mapping.take_value(id, tree),
        }
    }

    /// The node that it is, now that all of it has come.
    pub(super) fn finish(self, tree: &Tree<'t>) -> Node<'t> {
        let content = match self.content {
            Collection::Sequence(items) => Content::Sequence(items),
            Collection::Mapping(mapping) => Content::Mapping(Box::new(mapping.finish(tree))),
        };
        Node {
            range: self.range,
            content,
            height: self.height,
            cost: self.cost,
        }
    }
}

/// The pointer to the node that comes next.
pub(super) fn pointer(open: &[Open<'_>]) -> Pointer {
    Pointer::from_tokens(open.iter().filter_map(|open| match &open.content {
        Collection::Sequence(items) => Some(items.len().to_string()),
        Collection::Mapping(mapping) => mapping.key().map(str::to_owned),
    }))
}
