//! Turns the members of an object into the fields of a struct.

use std::borrow::Cow;
use std::fmt;

use serde::de::{
    Deserialize, DeserializeSeed, Deserializer, Error, IgnoredAny, MapAccess, Unexpected, Visitor,
};
use serde_json::{Map, Value};

/// How to treat a member that no field stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Others {
    /// It is read and dropped.
    Ignored,
    /// It is in the record of the struct.
    Recorded,
    /// It is an error.
    Refused,
    /// The struct keeps it.
    Kept,
}

/// The members of an object that is read as a struct.
pub(crate) struct Reader<'de, A: MapAccess<'de>> {
    pub(super) members: A,
    keys: Keys,
    seen: Seen,
    /// The members that are null.
    nulls: Seen,
    /// The first error: nothing is read after it.
    error: Option<A::Error>,
    /// The name of the member that no field stands for, and that is next.
    pub(super) other: Cow<'de, str>,
    /// The members for the record that no field stands for.
    pub(super) unknown: Map<String, Value>,
}

impl<'de, A: MapAccess<'de>> Reader<'de, A> {
    /// The names of the members with a field.
    pub(super) fn names(&self) -> &'static [&'static str] {
        self.keys.names
    }

    /// Whether the member of a field is null.
    pub(super) fn is_null(&self, field: usize) -> bool {
        self.nulls.has(field)
    }

    /// The members of an object. `names` are the names of the members with a field.
    pub(super) fn new(members: A, names: &'static [&'static str], others: Others) -> Self {
        let keys = Keys {
            names,
            others,
            likely: 0,
        };
        Self {
            members,
            keys,
            seen: Seen::default(),
            nulls: Seen::default(),
            error: None,
            other: Cow::Borrowed(""),
            unknown: Map::new(),
        }
    }

    /// The index of the next member that the struct has a place for, whose value is to be read next. It is the
    /// number of fields for a member that is [kept](Others::Kept), and more at the end and after an error.
    pub(crate) fn next_index(&mut self) -> usize {
        let next = self.or_error(Self::next_field);
        next.flatten().unwrap_or(usize::MAX)
    }

    /// The same; nothing at the end.
    fn next_field(&mut self) -> Result<Option<usize>, A::Error> {
        loop {
            match self.members.next_key_seed(self.keys)? {
                None => return Ok(None),
                Some(Key::Field(index)) => {
                    if !self.seen.insert(index) {
                        return Err(A::Error::duplicate_field(self.keys.name(index)));
                    }
                    self.keys.likely = index + 1;
                    return Ok(Some(index));
                }
                Some(Key::Ignored) => {
                    self.members.next_value::<IgnoredAny>()?;
                }
                Some(Key::Recorded(name)) => {
                    self.unknown.insert(name, self.members.next_value()?);
                }
                Some(Key::Kept(name)) => {
                    self.other = name;
                    return Ok(Some(self.keys.names.len()));
                }
            }
        }
    }

    /// Reads the value of a member.
    pub(crate) fn value<T: Deserialize<'de>>(&mut self, field: &mut Option<T>) {
        let value = self.members.next_value();
        self.put(field, value);
    }

    /// Reads the value of a member for which null is the same as absent.
    pub(crate) fn nullable<T: Deserialize<'de>>(&mut self, field: &mut Option<T>) {
        let value = self.members.next_value();
        self.put_nullable(field, value);
    }

    /// Puts the value of a member into its field.
    pub(super) fn put<T>(&mut self, field: &mut Option<T>, value: Result<T, A::Error>) {
        match value {
            Ok(value) => *field = Some(value),
            Err(error) => self.error = Some(error),
        }
    }

    /// The same for a member for which null is the same as absent.
    pub(super) fn put_nullable<T>(
        &mut self,
        field: &mut Option<T>,
        value: Result<Option<T>, A::Error>,
    ) {
        match value {
            Ok(Some(value)) => *field = Some(value),
            Ok(None) => {
                // The next name is likely to be the one behind this one.
                if let Some(index) = self.keys.likely.checked_sub(1) {
                    self.nulls.insert(index);
                }
            }
            Err(error) => self.error = Some(error),
        }
    }

    /// Notes the error that one of some members is missing, unless there was an error before. Returns `None`.
    pub(crate) fn missing<T>(&mut self, required: &[usize]) -> Option<T> {
        self.or_error(|reader| {
            let missing = required.iter().find(|index| !reader.seen.has(**index));
            let name = missing.map_or("", |index| reader.keys.name(*index));
            Err(A::Error::missing_field(name))
        })
    }

    /// Runs a step, unless there was an error before, and notes its error.
    pub(super) fn or_error<T>(
        &mut self,
        more: impl FnOnce(&mut Self) -> Result<T, A::Error>,
    ) -> Option<T> {
        if self.error.is_some() {
            return None;
        }
        match more(self) {
            Ok(value) => Some(value),
            Err(error) => {
                self.error = Some(error);
                None
            }
        }
    }

    /// The value that was read, or the error.
    pub(super) fn end<T>(self, value: Option<T>) -> Result<T, A::Error> {
        match (self.error, value) {
            (Some(error), _) => Err(error),
            (None, Some(value)) => Ok(value),
            (None, None) => Err(A::Error::custom("a member is missing")),
        }
    }

    /// Reads a missing member as the type of another crate reads an absent value, if it does.
    pub(crate) fn absent<T: Deserialize<'de>>(&mut self, index: usize, field: &mut Option<T>) {
        if field.is_none() {
            *field = T::deserialize(Absent).ok();
            if field.is_some() {
                self.seen.insert(index);
            }
        }
    }
}

