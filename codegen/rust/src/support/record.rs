//! Turns the parts of a JSON object that the fields of its struct do not show into a record: the optional members that are
//! null, whose fields are `None` as the fields of absent members are, and the members without a field.
//!
//! A struct with a record has a private field of type [`Record`], and derives with
//! `#[serde(crate = "crate::support::recorded_object")]`. Reading records each optional member that may be null, is
//! present and whose field is `None`, and each member that no field stands for; the last of several with one name
//! counts. Writing writes null for each recorded member whose field is still `None`, so a value that was set later takes
//! precedence, and the members without a field behind all others. No member of JSON stands for the record, so no input
//! can set it by name.

use std::cmp::Ordering;
use std::fmt;
use std::hash::{Hash, Hasher};
use std::sync::{Arc, LazyLock};

use serde_json::{Map, Value};

use super::unread::{self, Unread};

/// A struct with a record.
pub(crate) trait Recorded: Sized {
    /// The optional members that may be null, by their names in JSON, in the order of their fields.
    const NULLABLE: &'static [&'static str];

    /// A bit for each of these.
    type Nulls: Bits;

    /// The members without a field.
    type Unknown: Unknown;

    /// Members without a field that are not recorded: only the other form of the struct has them.
    const OF_OTHER_FORM: &'static [&'static str] = &[];
}

/// A struct with a record that derived code reads.
pub(crate) trait Derived: Recorded {
    /// Records the members that were present and whose fields are `None`, and the members without a field.
    fn record(&mut self, present: &Self::Nulls, unknown: Map<String, Value>);
}

/// A set of members, by their indices.
pub(crate) trait Bits: Copy + 'static {
    /// No member.
    const NONE: Self;

    /// The words of the set.
    fn words(&self) -> &[u64];

    /// Adds a member.
    fn insert(&mut self, member: usize);

    /// Whether a member is in the set.
    fn contains(&self, member: usize) -> bool {
        let word = self.words().get(member / 64);
        word.is_some_and(|word| word >> (member % 64) & 1 == 1)
    }

    /// Whether no member is in the set.
    fn is_empty(&self) -> bool {
        self.words().iter().all(|word| *word == 0)
    }
}

impl<const WORDS: usize> Bits for [u64; WORDS] {
    const NONE: Self = [0; WORDS];

    fn words(&self) -> &[u64] {
        self
    }

    fn insert(&mut self, member: usize) {
        if let Some(word) = self.get_mut(member / 64) {
            *word |= 1 << (member % 64);
        }
    }
}

/// Members without a field, or nothing where a struct does not record them.
pub(crate) trait Unknown: Clone + Default {
    /// Whether they are recorded.
    const IS_RECORDED: bool;

    fn of(members: Map<String, Value>) -> Self;

    fn members(&self) -> Option<&Arc<Map<String, Value>>>;
}

impl Unknown for () {
    const IS_RECORDED: bool = false;

    fn of(_: Map<String, Value>) -> Self {}

    fn members(&self) -> Option<&Arc<Map<String, Value>>> {
        None
    }
}

/// Recorded members: a pointer; `None`, without an allocation, if no member is recorded. Copies of a value share them,
/// since no code changes them.
pub(crate) type UnknownMembers = Option<Arc<Map<String, Value>>>;

impl Unknown for UnknownMembers {
    const IS_RECORDED: bool = true;

    fn of(members: Map<String, Value>) -> Self {
        (!members.is_empty()).then(|| Arc::new(members))
    }

    fn members(&self) -> Option<&Arc<Map<String, Value>>> {
        self.as_ref()
    }
}

/// The record of a `T`.
///
/// All records are equal: two values are equal if their fields are.
pub(crate) struct Record<T: Recorded> {
    nulls: T::Nulls,
    unknown: T::Unknown,
}

