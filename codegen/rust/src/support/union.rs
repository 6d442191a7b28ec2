//! Turns JSON into a value of a union: facts select the branch of a value before any branch is decoded.
//!
//! With a tag, the members before the tag are buffered, the tag selects the branch, and the branch reads
//! the rest from the input. With the tag in front, nothing is buffered. If the schema accepts a value with
//! the tag of one branch that is a value of another one, the whole value is buffered.
//!
//! Without a tag, the whole value is buffered and compared with the [`Facts`] of each branch. A value of
//! no branch is kept.

use std::cmp::Reverse;
use std::fmt;
use std::marker::PhantomData;

use serde::de::value::MapAccessDeserializer;
use serde::de::{Deserialize, DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Visitor};
use serde::ser::Serialize;
use serde_json::Value;

use super::content::{CAPACITY, Content, ContentVisitor, Text};
use super::facts::{Agreement, Members};
pub(crate) use super::facts::{Facts, Kind, Scalar};
use super::path_error::PathError;
use super::unread::{self, Unread};

/// A union: the facts of its branches, and how each is read.
pub(crate) trait Branches: Serialize + Sized + 'static {
    /// The tag member.
    const TAG: Option<&'static str>;
    /// The facts of each branch.
    const FACTS: &'static [Facts];

    /// Reads a value of a branch.
    fn read<'de, D: Deserializer<'de>>(branch: usize, deserializer: D) -> Result<Self, D::Error>;

    /// Whether every value that the schema accepts is of the branch that its tag selects.
    const CERTAIN: bool = true;
    /// Whether a value with a tag may be of several branches at once, if its tag does not decide.
    const OVERLAPS: bool = false;
    /// The branch of values without a known tag.
    const DEFAULT: Option<usize> = None;
    /// The name of a closed union, for errors.
    const NAME: &'static str = "";
    /// Whether an error may say why a branch was not read: it must not show a secret.
    const EXPLAINS: bool = true;

    /// Keeps a value of no branch; `None` if the union is closed.
    fn unknown(_value: Value) -> Option<Self> {
        None
    }
}

/// Reads a value of a union.
pub(crate) fn read<'de, T: Branches, D: Deserializer<'de>>(deserializer: D) -> Result<T, D::Error> {
    match T::TAG {
        Some(tag) if !T::CERTAIN => by_tag(tag, &Content::deserialize(deserializer)?),
        Some(tag) => deserializer.deserialize_any(Tagged {
            tag,
            union: PhantomData,
        }),
        None => by_facts(&Content::deserialize(deserializer)?),
    }
}

/// Reads a value as the branch that its tag selects, if it is of that branch.
fn by_tag<T: Branches, E: Error>(tag: &str, value: &Content<'_>) -> Result<T, E> {
    let Some(Content::String(tag)) = Members::of(value).get(tag) else {
        return without_tag(value);
    };
    match T::FACTS
        .iter()
        .position(|facts| facts.tags.contains(&&*tag.0))
    {
        Some(branch) => as_branch(branch, value),
        None => with_new_tag(value),
    }
}

/// Reads a value without a tag.
fn without_tag<T: Branches, E: Error>(value: &Content<'_>) -> Result<T, E> {
    match T::DEFAULT {
        Some(branch) => as_branch(branch, value),
        None => by_facts(value),
    }
}

/// Reads a value with an unknown tag: a branch of a newer schema, whatever its members are.
fn with_new_tag<T: Branches, E: Error>(value: &Content<'_>) -> Result<T, E> {
    match T::DEFAULT {
        Some(_) => without_tag(value),
        None => T::unknown(value.to_value()).ok_or_else(|| refused::<T, E>(None)),
    }
}

