//! The crate to be written, in Rust's terms: type definitions, their members, their types.
//!
//! Nothing here is text of Rust, and nothing here is text of JSON Schema: what no Rust type expresses is in
//! [`Constraints`], which refer to schemas by their ids. Each decision about the output is a variant of an enum
//! of this module, made once in `lower`.

mod affixes;
mod assumed;
mod constraints;
mod docs;
mod extern_type;
mod map_type;
mod request;
mod union;
mod values;

pub use affixes::Affixes;
pub use assumed::{Applied, Assumed};
pub use constraints::{
    Applicator, Bound, Constraint, Constraints, Count, ListApplicator, MapApplicator,
};
pub use docs::Docs;
pub use extern_type::{Codec, Extern, Mapped, Replaced};
pub use map_type::MapType;
pub use request::{Extras, Requested};
pub use union::{Branching, Facts, Rest, Tag, Union, Variant};
pub use values::{EnumValue, StringEnum, Unlisted, ValueEnum, ValueRepr};

use cratify_schema::SchemaLocation;
use cratify_schema::document::Usage;
use cratify_schema::graph::Conjunction;
use cratify_schema::source::{FileId, Value};

/// Index of a [`TypeDef`] in its [`Model`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TypeId(pub u32);

/// All types of the crate.
#[derive(Debug, Clone, Default)]
pub struct Model {
    /// The definitions, in document order; a type comes before those made for its members.
    pub types: Vec<TypeDef>,
    /// The types that schemas without `type` are taken to mean.
    pub assumed: Assumed,
    /// What the names of types begin and end with.
    pub affixes: Affixes,
    /// The files that have modules of their own; `None` where all types are in the root of the crate.
    pub modules: Option<FileModules>,
}

/// A public module for each file but one.
#[derive(Debug, Clone)]
pub struct FileModules {
    /// The file whose types are in the root of the crate.
    pub root: FileId,
    /// What the files are called, without what says their format.
    pub names: Vec<String>,
}

impl Model {
    /// All definitions with their ids.
    pub fn iter(&self) -> impl Iterator<Item = (TypeId, &TypeDef)> {
        (0..).map(TypeId).zip(&self.types)
    }

    /// Whether an enum or a union refuses what it does not know.
    pub fn has_closed(&self) -> bool {
        self.types.iter().any(|def| match &def.kind {
            TypeKind::StringEnum(values) => values.unlisted == Unlisted::Refused,
            TypeKind::ValueEnum(values) => values.unlisted == Unlisted::Refused,
            TypeKind::Union(union) => matches!(union.rest, Rest::Refused),
            _ => false,
        })
    }
}

impl Model {
    /// The definitions of types that are the crate's own: those without one of another crate.
    pub fn own_types(&self) -> impl Iterator<Item = (TypeId, &TypeDef)> {
        let types = self.iter();
        types.filter(|(_, def)| !matches!(def.kind, TypeKind::Extern(_)))
    }
}

impl std::ops::Index<TypeId> for Model {
    type Output = TypeDef;

    fn index(&self, id: TypeId) -> &TypeDef {
        &self.types[id.0 as usize]
    }
}

/// One public type.
#[derive(Debug, Clone)]
pub struct TypeDef {
    /// Where its schema stands.
    pub at: SchemaLocation,
    /// The schemas that hold for its values.
    pub schema: Conjunction,
    /// Whether the document names the type, or a member of another type needs it.
    pub origin: Origin,
    /// Whether its schema stands where the type is used, and nowhere else.
    pub in_place: bool,
    /// The name as the document spells it; for an inline type, that of its owner and the way from
    /// there.
    pub wire_name: String,
    /// The Rust name that is requested.
    pub rename: Option<Requested>,
    /// Derives and attributes beside those of its kind.
    pub extras: Extras,
    /// What its schema says for people.
    pub docs: Docs,
    /// What it is for, if an operation has it.
    pub usage: Option<Usage>,
    /// What it is.
    pub kind: TypeKind,
    /// What restricts its values beside their shape.
    pub constraints: Constraints,
    /// What of its values must not be shown.
    pub secrecy: Secrecy,
}

impl TypeDef {
    /// What restricts its values; for a newtype, what restricts the value in it as well.
    pub fn all_constraints(&self) -> Constraints {
        let mut constraints = self.constraints.clone();
        if let TypeKind::Newtype(slot) = &self.kind {
            constraints.extend(slot.constraints.clone());
        }
        constraints
    }

    /// The name that types for parts of it start with: the requested one, if there is one.
    pub fn name_for_parts(&self) -> &str {
        match &self.rename {
            Some(rename) => &rename.text,
            None => &self.wire_name,
        }
    }
}

