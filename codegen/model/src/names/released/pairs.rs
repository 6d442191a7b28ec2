//! Turns the types of a release and of a model into pairs that are of one schema.
//!
//! The place of a schema comes first: a schema in its place is the same schema, however it changes. An index of a list of
//! branches does not count as a place, since branches change their order: a branch that was edited is found by the members
//! that it still has. A schema that has moved is found by its name, by its content, and by the members that it is in, which
//! finds a schema that was written out inline or is referred to now.

use std::collections::{HashMap, HashSet};

use super::content::{COMMON, contents};
use super::parts::{Part, VALUE, parts};
use super::{Released, ReleasedType, file, is_own};
use crate::model::{Model, Origin};
use crate::names::types::Stem;

/// The pairs, by the indices of types.
pub(super) struct Pairs {
    /// For each type of the model, the released one.
    pub(super) released: Vec<Option<usize>>,
    /// For each type of the model, whether both its place and its name differ from the release.
    pub(super) is_moved: Vec<bool>,
    /// For each type of the release without one of its own in the model: the type that is now in its place, and is just what
    /// it was.
    pub(super) merged: Vec<Option<usize>>,
    /// The members of the types of the model.
    pub(super) parts: Vec<Vec<Part>>,
    /// The types of the release by their paths.
    by_path: HashMap<String, usize>,
    /// For each type of the release, the one of the model.
    found: Vec<Option<usize>>,
    contents: Vec<String>,
}

/// The keys by which a type is found; the first kind of key by which one is found counts.
const KEYS: usize = 6;

/// The kinds of keys that are tried before types are followed into members.
const CERTAIN: usize = 4;

/// The kind of key that has neither the place nor the name.
const BY_CONTENT: usize = 4;

/// The kind of key that branches of one union have in common.
const BY_UNION: usize = 5;

/// The keys of a type; an empty one finds nothing.
fn keys(file: &str, pointer: &str, words: &str, is_named: bool, content: &str) -> [String; KEYS] {
    let tells = !content.is_empty() && !content.starts_with(COMMON);
    let only = |condition: bool, key: String| if condition { key } else { String::new() };
    let union = without_indices(pointer);
    [
        format!("{file} {pointer} {words}"),
        only(union == pointer, format!("{file} {pointer}")),
        only(tells, format!("{is_named} {words} {content}")),
        format!("{is_named} {words}"),
        only(is_named && tells, content.to_owned()),
        only(union != pointer, format!("{file} {union}")),
    ]
}

/// A pointer without indices of lists of branches, whose order has no meaning.
fn without_indices(pointer: &str) -> String {
    let mut before = "";
    let tokens = pointer.split('/').map(|token| {
        let is_in_list = matches!(before, "anyOf" | "oneOf" | "allOf");
        let is_index = token.bytes().all(|byte| byte.is_ascii_digit());
        before = token;
        if is_in_list && is_index { "*" } else { token }
    });
    tokens.collect::<Vec<_>>().join("/")
}

impl Pairs {
    pub(super) fn of(model: &Model, released: &Released) -> Self {
        let stems = Stem::all_of_words(model);
        let parts = model.types.iter().map(|def| parts(&stems, def));
        let mut pairs = Self {
            released: vec![None; model.types.len()],
            is_moved: vec![false; model.types.len()],
            merged: vec![None; released.types.len()],
            parts: parts.collect(),
            by_path: (0..)
                .zip(&released.types)
                .map(|(index, one)| (one.path(), index))
                .collect(),
            found: vec![None; released.types.len()],
            contents: contents(model),
        };
        let old = released.types.iter().map(|one| {
            keys(
                &one.file,
                &one.pointer,
                &one.words,
                one.is_named,
                &one.content,
            )
        });
        let old: Vec<[String; KEYS]> = old.collect();
        let new = model.types.iter().zip(&pairs.contents);
        let new = new.map(|(def, content)| {
            if !is_own(def) {
                return Default::default();
            }
            let pointer = def.at.pointer.to_string();
            let is_named = def.origin == Origin::Named;
            keys(file(model, def), &pointer, &def.words(), is_named, content)
        });
        let new: Vec<[String; KEYS]> = new.collect();
        // Where several types have one key, the order of the document does not decide.
        let mut order: Vec<usize> = (0..new.len()).collect();
        order.sort_by_key(|index| &new[*index]);
        for kind in 0..KEYS {
            if kind >= CERTAIN {
                pairs.follow(released);
            }
            let mut open: HashMap<&str, Vec<usize>> = HashMap::new();
            for index in (0..old.len()).rev() {
                if pairs.found[index].is_none() {
                    open.entry(&old[index][kind]).or_default().push(index);
                }
            }
            for index in &order {
                let key = &*new[*index][kind];
                if key.is_empty() || pairs.released[*index].is_some() {
                    continue;
                }
                let Some(open) = open.get_mut(key) else {
                    continue;
                };
                let one = match kind {
                    BY_UNION => pairs.most_alike(released, open, *index),
                    _ => open.pop(),
                };
                if let Some(one) = one {
                    pairs.join(one, *index, kind == BY_CONTENT);
                }
            }
        }
        pairs.follow(released);
        pairs
    }

    /// Takes the released type that has most members in common with a type, if one has any.
    fn most_alike(
        &self,
        released: &Released,
        open: &mut Vec<usize>,
        index: usize,
    ) -> Option<usize> {
        let keys: HashSet<&str> = self.parts[index].iter().map(|part| &*part.key).collect();
        let shared = |one: &usize| {
            let members = released.types[*one].members.iter();
            members.filter(|member| keys.contains(&*member.key)).count()
        };
        let places = (0..open.len()).filter(|place| shared(&open[*place]) > 0);
        let place = places.max_by_key(|place| shared(&open[*place]))?;
        Some(open.remove(place))
    }