/// Reads a value as the branch that its tag selects, unless facts show that it is of another branch. Such a
/// value is kept; a closed union reads it as the other branch.
fn as_branch<T: Branches, E: Error>(branch: usize, value: &Content<'_>) -> Result<T, E> {
    let members = Members::of(value);
    let allow = |branch: &usize| T::FACTS[*branch].allow(value, &members);
    let others = || {
        let others = (0..T::FACTS.len()).filter(|other| *other != branch && allow(other));
        others.filter(|other| T::FACTS[*other].agreement(value, &members).0)
    };
    // A value that no branch allows is one of a newer schema: its tag counts.
    if allow(&branch) || others().next().is_none() {
        let (read, unread) = unread::counting(|| T::read(branch, value));
        if let Ok(read) = read {
            let drops = T::OVERLAPS && unread.dropped > 0 && drops_more(&read, others(), value);
            let is_of_other = lost_nulls(&read, value) > 0
                && others().any(|other| reads_all_nulls::<T>(other, value));
            let kept = (drops || is_of_other).then(|| T::unknown(value.to_value()));
            match kept.flatten() {
                Some(kept) => return Ok(kept),
                None if is_of_other => {}
                None => {
                    unread::count(unread);
                    return Ok(read);
                }
            }
        }
    }
    match T::unknown(value.to_value()) {
        Some(kept) => Ok(kept),
        None => by_facts(value),
    }
}

/// Reads a value as the branch that agrees best with it. A value of several branches is kept if that
/// branch would drop members of another one.
fn by_facts<T: Branches, E: Error>(value: &Content<'_>) -> Result<T, E> {
    let members = Members::of(value);
    let possible = (0..T::FACTS.len()).filter(|branch| T::FACTS[*branch].allow(value, &members));
    let mut possible: Vec<(Agreement, usize)> = possible
        .map(|branch| (Agreement::default(), branch))
        .collect();
    if possible.len() > 1 {
        for (agreement, branch) in &mut possible {
            *agreement = T::FACTS[*branch].agreement(value, &members);
        }
        possible.sort_by_key(|(agreement, branch)| (Reverse(*agreement), *branch));
    }
    let mut cause = None;
    let mut best: Option<Candidate<T>> = None;
    for equal in possible.chunk_by(|(one, _), (other, _)| one == other) {
        // A branch that loses a null does not describe it. One that agrees less is taken if it keeps the null.
        if best.is_none() || equal.iter().all(|(agreement, _)| agreement.0) {
            let found = read_one_of(equal, value, &mut cause);
            best = match (best, found) {
                (Some(best), Some(found)) if found.nulls >= best.nulls => Some(best),
                (best, found) => found.or(best),
            };
        }
        if best.as_ref().is_some_and(|best| best.nulls == 0) {
            break;
        }
    }
    if let Some(best) = best {
        let has_types =
            |(agreement, other): &&(Agreement, usize)| agreement.0 && *other != best.branch;
        let mut others = possible.iter().filter(has_types).map(|(_, other)| *other);
        let drops = best.unread.dropped > 0 && drops_more(&best.read, &mut others, value);
        if let Some(kept) = drops.then(|| T::unknown(value.to_value())).flatten() {
            return Ok(kept);
        }
        unread::count(best.unread);
        return Ok(best.read);
    }
    let new = possible
        .is_empty()
        .then(|| with_new_value::<T>(value, &members));
    if let Some(branch) = new.flatten() {
        match T::read(branch, value) {
            Ok(read) => return Ok(read),
            Err(error) => cause = Some(error),
        }
    }
    T::unknown(value.to_value()).ok_or_else(|| refused::<T, E>(cause))
}

/// The only branch of which a value can be if a newer server has added values to its enums. A member by which another branch
/// is told apart as well must have a value of the branch.
fn with_new_value<T: Branches>(value: &Content<'_>, members: &Members<'_, '_>) -> Option<usize> {
    let is_own = |branch: usize, name: &str| {
        let others = T::FACTS.iter().enumerate();
        let mut others = others.filter(|(other, _)| *other != branch);
        others.all(|(_, facts)| !facts.fixes(name))
    };
    let mut found = (0..T::FACTS.len())
        .filter(|branch| T::FACTS[*branch].allow_new(value, members, |name| is_own(*branch, name)));
    found.next().filter(|_| found.next().is_none())
}

/// A value as a branch reads it.
struct Candidate<T> {
    branch: usize,
    read: T,
    /// The number of nulls in the value that are lost.
    nulls: usize,
    /// The numbers of values without a field.
    unread: Unread,
}

