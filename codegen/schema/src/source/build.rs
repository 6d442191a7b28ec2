//! Turns what a serde deserializer reports - of JSON or of YAML - into a [`Value`] and the list
//! of everything in the document that a JSON value cannot say.
//!
//! Such [`Problem`]s do not stop the reading: a person who has three duplicate keys wants to hear
//! of three. Where a problem is, is noted as a path that is completed while the recursion
//! returns, so that a document without problems pays nothing for it.

use std::collections::HashMap;
use std::fmt;

use serde::de::{
    DeserializeSeed, Deserializer, EnumAccess, Error, MapAccess, SeqAccess, VariantAccess, Visitor,
};
use serde_json::map::Entry;
use serde_json::{Map, Number};

use super::key::Key;
use super::{Pointer, Value};

/// How many problems of one document are kept: a bound on memory for hostile input.
const MAX_PROBLEMS: usize = 10_000;

/// What a document may take to build beyond eight times its own size, in bytes and values.
///
/// Without aliases no document reaches twice its size; with them a few lines can stand for
/// more than the memory there is, and the YAML reader's own limit counts only the aliases, not
/// what they stand for.
const ALIAS_ALLOWANCE: usize = 16 * 1024 * 1024;

/// One step of a path, kept reversed while the recursion returns.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Token {
    /// Into the member of this name.
    Key(String),
    /// Into the element at this index.
    Index(usize),
}

/// The pointer of a path that was collected from the inside out.
pub(super) fn pointer_of(reversed: &[Token]) -> Pointer {
    Pointer::from_tokens(reversed.iter().rev().map(|token| match token {
        Token::Key(key) => key.clone(),
        Token::Index(index) => index.to_string(),
    }))
}

/// Something the text says and a JSON value cannot.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Oddity {
    /// The path's last key has been there before; this is its `n`th repetition.
    Duplicate(usize),
    /// A tag that is not one of YAML's own.
    Tag(String),
    /// `.inf` or `.nan`, with its sign.
    NotFinite(f64),
    /// `<<` with something other than a mapping or a list of mappings.
    Merge,
}

/// An [`Oddity`] and the reversed path to it.
#[derive(Debug, Clone)]
pub(super) struct Problem {
    pub(super) oddity: Oddity,
    pub(super) reversed: Vec<Token>,
}

/// What building gathers besides the value.
pub(super) struct State<'t> {
    text: &'t str,
    /// What may still be built; `None` once that was not enough.
    budget: Option<usize>,
    pub(super) problems: Vec<Problem>,
    /// The reversed path to the value at which reading failed for good.
    pub(super) trail: Vec<Token>,
    /// Whether the failure came while a key was read.
    pub(super) in_key: bool,
    /// Whether there was no document at all.
    pub(super) empty: bool,
}

impl<'t> State<'t> {
    pub(super) fn new(text: &'t str) -> State<'t> {
        State {
            text,
            budget: Some(text.len().saturating_mul(8).saturating_add(ALIAS_ALLOWANCE)),
            problems: Vec::new(),
            trail: Vec::new(),
            in_key: false,
            empty: false,
        }
    }

    fn note(&mut self, oddity: Oddity, reversed: Vec<Token>) {
        if self.problems.len() < MAX_PROBLEMS {
            self.problems.push(Problem { oddity, reversed });
        }
    }

    fn spend<E: Error>(&mut self, bytes: usize) -> Result<(), E> {
        self.budget = self.budget.and_then(|left| left.checked_sub(bytes + 1));
        match self.budget {
            Some(_) => Ok(()),
            None => Err(E::custom("aliases stand for too much")),
        }
    }

    /// Whether the failure is that aliases stand for too much.
    pub(super) fn exhausted(&self) -> bool {
        self.budget.is_none()
    }

    /// Completes the paths of the problems found below a value, by the step that led there.
    fn climb(&mut self, since: usize, token: impl Fn() -> Token) {
        for problem in self.problems.iter_mut().skip(since) {
            problem.reversed.push(token());
        }
    }
}

/// The seed, and visitor, that builds one value.
pub(super) struct Build<'s, 't> {
    state: &'s mut State<'t>,
}

impl<'s, 't> Build<'s, 't> {
    pub(super) fn new(state: &'s mut State<'t>) -> Build<'s, 't> {
        Build { state }
    }

    fn merge(&mut self, value: Value, merged: &mut Vec<Map<String, Value>>) {
        let members = match value {
            Value::Object(members) => vec![Some(members)],
            Value::Array(items) => items
                .into_iter()
                .map(|item| match item {
                    Value::Object(members) => Some(members),
                    _ => None,
                })
                .collect(),
            _ => vec![None],
        };
        if members.iter().any(Option::is_none) {
            self.state
                .note(Oddity::Merge, vec![Token::Key("<<".to_owned())]);
        }
        merged.extend(members.into_iter().flatten());
    }
}

impl<'de> DeserializeSeed<'de> for Build<'_, '_> {
    type Value = Value;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Value, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Build<'_, '_> {
    type Value = Value;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a value")
    }

