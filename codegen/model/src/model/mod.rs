//! The crate to be written, in Rust's terms: type definitions, their members, their types.
//!
//! Nothing here is text of Rust or of JSON Schema. [`Constraints`] hold the restrictions that no Rust type expresses,
//! and refer to schemas by their ids. Each decision about the output is a variant of an enum of this module. `lower`
//! makes it once.

mod affixes;
mod assumed;
mod constraints;
mod constructor;
mod default_value;
mod definition;
mod docs;
mod extern_type;
mod integer;
mod layout;
mod map_type;
mod null;
mod request;
mod serde_code;
mod structs;
mod types;
mod union;
mod values;

pub use affixes::Affixes;
pub use assumed::{Applied, Assumed};
pub use constraints::{
    Applicator, Bound, Constraint, Constraints, Count, IntegerRange, ListApplicator, MapApplicator,
    whole,
};
pub use constructor::Constructor;
pub use default_value::{DefaultValue, default_variant, stating_default};
pub use definition::{Direction, Origin, Secrecy, TypeDef, TypeKind};
pub use docs::Docs;
pub use extern_type::{Codec, Extern, Mapped, Replaced};
pub use integer::Integer;
pub use layout::Layout;
pub use map_type::{Map, MapType};
pub use null::Null;
pub use request::{Extras, Requested};
pub use serde_code::SerdeCode;
pub use structs::{Field, Others, Presence, Struct, UnknownMembers};
pub use types::{Slot, Type};
pub use union::{Branching, Facts, Rest, Tag, Union, Variant};
pub use values::{Constant, ConstantValue, EnumValue, StringEnum, Unlisted, ValueEnum, ValueRepr};

use std::collections::HashMap;

use cratify_schema::SchemaLocation;
use cratify_schema::graph::Conjunction;
use cratify_schema::parse::SchemaId;
use cratify_schema::source::FileId;

/// Index of a [`TypeDef`] in its [`Model`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TypeId(pub u32);

/// All types of the crate.
#[derive(Debug, Clone, Default)]
pub struct Model {
    /// The definitions, in document order; a type comes before those made for its members.
    pub types: Vec<TypeDef>,
    /// The `type` that each schema without one is assumed to have.
    pub assumed: Assumed,
    /// Whether null is a value of each schema, in the order of the graph.
    pub nulls: Vec<Null>,
    /// The prefix and the suffix of all type names.
    pub affixes: Affixes,
    /// The names of the files that schemas are in; empty for the only root document.
    pub files: Vec<String>,
    /// The files that have modules of their own; `None` where all types are in the root of the crate.
    pub modules: Option<FileModules>,
    /// The source files of types.
    pub layout: Layout,
}

/// A public module for each file, except for the file of a single document.
#[derive(Debug, Clone)]
pub struct FileModules {
    /// The file whose types are in the root of the crate. Of several documents, none has a place of its own there.
    pub root: Option<FileId>,
    /// The names of the files, without their extensions.
    pub names: Vec<String>,
    /// The files that give schemas of other files their names, by the locations of these schemas.
    pub naming: HashMap<SchemaLocation, FileId>,
}

impl FileModules {
    /// The file whose module has the type of the named schema at a location.
    pub fn file_of(&self, at: &SchemaLocation) -> FileId {
        self.naming.get(at).copied().unwrap_or(at.file)
    }
}

impl Model {
    /// All definitions with their ids.
    pub fn iter(&self) -> impl Iterator<Item = (TypeId, &TypeDef)> {
        (0..).map(TypeId).zip(&self.types)
    }

    /// Whether an enum or a union is closed: it refuses unknown values.
    pub fn has_closed(&self) -> bool {
        self.types.iter().any(|def| match &def.kind {
            TypeKind::StringEnum(values) => values.unlisted == Unlisted::Refused,
            TypeKind::ValueEnum(values) => values.unlisted == Unlisted::Refused,
            TypeKind::Constant(constant) => constant.is_closed,
            TypeKind::Union(union) => matches!(union.rest, Rest::Refused),
            _ => false,
        })
    }

    /// Whether a member may be absent and is a constant, which knows whether it was. Values of other types do not know, so
    /// such a member is always written.
    pub fn is_optional_constant(&self, field: &Field) -> bool {
        match (field.presence, &field.slot.ty) {
            (Presence::Defaulted, Type::Named(id)) => {
                matches!(self[*id].kind, TypeKind::Constant(_))
            }
            _ => false,
        }
    }

    /// The type that an alias stands for in the end.
    pub fn resolve_alias(&self, mut id: TypeId) -> TypeId {
        // Reference cycles were reported; the bound keeps even a broken model finite.
        for _ in 0..self.types.len() {
            match self[id].kind {
                TypeKind::Alias(target) => id = target,
                _ => break,
            }
        }
        id
    }

    /// Whether values of the type are read as those of an `Option`, which may be behind names.
    pub fn is_option<'m>(&'m self, mut ty: &'m Type) -> bool {
        // A newtype of itself is boxed and has no end: the bound is for that.
        for _ in 0..=self.types.len() {
            match ty {
                Type::Option(_) => return true,
                Type::Named(id) => match &self[self.resolve_alias(*id)].kind {
                    TypeKind::Newtype(slot) => ty = &slot.ty,
                    _ => return false,
                },
                _ => return false,
            }
        }
        false
    }

    /// Whether a type derives serde's traits.
    pub fn derives_serde(&self) -> bool {
        let mut types = self.own_types().filter(|(_, def)| def.has_serde_impls());
        types.any(|(_, def)| def.serde == SerdeCode::Derive)
    }

    /// The type of a schema by itself, whatever leads to it.
    pub fn type_of(&self, schema: SchemaId) -> Option<TypeId> {
        let whole = Conjunction::whole(schema);
        let mut types = self.own_types();
        types.find(|(_, def)| def.schema == whole).map(|(id, _)| id)
    }

    /// The definitions of the crate's own types. A schema that an extern type replaces has none.
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
