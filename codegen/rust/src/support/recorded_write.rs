//! Turns a struct with a [record](super::record) into an object: the module that derived code uses as `serde::ser`.
//!
//! The record is the first field, so that it is known before all members; it is not written. If it is empty, a struct is
//! written, and otherwise a map. Each member that is recorded as null and whose field is `None` is written as null, in the
//! place of its field. The members without a field stand behind all others. A struct with a field for other members does
//! not say which fields are `None`: its nulls stand behind the other fields and before the other members.

pub(crate) use serde::ser::*;

use std::sync::Arc;

use serde::ser::{SerializeMap as _, SerializeStruct as _};
use serde_json::{Map, Value};

use super::record::{Record, Recorded};

/// A struct that is being written.
pub(crate) struct Members<S: Serializer> {
    state: State<S>,
    /// The members that are recorded as null and are not written yet.
    nulls: Vec<&'static str>,
    /// The recorded members without a field.
    unknown: Option<Arc<Map<String, Value>>>,
}

enum State<S: Serializer> {
    /// Before the record of a struct: its name, and the number of its members.
    Struct(S, &'static str, usize),
    /// Before the record of a struct with a field for other members.
    Map(S),
    WritingStruct(S::SerializeStruct),
    WritingMap(S::SerializeMap),
    /// The start failed.
    Failed,
}

impl<S: Serializer> Members<S> {
    pub(super) fn of_struct(serializer: S, name: &'static str, len: usize) -> Self {
        Self::of(State::Struct(serializer, name, len))
    }

    pub(super) fn of_map(serializer: S) -> Self {
        Self::of(State::Map(serializer))
    }

    fn of(state: State<S>) -> Self {
        Self {
            state,
            nulls: Vec::new(),
            unknown: None,
        }
    }

    /// Begins with the record: only a map can have recorded members. A recorded null may have a value by now, so the number
    /// of members is left open.
    fn begin<T: Recorded>(&mut self, record: &Record<T>) -> Result<(), S::Error> {
        self.nulls = record.nulls();
        self.unknown = record.unknown().cloned();
        self.state = match std::mem::replace(&mut self.state, State::Failed) {
            State::Struct(serializer, name, len) => match &self.unknown {
                None if !record.has_nulls() => {
                    State::WritingStruct(serializer.serialize_struct(name, len)?)
                }
                unknown => {
                    let unknown = unknown.as_ref().map_or(0, |unknown| unknown.len());
                    let len = (!record.has_nulls()).then_some(len + unknown);
                    State::WritingMap(serializer.serialize_map(len)?)
                }
            },
            State::Map(serializer) => State::WritingMap(serializer.serialize_map(None)?),
            other => other,
        };
        Ok(())
    }

    fn entry<T: Serialize + ?Sized>(
        &mut self,
        name: &'static str,
        value: &T,
    ) -> Result<(), S::Error> {
        match &mut self.state {
            State::WritingStruct(fields) => fields.serialize_field(name, value),
            State::WritingMap(members) => members.serialize_entry(name, value),
            _ => Err(failed()),
        }
    }

    fn map(&mut self) -> Result<&mut S::SerializeMap, S::Error> {
        match &mut self.state {
            State::WritingMap(members) => Ok(members),
            _ => Err(failed()),
        }
    }

    /// Writes the nulls of the fields that were not written.
    fn write_nulls(&mut self) -> Result<(), S::Error> {
        for name in std::mem::take(&mut self.nulls) {
            self.entry(name, &None::<()>)?;
        }
        Ok(())
    }
}

fn failed<E: Error>() -> E {
    E::custom("the members cannot be written")
}

/// A field: a member, or the record.
pub(crate) trait Field {
    fn write<S: Serializer>(
        &self,
        name: &'static str,
        members: &mut Members<S>,
    ) -> Result<(), S::Error>;
}

impl<T: Serialize + ?Sized> Field for T {
    fn write<S: Serializer>(
        &self,
        name: &'static str,
        members: &mut Members<S>,
    ) -> Result<(), S::Error> {
        if !members.nulls.is_empty() {
            members.nulls.retain(|null| *null != name);
        }
        members.entry(name, self)
    }
}

impl<T: Recorded> Field for Record<T> {
    fn write<S: Serializer>(
        &self,
        _: &'static str,
        members: &mut Members<S>,
    ) -> Result<(), S::Error> {
        members.begin(self)
    }
}

/// The methods that the derived code of a struct calls.
pub(crate) trait SerializeStruct: Sized {
    type Ok;
    type Error;

    fn serialize_field<T: Field + ?Sized>(
        &mut self,
        name: &'static str,
        field: &T,
    ) -> Result<(), Self::Error>;
    fn skip_field(&mut self, name: &'static str) -> Result<(), Self::Error>;
    fn end(self) -> Result<Self::Ok, Self::Error>;
}

impl<S: Serializer> SerializeStruct for Members<S> {
    type Ok = S::Ok;
    type Error = S::Error;

    fn serialize_field<T: Field + ?Sized>(
        &mut self,
        name: &'static str,
        field: &T,
    ) -> Result<(), S::Error> {
        field.write(name, self)
    }

    fn skip_field(&mut self, name: &'static str) -> Result<(), S::Error> {
        if self.nulls.contains(&name) {
            return None::<()>.write(name, self);
        }
        match &mut self.state {
            State::WritingStruct(fields) => fields.skip_field(name),
            _ => Ok(()),
        }
    }

    fn end(mut self) -> Result<S::Ok, S::Error> {
        if let Some(unknown) = self.unknown.take() {
            for (name, value) in &*unknown {
                self.map()?.serialize_entry(name, value)?;
            }
        }
        match self.state {
            State::WritingStruct(fields) => fields.end(),
            State::WritingMap(members) => members.end(),
            _ => Err(failed()),
        }
    }
}

/// The methods that the derived code of a struct with a field for other members calls.
pub(crate) trait SerializeMap: Sized {
    type Ok;
    type Error;

    fn serialize_entry<T: Field + ?Sized>(
        &mut self,
        name: &'static str,
        field: &T,
    ) -> Result<(), Self::Error>;
    fn end(self) -> Result<Self::Ok, Self::Error>;
}

impl<S: Serializer> SerializeMap for Members<S> {
    type Ok = S::Ok;
    type Error = S::Error;

    fn serialize_entry<T: Field + ?Sized>(
        &mut self,
        name: &'static str,
        field: &T,
    ) -> Result<(), S::Error> {
        field.write(name, self)
    }

    fn end(mut self) -> Result<S::Ok, S::Error> {
        self.write_nulls()?;
        SerializeStruct::end(self)
    }
}

/// The methods that the field for other members calls.
impl<S: Serializer> serde::ser::SerializeMap for Members<S> {
    type Ok = S::Ok;
    type Error = S::Error;

    fn serialize_key<T: Serialize + ?Sized>(&mut self, name: &T) -> Result<(), S::Error> {
        self.write_nulls()?;
        self.map()?.serialize_key(name)
    }

    fn serialize_value<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), S::Error> {
        self.map()?.serialize_value(value)
    }

    fn end(self) -> Result<S::Ok, S::Error> {
        SerializeStruct::end(self)
    }
}
