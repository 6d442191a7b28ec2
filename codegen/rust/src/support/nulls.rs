//! Null records: which optional members of a struct are null. Their fields are `None`, as those of absent members.
//!
//! A struct with optional members that may be null has a private field of type [`Nulls`], and derives with
//! `#[serde(crate = "crate::support::recorded_object")]`. Reading records each of these members that is present and
//! whose field is `None`. Writing writes null for each recorded member whose field is still `None`, so a value that was
//! set later takes precedence. No member of JSON stands for the record, so no input can set it by name.

use std::cmp::Ordering;
use std::collections::BTreeSet;
use std::fmt;
use std::hash::{Hash, Hasher};

/// A struct with a null record.
pub(crate) trait Record: Sized {
    /// The optional members that may be null, by their names in JSON, in the order of their fields.
    const MEMBERS: &'static [&'static str];

    /// A bit for each member.
    type Bits: Bits;

    /// Records the members that were present and whose fields are `None`.
    fn record(&mut self, present: &Self::Bits);
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

/// The null record of a `T`.
///
/// All records are equal: two values are equal if their fields are, and null and absent are both `None`.
pub(crate) struct Nulls<T: Record>(T::Bits);

impl<T: Record> Nulls<T> {
    /// Records the members that were present and whose fields are `None`.
    pub(crate) fn of(present: &T::Bits, none: &[bool]) -> Self {
        let mut nulls = Self::default();
        if !present.is_empty() {
            for (member, is_none) in none.iter().enumerate() {
                if *is_none && present.contains(member) {
                    nulls.0.insert(member);
                }
            }
        }
        nulls
    }

    /// The recorded members.
    pub(crate) fn bits(&self) -> &T::Bits {
        &self.0
    }

    /// Records a member.
    pub(crate) fn insert(&mut self, name: &str) {
        if let Some(member) = index_of(T::MEMBERS, name) {
            self.0.insert(member);
        }
    }

    /// Whether a member is recorded.
    pub(crate) fn contains(&self, name: &str) -> bool {
        index_of(T::MEMBERS, name).is_some_and(|member| self.0.contains(member))
    }
}

/// The index of a member.
pub(crate) fn index_of(members: &[&str], name: &str) -> Option<usize> {
    members.iter().position(|member| *member == name)
}

// Derives of the struct ask for these.

impl<T: Record> Default for Nulls<T> {
    fn default() -> Self {
        Self(T::Bits::NONE)
    }
}

impl<T: Record> Clone for Nulls<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T: Record> PartialEq for Nulls<T> {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

impl<T: Record> Copy for Nulls<T> {}

impl<T: Record> Eq for Nulls<T> {}

impl<T: Record> PartialOrd for Nulls<T> {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl<T: Record> Ord for Nulls<T> {
    fn cmp(&self, _: &Self) -> Ordering {
        Ordering::Equal
    }
}

impl<T: Record> Hash for Nulls<T> {
    fn hash<H: Hasher>(&self, _: &mut H) {}
}

impl<T: Record> fmt::Debug for Nulls<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let members = T::MEMBERS.iter().enumerate();
        let recorded = members.filter(|(member, _)| self.0.contains(*member));
        let recorded: BTreeSet<&str> = recorded.map(|(_, name)| *name).collect();
        recorded.fmt(f)
    }
}

/// Gives a struct its null record: the field of the record, then for each member its field, its name in JSON, and the
/// names of its two methods.
macro_rules! nulls {
    ($name:ident.$nulls:ident; $($field:ident = $member:literal: $is_null:ident, $set_null:ident;)+) => {
        impl crate::support::nulls::Record for $name {
            const MEMBERS: &'static [&'static str] = &[$($member),+];

            type Bits = [u64; <$name as crate::support::nulls::Record>::MEMBERS.len().div_ceil(64)];

            fn record(&mut self, present: &Self::Bits) {
                let none = [$(self.$field.is_none()),+];
                self.$nulls = crate::support::nulls::Nulls::of(present, &none);
            }
        }

        impl $name {
            $(
                #[doc = concat!("Whether `", stringify!($field), "` is null in JSON; if it is `None` otherwise, it is absent.")]
                #[must_use]
                pub fn $is_null(&self) -> bool {
                    self.$field.is_none() && self.$nulls.contains($member)
                }

                #[doc = concat!("Makes `", stringify!($field), "` null in JSON: `None`, and not absent.")]
                pub fn $set_null(&mut self) {
                    self.$field = None;
                    self.$nulls.insert($member);
                }
            )+
        }
    };
}

pub(crate) use nulls;
