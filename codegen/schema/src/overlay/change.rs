//! Turns actions into changes of the document: update, copy, remove.

use indexmap::IndexMap;
use serde_json::Value;

use super::action::{Action, Change};
use super::path::{Query, TooCostly, select};
use super::problem::Problems;
use super::tree::{Content, Node, Origin, Step};
use crate::source::{MAX_DEPTH, Part, Pointer};

/// How many values overlays may add to a document: a few copies of copies would be more than can be held.
const MOST_ADDED: usize = 200_000;

/// A document that is being changed.
pub(super) struct Changed {
    pub(super) root: Node,
    /// How many values may still be added.
    allowance: usize,
    /// Whether too many were to be added: then nothing more is changed.
    is_full: bool,
}

impl Changed {
    pub(super) fn new(root: Node) -> Self {
        Self {
            root,
            allowance: MOST_ADDED,
            is_full: false,
        }
    }

    /// Applies an action. A failure is reported, and changes nothing.
    pub(super) fn apply(&mut self, action: &Action, problems: &mut Problems<'_>) {
        if self.is_full {
            return;
        }
        let at = action.at.join("target");
        let Some(mut targets) = self.select(&action.target, &at, problems) else {
            return;
        };
        if targets.is_empty() {
            let help = "compare it with the document, or remove the action";
            problems.idle(&at, Part::Value, "`target` selects nothing", help);
            return;
        }
        let added = match &action.change {
            Change::Remove => {
                // Later elements first, so that those before keep their indices.
                targets.sort();
                for target in targets.iter().rev() {
                    self.remove(target, action, problems);
                }
                return;
            }
            Change::Update(value) => Some(Node::of(
                value,
                Origin {
                    file: problems.file,
                    pointer: action.at.join("update"),
                },
            )),
            Change::Copy(query) => self.copied(query, targets.len(), action, problems),
        };
        if let Some(added) = added {
            self.merge(&added, &targets, action, problems);
        }
    }

    /// The locations that a query selects.
    fn select(
        &self,
        query: &Query,
        at: &Pointer,
        problems: &mut Problems<'_>,
    ) -> Option<Vec<Vec<Step>>> {
        let found = select(query, &self.root);
        found
            .map_err(|TooCostly| {
                let what = "the query looks at too many values";
                problems.error(at, Part::Value, what, "name the location more exactly");
            })
            .ok()
    }

    /// The value that `copy` selects.
    fn copied(
        &mut self,
        query: &Query,
        targets: usize,
        action: &Action,
        problems: &mut Problems<'_>,
    ) -> Option<Node> {
        let at = action.at.join("copy");
        let found = self.select(query, &at, problems)?;
        let [one] = &found[..] else {
            let what = format!("`copy` must select one value, and selects {}", found.len());
            problems.error(&at, Part::Value, what, "name one location of the document");
            return None;
        };
        let node = self.root.at(one)?;
        if node.size().saturating_mul(targets) > self.allowance {
            self.stop(action, problems);
            return None;
        }
        Some(node.clone())
    }

    /// Merges a value into all targets, which are of one kind.
    fn merge(
        &mut self,
        added: &Node,
        targets: &[Vec<Step>],
        action: &Action,
        problems: &mut Problems<'_>,
    ) {
        let mut kinds = targets.iter().filter_map(|at| self.root.at(at).map(kind));
        let first = kinds.next();
        if kinds.any(|kind| Some(kind) != first) {
            let at = action.at.join("target");
            let what = "`target` selects values of several kinds";
            let help = "select objects only, or lists only, or other values only";
            problems.error(&at, Part::Value, what, help);
            return;
        }
        let size = added.size().saturating_mul(targets.len());
        let Some(allowance) = self.allowance.checked_sub(size) else {
            return self.stop(action, problems);
        };
        self.allowance = allowance;
        let height = added.height();
        for target in targets {
            if target.len() + 1 + height > MAX_DEPTH {
                let what = "the document would be nested too deeply";
                problems.error(&action.at, Part::Value, what, "copy smaller parts");
                return;
            }
            if let Some(node) = self.root.at_mut(target) {
                merge(node, added, true, problems);
            }
        }
    }

    /// Refuses an action because of which the document would be too large.
    fn stop(&mut self, action: &Action, problems: &mut Problems<'_>) {
        self.is_full = true;
        let what = "overlays add too many values";
        problems.error(&action.at, Part::Value, what, "select fewer targets");
    }

    fn remove(&mut self, target: &[Step], action: &Action, problems: &mut Problems<'_>) {
        let Some((last, outer)) = target.split_last() else {
            let at = action.at.join("target");
            problems.error(
                &at,
                Part::Value,
                "the document itself cannot be removed",
                "select its members",
            );
            return;
        };
        match (self.root.at_mut(outer).map(|node| &mut node.content), last) {
            (Some(Content::Array(items)), Step::Index(index)) if *index < items.len() => {
                items.remove(*index);
            }
            (Some(Content::Object(members)), Step::Name(name)) => {
                members.shift_remove(name);
            }
            // It went away with what it was in.
            _ => {}
        }
    }
}

/// The kind of a value, as far as a merge is concerned.
fn kind(node: &Node) -> &'static str {
    match node.content {
        Content::Scalar(_) => "a value that is neither an object nor a list",
        Content::Array(_) => "a list",
        Content::Object(_) => "an object",
    }
}

/// Merges a value into another one. A list that is the target itself also takes another value, as one element.
fn merge(node: &mut Node, added: &Node, is_target: bool, problems: &mut Problems<'_>) {
    match (&mut node.content, &added.content) {
        (Content::Object(members), Content::Object(more)) => merge_members(members, more, problems),
        (Content::Array(items), Content::Array(more)) => items.extend(more.iter().cloned()),
        (Content::Array(items), _) if is_target => items.push(added.clone()),
        (Content::Scalar(_), Content::Scalar(_)) => *node = added.clone(),
        // A key without a value, as `components:`, adds nothing.
        (_, Content::Scalar(Value::Null)) => {}
        _ => {
            let what = format!("{} cannot be merged into {}", kind(added), kind(node));
            let label = "into this";
            let help = "remove the old value by an action before this one";
            problems.conflict(&added.origin, what, &node.origin.clone(), label, help);
        }
    }
}

fn merge_members(
    members: &mut IndexMap<String, Node>,
    more: &IndexMap<String, Node>,
    problems: &mut Problems<'_>,
) {
    for (name, added) in more {
        match members.get_mut(name) {
            Some(node) => merge(node, added, false, problems),
            None => {
                members.insert(name.clone(), added.clone());
            }
        }
    }
}
