//! Composes the events of a parser, of JSON or of YAML, into a [`Tree`].
//!
//! Reports everything that YAML can express and JSON cannot, with its location. Most of these problems do not stop
//! the reading: of three duplicate keys, all three are reported.

use std::borrow::Cow;
use std::collections::HashMap;
use std::ops::Range;

use super::Value;
use super::collection::{Collection, Open, pointer};
use super::problem::{Kind, Problem};
use super::tree::{Content, Node, NodeId, Tree};

/// How many collections may be within each other.
pub(crate) const MAX_DEPTH: usize = 128;

/// How many problems of one document are kept: a bound on memory for hostile input.
const MAX_PROBLEMS: usize = 10_000;

/// How many bytes of memory aliases may stand for, beyond eight times the text.
///
/// Without aliases a document takes memory in proportion to its text; with them a few lines can stand for
/// more than the memory there is.
const MAX_COPIED: usize = 64 * 1024 * 1024;

/// The result of reading a document. Where there are problems, the tree may be a part of it.
#[derive(Debug)]
pub(super) struct Reading<'t> {
    pub(super) tree: Tree<'t>,
    pub(super) problems: Vec<Problem>,
}

impl From<Problem> for Reading<'_> {
    fn from(problem: Problem) -> Self {
        Reading {
            tree: Tree::default(),
            problems: vec![problem],
        }
    }
}

/// A scalar as the parser has it.
pub(super) struct Scalar<'t> {
    pub(super) text: Cow<'t, str>,
    /// All of it, with its quotes.
    pub(super) range: Range<usize>,
    /// The number of its anchor, or 0.
    pub(super) anchor: usize,
    /// Whether, as a key, it is the merge key.
    pub(super) is_merge: bool,
}

/// Takes the events of one document, in order.
pub(super) struct Composer<'t> {
    tree: Tree<'t>,
    /// The collections whose end is still to come, each in the one before.
    open: Vec<Open<'t>>,
    anchors: HashMap<usize, Anchored<'t>>,
    /// How many bytes aliases may still stand for.
    allowance: usize,
    problems: Vec<Problem>,
}

/// The node that has an anchor.
enum Anchored<'t> {
    /// A collection whose end is still to come.
    Open,
    Collection(NodeId),
    /// A scalar, with the text that it has as a key.
    Scalar(NodeId, Cow<'t, str>),
}

impl<'t> Composer<'t> {
    pub(super) fn new(text: &'t str) -> Composer<'t> {
        Composer {
            tree: Tree::default(),
            open: Vec::new(),
            anchors: HashMap::new(),
            allowance: text.len().saturating_mul(8).saturating_add(MAX_COPIED),
            problems: Vec::new(),
        }
    }

    /// The composed tree; if that is not the whole document, `end` gives the reason.
    pub(super) fn finish(mut self, end: Result<(), Problem>) -> Reading<'t> {
        self.problems.extend(end.err());
        if self.tree.0.is_empty() && self.problems.is_empty() {
            self.problems.push(Problem::new(Kind::Empty, 0..0));
        }
        Reading {
            tree: self.tree,
            problems: self.problems,
        }
    }

    /// Whether all of a document has come.
    pub(super) fn is_complete(&self) -> bool {
        self.open.is_empty() && !self.tree.0.is_empty()
    }

    /// The start and the kind of the innermost collection that has not ended.
    pub(super) fn enclosing(&self) -> Option<(Range<usize>, &'static str)> {
        let open = self.open.last()?;
        let what = match open.content {
            Collection::Sequence(_) => "the list starts here",
            Collection::Mapping(_) => "the mapping starts here",
        };
        Some((open.range.clone(), what))
    }

    /// Notes a problem with the node that comes next.
    pub(super) fn note(&mut self, kind: Kind, range: Range<usize>) {
        if self.problems.len() < MAX_PROBLEMS {
            self.problems.push(Problem {
                pointer: Some(pointer(&self.open)),
                ..Problem::new(kind, range)
            });
        }
    }

    /// A collection begins; the range covers its bracket, or is empty.
    pub(super) fn open(
        &mut self,
        collection: Collection<'t>,
        range: Range<usize>,
        anchor: usize,
    ) -> Result<(), Problem> {
        if self.expects_key() {
            return Err(Problem::new(Kind::ComplexKey, range));
        }
        if self.open.len() == MAX_DEPTH {
            return Err(Problem::new(Kind::TooDeep, range));
        }
        if anchor != 0 {
            self.anchors.insert(anchor, Anchored::Open);
        }
        self.open.push(Open::new(collection, range, anchor));
        Ok(())
    }

    /// The innermost collection ends.
    pub(super) fn close(&mut self) {
        let Some(open) = self.open.pop() else {
            return;
        };
        let (range, anchor) = (open.range.clone(), open.anchor);
        let id = self.add(open.finish(&self.tree));
        if anchor != 0 {
            self.anchors.insert(anchor, Anchored::Collection(id));
        }
        self.place(id, range);
    }

