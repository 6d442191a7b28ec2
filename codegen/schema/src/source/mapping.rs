//! Composes keys and values into the members of one mapping: repeated keys, merge keys.

use std::borrow::Cow;
use std::ops::Range;

use super::problem::Kind;
use super::tree::{Content, Member, Members, NodeId, Tree};

/// A mapping whose end is still to come.
#[derive(Default)]
pub(super) struct Mapping<'t> {
    members: Members<'t>,
    /// The key whose value comes next.
    key: Option<Key<'t>>,
    merge_key: Option<Range<usize>>,
    /// The mappings to be merged into this one.
    merged: Vec<NodeId>,
}

struct Key<'t> {
    text: Cow<'t, str>,
    range: Range<usize>,
    role: Role,
}

#[derive(PartialEq)]
enum Role {
    Member,
    Merge,
    /// The key was there before; its value is read for what is wrong in it.
    Repeated,
}

impl<'t> Mapping<'t> {
    /// The key whose value comes next.
    pub(super) fn key(&self) -> Option<&str> {
        self.key.as_ref().map(|key| &*key.text)
    }

    /// Takes a key; the problem is that it was there before.
    pub(super) fn take_key(
        &mut self,
        text: Cow<'t, str>,
        range: Range<usize>,
        is_merge: bool,
    ) -> Option<Kind> {
        let first = if is_merge {
            self.merge_key.clone()
        } else {
            self.members.get(&text).map(|member| member.key.clone())
        };
        let role = match &first {
            Some(_) => Role::Repeated,
            None if is_merge => Role::Merge,
            None => Role::Member,
        };
        let repeated = first.map(|first| Kind::DuplicateKey {
            key: text.clone().into_owned(),
            first,
        });
        self.key = Some(Key { text, range, role });
        repeated
    }

    /// Whether the next value belongs to a merge key.
    pub(super) fn expects_merge(&self) -> bool {
        matches!(&self.key, Some(key) if key.role == Role::Merge)
    }

    /// Takes the value of the key.
    pub(super) fn take_value(&mut self, value: NodeId, tree: &Tree<'t>) {
        let Some(Key { text, range, role }) = self.key.take() else {
            return;
        };
        match (role, &tree[value].content) {
            (Role::Member, _) => {
                self.members.insert(text, Member { key: range, value });
            }
            (Role::Merge, content) => {
                self.merge_key = Some(range);
                match content {
                    Content::Sequence(items) => self.merged.extend(items),
                    _ => self.merged.push(value),
                }
            }
            (Role::Repeated, _) => {}
        }
    }

    /// The members, merged ones included.
    ///
    /// Members that are written out win over merged ones, and earlier mappings over later ones.
    pub(super) fn finish(self, tree: &Tree<'t>) -> Members<'t> {
        let mut members = self.members;
        for source in self.merged {
            if let Content::Mapping(merged) = &tree[source].content {
                for (name, member) in &**merged {
                    if !members.contains_key(name) {
                        members.insert(name.clone(), member.clone());
                    }
                }
            }
        }
        members
    }
}
