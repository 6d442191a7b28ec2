//! The definition of a type: its kind, its origin, its documentation.

use std::borrow::Cow;

use super::{
    Constant, Constraints, Docs, Extras, Replaced, Requested, SerdeCode, Slot, StringEnum, Struct,
    Type, TypeId, Union, UnknownMembers, ValueEnum,
};
use cratify_schema::SchemaLocation;
use cratify_schema::document::{Form, Usage};
use cratify_schema::graph::Conjunction;

/// One public type.
#[derive(Debug, Clone)]
pub struct TypeDef {
    /// The location of its schema.
    pub at: SchemaLocation,
    /// The schemas that hold for its values.
    pub schema: Conjunction,
    /// Whether the document names the type, or it is made for a part of another type.
    pub origin: Origin,
    /// Whether its schema is inline: written at the place of use, and nowhere else.
    pub in_place: bool,
    /// The name as the document spells it. An inline type has the name of its owner and the steps from there.
    pub wire_name: String,
    /// The Rust name that is requested.
    pub rename: Option<Requested>,
    /// The Rust names that it had before, and that shall still name it.
    pub formerly: Vec<Requested>,
    /// Derives and attributes beside the ones of its kind.
    pub extras: Extras,
    /// Whether it derives serde's traits.
    pub serde: SerdeCode,
    /// Whether it may change in any release.
    pub is_unstable: bool,
    /// Its documentation.
    pub docs: Docs,
    /// Its part in an operation, if it has one.
    pub usage: Option<Usage>,
    /// The form that is a part of its name.
    pub form: Option<Form>,
    /// The direction in which its values are sent, if requests and responses differ.
    pub direction: Option<Direction>,
    /// The kind of type, with its members.
    pub kind: TypeKind,
    /// The restrictions of its values that the kind does not express.
    pub constraints: Constraints,
    /// The part of its values that must not be shown.
    pub secrecy: Secrecy,
}

impl TypeDef {
    /// Its constraints; for a newtype, the constraints of the value in it as well.
    pub fn all_constraints(&self) -> Constraints {
        let mut constraints = self.constraints.clone();
        if let TypeKind::Newtype(slot) = &self.kind {
            constraints.extend(slot.constraints.clone());
        }
        constraints
    }

    /// Whether it, or a member or a variant of it, is deprecated.
    pub fn has_deprecated(&self) -> bool {
        self.docs.deprecated
            || match &self.kind {
                TypeKind::Struct(object) => object.fields.iter().any(|one| one.docs.deprecated),
                TypeKind::StringEnum(values) => values.values.iter().any(|one| one.docs.deprecated),
                TypeKind::ValueEnum(values) => values.values.iter().any(|one| one.docs.deprecated),
                TypeKind::Union(union) => union.variants.iter().any(|one| one.docs.deprecated),
                TypeKind::Constant(_)
                | TypeKind::Newtype(_)
                | TypeKind::Alias(_)
                | TypeKind::Extern(_)
                | TypeKind::Never => false,
            }
    }

    /// Whether serde's traits are derived for it, or written out: macros of the support code implement them for
    /// other types.
    pub fn has_serde_impls(&self) -> bool {
        !matches!(
            self.kind,
            TypeKind::StringEnum(_)
                | TypeKind::ValueEnum(_)
                | TypeKind::Constant(_)
                | TypeKind::Alias(_)
                | TypeKind::Extern(_)
        )
    }

    /// Its name as words, before it becomes a name in Rust: the name in the document, and the form.
    pub fn words(&self) -> Cow<'_, str> {
        match self.form {
            Some(form) => Cow::Owned(form.name(&self.wire_name)),
            None => Cow::Borrowed(&self.wire_name),
        }
    }

    /// The start of the names of inline types in it: the requested name, else its own.
    pub fn name_for_parts(&self) -> Cow<'_, str> {
        match &self.rename {
            Some(rename) => Cow::Borrowed(&rename.text),
            None => self.words(),
        }
    }

    /// The words for a branch of this type, which has the form of the union.
    pub fn name_of_branch(&self) -> &str {
        match (&self.rename, self.form) {
            (Some(rename), None) => &rename.text,
            (Some(rename), Some(form)) => form.strip(&rename.text),
            (None, _) => &self.wire_name,
        }
    }
}

/// The direction in which values of a type are sent, and what they do not have.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Direction {
    /// The direction.
    pub form: Form,
    /// The members that the type does not have for this reason, in the order of their names.
    pub without: Vec<String>,
}

/// The part of a value that neither `Debug` nor an error of reading may show.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Secrecy {
    /// Nothing.
    Open,
    /// A part of it.
    Part,
    /// The whole value: the schema has `format: password` or `x-sensitive`.
    Whole,
}

/// The origin of a type.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Origin {
    /// The document names it.
    Named,
    /// It is made for a part of this type, which the document names. Both are in one file.
    Inline(TypeId),
}

impl Origin {
    /// The named type in whose file the type with this id is.
    #[must_use]
    pub fn owner(self, id: TypeId) -> TypeId {
        match self {
            Self::Named => id,
            Self::Inline(owner) => owner,
        }
    }
}

/// The kind of a Rust type.
#[derive(Debug, Clone)]
pub enum TypeKind {
    /// An object with known members: a struct.
    Struct(Struct),
    /// A string `enum` or `const`: an enum of unit variants.
    StringEnum(StringEnum),
    /// An `enum` or `const` with other values than strings.
    ValueEnum(ValueEnum),
    /// The `const` of a member that always has it: a struct of which no program makes another value.
    Constant(Constant),
    /// `oneOf`, `anyOf` or several `type`s: an enum of newtype variants.
    Union(Union),
    /// Anything else that has a name: a newtype.
    Newtype(Slot),
    /// A name for another named type.
    Alias(TypeId),
    /// An extern type takes its place.
    Extern(Box<Replaced>),
    /// A schema without valid values: an enum without variants.
    Never,
}

impl TypeKind {
    /// Calls `found` for the type of each member, and for [every type in it](Type::visit). An alias has no
    /// members.
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
            Self::StringEnum(_)
            | Self::ValueEnum(_)
            | Self::Constant(_)
            | Self::Alias(_)
            | Self::Never => {}
        }
    }
}