impl<T: Recorded> Record<T> {
    /// Records the members that were present and whose fields are `None`, and the members without a field.
    pub(crate) fn of_present(
        present: &T::Nulls,
        none: &[bool],
        unknown: Map<String, Value>,
    ) -> Self {
        let mut nulls = T::Nulls::NONE;
        if !present.is_empty() {
            for (member, is_none) in none.iter().enumerate() {
                if *is_none && present.contains(member) {
                    nulls.insert(member);
                }
            }
        }
        Self::of(nulls, unknown)
    }

    /// Records the members that are null, and the members without a field.
    pub(crate) fn of(nulls: T::Nulls, mut unknown: Map<String, Value>) -> Self {
        let mut unread = Unread::default();
        for name in T::OF_OTHER_FORM {
            unread.dropped += unknown.remove(*name).as_ref().map_or(0, values);
        }
        unread.recorded = unknown.values().map(values).sum();
        unread::count(unread);
        Self {
            nulls,
            unknown: T::Unknown::of(unknown),
        }
    }

    /// Whether a member is recorded as null.
    pub(crate) fn has_nulls(&self) -> bool {
        !self.nulls.is_empty()
    }

    /// The names of the members that are recorded as null.
    pub(crate) fn nulls(&self) -> Vec<&'static str> {
        if !self.has_nulls() {
            return Vec::new();
        }
        let members = T::NULLABLE.iter().enumerate();
        let recorded = members.filter(|(member, _)| self.nulls.contains(*member));
        recorded.map(|(_, name)| *name).collect()
    }

    /// Records a member as null.
    pub(crate) fn insert_null(&mut self, name: &str) {
        if let Some(member) = index_of(T::NULLABLE, name) {
            self.nulls.insert(member);
        }
    }

    /// Whether a member is recorded as null.
    pub(crate) fn contains_null(&self, name: &str) -> bool {
        index_of(T::NULLABLE, name).is_some_and(|member| self.nulls.contains(member))
    }

    /// The members without a field, if there are any.
    pub(crate) fn unknown(&self) -> Option<&Arc<Map<String, Value>>> {
        self.unknown.members()
    }

    /// The same as a map, which may be empty.
    pub(crate) fn unknown_members(&self) -> &Map<String, Value> {
        static NONE: LazyLock<Map<String, Value>> = LazyLock::new(Map::new);
        self.unknown().map_or(&NONE, |members| members)
    }

    /// Removes the members without a field.
    pub(crate) fn clear_unknown_members(&mut self) {
        self.unknown = T::Unknown::default();
    }
}

/// The number of values in a value, itself included.
fn values(value: &Value) -> usize {
    let inner = match value {
        Value::Array(elements) => elements.iter().map(values).sum(),
        Value::Object(members) => members.values().map(values).sum(),
        _ => 0,
    };
    1 + inner
}

/// The index of a member.
pub(crate) fn index_of(members: &[&str], name: &str) -> Option<usize> {
    members.iter().position(|member| *member == name)
}

// Derives of the struct ask for these.

impl<T: Recorded> Default for Record<T> {
    fn default() -> Self {
        Self {
            nulls: T::Nulls::NONE,
            unknown: T::Unknown::default(),
        }
    }
}

impl<T: Recorded> Clone for Record<T> {
    fn clone(&self) -> Self {
        Self {
            nulls: self.nulls,
            unknown: self.unknown.clone(),
        }
    }
}

impl<T: Recorded<Unknown = ()>> Copy for Record<T> {}

impl<T: Recorded> PartialEq for Record<T> {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

impl<T: Recorded> Eq for Record<T> {}

impl<T: Recorded> PartialOrd for Record<T> {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl<T: Recorded> Ord for Record<T> {
    fn cmp(&self, _: &Self) -> Ordering {
        Ordering::Equal
    }
}

impl<T: Recorded> Hash for Record<T> {
    fn hash<H: Hasher>(&self, _: &mut H) {}
}

/// The names of the members; the value of a member without a field may be a secret.
impl<T: Recorded> fmt::Debug for Record<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let nulls = self.nulls().into_iter();
        let unknown = self.unknown_members().keys();
        f.debug_map()
            .entries(nulls.map(|name| (name, format_args!("null"))))
            .entries(unknown.map(|name| (name, format_args!("_"))))
            .finish()
    }
}

