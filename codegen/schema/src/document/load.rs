//! Loads the files that references and `$schema` lead to, each once, and finds out their dialects.

use std::path::{Path, PathBuf};

use super::builtin::{self, BuiltIn};
use super::folders::{Refusal, uri_of};
use super::{Documents, ObjectKind, SchemaDialect, detect};
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::keyword::Dialect;
use crate::location::SchemaLocation;
use crate::source::{FileId, Source, Sources, Value};
use crate::{JsonSchema, uri};

/// How many meta-schemas may describe each other in a row.
const MAX_META_SCHEMAS: usize = 8;

/// Why there is no document for a URI.
#[derive(Debug)]
pub(crate) enum Unavailable {
    /// The options do not allow the file, or it does not exist.
    Refused(Refusal),
    /// The file was opened and is unreadable; that has been reported.
    Unreadable(PathBuf),
}

/// The URI of the root document.
pub(super) fn uri_of_source(path: &Path) -> String {
    // A symbolic link stands for the file, and the files beside the link are meant.
    let folder = real_parent(path).unwrap_or_default();
    uri_of(&folder.join(path.file_name().unwrap_or_default()))
}

/// The folder of a file, without symbolic links.
fn real_parent(path: &Path) -> Option<PathBuf> {
    let parent = path.parent()?;
    let parent = if parent.as_os_str().is_empty() {
        Path::new(".")
    } else {
        parent
    };
    std::fs::canonicalize(parent).ok()
}

impl Documents {
    /// The file of a URI, loaded if it has not been loaded yet. A document that states no dialect has the
    /// given dialect, which is the dialect of the document that refers to it.
    pub(crate) fn load(
        &mut self,
        uri: &str,
        dialect: SchemaDialect,
        sources: &mut Sources,
        diagnostics: &mut Diagnostics,
    ) -> Result<FileId, Unavailable> {
        self.load_nested(uri, dialect, 0, sources, diagnostics)
    }

    /// States what a whole file is that a reference of an operation leads to. A file that is an API description, or the
    /// target of another kind of reference, stays what it is.
    pub(super) fn describe(&mut self, file: FileId, kind: ObjectKind) {
        let document = self.by_file.get_mut(&file);
        if let Some(document) = document.filter(|document| document.kind == ObjectKind::Schema) {
            document.kind = kind;
        }
    }

    fn load_nested(
        &mut self,
        uri: &str,
        dialect: SchemaDialect,
        depth: usize,
        sources: &mut Sources,
        diagnostics: &mut Diagnostics,
    ) -> Result<FileId, Unavailable> {
        let found = match (self.folders.find(uri), builtin::find(uri)) {
            (Ok(found), _) => found,
            (Err(_), Some(known)) => {
                return Ok(self.load_built_in(&known, dialect, sources, diagnostics));
            }
            (Err(refusal), None) => {
                self.lacks_files = true;
                return Err(Unavailable::Refused(refusal));
            }
        };
        if let Some(known) = self.loaded.get(&found.real) {
            // A file whose own meta-schema is being read is not loaded yet.
            let known = known.filter(|file| self.by_file.contains_key(file));
            return known.ok_or(Unavailable::Unreadable(found.path));
        }
        self.opened.push(found.path.clone());
        let Some(source) = Source::read(&found.path, diagnostics) else {
            self.loaded.insert(found.real, None);
            return Err(Unavailable::Unreadable(found.path));
        };
        if self.is_root(&source, &found.real, sources) {
            self.loaded.insert(found.real, Some(self.root()));
            return Ok(self.root());
        }
        let file = sources.add(source);
        self.loaded.insert(found.real, Some(file));
        self.add(
            file,
            uri.to_owned(),
            dialect,
            None,
            depth,
            sources,
            diagnostics,
        );
        Ok(file)
    }

    /// Whether a file is the root document, whose text came from elsewhere: from standard input.
    fn is_root(&self, source: &Source, real: &Path, sources: &Sources) -> bool {
        let root = sources.get(self.root());
        !root.path.exists()
            && source.text == root.text
            && real_parent(&root.path).as_deref() == real.parent()
    }

    /// A meta-schema that comes with the generator.
    fn load_built_in(
        &mut self,
        meta_schema: &BuiltIn,
        dialect: SchemaDialect,
        sources: &mut Sources,
        diagnostics: &mut Diagnostics,
    ) -> FileId {
        let uri = meta_schema.uri;
        if let Some(file) = self.built_in.get(uri) {
            return *file;
        }
        let source = Source::parse(uri.into(), meta_schema.text.to_owned(), diagnostics);
        let file = sources.add(source.expect("a meta-schema is JSON"));
        self.built_in.insert(uri, file);
        let name = Some(meta_schema.name());
        self.add(file, uri.to_owned(), dialect, name, 0, sources, diagnostics);
        file
    }

