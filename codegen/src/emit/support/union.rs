//! Unions: which branch a value belongs to is decided by what can be seen of it, before any branch
//! is decoded.
//!
//! Where a member names the branch (a tag), the members before it are set aside, the tag picks the
//! branch, and the branch reads on from there: with the tag in front, nothing is set aside at all.
//! Otherwise the value is read as a whole and compared with the [`Facts`] of each branch. What
//! belongs to no branch is kept as it is.

use std::fmt;
use std::marker::PhantomData;

use serde::de::value::{MapAccessDeserializer, StringDeserializer};
use serde::de::{Deserialize, DeserializeSeed, Deserializer, Error, IntoDeserializer, MapAccess, SeqAccess, Visitor};
use serde_json::{Map, Value};

/// A JSON type.
#[allow(dead_code, reason = "a crate may have unions of some types alone")]
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
    fn holds(self, value: &Value) -> bool {
        match (self, value) {
            (Self::Null, Value::Null)
            | (Self::Boolean, Value::Bool(_))
            | (Self::Number, Value::Number(_))
            | (Self::String, Value::String(_))
            | (Self::Array, Value::Array(_))
            | (Self::Object, Value::Object(_)) => true,
            (Self::Integer, Value::Number(number)) => {
                number.as_f64().is_some_and(|number| number.fract() == 0.0)
            }
            _ => false,
        }
    }
}

/// A value that a member is fixed to.
#[allow(dead_code, reason = "a crate may have members fixed to some types alone")]
#[derive(Debug, Clone, Copy)]
pub(crate) enum Scalar {
    Text(&'static str),
    Whole(i64),
    Bool(bool),
}

impl Scalar {
    fn equals(self, value: &Value) -> bool {
        match self {
            Self::Text(text) => value.as_str() == Some(text),
            Self::Whole(number) => value.as_i64() == Some(number) || value.as_f64() == Some(number as f64),
            Self::Bool(boolean) => value.as_bool() == Some(boolean),
        }
    }
}

/// Whether the members have the right types, how many fixed values agree, how many members are known.
type Agreement = (bool, usize, usize);

/// What can be seen of a branch without decoding it.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Facts {
    /// The tags that name the branch.
    pub(crate) tags: &'static [&'static str],
    /// The types of its values.
    pub(crate) types: &'static [Kind],
    /// The members that are always there.
    pub(crate) required: &'static [&'static str],
    /// The members that the branch knows, with the types of their values, if these are limited.
    pub(crate) known: &'static [(&'static str, &'static [Kind])],
    /// The members that have one of these values, if they are there.
    pub(crate) fixed: &'static [(&'static str, &'static [Scalar])],
    /// The only strings, if there are any.
    pub(crate) strings: &'static [&'static str],
    /// The types of the elements.
    pub(crate) elements: &'static [Kind],
}

impl Facts {
    /// Nothing to tell the branch by.
    pub(crate) const NONE: Self = Self {
        tags: &[],
        types: &[],
        required: &[],
        known: &[],
        fixed: &[],
        strings: &[],
        elements: &[],
    };

    /// How well a value agrees with the facts: the larger, the better; `None` where they exclude it.
    fn agreement(&self, value: &Value) -> Option<Agreement> {
        if !self.types.iter().any(|kind| kind.holds(value)) {
            return None;
        }
        match value {
            Value::Object(members) => self.agreement_of_object(members),
            // A string that is not listed may be one that a newer server knows.
            Value::String(text) => Some((true, usize::from(self.strings.contains(&text.as_str())), 0)),
            Value::Array(elements) => {
                let right = match elements.first() {
                    Some(first) => self.elements.is_empty() || self.elements.iter().any(|kind| kind.holds(first)),
                    None => true,
                };
                right.then_some((true, 0, 0))
            }
            _ => Some((true, 0, 0)),
        }
    }

    fn agreement_of_object(&self, members: &Map<String, Value>) -> Option<Agreement> {
        if !self.required.iter().all(|name| members.contains_key(*name)) {
            return None;
        }
        let mut fixed = 0;
        for (name, values) in self.fixed {
            match members.get(*name) {
                Some(value) if values.iter().any(|scalar| scalar.equals(value)) => fixed += 1,
                Some(_) => return None,
                None => {}
            }
        }
        let mut right = true;
        let mut known = 0;
        for (name, kinds) in self.known {
            if let Some(value) = members.get(*name) {
                known += 1;
                right &= kinds.is_empty() || kinds.iter().any(|kind| kind.holds(value));
            }
        }
        Some((right, fixed, known))
    }
}

