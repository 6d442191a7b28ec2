//! Unions: facts select the branch of a value before any branch is decoded.
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
use serde_json::Value;

use super::content::{self, CAPACITY, Content, ContentVisitor, Text};

/// A JSON type.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    Null,
    Boolean,
    Integer,
    Number,
    String,
    Array,
    Object,
}

impl Kind {
    fn holds(self, value: &Content<'_>) -> bool {
        match (self, value) {
            (Self::Null, Content::Null)
            | (Self::Boolean, Content::Boolean(_))
            | (Self::Number, Content::Number(_))
            | (Self::String, Content::String(_))
            | (Self::Array, Content::Array(_))
            | (Self::Object, Content::Object(_)) => true,
            (Self::Integer, Content::Number(number)) => {
                number.as_f64().is_some_and(|number| number.fract() == 0.0)
            }
            _ => false,
        }
    }
}

/// A constant of a member.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Scalar {
    Text(&'static str),
    Whole(i64),
    Bool(bool),
}

impl Scalar {
    #[allow(
        clippy::cast_precision_loss,
        reason = "a number that is an `f64` was rounded in the same way"
    )]
    fn equals(self, value: &Content<'_>) -> bool {
        match (self, value) {
            (Self::Text(text), Content::String(value)) => value.0 == text,
            (Self::Whole(number), Content::Number(value)) => {
                value.as_i64() == Some(number) || value.as_f64() == Some(number as f64)
            }
            (Self::Bool(boolean), Content::Boolean(value)) => *value == boolean,
            _ => false,
        }
    }
}

/// How well a value agrees with facts: whether known members have the right types, how many constants
/// agree, how many members are known.
type Agreement = (bool, usize, usize);

/// What tells a branch apart without decoding it.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Facts {
    /// The tags of the branch.
    pub(crate) tags: &'static [&'static str],
    /// The JSON types of its values.
    pub(crate) types: &'static [Kind],
    /// The required members.
    pub(crate) required: &'static [&'static str],
    /// The members that the branch describes, with the JSON types of their values, if these are limited.
    pub(crate) known: &'static [(&'static str, &'static [Kind])],
    /// The members with constants, and their values.
    pub(crate) fixed: &'static [(&'static str, &'static [Scalar])],
    /// The strings that it lists, if it lists any.
    pub(crate) strings: &'static [&'static str],
    /// The JSON types of its elements.
    pub(crate) elements: &'static [Kind],
}

impl Facts {
    /// No facts.
    pub(crate) const NONE: Self = Self {
        tags: &[],
        types: &[],
        required: &[],
        known: &[],
        fixed: &[],
        strings: &[],
        elements: &[],
    };

    /// Whether a value can be of the branch.
    fn allow(&self, value: &Content<'_>, members: &Members<'_, '_>) -> bool {
        if !self.types.iter().any(|kind| kind.holds(value)) {
            return false;
        }
        match value {
            Content::Object(_) => {
                let has = |name: &&str| members.get(name).is_some();
                self.required.iter().all(has) && self.fixed_agree(members)
            }
            Content::Array(elements) => match elements.first() {
                Some(first) => {
                    self.elements.is_empty() || self.elements.iter().any(|kind| kind.holds(first))
                }
                None => true,
            },
            _ => true,
        }
    }

    fn fixed_agree(&self, members: &Members<'_, '_>) -> bool {
        self.fixed
            .iter()
            .all(|(name, values)| match members.get(name) {
                Some(value) => values.iter().any(|scalar| scalar.equals(value)),
                None => true,
            })
    }

    /// How well a possible value agrees with the facts; larger is better.
    fn agreement(&self, value: &Content<'_>, members: &Members<'_, '_>) -> Agreement {
        match value {
            Content::Object(_) => {
                let fixed = self
                    .fixed
                    .iter()
                    .filter(|(name, _)| members.get(name).is_some())
                    .count();
                let mut right = true;
                let mut known = 0;
                for (name, kinds) in self.known {
                    if let Some(value) = members.get(name) {
                        known += 1;
                        right &= kinds.is_empty() || kinds.iter().any(|kind| kind.holds(value));
                    }
                }
                (right, fixed, known)
            }
            // A newer server may send a string that is not listed.
            Content::String(text) => (true, usize::from(self.strings.contains(&&*text.0)), 0),
            _ => (true, 0, 0),
        }
    }
}

