//! Collects all choices: decided for one schema, or made by one place.

use super::choice::{
    BoxedBranches, Choice, Forms, Inheritance, InlineTypes, MapKeys, NullMembers, UnknownBranches,
    UnknownMembers, UnknownValues, Unresolved, Unstable, Untyped,
};
use super::extension::DocumentSetting;
use super::place::PlaceSettings;
use crate::model::{MapType, SerdeCode};

/// Of the documentation of a choice, what it decides; then follow the words, which documents have.
fn first_sentence(docs: &str) -> String {
    let (first, _) = docs.split_once(". ").unwrap_or((docs, ""));
    let words: Vec<&str> = first.split_whitespace().collect();
    format!("{}.", words.join(" ").trim_end_matches('.'))
}

/// Declares the settings that are a [`Choice`]: `x-cratify` has a key for each, and [`PlaceSettings`] a
/// method.
macro_rules! choices {
    ($($(#[doc = $doc:literal])+ $field:ident: $ty:ident = $key:literal;)+) => {
        /// The choices for a schema.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
        pub struct Choices {
            $($(#[doc = $doc])+ pub $field: $ty,)+
        }

        /// The choices that one place makes; `None` where it makes none.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
        pub struct Overrides {
            $($(#[doc = $doc])+ pub $field: Option<$ty>,)+
        }

        impl Overrides {
            /// The names of the choices in a document.
            pub const KEYS: &'static [&'static str] = &[$($key),+];

            /// The documentation of each choice, in the order of `KEYS`.
            const DOCS: &'static [&'static str] = &[$(concat!($($doc),+)),+];

            /// The choices as documents have them.
            pub(super) fn table() -> Vec<DocumentSetting> {
                let rows = Self::KEYS.iter().zip(Self::DOCS);
                let rows = rows.map(|(key, docs)| DocumentSetting {
                    key,
                    words: Self::default().choose(key, None).err().unwrap_or_default(),
                    is_list: false,
                    description: first_sentence(docs),
                });
                rows.collect()
            }

            /// These choices, and the choices of another place where these make none.
            #[must_use]
            pub fn or(self, other: Self) -> Self {
                Self {
                    $($field: self.$field.or(other.$field),)+
                }
            }

            /// These choices, and the global ones where these make none.
            pub fn over(self, all: Choices) -> Choices {
                Choices {
                    $($field: self.$field.unwrap_or(all.$field),)+
                }
            }

            /// The choices of `all` that no place makes in another way.
            pub fn agreed<'p>(all: Choices, places: impl Iterator<Item = &'p Self>) -> Self {
                let mut agreed = Self {
                    $($field: Some(all.$field),)+
                };
                for place in places {
                    $(if place.$field.is_some_and(|choice| choice != all.$field) {
                        agreed.$field = None;
                    })+
                }
                agreed
            }

            /// Makes a choice as a document spells it; `Err` has the words that there are, none for
            /// an unknown key.
            ///
            /// # Errors
            ///
            /// The words that the key takes; none for an unknown key.
            pub fn choose(&mut self, key: &str, word: Option<&str>) -> Result<(), Vec<&'static str>> {
                match key {
                    $($key => {
                        self.$field = Some(parse(word)?);
                    })+
                    _ => return Err(Vec::new()),
                }
                Ok(())
            }
        }

        impl PlaceSettings {
            $(
                $(#[doc = $doc])+
                pub fn $field(mut self, choice: $ty) -> Self {
                    self.choices.$field = Some(choice);
                    self
                }
            )+
        }
    };
}

/// Hands all choices to a macro: the documentation, the name, the type and the key in a document of
/// each. It is the one list of them.
#[macro_export]
macro_rules! with_choices {
    ($callback:ident) => {
        $callback! {
            /// The treatment of a member that a struct has no field for. In a document:
            /// `unknown-members: recorded`, `drop`, `keep` or `refuse`.
            unknown_members: UnknownMembers = "unknown-members";
            /// The treatment of a value that an enum does not list. In a document: `unknown-values: keep` or
            /// `refuse`, or `x-speakeasy-unknown-values: allow` or `disallow`.
            unknown_values: UnknownValues = "unknown-values";
            /// The treatment of a value that is of no branch of a union. In a document:
            /// `unknown-branches: keep` or `refuse`, or `x-speakeasy-unknown-values: allow` or `disallow`.
            unknown_branches: UnknownBranches = "unknown-branches";
            /// Whether null is told apart from absent in an optional member. In a document:
            /// `null-members: recorded`, `absent` or `distinct`.
            null_members: NullMembers = "null-members";
            /// Whether a schema without `type` may be taken to mean an object or an array. In a document:
            /// `untyped: assume` or `literal`.
            untyped: Untyped = "untyped";
            /// Whether a schema with a `discriminator` stands for the schemas that extend it by `allOf` as well. In a
            /// document: `inheritance: union` or `struct`.
            inheritance: Inheritance = "inheritance";
            /// The type of maps. In a document: `map-type: btree-map`, `hash-map` or `index-map`.
            map_type: MapType = "map-type";
            /// The type of the keys of a map whose `propertyNames` lists them. In a document: `map-keys: string` or `enum`.
            map_keys: MapKeys = "map-keys";
            /// The types of inline schemas that say the same, in one named schema. In a document: `inline-types: separate` or
            /// `shared`.
            inline_types: InlineTypes = "inline-types";
            /// The branches of a union that are behind a `Box`. In a document: `boxed-branches: recursive` or `all`.
            boxed_branches: BoxedBranches = "boxed-branches";
            /// Whether serde's traits are derived or written out. In a document: `serde: derive` or `written`.
            serde: SerdeCode = "serde";
            /// Whether requests and responses have types of their own. In a document: `forms: single` or `split`.
            forms: Forms = "forms";
            /// Whether types may change in any release. In a document: `unstable: true` or `false`.
            unstable: Unstable = "unstable";
            /// The treatment of a reference without a target. In a document: `unresolved: error` or `any`.
            unresolved: Unresolved = "unresolved";
        }
    };
}

with_choices!(choices);

fn parse<T: Choice>(word: Option<&str>) -> Result<T, Vec<&'static str>> {
    let found = T::WORDS.iter().find(|(known, _)| Some(*known) == word);
    match found {
        Some((_, choice)) => Ok(*choice),
        None => Err(T::WORDS.iter().map(|(known, _)| *known).collect()),
    }
}
