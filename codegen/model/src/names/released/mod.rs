//! The names of the last release, and what else of a type stays: a value that can be stored with it, and that decides
//! from then on.
//!
//! | module | turns |
//! |---|---|
//! | `content` | types into fingerprints of what they are, whatever they are called |
//! | `parts` | types into their members, with what tells these from each other |
//! | `pairs` | the types of a release and of a model into pairs of the same schema |
//! | `kept` | (the representations and constructors that hold, as a plain value) |
//! | `lock` | pairs into the names, representations and constructors that hold |

mod content;
mod kept;
mod lock;
mod pairs;
mod parts;

use super::Names;
use super::types::Stem;
use crate::ident::{LONGEST, NEVER_RAW, is_keyword, is_plain_ident};
use crate::model::{Constructor, Model, Origin, Struct, TypeDef, TypeId, TypeKind};
use content::contents;
pub use kept::Kept;
pub use lock::Lock;
pub(super) use lock::TypeLock;
use parts::parts;

/// The names of a release, with the representations and the constructors of its types.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Released {
    /// The prefix of all type names.
    pub prefix: String,
    /// Their suffix.
    pub suffix: String,
    /// The types, in the order of their paths.
    pub types: Vec<ReleasedType>,
}

/// A type of a release: what its schema is found by, and its names.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ReleasedType {
    /// The file of its schema; empty for the only root document.
    pub file: String,
    /// The JSON Pointer of its schema, in the document as JSON Schema 2020-12.
    pub pointer: String,
    /// Its name as words: the name in the document, and the form.
    pub words: String,
    /// Whether the document names it.
    pub is_named: bool,
    /// A fingerprint of what it is.
    pub content: String,
    /// Its public module; empty for the root of the crate.
    pub space: String,
    /// Its identifier.
    pub ident: String,
    /// The names that it had before.
    pub former: Vec<String>,
    /// The members that its constructor takes, by their names in JSON: in the order of the arguments.
    pub required: Vec<String>,
    /// Whether the constructor takes them as a struct.
    pub by_name: bool,
    /// Its members.
    pub members: Vec<ReleasedMember>,
}

/// A member of a released type: a field, a variant, the value of a newtype.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ReleasedMember {
    /// The name, value or words that identify it, with a sign for its kind in front.
    pub key: String,
    /// The tags of a branch.
    pub tags: Vec<String>,
    /// The paths of the types in it.
    pub types: Vec<String>,
    /// Its identifier; empty where it has none.
    pub ident: String,
    /// The identifiers that it had before.
    pub former: Vec<String>,
    /// Whether its type is behind a `Box`, for another reason than a setting.
    pub is_boxed: bool,
}

impl ReleasedType {
    /// The path of the type from the root of the crate.
    pub(super) fn path(&self) -> String {
        path(&self.space, &self.ident)
    }
}

/// The path of something in a public module.
pub(super) fn path(space: &str, ident: &str) -> String {
    match space {
        "" => ident.to_owned(),
        space => format!("{space}::{ident}"),
    }
}

impl Released {
    /// What was decided for a model: its names, the members (by their index among fields or variants) that need a `Box`,
    /// and the constructors of its structs.
    pub fn of<'a>(
        model: &Model,
        names: &Names,
        needs_box: impl Fn(TypeId, usize) -> bool,
        constructor: impl Fn(TypeId) -> &'a Constructor,
    ) -> Self {
        let contents = contents(model);
        let stems = Stem::all_of_words(model);
        let types = model.own_types().map(|(id, def)| {
            let own = &names[id];
            let idents = own.members.iter();
            let idents = idents.chain((!own.rest.is_empty()).then_some(&own.rest));
            let idents = idents.map(String::as_str).chain(std::iter::repeat(""));
            let members = parts(&stems, def).into_iter().zip(idents).enumerate();
            let members = members.map(|(place, (part, ident))| ReleasedMember {
                types: part
                    .types
                    .iter()
                    .map(|id| names[*id].path.clone())
                    .collect(),
                key: part.key,
                tags: part.tags,
                ident: ident.to_owned(),
                former: own.former_members.get(place).cloned().unwrap_or_default(),
                is_boxed: needs_box(id, place),
            });
            let (required, by_name) = match &def.kind {
                TypeKind::Struct(object) => required(object, constructor(id)),
                _ => (Vec::new(), false),
            };
            ReleasedType {
                file: file(model, def).to_owned(),
                pointer: def.at.pointer.to_string(),
                words: def.words().into_owned(),
                is_named: def.origin == Origin::Named,
                content: contents[id.0 as usize].clone(),
                space: own.space.clone(),
                ident: own.ident.clone(),
                former: own.former.clone(),
                required,
                by_name,
                members: members.collect(),
            }
        });
        let mut types: Vec<ReleasedType> = types.collect();
        types.sort_by_cached_key(ReleasedType::path);
        Self {
            prefix: model.affixes.prefix.clone(),
            suffix: model.affixes.suffix.clone(),
            types,
        }
    }

    /// The first name that no release can have: the file was edited or was not written by cratify.
    #[must_use]
    pub fn fault(&self) -> Option<&str> {
        let fits = |name: &str| is_plain_ident(name) && name.len() <= LONGEST;
        let raw = |name: &str| is_keyword(name) && !NEVER_RAW.contains(&name);
        let of_types = self.types.iter().flat_map(|one| {
            let names = std::iter::once(&one.ident).chain(&one.former);
            names.filter(|name| !fits(name))
        });
        let members = self.types.iter().flat_map(|one| &one.members);
        let of_members =
            members.flat_map(|member| std::iter::once(&member.ident).chain(&member.former));
        let of_members = of_members.filter(|name| !name.is_empty() && !fits(name) && !raw(name));
        of_types.chain(of_members).map(String::as_str).next()
    }
}

/// The members that the constructor of a struct takes, and whether it takes them as a struct.
fn required(object: &Struct, constructor: &Constructor) -> (Vec<String>, bool) {
    let names = |places: &[usize]| {
        let fields = places.iter().map(|place| &object.fields[*place]);
        fields.map(|field| field.wire_name.clone()).collect()
    };
    match constructor {
        Constructor::Empty => (Vec::new(), false),
        Constructor::Arguments(places) => (names(places), false),
        Constructor::ByName(places) => (names(places), true),
    }
}

/// The file of the schema of a type.
fn file<'m>(model: &'m Model, def: &TypeDef) -> &'m str {
    let name = model.files.get(def.at.file.index());
    name.map(String::as_str).unwrap_or_default()
}

/// Whether a type is one of the crate's own.
fn is_own(def: &TypeDef) -> bool {
    !matches!(def.kind, TypeKind::Extern(_))
}