/// A union: its facts, and how each branch is read.
pub(crate) trait Branches: Sized + 'static {
    /// The member that names the branch.
    const TAG: Option<&'static str>;
    /// What tells the branches apart, in their order.
    const FACTS: &'static [Facts];

    /// Reads a value of a branch.
    fn read<'de, D: Deserializer<'de>>(branch: usize, deserializer: D) -> Result<Self, D::Error>;

    /// The union's name, where it is closed.
    const NAME: &'static str = "";
    /// Whether the error of reading a branch shows nothing that another one hides.
    const SHOWN: bool = true;

    /// Keeps a value of no branch; `None` where the union is closed.
    fn unknown(_value: Value) -> Option<Self> {
        None
    }
}

/// Reads a value of a union.
pub(crate) fn read<'de, T: Branches, D: Deserializer<'de>>(deserializer: D) -> Result<T, D::Error> {
    match T::TAG {
        Some(tag) => deserializer.deserialize_any(Tagged { tag, union: PhantomData }),
        None => by_facts(Value::deserialize(deserializer)?),
    }
}

/// Picks the branch that agrees best with a value, in the order of the schema where several agree
/// equally.
fn by_facts<T: Branches, E: Error>(value: Value) -> Result<T, E> {
    let agreement = |branch: usize| Some((T::FACTS[branch].agreement(&value)?, branch));
    let mut candidates: Vec<(Agreement, usize)> = (0..T::FACTS.len()).filter_map(agreement).collect();
    candidates.sort_by_key(|(agreement, branch)| (std::cmp::Reverse(*agreement), *branch));
    let mut why = None;
    for (_, branch) in candidates {
        match T::read(branch, &value) {
            Ok(read) => return Ok(read),
            Err(error) => why = why.or(Some(error)),
        }
    }
    T::unknown(value).ok_or_else(|| refused::<T, E>(why))
}

/// The error for a value of no branch: `why` is that of reading the most likely one.
fn refused<T: Branches, E: Error>(why: Option<serde_json::Error>) -> E {
    match why.filter(|_| T::SHOWN) {
        Some(why) => E::custom(format_args!("unknown value: it is no variant of `{}` ({why})", T::NAME)),
        None => E::custom(format_args!("unknown value: it is no variant of `{}`", T::NAME)),
    }
}

struct Tagged<T> {
    tag: &'static str,
    union: PhantomData<T>,
}

impl<T> Tagged<T> {
    /// A value that is no object and so has no tag.
    fn other<E: Error>(value: impl Into<Value>) -> Result<T, E>
    where
        T: Branches,
    {
        by_facts(value.into())
    }
}

impl<'de, T: Branches> Visitor<'de> for Tagged<T> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "an object with the member `{}`", self.tag)
    }

    fn visit_bool<E: Error>(self, value: bool) -> Result<T, E> {
        Self::other(value)
    }

    fn visit_i64<E: Error>(self, value: i64) -> Result<T, E> {
        Self::other(value)
    }

    fn visit_u64<E: Error>(self, value: u64) -> Result<T, E> {
        Self::other(value)
    }

    fn visit_f64<E: Error>(self, value: f64) -> Result<T, E> {
        Self::other(value)
    }

    fn visit_str<E: Error>(self, value: &str) -> Result<T, E> {
        Self::other(value)
    }

    fn visit_unit<E: Error>(self) -> Result<T, E> {
        Self::other(Value::Null)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut elements: A) -> Result<T, A::Error> {
        let mut values = Vec::new();
        while let Some(value) = elements.next_element::<Value>()? {
            values.push(value);
        }
        Self::other(values)
    }

    fn visit_map<A: MapAccess<'de>>(self, mut members: A) -> Result<T, A::Error> {
        let mut before = Vec::new();
        while let Some(name) = members.next_key::<String>()? {
            let value: Value = members.next_value()?;
            let branch = match &value {
                Value::String(tag) if name == self.tag => {
                    T::FACTS.iter().position(|facts| facts.tags.contains(&tag.as_str()))
                }
                _ => None,
            };
            before.push((name, value));
            if let Some(branch) = branch {
                let members = Replay { before: before.into_iter(), value: None, rest: members };
                return T::read(branch, MapAccessDeserializer::new(members));
            }
        }
        by_facts(Value::Object(before.into_iter().collect()))
    }
}

/// The members that were set aside, then the rest.
struct Replay<A> {
    before: std::vec::IntoIter<(String, Value)>,
    value: Option<Value>,
    rest: A,
}

impl<'de, A: MapAccess<'de>> MapAccess<'de> for Replay<A> {
    type Error = A::Error;

    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>, A::Error> {
        let Some((name, value)) = self.before.next() else {
            return self.rest.next_key_seed(seed);
        };
        self.value = Some(value);
        let name: StringDeserializer<A::Error> = name.into_deserializer();
        seed.deserialize(name).map(Some)
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, A::Error> {
        match self.value.take() {
            Some(value) => seed.deserialize(value).map_err(Error::custom),
            None => self.rest.next_value_seed(seed),
        }
    }
}

/// Implements `Deserialize` for a union from its `Branches`.
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
