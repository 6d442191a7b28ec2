//! Keeps a document while overlays change it: its values, each with its origin.

use std::collections::HashMap;

use indexmap::IndexMap;
use serde_json::Value;

use crate::source::Pointer;

/// Where a value is written: in the document (file 0) or in an overlay, counted from 1.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Origin {
    pub(super) file: usize,
    pub(super) pointer: Pointer,
}

impl Origin {
    fn join(&self, token: &str) -> Self {
        Self {
            file: self.file,
            pointer: self.pointer.join(token),
        }
    }
}

/// A value with its origin.
#[derive(Debug, Clone)]
pub(super) struct Node {
    pub(super) origin: Origin,
    pub(super) content: Content,
}

#[derive(Debug, Clone)]
pub(super) enum Content {
    Scalar(Value),
    Array(Vec<Node>),
    Object(IndexMap<String, Node>),
}

/// A step from a value to one in it.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(super) enum Step {
    Index(usize),
    Name(String),
}

impl Node {
    // The recursion is as deep as a document, whose depth is limited.
    pub(super) fn of(value: &Value, origin: Origin) -> Self {
        let content = match value {
            Value::Array(items) => {
                let items = items.iter().enumerate();
                let node = |(index, item): (usize, &Value)| {
                    Self::of(item, origin.join(&index.to_string()))
                };
                Content::Array(items.map(node).collect())
            }
            Value::Object(members) => {
                let node = |(name, value): (&String, &Value)| {
                    (name.clone(), Self::of(value, origin.join(name)))
                };
                Content::Object(members.iter().map(node).collect())
            }
            scalar => Content::Scalar(scalar.clone()),
        };
        Self { origin, content }
    }

    pub(super) fn value(&self) -> Value {
        match &self.content {
            Content::Scalar(value) => value.clone(),
            Content::Array(items) => Value::Array(items.iter().map(Self::value).collect()),
            Content::Object(members) => {
                let member = |(name, node): (&String, &Self)| (name.clone(), node.value());
                Value::Object(members.iter().map(member).collect())
            }
        }
    }

    /// How many values there are in it, itself included.
    pub(super) fn size(&self) -> usize {
        1 + self.children().map(|(_, node)| node.size()).sum::<usize>()
    }

    /// How many collections are within each other in it.
    pub(super) fn height(&self) -> usize {
        match self.content {
            Content::Scalar(_) => 0,
            _ => {
                1 + self
                    .children()
                    .map(|(_, node)| node.height())
                    .max()
                    .unwrap_or(0)
            }
        }
    }

    /// The values directly in it.
    pub(super) fn children(&self) -> impl Iterator<Item = (Step, &Self)> {
        let (items, members) = match &self.content {
            Content::Array(items) => (Some(items), None),
            Content::Object(members) => (None, Some(members)),
            Content::Scalar(_) => (None, None),
        };
        let items = items.into_iter().flatten().enumerate();
        let members = members.into_iter().flatten();
        items
            .map(|(index, node)| (Step::Index(index), node))
            .chain(members.map(|(name, node)| (Step::Name(name.clone()), node)))
    }

    pub(super) fn child(&self, step: &Step) -> Option<&Self> {
        match (&self.content, step) {
            (Content::Array(items), Step::Index(index)) => items.get(*index),
            (Content::Object(members), Step::Name(name)) => members.get(name),
            _ => None,
        }
    }

    pub(super) fn at(&self, steps: &[Step]) -> Option<&Self> {
        steps.iter().try_fold(self, |node, step| node.child(step))
    }

    pub(super) fn at_mut(&mut self, steps: &[Step]) -> Option<&mut Self> {
        let mut steps = steps.iter();
        steps.try_fold(self, |node, step| match (&mut node.content, step) {
            (Content::Array(items), Step::Index(index)) => items.get_mut(*index),
            (Content::Object(members), Step::Name(name)) => members.get_mut(name),
            _ => None,
        })
    }

    /// The origins of values that do not follow from the origins of the values around them, by locations in the result.
    pub(super) fn moves(&self) -> HashMap<Pointer, Origin> {
        let mut moves = HashMap::new();
        let root = Origin {
            file: 0,
            pointer: Pointer::root(),
        };
        self.collect_moves(&Pointer::root(), &root, &mut moves);
        moves
    }

    fn collect_moves(&self, at: &Pointer, usual: &Origin, moves: &mut HashMap<Pointer, Origin>) {
        if self.origin != *usual {
            moves.insert(at.clone(), self.origin.clone());
        }
        for (step, node) in self.children() {
            let token = match step {
                Step::Index(index) => index.to_string(),
                Step::Name(name) => name,
            };
            node.collect_moves(&at.join(&token), &self.origin.join(&token), moves);
        }
    }
}
