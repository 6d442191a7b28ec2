//! The choices: an enum for each decision that a schema leaves open.

use crate::model::{MapType, SerdeCode};

/// A decision with a word for each of its outcomes, for documents to use.
pub(super) trait Choice: Copy + 'static {
    /// The words, the default first.
    const WORDS: &'static [(&'static str, Self)];
}

/// Declares choices, so that variants and words stand together. The first variant is the default.
macro_rules! choice {
    ($($(#[$meta:meta])* $name:ident {
        $(#[$first_meta:meta])* $first:ident = $first_word:literal,
        $($(#[$other_meta:meta])* $other:ident = $other_word:literal,)+
    })+) => {$(
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
        #[non_exhaustive]
        pub enum $name {
            $(#[$first_meta])*
            #[default]
            $first,
            $($(#[$other_meta])* $other,)+
        }

        impl Choice for $name {
            const WORDS: &'static [(&'static str, Self)] =
                &[($first_word, Self::$first), $(($other_word, Self::$other)),+];
        }
    )+};
}

pub(super) use choice;

choice! {
    /// The treatment of a member that a struct has no field for.
    ///
    /// Members that the schema describes by `additionalProperties` or `patternProperties` are always
    /// kept.
    UnknownMembers {
        /// A private record in the struct keeps it, and it is written back behind all other members:
        ///
        /// ```
        /// # use serde_json::{Map, Value};
        /// # #[derive(serde::Deserialize)]
        /// # pub struct Order { #[serde(flatten)] record: Map<String, Value> }
        /// # impl Order {
        /// #     pub fn unknown_members(&self) -> &Map<String, Value> { &self.record }
        /// #     pub fn clear_unknown_members(&mut self) { self.record.clear() }
        /// # }
        /// # let text = r#"{ "colour": "blue" }"#;
        /// let mut order: Order = serde_json::from_str(text)?;
        /// assert_eq!(order.unknown_members()["colour"], "blue");
        /// order.clear_unknown_members();
        /// # Ok::<(), serde_json::Error>(())
        /// ```
        ///
        /// The record has the size of a pointer, and takes no part in comparisons. Where the schema does not allow other
        /// members, strict reading reports it.
        Recorded = "recorded",
        /// Reading drops it.
        Drop = "drop",
        /// The struct keeps it in a field, and writes it back:
        ///
        /// ```
        /// # use std::collections::BTreeMap;
        /// # #[derive(serde::Serialize, serde::Deserialize)]
        /// # pub struct Order {
        /// /// The members that the schema does not name.
        /// #[serde(flatten)]
        /// pub additional_properties: BTreeMap<String, serde_json::Value>,
        /// # }
        /// ```
        ///
        /// Where the schema does not allow other members, strict reading reports it.
        Keep = "keep",
        /// Reading fails, even where the schema allows other members:
        /// `#[serde(deny_unknown_fields)]`.
        Refuse = "refuse",
    }

    /// The treatment of a value that an enum does not list.
    ///
    /// Where the schema itself accepts other values (`anyOf` of an `enum` and a string, a string with
    /// `x-extensible-enum`), they are always kept.
    UnknownValues {
        /// The enum keeps it, and writes it back:
        ///
        /// ```
        /// #[non_exhaustive]
        /// pub enum OrderStatus {
        ///     Open,
        ///     Closed,
        ///     /// A value that the schema did not list when this crate was made.
        ///     Unknown(String),
        /// }
        /// ```
        Keep = "keep",
        /// Reading fails, and says which values there are. The enum is closed: without
        /// `#[non_exhaustive]`, so that a `match` can name all its values, and `Copy`. Another value in
        /// the schema is then a breaking change of the crate.
        ///
        /// ```
        /// #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        /// pub enum OrderStatus {
        ///     Open,
        ///     Closed,
        /// }
        /// ```
        ///
        /// It has `TryFrom` and `FromStr` with the error `UnknownValue`, in place of `From`.
        Refuse = "refuse",
    }

    /// The treatment of a value that is of no branch of a union (`oneOf`, `anyOf`, several types).
    UnknownBranches {
        /// The union keeps it, and writes it back:
        ///
        /// ```
        /// # pub struct Cat;
        /// # pub struct Dog;
        /// #[non_exhaustive]
        /// pub enum Pet {
        ///     Cat(Cat),
        ///     Dog(Dog),
        ///     /// A value of a branch that the schema did not have when this crate was made.
        ///     Unknown(serde_json::Value),
        /// }
        /// ```
        Keep = "keep",
        /// Reading fails, and says why the most likely branch was none. The enum is closed, as one of
        /// [values](UnknownValues::Refuse) is.
        Refuse = "refuse",
    }

    /// How an optional member that may be null is read.
    NullMembers {
        /// `Option<T>`, where null and absent are `None`, and a record in the struct of the members that are null. Null and
        /// absent come back as they were:
        ///
        /// ```
        /// # #[derive(Default)]
        /// # pub struct Order { pub note: Option<String>, null: bool }
        /// # impl Order {
        /// #     pub fn set_null_note(&mut self) { (self.note, self.null) = (None, true) }
        /// #     pub fn is_null_note(&self) -> bool { self.null && self.note.is_none() }
        /// # }
        /// let mut order = Order::default();
        /// order.set_null_note();
        /// assert!(order.note.is_none() && order.is_null_note());
        /// ```
        ///
        /// The record has a bit for each of these members, and takes no part in comparisons. A field that is set later takes
        /// precedence.
        Recorded = "recorded",
        /// `Option<T>`, where null and absent are one: both are left out in writing.
        Absent = "absent",
        /// `Option<Option<T>>`. Null and absent are two things, and come back as they were:
        ///
        /// ```
        /// # #[derive(serde::Serialize, serde::Deserialize)]
        /// # pub struct Order {
        /// /// Absent is `None`, null is `Some(None)`.
        /// #[serde(default, skip_serializing_if = "Option::is_none")]
        /// pub note: Option<Option<String>>,
        /// # }
        /// ```
        Distinct = "distinct",
    }

    /// The treatment of a schema that says no `type` and has keywords of objects or of arrays.
    ///
    /// In JSON Schema such keywords restrict objects (arrays) alone, and all other values stay valid. The
    /// authors of API descriptions mean an object.
    Untyped {
        /// The type is assumed: `properties` mean an object, `items` an array.
        Assume = "assume",
        /// The schema is taken at its word: values of every other JSON type are accepted and kept.
        Literal = "literal",
    }

    /// The type of a schema with a `discriminator` that other schemas extend by `allOf`.
    ///
    /// OpenAPI means that a value of the schema may be one of any schema that extends it, and that the
    /// discriminator says which.
    Inheritance {
        /// For all of them: an enum with a variant for the schema itself and for each that extends it.
        ///
        /// ```
        /// # pub struct AnimalBase;
        /// # pub struct Bird;
        /// #[non_exhaustive]
        /// pub enum Animal {
        ///     Animal(AnimalBase),
        ///     Bird(Bird),
        ///     /// Any other value that the schema accepts.
        ///     Unknown(serde_json::Value),
        /// }
        /// ```
        Union = "union",
        /// For itself alone: a struct, which reads no more than its own members.
        Struct = "struct",
    }

    /// The type of the keys of a map whose `propertyNames` lists them.
    MapKeys {
        /// `String`.
        String = "string",
        /// The enum of the listed names. An open one keeps other names:
        ///
        /// ```
        /// # use std::collections::BTreeMap;
        /// # #[derive(PartialEq, Eq, PartialOrd, Ord)]
        /// # #[non_exhaustive]
        /// # pub enum Currency {
        /// #     Eur,
        /// #     Unknown(String),
        /// # }
        /// # pub struct Account {
        /// /// `propertyNames: { $ref: "#/components/schemas/Currency" }`
        /// pub balances: BTreeMap<Currency, i64>,
        /// # }
        /// ```
        Enum = "enum",
    }

    /// The types of inline schemas that say the same, in one named schema.
    ///
    /// ```yaml
    /// Filter:
    ///   properties:
    ///     must: { enum: [all, any] }
    ///     should: { enum: [all, any] }
    /// ```
    InlineTypes {
        /// Each has a type of its own, `FilterMust` and `FilterShould`: a value that is added to one of them later changes no
        /// type of the other.
        Separate = "separate",
        /// They have one type, called after the first of the members in the alphabet: `FilterMust`. If one of them changes
        /// later, that is a breaking change of the crate.
        Shared = "shared",
    }

    /// The branches of a union that are behind a `Box`.
    BoxedBranches {
        /// The branches that lead back to the union: without a `Box`, it would have no size. Sizes decide nothing, so a new
        /// member of a branch does not change how the union is written.
        Recursive = "recursive",
        /// All that have a type with a name. A union of large branches takes as little memory as a pointer:
        ///
        /// ```
        /// # pub struct Card;
        /// # pub struct Transfer;
        /// #[non_exhaustive]
        /// pub enum Payment {
        ///     Card(Box<Card>),
        ///     Transfer(Box<Transfer>),
        ///     Unknown(serde_json::Value),
        /// }
        /// ```
        All = "all",
    }

    /// Whether requests and responses have types of their own.
    ///
    /// A `readOnly` member is sent in responses alone, a `writeOnly` member in requests alone.
    Forms {
        /// One type has all members.
        Single = "single",
        /// Where they differ, there are two types: the type of responses has the name of the schema, the type of requests
        /// ends in `Request`.
        ///
        /// ```
        /// /// An order, as the server sends it.
        /// pub struct Order {
        ///     pub id: String,
        ///     pub note: Option<String>,
        /// }
        ///
        /// /// An order, as it is sent to the server: `id` is `readOnly`.
        /// pub struct OrderRequest {
        ///     pub note: Option<String>,
        /// }
        /// ```
        ///
        /// A schema that leads to such a schema differs as well. A schema that does not differ is one type.
        Split = "split",
    }

    /// Whether types may change in any release.
    ///
    /// A comparison of versions leaves out what happens to types that were unstable. Their documentation says so.
    Unstable {
        /// They keep what they promise, up to the next major version.
        False = "false",
        /// They promise nothing.
        True = "true",
    }

    /// The treatment of a reference without a target, or of one that leads back to its own schema.
    ///
    /// The target may be a location that does not exist, a file that is missing, unreadable or in a folder that is
    /// not allowed, a URL, or an unknown anchor.
    Unresolved {
        /// It is an error: nothing is generated.
        Error = "error",
        /// It stands for any value, with a warning. Use this for a document that is not yours to correct.
        Any = "any",
    }
}

impl Choice for MapType {
    const WORDS: &'static [(&'static str, Self)] = &[
        ("btree-map", Self::BTreeMap),
        ("hash-map", Self::HashMap),
        ("index-map", Self::IndexMap),
    ];
}

impl Choice for SerdeCode {
    const WORDS: &'static [(&'static str, Self)] =
        &[("derive", Self::Derive), ("written", Self::Written)];
}
