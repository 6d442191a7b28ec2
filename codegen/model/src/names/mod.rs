//! Words to identifiers: the only place where an identifier is decided. `document` and `lower` decide the words.
//!
//! A name depends on its own spelling and on the names it clashes with, never on the order of others: in each scope the
//! names that come out right by themselves are given first, then the names that have to give way, in the order of their
//! spelling. Released types and members keep their names: only a request comes before it.
//!
//! | module | names |
//! |---|---|
//! | `types` | types |
//! | `members` | fields, and the values of enums |
//! | `methods` | the methods that stand for a member or a variant |
//! | `variants` | the variants of unions |
//! | `record` | what the record of a struct adds to it |
//! | `schemas` | types in JSON Schemas |
//! | `definitions` | what published schemas refer to |
//! | `space` | modules and files |
//! | `codecs` | what reads and writes extern types |
//! | `former`, `former_members` | types and members, by names that they had before |
//! | `clashes` | (reports types with other names than they asked for) |
//! | `explicit` | (checks names that the builder or the document requests) |
//! | `released` | (finds what the last release has named) |
//! | `scope` | (gives each name of a scope once) |

mod clashes;
mod codecs;
mod definitions;
mod explicit;
mod former;
mod former_members;
mod members;
mod methods;
mod record;
mod released;
mod schemas;
mod scope;
mod space;
mod types;
mod variants;

use std::collections::BTreeMap;

use crate::model::{Model, TypeId, TypeKind};
use codecs::name_codecs;
use cratify_schema::diagnostic::Diagnostics;
pub use definitions::name_definitions;
pub use former_members::FormerMethods;
use members::{Members, name_members};
pub use methods::Methods;
use record::name_record;
pub use record::{NullMethods, Record};
use released::path;
pub use released::{Kept, Lock, Released, ReleasedMember, ReleasedType};
use schemas::name_schemas;
use space::Modules;
pub use space::REQUIRED;
use types::{Stem, name_types};

/// The variant that keeps what the schema does not know.
pub const UNKNOWN: &str = "Unknown";

/// All names of a crate.
#[derive(Debug, Clone)]
pub struct Names {
    types: Vec<TypeNames>,
    codecs: BTreeMap<String, String>,
}

/// The names of a type and of what is in it.
#[derive(Debug, Clone, Default)]
pub struct TypeNames {
    /// The type's identifier.
    pub ident: String,
    /// The identifiers that it had before, which still name it.
    pub former: Vec<String>,
    /// The public module that it is in; empty for the root of the crate.
    pub space: String,
    /// The type from the root of the crate: its identifier, behind the name of its public module.
    pub path: String,
    /// The private module in the public one, and so the file, that it is in.
    pub module: String,
    /// The name of the type in JSON Schemas: the document's own, where it can stand in a URI as it is.
    pub schema_name: String,
    /// The name of the type in file names: the name of its module, if it has one of its own.
    pub file: String,
    /// The name of the page that it is on, which stands beside `README.md`.
    pub page: String,
    /// The identifiers of its fields or variants, in the model's order. Keywords are not yet raw.
    pub members: Vec<String>,
    /// The identifiers that each of these had before: an enum of values has them as constants, a struct in the names of methods.
    pub former_members: Vec<Vec<String>>,
    /// The field that keeps unknown members; the variant that keeps a value of no branch.
    pub rest: String,
    /// The methods that stand for its fields or variants.
    pub methods: Methods,
    /// The names of the record of a struct, if it has one.
    pub record: Option<Record>,
}

impl std::ops::Index<TypeId> for Names {
    type Output = TypeNames;

    fn index(&self, id: TypeId) -> &TypeNames {
        &self.types[id.0 as usize]
    }
}

impl Names {
    /// Names everything in a model. Items of the last release keep their names.
    pub fn decide(model: &Model, lock: &Lock, diagnostics: &mut Diagnostics) -> Self {
        let spaces = space::spaces(model);
        let (idents, former) = name_types(model, &spaces, lock, diagnostics);
        let stems: Vec<Stem> = (model.types.iter().zip(&idents).zip(&spaces))
            .map(|((def, ident), space)| Stem::new(model, def, ident, space))
            .collect();
        let schema_names = name_schemas(model, &idents, &spaces);
        let Modules {
            spaces,
            modules,
            files,
            pages,
        } = space::modules(model, spaces, &idents);
        let types = model
            .iter()
            .map(|(id, def)| {
                let index = id.0 as usize;
                let (ident, space) = (&idents[index], &spaces[index]);
                let lock = lock.get(index);
                let Members {
                    idents: members,
                    former: former_members,
                    rest,
                } = name_members(def, &stems[index], &stems, lock, diagnostics);
                // Without a release, no member is older than another.
                let is_released =
                    |place: usize| lock.is_none_or(|lock| lock.member(place).is_some());
                let record = match &def.kind {
                    TypeKind::Struct(object) if object.has_record() => {
                        Some(name_record(object, &members, &rest, is_released))
                    }
                    _ => None,
                };
                let mut methods = Methods::of(def, &members, &rest, record.as_ref(), is_released);
                if let TypeKind::Struct(_) = &def.kind {
                    methods.former =
                        former_members::methods(&former_members, &methods, record.as_ref());
                }
                TypeNames {
                    path: path(space, ident),
                    ident: ident.clone(),
                    former: former[index].clone(),
                    space: space.clone(),
                    module: modules[index].clone(),
                    schema_name: schema_names[index].clone(),
                    file: files[index].clone(),
                    page: page(&pages[index]),
                    methods,
                    record,
                    members,
                    former_members,
                    rest,
                }
            })
            .collect();
        let codecs = name_codecs(model);
        Self { types, codecs }
    }

    /// The type that reads and writes values by a module; the module is one that the model names.
    pub fn codec(&self, module: &str) -> &str {
        &self.codecs[module]
    }

    /// Whether all identifiers are ASCII.
    pub fn are_ascii(&self) -> bool {
        self.types
            .iter()
            .all(|names| names.ident.is_ascii() && names.members.iter().all(|name| name.is_ascii()))
    }
}

/// The name of a page. The index is in the way on file systems that ignore case; no file of a type
/// has a `-` in its name.
fn page(file: &str) -> String {
    match file {
        "readme" => "readme-type".to_owned(),
        file => file.to_owned(),
    }
}