/// Gives a struct a record of the members that are null: the field of the record, then for each member its field, its
/// name in JSON, and the names of its two methods, with the attributes of these in front. `written` says that the code that reads the struct is written out.
/// `words` is the number of words of 64 bits that have a bit for each member, if it is not one.
macro_rules! nulls {
    ($name:ident.$record:ident $(words $words:literal)? $(, $written:ident)? $(; $($members:tt)*)?) => {
        crate::support::record::recorded!(
            $name.$record [$($words)?] [$($written)?] (); []; $($($members)*)?
        );
    };
}

/// The same for a struct that also records members without a field, with the methods for these. The members behind
/// `except` are only in the other form of the struct.
macro_rules! record {
    (
        $name:ident.$record:ident $(words $words:literal)? $(except $($other:literal),+)?
        $(, $written:ident)? $(; $($members:tt)*)?
    ) => {
        crate::support::record::recorded!(
            $name.$record [$($words)?] [$($written)?] crate::support::record::UnknownMembers; [$($($other),+)?];
            $($($members)*)?
        );

        impl $name {
            /// The members without a field, as they were read: they are written back.
            #[must_use]
            pub fn unknown_members(&self) -> &serde_json::Map<String, serde_json::Value> {
                self.$record.unknown_members()
            }

            /// Removes the members without a field, so that they are not written.
            pub fn clear_unknown_members(&mut self) {
                self.$record.clear_unknown_members();
            }
        }
    };
}

/// The common part of both. A bare number of words and an absent list cost the compiler less than expressions.
macro_rules! recorded {
    ($name:ident.$record:ident [] $written:tt $unknown:ty; $others:tt;) => {
        crate::support::record::recorded!($name.$record [0] $written $unknown; $others;);
    };
    ($name:ident.$record:ident [] $written:tt $unknown:ty; $others:tt; $($members:tt)+) => {
        crate::support::record::recorded!($name.$record [1] $written $unknown; $others; $($members)+);
    };
    (
        $name:ident.$record:ident [$words:literal] $written:tt $unknown:ty; [$($($other:literal),+)?];
        $($(#[$attribute:meta])* $field:ident = $member:literal: $is_null:ident, $set_null:ident;)*
    ) => {
        impl crate::support::record::Recorded for $name {
            const NULLABLE: &'static [&'static str] = &[$($member),*];

            type Nulls = [u64; $words];

            type Unknown = $unknown;

            $(const OF_OTHER_FORM: &'static [&'static str] = &[$($other),+];)?
        }

        crate::support::record::derived!($written $name.$record $($field)*);

        impl $name {
            $(
                #[doc = concat!("Whether `", stringify!($field), "` is null in JSON; if it is `None` otherwise, it is absent.")]
                $(#[$attribute])*
                #[must_use]
                pub fn $is_null(&self) -> bool {
                    self.$field.is_none() && self.$record.contains_null($member)
                }

                #[doc = concat!("Makes `", stringify!($field), "` null in JSON: `None`, and not absent.")]
                $(#[$attribute])*
                pub fn $set_null(&mut self) {
                    self.$field = None;
                    self.$record.insert_null($member);
                }
            )*
        }
    };
}

/// The parts of a record that derived code needs. Written-out code notes each null as it reads it.
macro_rules! derived {
    ([written] $($rest:tt)*) => {};
    ([] $name:ident.$record:ident $($field:ident)*) => {
        impl crate::support::record::Derived for $name {
            fn record(
                &mut self,
                present: &Self::Nulls,
                unknown: serde_json::Map<String, serde_json::Value>,
            ) {
                let none = &[$(self.$field.is_none()),*];
                self.$record = crate::support::record::Record::of_present(present, none, unknown);
            }
        }
    };
}

pub(crate) use {derived, nulls, record, recorded};
