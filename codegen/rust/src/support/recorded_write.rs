//! Writes a struct with a [null record](super::nulls), as a map: what derived code takes for `serde::ser`.
//!
//! The record is the first field, so that it is known before all members; it is not written. Each recorded member whose
//! field is `None` is written as null, in the place of its field. A struct with a field for other members does not say
//! which fields are `None`: its nulls stand behind the other fields and before the other members. The number of members
//! is stated where nothing is recorded.

pub(crate) use serde::ser::*;

use serde::ser::SerializeMap as _;

use super::nulls::{Bits, Nulls, Record};

/// A struct that is being written.
pub(crate) struct Members<S: Serializer> {
    state: State<S>,
    /// The recorded members that are not written yet.
    nulls: Vec<&'static str>,
}

enum State<S: Serializer> {
    /// Before the record, with the number of members.
    Waiting(S, Option<usize>),
    Writing(S::SerializeMap),
    /// The map could not be begun.
    Failed,
}

impl<S: Serializer> Members<S> {
    pub(super) fn of(serializer: S, len: Option<usize>) -> Self {
        Self {
            state: State::Waiting(serializer, len),
            nulls: Vec::new(),
        }
    }

    /// The map, which begins with what is written first.
    fn map(&mut self) -> Result<&mut S::SerializeMap, S::Error> {
        if matches!(self.state, State::Waiting(..)) {
            let waiting = std::mem::replace(&mut self.state, State::Failed);
            if let State::Waiting(serializer, len) = waiting {
                self.state = State::Writing(serializer.serialize_map(len)?);
            }
        }
        match &mut self.state {
            State::Writing(map) => Ok(map),
            _ => Err(Error::custom("the members cannot be written")),
        }
    }

    /// Writes the nulls of the fields that were not written.
    fn write_nulls(&mut self) -> Result<(), S::Error> {
        for name in std::mem::take(&mut self.nulls) {
            self.map()?.serialize_entry(name, &None::<()>)?;
        }
        Ok(())
    }
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
        members.map()?.serialize_entry(name, self)
    }
}

impl<T: Record> Field for Nulls<T> {
    fn write<S: Serializer>(
        &self,
        _: &'static str,
        members: &mut Members<S>,
    ) -> Result<(), S::Error> {
        if !self.bits().is_empty() {
            let names = T::MEMBERS.iter().enumerate();
            let recorded = names.filter(|(member, _)| self.bits().contains(*member));
            members.nulls = recorded.map(|(_, name)| *name).collect();
            // A recorded member may have a value by now.
            if let State::Waiting(_, len) = &mut members.state {
                *len = None;
            }
        }
        Ok(())
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
            None::<()>.write(name, self)?;
        }
        Ok(())
    }

    fn end(mut self) -> Result<S::Ok, S::Error> {
        self.map()?;
        match self.state {
            State::Writing(map) => serde::ser::SerializeMap::end(map),
            _ => Err(Error::custom("the members cannot be written")),
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