/// The names that a struct knows.
#[derive(Clone, Copy)]
struct Keys {
    names: &'static [&'static str],
    others: Others,
    /// The index of the name that is likely to be next: members mostly have the order of the schema.
    likely: usize,
}

impl Keys {
    fn name(self, index: usize) -> &'static str {
        self.names.get(index).copied().unwrap_or_default()
    }

    /// The index of a name.
    fn find(self, name: &[u8]) -> Option<usize> {
        let is_it = |known: &&str| known.as_bytes() == name;
        let (before, after) = self.names.split_at(self.likely);
        match after.iter().position(is_it) {
            Some(index) => Some(self.likely + index),
            None => before.iter().position(is_it),
        }
    }

    /// A name without a field.
    fn other<E: Error>(self, name: &str) -> Result<Key<'static>, E> {
        match self.others {
            Others::Refused => Err(E::unknown_field(name, self.names)),
            Others::Recorded => Ok(Key::Recorded(name.to_owned())),
            Others::Ignored | Others::Kept => Ok(Key::Ignored),
        }
    }
}

/// The name of a member.
enum Key<'de> {
    /// It has a field.
    Field(usize),
    /// It has no field, and its value is dropped.
    Ignored,
    /// It has no field, and its value is recorded.
    Recorded(String),
    /// It has no field, and is kept.
    Kept(Cow<'de, str>),
}

impl<'de> DeserializeSeed<'de> for Keys {
    type Value = Key<'de>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Key<'de>, D::Error> {
        deserializer.deserialize_identifier(self)
    }
}

impl<'de> Visitor<'de> for Keys {
    type Value = Key<'de>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("field identifier")
    }

    /// Some formats have the index of a field in the place of its name.
    fn visit_u64<E: Error>(self, index: u64) -> Result<Key<'de>, E> {
        let unexpected = Unexpected::Unsigned(index);
        let field = usize::try_from(index).ok();
        match (self.others, field.filter(|field| *field < self.names.len())) {
            (Others::Kept, _) => Err(E::invalid_type(unexpected, &"a string")),
            (_, Some(field)) => Ok(Key::Field(field)),
            (Others::Ignored | Others::Recorded, None) => Ok(Key::Ignored),
            (Others::Refused, None) => {
                let expected = format!("field index 0 <= i < {}", self.names.len());
                Err(E::invalid_value(unexpected, &expected.as_str()))
            }
        }
    }

    fn visit_str<E: Error>(self, name: &str) -> Result<Key<'de>, E> {
        match self.find(name.as_bytes()) {
            Some(index) => Ok(Key::Field(index)),
            None if self.others == Others::Kept => Ok(Key::Kept(Cow::Owned(name.to_owned()))),
            None => self.other(name),
        }
    }

    fn visit_borrowed_str<E: Error>(self, name: &'de str) -> Result<Key<'de>, E> {
        match self.find(name.as_bytes()) {
            Some(index) => Ok(Key::Field(index)),
            None if self.others == Others::Kept => Ok(Key::Kept(Cow::Borrowed(name))),
            None => self.other(name),
        }
    }

    fn visit_bytes<E: Error>(self, name: &[u8]) -> Result<Key<'de>, E> {
        match (self.find(name), std::str::from_utf8(name)) {
            (Some(index), _) => Ok(Key::Field(index)),
            (None, Ok(name)) => self.visit_str(name),
            (None, Err(_)) if self.others == Others::Kept => {
                Err(E::invalid_value(Unexpected::Bytes(name), &"a string"))
            }
            (None, Err(_)) if self.others == Others::Recorded => Ok(Key::Ignored),
            (None, Err(_)) => self.other(&String::from_utf8_lossy(name)),
        }
    }
}

/// The members that were read, by their indices.
#[derive(Default)]
struct Seen {
    /// The first 64.
    first: u64,
    /// The others, 64 in each.
    rest: Vec<u64>,
}

impl Seen {
    /// Adds a member; `false` if it was read before.
    fn insert(&mut self, index: usize) -> bool {
        let word = match (index / 64).checked_sub(1) {
            None => &mut self.first,
            Some(word) => {
                if self.rest.len() <= word {
                    self.rest.resize(word + 1, 0);
                }
                &mut self.rest[word]
            }
        };
        let bit = 1 << (index % 64);
        let is_new = *word & bit == 0;
        *word |= bit;
        is_new
    }

    fn has(&self, index: usize) -> bool {
        let word = match (index / 64).checked_sub(1) {
            None => Some(&self.first),
            Some(word) => self.rest.get(word),
        };
        word.is_some_and(|word| word & (1 << (index % 64)) != 0)
    }
}

/// Stands for an absent member: only an `Option` makes a value of it.
struct Absent;

impl<'de> Deserializer<'de> for Absent {
    type Error = serde::de::value::Error;

    fn deserialize_any<V: Visitor<'de>>(self, _: V) -> Result<V::Value, Self::Error> {
        Err(Error::custom("a member is missing"))
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Self::Error> {
        visitor.visit_none()
    }

    serde::forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf unit unit_struct
        newtype_struct seq tuple tuple_struct map struct enum identifier ignored_any
    }
}