/// The members of an object.
enum Members<'c, 'de> {
    /// Few: a scan is fastest.
    Few(&'c [(Text<'de>, Content<'de>)]),
    /// Many: sorted by name.
    Many(Vec<(&'c str, &'c Content<'de>)>),
}

impl<'c, 'de> Members<'c, 'de> {
    /// The members of a value; none if it is no object.
    fn of(value: &'c Content<'de>) -> Self {
        const FEW: usize = 8;
        match value {
            Content::Object(members) if members.len() <= FEW => Self::Few(members),
            Content::Object(members) => {
                let mut members: Vec<_> = members
                    .iter()
                    .map(|(name, value)| (&*name.0, value))
                    .collect();
                members.sort_by_key(|(name, _)| *name);
                Self::Many(members)
            }
            _ => Self::Few(&[]),
        }
    }

    fn get(&self, name: &str) -> Option<&'c Content<'de>> {
        match self {
            Self::Few(members) => members
                .iter()
                .find(|(known, _)| known.0 == name)
                .map(|(_, value)| value),
            Self::Many(members) => {
                let index = members
                    .binary_search_by_key(&name, |(known, _)| known)
                    .ok()?;
                Some(members[index].1)
            }
        }
    }
}

/// A union: the facts of its branches, and how each is read.
pub(crate) trait Branches: Sized + 'static {
    /// The tag member.
    const TAG: Option<&'static str>;
    /// The facts of each branch.
    const FACTS: &'static [Facts];

    /// Reads a value of a branch.
    fn read<'de, D: Deserializer<'de>>(branch: usize, deserializer: D) -> Result<Self, D::Error>;

    /// Whether every value that the schema accepts is of the branch that its tag selects.
    const CERTAIN: bool = true;
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
        Some(branch) => T::read(branch, value).or_else(|_| otherwise(value)),
        None => with_new_tag(value),
    }
}

/// Reads a value without a tag.
fn without_tag<T: Branches, E: Error>(value: &Content<'_>) -> Result<T, E> {
    match T::DEFAULT {
        Some(branch) => T::read(branch, value).or_else(|_| otherwise(value)),
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

/// Keeps a value that is not of the branch that its tag selects. A closed union tries the other branches.
fn otherwise<T: Branches, E: Error>(value: &Content<'_>) -> Result<T, E> {
    match T::unknown(value.to_value()) {
        Some(kept) => Ok(kept),
        None => by_facts(value),
    }
}

/// Reads a value as the branch that agrees best with it.
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
    for equal in possible.chunk_by(|(one, _), (other, _)| one == other) {
        if let Some(read) = read_one_of(equal, value, &mut cause) {
            return Ok(read);
        }
    }
    T::unknown(value.to_value()).ok_or_else(|| refused::<T, E>(cause))
}

/// Reads a value that agrees with several branches equally: as the first of those that ignore the fewest
/// values in it, at any depth.
fn read_one_of<T: Branches>(
    branches: &[(Agreement, usize)],
    value: &Content<'_>,
    cause: &mut Option<serde_json::Error>,
) -> Option<T> {
    let mut best: Option<(usize, T)> = None;
    for (_, branch) in branches {
        match content::counting_ignored(|| T::read(*branch, value)) {
            (Ok(read), ignored) if best.as_ref().is_none_or(|(least, _)| ignored < *least) => {
                best = Some((ignored, read));
            }
            (Ok(_), _) => {}
            (Err(error), _) => *cause = cause.take().or(Some(error)),
        }
        if matches!(best, Some((0, _))) {
            break;
        }
    }
    best.map(|(ignored, read)| {
        content::count_ignored(ignored);
        read
    })
}

/// The error for a value of no branch; `cause` is the error of the most likely branch.
fn refused<T: Branches, E: Error>(cause: Option<serde_json::Error>) -> E {
    let cause = match (cause, T::TAG) {
        (Some(cause), _) if T::EXPLAINS => format!(" ({cause})"),
        (None, Some(tag)) => {
            let tags = T::FACTS.iter().flat_map(|facts| facts.tags);
            let tags: Vec<String> = tags.map(|tag| format!("`{tag}`")).collect();
            format!(" (its `{tag}` is none of {})", tags.join(", "))
        }
        _ => String::new(),
    };
    E::custom(format_args!(
        "unknown value: it is no variant of `{}`{cause}",
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
            Some((_, value)) => {
                self.read += 1;
                seed.deserialize(value).map_err(Error::custom)
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