/// What of the values of a type must not be shown: by `Debug`, or by the error of reading them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Secrecy {
    /// Nothing.
    Open,
    /// Something in them.
    Part,
    /// All of it: the schema is `format: password` or `x-sensitive`.
    Whole,
}

/// Who asked for a type.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Origin {
    /// The document, by a name.
    Named,
    /// A member of this type, which the document does name; both go to the same file.
    Inline(TypeId),
}

/// What a type is in Rust.
#[derive(Debug, Clone)]
pub enum TypeKind {
    /// An object with known members: a struct.
    Struct(Struct),
    /// A string `enum` or `const`: an enum of unit variants.
    StringEnum(StringEnum),
    /// An `enum` or `const` with other values than strings.
    ValueEnum(ValueEnum),
    /// `oneOf`, `anyOf` or several `type`s: an enum of newtype variants.
    Union(Union),
    /// Anything else that has a name: a newtype.
    Newtype(Slot),
    /// A name for another named type.
    Alias(TypeId),
    /// No type of this crate: one of another crate takes its place.
    Extern(Box<Replaced>),
    /// `false` and what is like it: an enum without variants.
    Never,
}

impl TypeKind {
    /// Shows the types of all that is in a definition, each with [what is in it](Type::visit). The one that
    /// an alias names is none of them.
    pub fn visit_types<'t>(&'t self, found: &mut impl FnMut(&'t Type)) {
        match self {
            Self::Struct(object) => {
                for field in &object.fields {
                    field.slot.ty.visit(found);
                }
                if let UnknownMembers::Kept(_, slot) = &object.unknown {
                    slot.ty.visit(found);
                }
            }
            Self::Union(union) => {
                for variant in &union.variants {
                    variant.slot.ty.visit(found);
                }
            }
            Self::Newtype(slot) => slot.ty.visit(found),
            Self::Extern(replaced) => {
                for slot in &replaced.parameters {
                    slot.ty.visit(found);
                }
            }
            Self::StringEnum(_) | Self::ValueEnum(_) | Self::Alias(_) | Self::Never => {}
        }
    }
}

/// An object with known members.
#[derive(Debug, Clone)]
pub struct Struct {
    /// The members, in document order.
    pub fields: Vec<Field>,
    /// What becomes of members that are not among them.
    pub unknown: UnknownMembers,
    /// Whether the schema allows others.
    pub others: Others,
}

/// What a schema says of the members that it does not name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Others {
    /// There may be some.
    Allowed,
    /// There are none.
    Forbidden,
    /// They are described.
    Described,
}

/// What becomes of a member that a struct has no field for.
#[derive(Debug, Clone)]
#[expect(
    clippy::large_enum_variant,
    reason = "there is one in each struct: no list of them is ever long"
)]
pub enum UnknownMembers {
    /// Decoding drops it.
    Dropped,
    /// Decoding fails.
    Refused,
    /// It is kept in a map of such values.
    Kept(MapType, Slot),
}

/// A member of an object.
#[derive(Debug, Clone)]
pub struct Field {
    /// Its name in JSON.
    pub wire_name: String,
    /// Whether it is described under a condition alone: the schema itself has no such member.
    pub under_condition: bool,
    /// The Rust name that is requested.
    pub rename: Option<Requested>,
    /// Attributes that are asked for.
    pub attributes: Vec<String>,
    /// Its type, without the `Option` of a member that may be absent.
    pub slot: Slot,
    /// Whether it may be absent.
    pub presence: Presence,
    /// What its schema says for people.
    pub docs: Docs,
}

/// Whether a member may be absent. Whether it may be null is a matter of its type.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Presence {
    /// It must be there.
    Required,
    /// It must be there, and only one value is known for it: `new` fills it in.
    Fixed,
    /// It may be absent, and is then taken to be its only known value.
    Defaulted,
    /// It may be absent. If it may be null as well, that is the same.
    Optional,
    /// It may be absent or null, and these are two things.
    NullOrAbsent,
}

impl Presence {
    /// Whether the field is `None` where the member is absent.
    pub const fn is_optional(self) -> bool {
        matches!(self, Self::Optional | Self::NullOrAbsent)
    }
}

/// The place of a value.
#[derive(Debug, Clone, PartialEq)]
pub struct Slot {
    /// The type.
    pub ty: Type,
    /// What the type does not express.
    pub constraints: Constraints,
    /// For an element of an array or a map: what its schema says for people. A field has its own.
    pub docs: Docs,
    /// Whether the value must not be shown, though its type would show it.
    pub secret: bool,
}

impl Slot {
    /// A slot without constraints.
    pub fn of(ty: Type) -> Self {
        Self::new(ty, Constraints::default())
    }

    /// Whether a value in it must not be shown, at any depth of its containers.
    pub fn has_secret(&self) -> bool {
        self.secret
            || match self.ty.non_null() {
                Type::List(slot) | Type::Map(_, slot) => slot.has_secret(),
                Type::Tuple(slots) => slots.iter().any(Self::has_secret),
                _ => false,
            }
    }

