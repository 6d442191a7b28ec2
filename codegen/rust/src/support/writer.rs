//! Turns the fields of a struct into the members of an object.

use std::sync::Arc;

use serde::ser::{Serialize, SerializeMap, SerializeStruct};
use serde_json::{Map, Value};

use super::record::{Record, Recorded};

/// The members of an object that a struct is written as. Each call is about the next member, whether it is written
/// or not.
pub(crate) trait Writer {
    /// Writes a member.
    fn value<T: Serialize>(&mut self, value: &T);

    /// Leaves a member out, unless it is null.
    fn skip(&mut self);

    /// Takes the record of the struct, before all members: the members that are null if their fields are `None`, and the
    /// members without a field, which are written behind all others.
    fn record<T: Recorded>(&mut self, record: &Record<T>);

    /// Writes a member that no field stands for.
    fn other<T: Serialize>(&mut self, name: &str, value: &T);

    /// Writes a member, unless it is absent.
    #[allow(
        clippy::ref_option,
        reason = "serde writes the option: some formats mark it"
    )]
    fn optional<T: Serialize>(&mut self, value: &Option<T>) {
        if value.is_some() {
            self.value(value);
        } else {
            self.skip();
        }
    }

    /// Writes the members that no field stands for.
    fn others<'a, T: Serialize + 'a>(
        &mut self,
        members: impl IntoIterator<Item = (&'a String, &'a T)>,
    ) {
        for (name, value) in members {
            self.other(name, value);
        }
    }
}

/// Counts the members that would be written.
#[derive(Default)]
pub(super) struct Count {
    pub(super) members: usize,
    /// Whether the record has members.
    pub(super) is_recorded: bool,
    /// Whether some of these may be null.
    pub(super) has_nulls: bool,
}

impl Writer for Count {
    fn value<T: Serialize>(&mut self, _: &T) {
        self.members += 1;
    }

    fn skip(&mut self) {}

    fn record<T: Recorded>(&mut self, record: &Record<T>) {
        let unknown = record.unknown();
        self.members += unknown.map_or(0, |unknown| unknown.len());
        self.has_nulls = record.has_nulls();
        self.is_recorded = self.has_nulls || unknown.is_some();
    }

    fn other<T: Serialize>(&mut self, _: &str, _: &T) {
        self.members += 1;
    }
}

/// Writes the members of a struct. After an error, it writes nothing more.
pub(super) struct Fields<S: SerializeStruct> {
    fields: S,
    names: std::slice::Iter<'static, &'static str>,
    result: Result<(), S::Error>,
}

impl<S: SerializeStruct> Fields<S> {
    pub(super) fn new(fields: S, names: &'static [&'static str]) -> Self {
        Self {
            fields,
            names: names.iter(),
            result: Ok(()),
        }
    }

    /// The struct without its end, or the first error.
    pub(super) fn finish(self) -> Result<S, S::Error> {
        self.result.map(|()| self.fields)
    }
}

impl<S: SerializeStruct> Writer for Fields<S> {
    fn value<T: Serialize>(&mut self, value: &T) {
        let name = self.names.next();
        if let (Ok(()), Some(name)) = (&self.result, name) {
            self.result = self.fields.serialize_field(name, value);
        }
    }

    fn skip(&mut self) {
        let name = self.names.next();
        if let (Ok(()), Some(name)) = (&self.result, name) {
            self.result = self.fields.skip_field(name);
        }
    }

    /// A struct whose record has members is written as a map.
    fn record<T: Recorded>(&mut self, _: &Record<T>) {}

    /// A struct has no such member.
    fn other<T: Serialize>(&mut self, _: &str, _: &T) {}
}

/// Writes the members of a map. After an error, it writes nothing more.
pub(super) struct Entries<S: SerializeMap> {
    entries: S,
    names: std::slice::Iter<'static, &'static str>,
    /// The members that are null and not written yet.
    nulls: Vec<&'static str>,
    /// Whether these stand in the places of their fields, or behind all fields.
    in_place: bool,
    /// The recorded members without a field.
    unknown: Option<Arc<Map<String, Value>>>,
    result: Result<(), S::Error>,
}

impl<S: SerializeMap> Entries<S> {
    pub(super) fn new(entries: S, names: &'static [&'static str], in_place: bool) -> Self {
        Self {
            entries,
            names: names.iter(),
            nulls: Vec::new(),
            in_place,
            unknown: None,
            result: Ok(()),
        }
    }

    /// The map without its end, or the first error.
    pub(super) fn finish(mut self) -> Result<S, S::Error> {
        self.write_nulls();
        if let Some(unknown) = self.unknown.take() {
            for (name, value) in &*unknown {
                self.entry(name, value);
            }
        }
        self.result.map(|()| self.entries)
    }

    fn entry<T: Serialize>(&mut self, name: &str, value: &T) {
        if self.result.is_ok() {
            self.result = self.entries.serialize_entry(name, value);
        }
    }

    /// Writes the nulls that do not stand in the places of their fields.
    fn write_nulls(&mut self) {
        if !self.in_place && !self.nulls.is_empty() {
            for name in std::mem::take(&mut self.nulls) {
                self.entry(name, &None::<()>);
            }
        }
    }
}

impl<S: SerializeMap> Writer for Entries<S> {
    fn value<T: Serialize>(&mut self, value: &T) {
        if let Some(name) = self.names.next() {
            if !self.nulls.is_empty() {
                self.nulls.retain(|null| null != name);
            }
            self.entry(name, value);
        }
    }

    fn skip(&mut self) {
        let name = self.names.next();
        if let Some(name) = name.filter(|name| self.in_place && self.nulls.contains(name)) {
            self.entry(name, &None::<()>);
        }
    }

    fn record<T: Recorded>(&mut self, record: &Record<T>) {
        self.nulls = record.nulls();
        self.unknown = record.unknown().cloned();
    }

    fn other<T: Serialize>(&mut self, name: &str, value: &T) {
        self.write_nulls();
        self.entry(name, value);
    }
}
