//! Excuses extern types: types of other crates read and write in their own way, whatever the schema says.
//!
//! The settings tell where they are: at each occurrence of a `format`, or of a schema that the type took the
//! place of. The checks ask the type itself which values it reads and writes, and excuse nothing else.

use serde::{Serialize, de::DeserializeOwned};
use serde_json::{Map, Value};

use crate::json;
use crate::schemas::branches::{self, Branch, branches};
use crate::schemas::whole::WholeSchema;

/// A type of another crate in the types of a crate: made by [`extern_type!`](crate::extern_type).
#[derive(Debug, Clone, Copy)]
pub struct ExternType {
    /// Where it stands.
    pub position: Position,
    /// How it reads and writes. `None` where only the generated crate knows: then every value there may be refused, or
    /// come back as another.
    pub round_trip: Option<RoundTrip>,
}

/// Reads a text as a type and writes it again; the error is serde's message.
pub type RoundTrip = fn(&str) -> Result<String, String>;

/// Where a type of another crate stands.
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub enum Position {
    /// At all strings and numbers of this `format` or `contentEncoding`, or at some.
    Format(&'static str),
    /// In the place of this schema, which is JSON.
    Schema(&'static str),
}

/// Reads a text as a type and writes it again.
///
/// # Errors
///
/// serde's message.
pub fn round_trip<T: DeserializeOwned + Serialize>(text: &str) -> Result<String, String> {
    let value: T = serde_json::from_str(text).map_err(|error| error.to_string())?;
    serde_json::to_string(&value).map_err(|error| error.to_string())
}

/// Makes a [`ExternType`](crate::ExternType): `extern_type!(format "uuid": uuid::Uuid)`,
/// `extern_type!(schema "{…}": money::Money)`; with a module for serde, `extern_type!(format "date-time":
/// time::OffsetDateTime, time::serde::rfc3339)`; and with `?` in place of a type that only the crate
/// itself could ask.
#[macro_export]
macro_rules! extern_type {
    ($position:ident $what:literal: ?) => {
        $crate::ExternType {
            position: $crate::extern_type!(@position $position $what),
            round_trip: None,
        }
    };
    ($position:ident $what:literal: $ty:ty) => {
        $crate::ExternType {
            position: $crate::extern_type!(@position $position $what),
            round_trip: Some($crate::round_trip::<$ty>),
        }
    };
    ($position:ident $what:literal: $ty:ty, $($module:ident)::+) => {
        $crate::ExternType {
            position: $crate::extern_type!(@position $position $what),
            round_trip: Some(|text| {
                let mut reader = ::serde_json::Deserializer::from_str(text);
                let value: $ty = $($module)::+::deserialize(&mut reader).map_err(|error| error.to_string())?;
                let mut written = ::std::vec::Vec::new();
                let mut writer = ::serde_json::Serializer::new(&mut written);
                $($module)::+::serialize(&value, &mut writer).map_err(|error| error.to_string())?;
                ::std::string::String::from_utf8(written).map_err(|error| error.to_string())
            }),
        }
    };
    (@position format $format:literal) => {
        $crate::Position::Format($format)
    };
    (@position schema $schema:literal) => {
        $crate::Position::Schema($schema)
    };
}

impl ExternType {
    /// Whether the type may stand where these schemas apply to the value.
    fn stands_at(&self, branch: &Branch<'_>, value: &Value) -> bool {
        match self.position {
            Position::Format(format) => {
                // Listed values become an enum, whatever the format.
                let is_listed = |schema: &&Map<String, Value>| {
                    schema.contains_key("enum") || schema.contains_key("const")
                };
                (value.is_string() || value.is_number())
                    && !branch.iter().any(is_listed)
                    && branch.iter().any(|schema| {
                        let mut keywords = ["format", "contentEncoding"].iter();
                        keywords.any(|key| schema.get(*key).is_some_and(|found| found == format))
                    })
            }
            Position::Schema(text) => serde_json::from_str(text).is_ok_and(|schema: Value| {
                let mut parts = branch.iter();
                parts.any(|part| schema.as_object() == Some(*part))
            }),
        }
    }

    /// Whether the type stands at values of this schema and may not read this one.
    pub(crate) fn refuses(&self, schema: &Map<String, Value>, value: &Value) -> bool {
        self.stands_at(&vec![schema], value) && self.may_refuse(value)
    }

    /// Whether the type may not read the value.
    fn may_refuse(&self, value: &Value) -> bool {
        self.round_trip
            .is_none_or(|round_trip| round_trip(&value.to_string()).is_err())
    }

    /// Whether the type may write the one value where it read the other.
    fn may_write(&self, read: &Value, written: &Value) -> bool {
        self.round_trip.is_none_or(|round_trip| {
            let own = round_trip(&read.to_string()).ok();
            let own: Option<Value> = own.and_then(|text| serde_json::from_str(&text).ok());
            own.is_some_and(|own| json::same(&own, written))
        })
    }
}

/// Whether a type of another crate that stands where these schemas apply may write the one value where it
/// read the other.
pub(crate) fn explains(
    foreign: &[ExternType],
    branch: &Branch<'_>,
    read: &Value,
    written: &Value,
) -> bool {
    foreign
        .iter()
        .any(|one| one.stands_at(branch, read) && one.may_write(read, written))
}

/// Whether some extern type in the instance may refuse its value.
pub(crate) fn may_refuse(foreign: &[ExternType], doc: &WholeSchema<'_>, instance: &Value) -> bool {
    !foreign.is_empty() && refuses_at(foreign, doc, &[doc.root], instance, 0)
}

/// How deep values nest at most.
const DEEPEST: usize = 64;

fn refuses_at<'a>(
    foreign: &[ExternType],
    doc: &WholeSchema<'a>,
    schemas: &[&'a Value],
    value: &Value,
    depth: usize,
) -> bool {
    if depth > DEEPEST {
        return false;
    }
    branches(doc, schemas).iter().any(|branch| {
        let stands = |one: &&ExternType| one.stands_at(branch, value);
        if foreign
            .iter()
            .filter(stands)
            .any(|one| one.may_refuse(value))
        {
            return true;
        }
        let inner = |schemas: Vec<&'a Value>, value: &Value| {
            refuses_at(foreign, doc, &schemas, value, depth + 1)
        };
        match value {
            Value::Object(members) => members
                .iter()
                .any(|(name, value)| inner(branches::member(doc, branch, name), value)),
            Value::Array(values) => values
                .iter()
                .enumerate()
                .any(|(index, value)| inner(branches::item(branch, index), value)),
            _ => false,
        }
    })
}