/// Reads a value that agrees with several branches equally: as the first of those that lose the fewest nulls, and then have
/// a field for the most values in it, at any depth.
fn read_one_of<T: Branches>(
    branches: &[(Agreement, usize)],
    value: &Content<'_>,
    cause: &mut Option<PathError>,
) -> Option<Candidate<T>> {
    let mut best: Option<Candidate<T>> = None;
    for (_, branch) in branches {
        match unread::counting(|| T::read(*branch, value)) {
            (Ok(read), unread) => {
                let nulls = lost_nulls(&read, value);
                let is_less = best
                    .as_ref()
                    .is_none_or(|best| (nulls, unread.all()) < (best.nulls, best.unread.all()));
                if is_less {
                    best = Some(Candidate {
                        branch: *branch,
                        read,
                        nulls,
                        unread,
                    });
                }
            }
            (Err(error), _) => *cause = cause.take().or(Some(error)),
        }
        if best
            .as_ref()
            .is_some_and(|best| best.nulls + best.unread.all() == 0)
        {
            break;
        }
    }
    best
}

/// Whether a branch reads a value and loses no null in it.
fn reads_all_nulls<T: Branches>(branch: usize, value: &Content<'_>) -> bool {
    let (read, _) = unread::counting(|| T::read(branch, value));
    read.is_ok_and(|read| lost_nulls(&read, value) == 0)
}

/// How many nulls in a value are not written back: those of optional members that the schema of a branch does not allow to
/// be null.
fn lost_nulls<T: Serialize>(read: &T, value: &Content<'_>) -> usize {
    if !has_null_members(value) {
        return 0;
    }
    serde_json::to_value(read).map_or(0, |written| absent_nulls(value, &written))
}

fn has_null_members(value: &Content<'_>) -> bool {
    match value {
        Content::Object(members) => members
            .iter()
            .any(|(_, value)| matches!(value, Content::Null) || has_null_members(value)),
        Content::Array(elements) => elements.iter().any(has_null_members),
        _ => false,
    }
}

fn absent_nulls(value: &Content<'_>, written: &Value) -> usize {
    match (value, written) {
        (Content::Object(members), Value::Object(written)) => {
            let lost = members
                .iter()
                .map(|(name, value)| match (value, written.get(&*name.0)) {
                    (Content::Null, None) => 1,
                    (_, None) => 0,
                    (value, Some(written)) => absent_nulls(value, written),
                });
            lost.sum()
        }
        (Content::Array(elements), Value::Array(written)) => {
            let pairs = elements.iter().zip(written);
            pairs
                .map(|(value, written)| absent_nulls(value, written))
                .sum()
        }
        _ => 0,
    }
}

/// Whether a value, as it was read, has lost members that another branch describes and would have read.
fn drops_more<T: Branches>(
    read: &T,
    mut others: impl Iterator<Item = usize>,
    value: &Content<'_>,
) -> bool {
    let Ok(written) = serde_json::to_value(read) else {
        return false;
    };
    others.any(|other| {
        let (read, _) = unread::counting(|| T::read(other, value));
        let written_by_other = read.ok().and_then(|read| serde_json::to_value(&read).ok());
        let known = T::FACTS[other].known;
        let describes = |name: &str| known.iter().any(|(known, _)| *known == name);
        written_by_other.is_some_and(|other| loses(value, &written, &other, &describes))
    })
}

/// Whether a value has members that are in `other` and not in `one`. Null may be written as an absent member.
fn loses(value: &Content<'_>, one: &Value, other: &Value, counts: &dyn Fn(&str) -> bool) -> bool {
    match (value, one, other) {
        (Content::Object(members), Value::Object(one), Value::Object(other)) => {
            let mut members = members.iter();
            members.any(
                |(name, value)| match (one.get(&*name.0), other.get(&*name.0)) {
                    (None, Some(_)) => counts(&name.0) && !matches!(value, Content::Null),
                    (Some(one), Some(other)) => {
                        counts(&name.0) && loses(value, one, other, &|_| true)
                    }
                    (_, None) => false,
                },
            )
        }
        (Content::Array(elements), Value::Array(one), Value::Array(other)) => {
            let mut written = elements.iter().zip(one).zip(other);
            written.any(|((value, one), other)| loses(value, one, other, &|_| true))
        }
        _ => false,
    }
}