    fn visit_unit<E: Error>(self) -> Result<Value, E> {
        self.state.spend(0)?;
        Ok(Value::Null)
    }

    fn visit_none<E: Error>(self) -> Result<Value, E> {
        // Only a YAML stream without any document is reported so.
        self.state.empty = true;
        Ok(Value::Null)
    }

    fn visit_bool<E: Error>(self, value: bool) -> Result<Value, E> {
        self.state.spend(0)?;
        Ok(Value::Bool(value))
    }

    fn visit_u64<E: Error>(self, value: u64) -> Result<Value, E> {
        self.state.spend(0)?;
        Ok(Value::Number(value.into()))
    }

    fn visit_i64<E: Error>(self, value: i64) -> Result<Value, E> {
        self.state.spend(0)?;
        Ok(Value::Number(value.into()))
    }

    // What does not fit 64 bits becomes a float, as JSON readers have it.
    #[allow(clippy::cast_precision_loss)]
    fn visit_u128<E: Error>(self, value: u128) -> Result<Value, E> {
        self.visit_f64(value as f64)
    }

    #[allow(clippy::cast_precision_loss)]
    fn visit_i128<E: Error>(self, value: i128) -> Result<Value, E> {
        self.visit_f64(value as f64)
    }

    fn visit_f64<E: Error>(self, value: f64) -> Result<Value, E> {
        self.state.spend(0)?;
        Ok(Number::from_f64(value).map_or_else(
            || {
                self.state.note(Oddity::NotFinite(value), Vec::new());
                Value::Null
            },
            Value::Number,
        ))
    }

    fn visit_str<E: Error>(self, value: &str) -> Result<Value, E> {
        self.state.spend(value.len())?;
        Ok(Value::String(value.to_owned()))
    }

    fn visit_string<E: Error>(self, value: String) -> Result<Value, E> {
        self.state.spend(value.len())?;
        Ok(Value::String(value))
    }

    fn visit_enum<A: EnumAccess<'de>>(self, tagged: A) -> Result<Value, A::Error> {
        let (tag, content) = tagged.variant::<String>()?;
        self.state.note(Oddity::Tag(tag), Vec::new());
        content.newtype_variant_seed(self)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut sequence: A) -> Result<Value, A::Error> {
        self.state.spend(0)?;
        let mut items = Vec::new();
        loop {
            let since = self.state.problems.len();
            let index = items.len();
            match sequence.next_element_seed(Build::new(self.state)) {
                Ok(Some(item)) => items.push(item),
                Ok(None) => return Ok(Value::Array(items)),
                Err(error) => {
                    self.state.trail.push(Token::Index(index));
                    return Err(error);
                }
            }
            self.state.climb(since, || Token::Index(index));
        }
    }

    fn visit_map<A: MapAccess<'de>>(mut self, mut map: A) -> Result<Value, A::Error> {
        self.state.spend(0)?;
        let mut members = Map::new();
        let mut merged = Vec::new();
        let mut seen: HashMap<String, usize> = HashMap::new();
        loop {
            self.state.in_key = true;
            let text = self.state.text;
            let key = map.next_key_seed(Key { text })?;
            self.state.in_key = false;
            let Some((key, range)) = key else { break };
            self.state.spend(key.len())?;
            // In quotes it is an ordinary key, and so it always is in JSON.
            let merge = key == "<<" && range.is_some_and(|range| range.len() == 2);

            // Looked up once: the place is held while the value is read.
            let place = match members.entry(key) {
                Entry::Vacant(place) if !merge || merged.is_empty() => place,
                taken => {
                    let key = taken.key().clone();
                    let repetition = seen.entry(key.clone()).or_insert(0);
                    *repetition += 1;
                    let oddity = Oddity::Duplicate(*repetition);
                    self.state.note(oddity, vec![Token::Key(key)]);
                    // What is inside has no pointer of its own: the first one has it.
                    map.next_value::<serde::de::IgnoredAny>()?;
                    continue;
                }
            };
            let since = self.state.problems.len();
            let value = match map.next_value_seed(Build::new(self.state)) {
                Ok(value) => value,
                Err(error) => {
                    self.state.trail.push(Token::Key(place.key().clone()));
                    return Err(error);
                }
            };
            self.state.climb(since, || Token::Key(place.key().clone()));
            if merge {
                self.merge(value, &mut merged);
            } else {
                place.insert(value);
            }
        }
        for (key, value) in merged.into_iter().flatten() {
            // Members written out win over merged ones, earlier mappings over later ones.
            members.entry(key).or_insert(value);
        }
        Ok(Value::Object(members))
    }
}