    /// Adds a file that was read, with the dialect that it states or else the given one.
    #[expect(
        clippy::too_many_arguments,
        reason = "two of them are the state of the run"
    )]
    fn add(
        &mut self,
        file: FileId,
        uri: String,
        inherited: SchemaDialect,
        built_in: Option<String>,
        depth: usize,
        sources: &mut Sources,
        diagnostics: &mut Diagnostics,
    ) {
        self.find_meta_schemas(file, &uri, depth, sources, diagnostics);
        let source = sources.get(file);
        let members = source.root.as_object();
        let stated = members.filter(|members| detect::states_dialect(members));
        let stated = stated.and_then(|members| {
            let default = JsonSchema::default();
            detect::detect(file, members, default, &self.meta_schemas, diagnostics)
        });
        self.insert(file, uri, stated.unwrap_or(inherited), built_in, source);
    }

    /// Reads the meta-schemas that a document names and that are not well known.
    pub(super) fn find_meta_schemas(
        &mut self,
        file: FileId,
        uri: &str,
        depth: usize,
        sources: &mut Sources,
        diagnostics: &mut Diagnostics,
    ) {
        for (at, name) in self.scan(file, uri, sources.get(file)) {
            if self.meta_schemas.dialect_of(&name).is_some() || !self.sought.insert(name.clone()) {
                continue;
            }
            let found = self.meta_schema(file, uri, &name, depth, sources, diagnostics);
            let Some((meta_schema, base)) = found else {
                continue;
            };
            let dialect = SchemaDialect::described(&meta_schema, base);
            self.meta_schemas
                .add(&name, *dialect.as_ref().unwrap_or(&base));
            if let Err(vocabulary) = dialect {
                let message = format!("the dialect `{name}` needs an unknown vocabulary");
                diagnostics.push(
                    Diagnostic::error(Code::UnknownDialect, at.value(), message)
                        .label(format!("needs `{vocabulary}`"))
                        .help("name a meta-schema without this vocabulary, or make it optional: set it to `false` in the meta-schema's `$vocabulary`"),
                );
            }
        }
    }

    /// Notes the meta-schemas in a document, and returns the values of all its members called `$schema`.
    fn scan(&mut self, file: FileId, uri: &str, source: &Source) -> Vec<(SchemaLocation, String)> {
        let mut named = Vec::new();
        let mut texts = source.texts();
        if !texts.any(|text| text.contains("$schema") || text.contains("$vocabulary")) {
            return named;
        }
        let mut open = vec![(SchemaLocation::root(file), &source.root)];
        while let Some((at, value)) = open.pop() {
            let text = |name: &str| value.get(name).and_then(Value::as_str);
            if let Some(name) = text("$schema") {
                named.push((at.join("$schema"), name.to_owned()));
            }
            // A part of a document is a meta-schema only if it states so.
            let is_one = at.pointer.is_root() || value.get("$vocabulary").is_some();
            if let Some(id) = text("$id").filter(|_| is_one) {
                let id = uri::resolve(uri, uri::split_fragment(id).0);
                self.identified.entry(id).or_insert_with(|| at.clone());
            }
            push_nested(&at, value, &mut open);
        }
        named
    }

    /// The value of a meta-schema, and its own dialect.
    fn meta_schema(
        &mut self,
        file: FileId,
        uri: &str,
        name: &str,
        depth: usize,
        sources: &mut Sources,
        diagnostics: &mut Diagnostics,
    ) -> Option<(Value, SchemaDialect)> {
        let latest = SchemaDialect::from(Dialect::JsonSchema202012);
        let name = uri::split_fragment(name).0;
        if let Some(at) = self.identified.get(&uri::resolve(uri, name)) {
            let value = at.pointer.resolve(&sources.get(at.file).root)?;
            // A document is not its own meta-schema unless it says so.
            if at.file != file || value.get("$vocabulary").is_some() {
                let own = value.get("$schema").and_then(Value::as_str);
                let dialect = own.and_then(|own| self.meta_schemas.dialect_of(own));
                return Some((value.clone(), dialect.unwrap_or(latest)));
            }
        }
        if depth >= MAX_META_SCHEMAS || !uri::is_absolute(name) {
            return None;
        }
        let name = uri::resolve("", name);
        let loaded = self.load_nested(&name, latest, depth + 1, sources, diagnostics);
        let file = loaded.ok()?;
        Some((sources.get(file).root.clone(), self.get(file).dialect))
    }
}

/// Puts the objects and lists in a value on a stack.
fn push_nested<'v>(
    at: &SchemaLocation,
    value: &'v Value,
    open: &mut Vec<(SchemaLocation, &'v Value)>,
) {
    let is_nested = |value: &Value| value.is_object() || value.is_array();
    match value {
        Value::Object(members) => open.extend(
            members
                .iter()
                .filter(|(_, value)| is_nested(value))
                .map(|(name, value)| (at.join(name), value)),
        ),
        Value::Array(values) => open.extend(
            values
                .iter()
                .enumerate()
                .filter(|(_, value)| is_nested(value))
                .map(|(index, value)| (at.join(&index.to_string()), value)),
        ),
        _ => {}
    }
}
