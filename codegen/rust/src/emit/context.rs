//! The input of emission: the model, its names, its analysis.

use std::collections::{BTreeSet, HashMap, HashSet};

use crate::publish::ConstraintWriter;
use cratify_model::analyze::{Analysis, Groups};
use cratify_model::model::{Model, TypeId};
use cratify_model::names::Names;
use cratify_model::package::Dependency;
use cratify_model::settings::Arbitrary;
use cratify_schema::source::FileId;
use cratify_schema::{LocationMaps, SchemaLocation};

/// The input of emission.
#[derive(Debug, Clone, Copy)]
pub struct Context<'a> {
    /// The types.
    pub model: &'a Model,
    /// Their names.
    pub names: &'a Names,
    /// Boxes and samples.
    pub analysis: &'a Analysis,
    /// The features that select types.
    pub groups: &'a Groups,
    /// Writes what restricts values.
    pub constraints: &'a ConstraintWriter<'a>,
    /// The types whose schemas refer to shared definitions.
    pub sharing: &'a HashSet<TypeId>,
    /// The name of the crate as `use` has it.
    pub crate_ident: &'a str,
    /// The file names of the documents, for headers.
    pub document: &'a str,
    /// The names of all files that types come from.
    pub files: &'a [String],
    /// The locations of schemas in the documents as written.
    pub locations: &'a LocationMaps,
    /// The JSON Schemas without a file: of constants and of extern types.
    pub schema_texts: &'a HashMap<TypeId, String>,
    /// The dependencies beside the ones of every crate.
    pub dependencies: &'a [Dependency],
    /// Whether values can be made of bytes.
    pub arbitrary: Arbitrary,
    /// The types that the current file names by path: it has another type of the same name.
    pub by_path: &'a BTreeSet<TypeId>,
}

impl<'a> Context<'a> {
    /// The name or the path of a type in the current file.
    pub(super) fn called(&self, id: TypeId) -> String {
        let names = &self.names[id];
        if self.by_path.contains(&id) {
            format!("crate::{}", names.path)
        } else {
            names.ident.clone()
        }
    }

    /// The name of a file that types come from.
    pub fn file(&self, id: FileId) -> &'a str {
        self.files
            .get(id.index())
            .map_or(self.document, String::as_str)
    }

    /// The file of a schema and its JSON Pointer there, as the document is written.
    pub fn place(&self, at: &SchemaLocation) -> String {
        let written = self.locations.written_schema(at.clone());
        format!("{}#{}", self.file(written.file), written.pointer)
    }
}
