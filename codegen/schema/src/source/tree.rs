//! Keeps a document as it is written: its nodes, and the range of each.
//!
//! Turns the nodes into the [`Value`] they stand for, and a [`Pointer`] into a range of the text. An alias
//! is its target's node once more, so that a node is held once however often a document repeats it.
//! Merge keys are merged already.

use std::borrow::Cow;
use std::ops::{Index, Range};

use indexmap::IndexMap;
use serde_json::Number;

use super::{Part, Pointer, Value};
use crate::location::index_of;

/// Which of the nodes of a tree is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct NodeId(pub(super) usize);

/// The nodes of a document, each after its parts: the last one is the root.
#[derive(Debug, Default)]
pub(super) struct Tree<'t>(pub(super) Vec<Node<'t>>);

#[derive(Debug)]
pub(super) struct Node<'t> {
    /// The range to underline: all of a scalar; the bracket that opens a collection, or else the first thing
    /// in it. Empty where nothing is written.
    pub(super) range: Range<usize>,
    pub(super) content: Content<'t>,
    /// How many collections are within each other here; 0 for a scalar.
    pub(super) height: usize,
    /// About how many bytes of memory the value takes.
    pub(super) cost: usize,
}

#[derive(Debug, PartialEq)]
pub(super) enum Content<'t> {
    Null,
    Bool(bool),
    Number(Number),
    Text(Cow<'t, str>),
    Sequence(Vec<NodeId>),
    Mapping(Box<Members<'t>>),
}

/// The members of a mapping by name.
pub(super) type Members<'t> = IndexMap<Cow<'t, str>, Member>;

#[derive(Debug, Clone, PartialEq)]
pub(super) struct Member {
    /// The range of the name; in another mapping, if it was merged from there.
    pub(super) key: Range<usize>,
    pub(super) value: NodeId,
}

impl<'t> Index<NodeId> for Tree<'t> {
    type Output = Node<'t>;

    fn index(&self, id: NodeId) -> &Node<'t> {
        &self.0[id.0]
    }
}

impl Tree<'_> {
    /// The value that the document stands for.
    pub(super) fn value(&self) -> Value {
        let root = self.0.last();
        root.map_or(Value::Null, |root| self.value_of(root))
    }

    // The recursion is as deep as the document, whose depth is limited.
    fn value_of(&self, node: &Node<'_>) -> Value {
        match &node.content {
            Content::Null => Value::Null,
            Content::Bool(value) => Value::Bool(*value),
            Content::Number(value) => Value::Number(value.clone()),
            Content::Text(value) => Value::String(value.as_ref().to_owned()),
            Content::Sequence(items) => {
                let items = items.iter().map(|item| self.value_of(&self[*item]));
                Value::Array(items.collect())
            }
            Content::Mapping(members) => {
                let members = members.iter().map(|(name, member)| {
                    let value = self.value_of(&self[member.value]);
                    (name.as_ref().to_owned(), value)
                });
                Value::Object(members.collect())
            }
        }
    }

    /// The range to underline for the pointer, or for as much of it as exists.
    ///
    /// A collection is shown by its key where it has one, as underlining it all would say nothing; so is
    /// a value that is not written.
    pub(super) fn locate(&self, pointer: &Pointer, part: Part) -> Range<usize> {
        let Some(mut node) = self.0.last() else {
            return 0..0;
        };
        let mut key = None;
        for token in pointer.tokens() {
            let (next_key, next) = match &node.content {
                Content::Mapping(members) => match members.get(&*token) {
                    Some(member) => (Some(&member.key), member.value),
                    None => break,
                },
                Content::Sequence(items) => match index_of(&token).and_then(|at| items.get(at)) {
                    Some(item) => (None, *item),
                    None => break,
                },
                _ => break,
            };
            key = next_key;
            node = &self[next];
        }
        let by_key = part == Part::Key || node.height > 0 || node.range.is_empty();
        key.filter(|_| by_key).unwrap_or(&node.range).clone()
    }
}