/// The error for a value of no branch; `cause` is the error of the most likely branch.
fn refused<T: Branches, E: Error>(cause: Option<PathError>) -> E {
    let cause = match (cause, T::TAG) {
        (Some(cause), _) if T::EXPLAINS => format!(" ({cause})"),
        (None, Some(tag)) => {
            let tags = T::FACTS.iter().flat_map(|facts| facts.tags);
            let tags: Vec<String> = tags.map(|tag| format!("`{tag}`")).collect();
            format!(" (its `{tag}` is not one of {})", tags.join(", "))
        }
        _ => String::new(),
    };
    E::custom(format_args!(
        "unknown value: it is not a variant of `{}`{cause}",
        T::NAME
    ))
}

struct Tagged<T> {
    tag: &'static str,
    union: PhantomData<T>,
}

impl<'de, T: Branches> Visitor<'de> for Tagged<T> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "an object with the member `{}`", self.tag)
    }

    // Only an object has a tag.

    fn visit_bool<E: Error>(self, value: bool) -> Result<T, E> {
        by_facts(&ContentVisitor.visit_bool(value)?)
    }

    fn visit_i64<E: Error>(self, value: i64) -> Result<T, E> {
        by_facts(&ContentVisitor.visit_i64(value)?)
    }

    fn visit_u64<E: Error>(self, value: u64) -> Result<T, E> {
        by_facts(&ContentVisitor.visit_u64(value)?)
    }

    fn visit_f64<E: Error>(self, value: f64) -> Result<T, E> {
        by_facts(&ContentVisitor.visit_f64(value)?)
    }

    fn visit_str<E: Error>(self, value: &str) -> Result<T, E> {
        by_facts(&ContentVisitor.visit_str(value)?)
    }

    fn visit_unit<E: Error>(self) -> Result<T, E> {
        by_facts(&ContentVisitor.visit_unit()?)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, elements: A) -> Result<T, A::Error> {
        by_facts(&ContentVisitor.visit_seq(elements)?)
    }

    fn visit_map<A: MapAccess<'de>>(self, mut members: A) -> Result<T, A::Error> {
        let mut before: Vec<(Text<'de>, Content<'de>)> = Vec::with_capacity(CAPACITY);
        let mut is_new = false;
        while let Some((name, value)) = members.next_entry::<Text<'de>, Content<'de>>()? {
            let branch = match &value {
                Content::String(tag) if name.0 == self.tag => {
                    let branch = T::FACTS
                        .iter()
                        .position(|facts| facts.tags.contains(&&*tag.0));
                    is_new = branch.is_none();
                    branch
                }
                _ => None,
            };
            before.push((name, value));
            if let Some(branch) = branch {
                let members = Replay {
                    before,
                    read: 0,
                    rest: members,
                };
                return T::read(branch, MapAccessDeserializer::new(members));
            }
        }
        let value = Content::object(before)?;
        if is_new {
            with_new_tag(&value)
        } else {
            without_tag(&value)
        }
    }
}

/// The buffered members, then the rest.
struct Replay<'de, A> {
    before: Vec<(Text<'de>, Content<'de>)>,
    /// The number of buffered members that were read.
    read: usize,
    rest: A,
}

impl<'de, A: MapAccess<'de>> MapAccess<'de> for Replay<'de, A> {
    type Error = A::Error;

    fn next_key_seed<K: DeserializeSeed<'de>>(
        &mut self,
        seed: K,
    ) -> Result<Option<K::Value>, A::Error> {
        let Some((name, _)) = self.before.get(self.read) else {
            return self.rest.next_key_seed(seed);
        };
        seed.deserialize(name).map(Some).map_err(Error::custom)
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, A::Error> {
        match self.before.get(self.read) {
            Some((name, value)) => {
                self.read += 1;
                let value = seed.deserialize(value);
                value.map_err(|error| Error::custom(error.in_member(&name.0)))
            }
            None => self.rest.next_value_seed(seed),
        }
    }
}

/// Implements `Deserialize` for a union on top of `Branches`.
macro_rules! union {
    ($name:ident) => {
        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                crate::support::union::read(deserializer)
            }
        }
    };
}

pub(crate) use union;