    /// A scalar comes: a key, or else a value, of which `resolve` knows what it stands for.
    pub(super) fn scalar(
        &mut self,
        scalar: Scalar<'t>,
        resolve: impl FnOnce(Cow<'t, str>) -> Result<Content<'t>, Kind>,
    ) {
        let Scalar {
            text,
            range,
            anchor,
            is_merge,
        } = scalar;
        let is_key = self.expects_key();
        if is_key && anchor == 0 {
            // A key is text, whatever it would stand for as a value. A tag may still contradict it.
            if let Err(Kind::WrongTag) = resolve(text.clone()) {
                self.note(Kind::WrongTag, range.clone());
            }
            self.key(text, range, is_merge);
            return;
        }
        let anchored = (anchor != 0).then(|| text.clone());
        let cost = size_of::<Value>() + text.len();
        let content = resolve(text).unwrap_or_else(|kind| {
            self.note(kind, range.clone());
            Content::Null
        });
        let id = self.add(Node {
            range: range.clone(),
            content,
            height: 0,
            cost,
        });
        if let Some(text) = anchored {
            self.anchors
                .insert(anchor, Anchored::Scalar(id, text.clone()));
            if is_key {
                self.key(text, range, is_merge);
                return;
            }
        }
        self.place(id, range);
    }

    /// An alias comes, of the anchor of this number.
    pub(super) fn alias(&mut self, anchor: usize, range: Range<usize>) -> Result<(), Problem> {
        let (target, text) = match self.anchors.get(&anchor) {
            Some(Anchored::Scalar(target, text)) => (*target, Some(text.clone())),
            Some(Anchored::Collection(target)) => (*target, None),
            Some(Anchored::Open) => return Err(Problem::new(Kind::AliasOfItself, range)),
            None => return Err(Problem::new(Kind::UnknownAnchor, range)),
        };
        if self.expects_key() {
            let text = text.ok_or_else(|| Problem::new(Kind::ComplexKey, range.clone()))?;
            self.key(text, range, false);
            return Ok(());
        }
        let node = &self.tree[target];
        if self.open.len() + node.height > MAX_DEPTH {
            return Err(Problem::new(Kind::TooDeep, range));
        }
        match self.allowance.checked_sub(node.cost) {
            Some(left) => self.allowance = left,
            None => return Err(Problem::new(Kind::AliasExpansion, range)),
        }
        self.place(target, range);
        Ok(())
    }

    /// An alias comes that has no anchor before it.
    pub(super) fn unknown_alias(&mut self, range: Range<usize>) {
        self.note(Kind::UnknownAnchor, range.clone());
        let scalar = Scalar {
            text: Cow::from("*"),
            range,
            anchor: 0,
            is_merge: false,
        };
        self.scalar(scalar, |_| Ok(Content::Null));
    }

    fn expects_key(&mut self) -> bool {
        let open = self.open.last_mut();
        open.is_some_and(|open| open.before_key().is_some())
    }

    fn key(&mut self, text: Cow<'t, str>, range: Range<usize>, is_merge: bool) {
        let Some(open) = self.open.last_mut() else {
            return;
        };
        open.begin(&range);
        open.cost = open.cost.saturating_add(size_of::<String>() + text.len());
        let mapping = open.before_key();
        let problem = mapping.and_then(|mapping| mapping.take_key(text, range.clone(), is_merge));
        if let Some(kind) = problem {
            self.note(kind, range);
        }
    }

    fn add(&mut self, node: Node<'t>) -> NodeId {
        self.tree.0.push(node);
        NodeId(self.tree.0.len() - 1)
    }

    /// Puts a node where it belongs; the range is where it, or the alias of it, is written.
    fn place(&mut self, id: NodeId, range: Range<usize>) {
        if let Some(range) = self.not_mergeable(id, &range) {
            self.note(Kind::Merge, range);
        }
        if let Some(open) = self.open.last_mut() {
            open.begin(&range);
            open.take(id, &self.tree);
        }
    }

    /// The range of a merge key's value that is neither a mapping nor a list of mappings.
    fn not_mergeable(&self, id: NodeId, range: &Range<usize>) -> Option<Range<usize>> {
        match &self.open.last()?.content {
            Collection::Mapping(mapping) if mapping.expects_merge() => {}
            _ => return None,
        }
        match &self.tree[id].content {
            Content::Mapping(_) => None,
            Content::Sequence(items) => {
                let mut items = items.iter().map(|item| &self.tree[*item]);
                let wrong = items.find(|item| !matches!(item.content, Content::Mapping(_)));
                wrong.map(|item| item.range.clone())
            }
            _ => Some(range.clone()),
        }
    }
}
