//! Turns pointers into byte ranges of the text, many in one walk.
//!
//! Positions are not kept while reading, since almost every document has nothing wrong with it.
//! The price is a second walk when something is: over the whole text, so that asking for each
//! of a hundred pointers by itself would read a 2 MB document a hundred times. Hence the
//! questions are collected in a [`Tree`] first, and one walk answers all of them.

use std::collections::BTreeMap;
use std::ops::Range;

use super::{Part, Pointer, Syntax, Value, json, scan, yaml};

/// How many questions of one batch may be answered by a reading of their own.
///
/// Needed only for what a walk passes by without learning its position: in YAML, keys with
/// escapes and empty collections in lists.
const MAX_PROBES: usize = 10;

/// A question: where is this key or value?
#[derive(Debug, Clone)]
pub(super) struct Query {
    pub(super) pointer: Pointer,
    pub(super) part: Part,
    /// Which of several members of the same name the pointer's last token means: 0 is the
    /// first. Only the key of a later one can be asked for.
    pub(super) occurrence: usize,
}

/// What a walk learnt of one place.
#[derive(Debug, Clone, Default)]
pub(super) struct Found {
    pub(super) key: Option<Range<usize>>,
    pub(super) value: Option<Range<usize>>,
    /// Whether it was reached through a merge key, so that an explicit member overrules it.
    pub(super) inherited: bool,
}

/// The pointers asked for, as a tree of tokens; nodes are numbered, the root is 0.
pub(super) struct Tree {
    nodes: Vec<BTreeMap<String, BTreeMap<usize, usize>>>,
}

impl Tree {
    fn new() -> Tree {
        Tree {
            nodes: vec![BTreeMap::new()],
        }
    }

    fn insert(&mut self, query: &Query) -> usize {
        let mut node = 0;
        let last = query.pointer.tokens().count();
        for (depth, token) in query.pointer.tokens().enumerate() {
            let occurrence = if depth + 1 == last {
                query.occurrence
            } else {
                0
            };
            let next = self.nodes.len();
            let id = *self.nodes[node]
                .entry(token.into_owned())
                .or_default()
                .entry(occurrence)
                .or_insert(next);
            if id == next {
                self.nodes.push(BTreeMap::new());
            }
            node = id;
        }
        node
    }

    /// The node for the member of this name, where `occurrence` of the same have gone before.
    pub(super) fn child(&self, node: usize, token: &str, occurrence: usize) -> Option<usize> {
        let children = self.nodes.get(node)?;
        children.get(token)?.get(&occurrence).copied()
    }

    /// Whether several members called `token` are asked for.
    pub(super) fn counts(&self, node: usize, token: &str) -> bool {
        let children = self.nodes.get(node);
        children.is_some_and(|children| children.contains_key(token))
    }

    /// Whether anything below the node is asked for.
    pub(super) fn is_leaf(&self, node: usize) -> bool {
        self.nodes.get(node).is_none_or(BTreeMap::is_empty)
    }

    fn len(&self) -> usize {
        self.nodes.len()
    }
}

/// The range for each query, in order. The queries' pointers are taken as they are.
pub(super) fn locate(
    text: &str,
    root: Option<&Value>,
    syntax: Syntax,
    queries: &[Query],
) -> Vec<Range<usize>> {
    if queries.is_empty() {
        return Vec::new();
    }
    let mut tree = Tree::new();
    let nodes: Vec<usize> = queries.iter().map(|query| tree.insert(query)).collect();
    let mut found = vec![Found::default(); tree.len()];
    match syntax {
        Syntax::Json => json::walk(text, &tree, &mut found),
        Syntax::Yaml => yaml::walk(text, root, &tree, &mut found),
    }
    let mut probes = MAX_PROBES;
    queries
        .iter()
        .zip(nodes)
        .map(|(query, node)| {
            let here = found.get(node).cloned().unwrap_or_default();
            let part = shown_part(root, query);
            let range = choose(text, syntax, part, &here)
                .or_else(|| {
                    probes = probes.checked_sub(1)?;
                    probe(text, syntax, part, query)
                })
                .or(here.value)
                .or_else(|| ancestor(&tree, &found, query, syntax))
                .unwrap_or_else(|| scan::character(text, text.len() - text.trim_start().len()));
            within(text, range)
        })
        .collect()
}

/// Whether to show the key or the value; a key only if there can be one.
///
/// A collection is shown by its key, as underlining it all would say nothing.
fn shown_part(root: Option<&Value>, query: &Query) -> Part {
    let at = |pointer: &Pointer| root.and_then(|root| pointer.resolve(root));
    let in_list = query
        .pointer
        .parent()
        .is_none_or(|(parent, _)| at(&parent).is_some_and(Value::is_array));
    let is_collection =
        || at(&query.pointer).is_some_and(|value| value.is_object() || value.is_array());
    if !in_list && (query.part == Part::Key || is_collection()) {
        Part::Key
    } else {
        Part::Value
    }
}

/// What the walk has learnt of the part.
fn choose(text: &str, syntax: Syntax, part: Part, found: &Found) -> Option<Range<usize>> {
    match (part, syntax) {
        (Part::Key, _) => found.key.clone(),
        (Part::Value, Syntax::Json) => found.value.clone(),
        (Part::Value, Syntax::Yaml) => {
            let key = found.key.clone();
            match &found.value {
                // Nothing was written; what the text has next is something else.
                Some(value) if value.is_empty() => key.or_else(|| Some(value.clone())),
                Some(value) => Some(value.clone()),
                None => scan::yaml_value_after(text, key.as_ref()?).or(key),
            }
        }
    }
}

fn probe(text: &str, syntax: Syntax, part: Part, query: &Query) -> Option<Range<usize>> {
    if syntax == Syntax::Json {
        return None;
    }
    let query = Query {
        part,
        ..query.clone()
    };
    let at = yaml::probe(text, &query)?;
    let token = scan::yaml_token(text, at);
    // A key that has to be looked for is in quotes; for a plain one the line would be too much.
    let is_quoted = text[token.clone()].starts_with(['"', '\'']);
    Some(if part == Part::Key && !is_quoted {
        scan::character(text, at)
    } else {
        token
    })
}

fn ancestor(tree: &Tree, found: &[Found], query: &Query, syntax: Syntax) -> Option<Range<usize>> {
    let mut nearest = None;
    let mut node = 0;
    for token in query.pointer.tokens() {
        let Some(next) = tree.child(node, &token, 0) else {
            break;
        };
        node = next;
        let Some(found) = found.get(node) else { break };
        nearest = found.key.clone().or(found.value.clone()).or(nearest);
    }
    nearest.or_else(|| match syntax {
        Syntax::Json => None,
        Syntax::Yaml => found.first().and_then(|root| root.value.clone()),
    })
}

/// The range cut down to character boundaries within the text and to its first line.
fn within(text: &str, range: Range<usize>) -> Range<usize> {
    let start = scan::boundary(text, range.start);
    let end = scan::boundary(text, range.end.max(start));
    // Not to the line's end and then the lesser: a line may be megabytes long.
    let first = text[start..end].split('\n').next().unwrap_or_default();
    start..start + first.trim_end_matches('\r').len()
}