    fn join(&mut self, one: usize, index: usize, is_moved: bool) {
        self.found[one] = Some(index);
        self.merged[one] = None;
        self.released[index] = Some(one);
        self.is_moved[index] = is_moved;
    }

    /// Follows the pairs into their members: what is in the place of a type, and is just what that was, is of its schema.
    fn follow(&mut self, released: &Released) {
        let pairs = self.found.iter().enumerate();
        let mut open: Vec<(usize, usize)> = pairs
            .filter_map(|(one, index)| Some((one, (*index)?)))
            .collect();
        let mut seen = HashSet::new();
        while let Some((one, index)) = open.pop() {
            if !seen.insert((one, index)) {
                continue;
            }
            // A schema that refers to another one is that: what was in it is there now, or the other way round.
            let value = |key: &str| key == VALUE;
            let was_value = released.types[one].members.first();
            let was_value = was_value.filter(|member| value(&member.key));
            let is_value = self.parts[index].first().filter(|part| value(&part.key));
            match (was_value, is_value) {
                (None, Some(part)) => {
                    let target = part.types.first().filter(|_| part.types.len() == 1);
                    open.extend(target.map(|target| (one, target.0 as usize)));
                    continue;
                }
                (Some(member), None) => {
                    let target = member.types.first().filter(|_| member.types.len() == 1);
                    let target = target.and_then(|path| self.by_path.get(path));
                    open.extend(target.map(|target| (*target, index)));
                    continue;
                }
                _ => {}
            }
            let members = self.members(released, &released.types[one], index);
            let members = members.into_iter().enumerate();
            let members = members.filter_map(|(place, member)| Some((member?, place)));
            // The order of the release stays, and the order of the document does not.
            let mut members: Vec<(usize, usize)> = members.collect();
            members.sort_unstable();
            for (member, place) in members {
                let was = &released.types[one].members[member].types;
                let is = self.parts[index][place].types.clone();
                if was.len() != is.len() {
                    continue;
                }
                for (was, is) in was.iter().zip(is) {
                    let is = is.0 as usize;
                    let Some(&was) = self.by_path.get(was) else {
                        continue;
                    };
                    let content = &released.types[was].content;
                    if self.found[was].is_some()
                        || content.is_empty()
                        || *content != self.contents[is]
                    {
                        continue;
                    }
                    if self.released[is].is_none() {
                        self.join(was, is, true);
                        open.push((was, is));
                    } else {
                        self.merged[was] = Some(is);
                    }
                }
            }
        }
    }

    /// For each member of a type, the index of the member of the released type.
    pub(super) fn members(
        &self,
        released: &Released,
        one: &ReleasedType,
        index: usize,
    ) -> Vec<Option<usize>> {
        let old = one.members.iter();
        let old = old.map(|member| {
            let contents = member.types.iter().map(|path| {
                let was = self.by_path.get(path)?;
                Some(&*released.types[*was].content)
            });
            member_keys(&member.key, &member.tags, &member.types, contents.collect())
        });
        let old: Vec<[String; MEMBER_KEYS]> = old.collect();
        let new = self.parts[index].iter().map(|part| {
            let types = part.types.iter();
            let types = types.map(|id| {
                let one = self.released[id.0 as usize]?;
                Some(released.types[one].path())
            });
            // A type that is not released is not the type of a released member.
            let types: Option<Vec<String>> = types.collect();
            let types = types.unwrap_or_default();
            let contents = part.types.iter();
            let contents = contents.map(|id| Some(&*self.contents[id.0 as usize]));
            member_keys(&part.key, &part.tags, &types, contents.collect())
        });
        let new: Vec<[String; MEMBER_KEYS]> = new.collect();
        let mut found = vec![None; new.len()];
        let mut is_taken = vec![false; old.len()];
        for kind in 0..MEMBER_KEYS {
            let mut open: HashMap<&str, Vec<usize>> = HashMap::new();
            for member in (0..old.len()).rev().filter(|member| !is_taken[*member]) {
                open.entry(&old[member][kind]).or_default().push(member);
            }
            for (place, keys) in new.iter().enumerate() {
                if found[place].is_some() || keys[kind].is_empty() {
                    continue;
                }
                if let Some(member) = open.get_mut(&*keys[kind]).and_then(Vec::pop) {
                    found[place] = Some(member);
                    is_taken[member] = true;
                }
            }
        }
        found
    }
}

/// The keys by which a member is found; the first kind of key by which one is found counts.
const MEMBER_KEYS: usize = 5;

/// The keys of a member; an empty one finds nothing. A branch is found by its types and tags before its words, which others
/// may take.
fn member_keys(
    key: &str,
    tags: &[String],
    types: &[String],
    contents: Option<Vec<&str>>,
) -> [String; MEMBER_KEYS] {
    let mut keys = [const { String::new() }; MEMBER_KEYS];
    if key.starts_with('|') {
        let tags = tags.join(" ");
        if !types.is_empty() {
            keys[1] = types.join(" ");
            keys[0] = format!("{} {tags}", keys[1]);
        }
        keys[2] = tags;
        keys[3] = contents
            .map(|contents| contents.join(" "))
            .unwrap_or_default();
    }
    key.clone_into(&mut keys[4]);
    keys
}