    /// What it is in JSON: types that a `format` became are what they would be otherwise.
    #[must_use]
    pub fn as_json(&self) -> Self {
        Self {
            ty: self.ty.as_json(),
            ..self.clone()
        }
    }

    /// A slot with constraints.
    pub fn new(ty: Type, constraints: Constraints) -> Self {
        Self {
            ty,
            constraints,
            docs: Docs::default(),
            secret: false,
        }
    }
}

/// A Rust type at the place where it is used.
#[derive(Debug, Clone, PartialEq)]
pub enum Type {
    /// Any JSON value: `serde_json::Value`.
    Any,
    /// An object without known members: `serde_json::Map<String, Value>`.
    Object,
    /// `null` alone: `()`.
    Null,
    /// `bool`.
    Bool,
    /// A whole number.
    Integer(Integer),
    /// `f64`.
    Float,
    /// A number whose spelling matters, whole or not: `serde_json::Number`.
    Number,
    /// `String`.
    String,
    /// An array of any length: `Vec`.
    List(Box<Slot>),
    /// An array of just these elements: a tuple.
    Tuple(Vec<Slot>),
    /// An object with equal members: a map.
    Map(MapType, Box<Slot>),
    /// A value or null: `Option`.
    Option(Box<Type>),
    /// A string or a number that has a type of another crate.
    Mapped(Box<Mapped>),
    /// A type of this crate, or one that takes the place of such a type.
    Named(TypeId),
}

impl Type {
    /// The type, or null.
    #[must_use]
    pub fn or_null(self) -> Self {
        match self {
            Self::Any | Self::Option(_) | Self::Null => self,
            other => Self::Option(Box::new(other)),
        }
    }

    /// Calls `found` for the type and for every type in it.
    pub fn visit<'t>(&'t self, found: &mut impl FnMut(&'t Self)) {
        found(self);
        match self {
            Self::List(slot) | Self::Map(_, slot) => slot.ty.visit(found),
            Self::Tuple(slots) => slots.iter().for_each(|slot| slot.ty.visit(found)),
            Self::Option(inner) => inner.visit(found),
            _ => {}
        }
    }

    /// What it is in JSON: see [`Slot::as_json`].
    #[must_use]
    pub fn as_json(&self) -> Self {
        match self {
            Self::Mapped(mapped) => mapped.wire.clone(),
            Self::List(slot) => Self::List(Box::new(slot.as_json())),
            Self::Map(map, slot) => Self::Map(*map, Box::new(slot.as_json())),
            Self::Tuple(slots) => Self::Tuple(slots.iter().map(Slot::as_json).collect()),
            Self::Option(inner) => Self::Option(Box::new(inner.as_json())),
            other => other.clone(),
        }
    }

    /// The type without the `Option` that stands for null.
    pub fn non_null(&self) -> &Self {
        match self {
            Self::Option(inner) => inner,
            other => other,
        }
    }
}

/// The width of a whole number, from `format` and bounds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Integer {
    /// `i8`.
    I8,
    /// `i16`.
    I16,
    /// `i32`.
    I32,
    /// `i64`: where nothing else is said.
    I64,
    /// `u8`.
    U8,
    /// `u16`.
    U16,
    /// `u32`.
    U32,
    /// `u64`.
    U64,
}

impl Integer {
    /// Rust's name of the type.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::I8 => "i8",
            Self::I16 => "i16",
            Self::I32 => "i32",
            Self::I64 => "i64",
            Self::U8 => "u8",
            Self::U16 => "u16",
            Self::U32 => "u32",
            Self::U64 => "u64",
        }
    }

    /// Whether the type holds a number.
    pub fn holds(self, value: &Value) -> bool {
        let (signed, unsigned) = (value.as_i64(), value.as_u64());
        match self {
            Self::I8 => signed.is_some_and(|number| i8::try_from(number).is_ok()),
            Self::I16 => signed.is_some_and(|number| i16::try_from(number).is_ok()),
            Self::I32 => signed.is_some_and(|number| i32::try_from(number).is_ok()),
            Self::I64 => signed.is_some(),
            Self::U8 => unsigned.is_some_and(|number| u8::try_from(number).is_ok()),
            Self::U16 => unsigned.is_some_and(|number| u16::try_from(number).is_ok()),
            Self::U32 => unsigned.is_some_and(|number| u32::try_from(number).is_ok()),
            Self::U64 => unsigned.is_some(),
        }
    }

    /// Whether the type has no negative values.
    pub const fn is_unsigned(self) -> bool {
        matches!(self, Self::U8 | Self::U16 | Self::U32 | Self::U64)
    }
}
