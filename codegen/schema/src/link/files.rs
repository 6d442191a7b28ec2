//! Loads the documents that references lead to, each once, and finds out how each is to be read.

use std::collections::{HashMap, HashSet};
use std::path::PathBuf;

use super::builtin::{self, BuiltIn};
use super::folders::{Folders, Refusal, uri_of};
use super::registry::{Registry, ResourceId};
use super::uri;
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::dialect::Frame;
use crate::document::{Style, Styles};
use crate::keyword::Dialect;
use crate::parse::SchemaLocation;
use crate::source::{FileId, Pointer, Source, Sources, Value};
use crate::{JsonSchema, ReadOptions};

/// How many meta-schemas may describe each other in a row.
const META_SCHEMAS: usize = 8;

/// A document that takes part.
#[derive(Debug)]
pub(super) struct File {
    /// The URI that it was read from.
    pub uri: String,
    pub frame: Frame,
}

/// The documents read so far, and what is called what in them.
#[derive(Debug)]
pub(super) struct Files<'s> {
    pub sources: &'s mut Sources,
    pub registry: Registry,
    pub styles: Styles,
    pub all: HashMap<FileId, File>,
    /// What the meta-schemas are called that come with the generator.
    pub names: HashMap<FileId, String>,
    /// The files that were opened.
    pub paths: Vec<PathBuf>,
    folders: Folders,
    /// What became of each file, by its path without symbolic links.
    loaded: HashMap<PathBuf, Option<FileId>>,
    /// The meta-schemas that were looked for.
    sought: HashSet<String>,
}

/// Why there is no document for a URI.
#[derive(Debug)]
pub(super) enum Unavailable {
    Refused(Refusal),
    /// It was opened and could not be read; that has been reported.
    Unreadable(PathBuf),
}

impl<'s> Files<'s> {
    /// Starts with the root document.
    pub(super) fn new(
        root: FileId,
        sources: &'s mut Sources,
        options: &ReadOptions,
        diagnostics: &mut Diagnostics,
    ) -> Self {
        let path = sources.get(root).path.clone();
        let real = std::fs::canonicalize(&path).unwrap_or_else(|_| path.clone());
        let mut files = Self {
            folders: Folders::new(&path, &options.references),
            sources,
            registry: Registry::default(),
            styles: Styles::default(),
            all: HashMap::new(),
            names: HashMap::new(),
            paths: Vec::new(),
            loaded: HashMap::from([(real.clone(), Some(root))]),
            sought: HashSet::new(),
        };
        // Beside a link are the files that are meant, not beside what it leads to.
        let folder = real_parent(&path).unwrap_or_default();
        let uri = uri_of(&folder.join(path.file_name().unwrap_or_default()));
        files.register(
            root,
            uri,
            Dialect::from(options.dialect).into(),
            0,
            diagnostics,
        );
        files
    }

    /// The resource that has a URI, loaded if need be. A document that does not say how it is
    /// spelled is spelled like the one that refers to it.
    pub(super) fn resource(
        &mut self,
        uri: &str,
        style: Style,
        diagnostics: &mut Diagnostics,
    ) -> Result<ResourceId, Unavailable> {
        self.load(uri, style, 0, diagnostics)
    }

    fn load(
        &mut self,
        uri: &str,
        style: Style,
        depth: usize,
        diagnostics: &mut Diagnostics,
    ) -> Result<ResourceId, Unavailable> {
        if let Some(id) = self.registry.find(uri) {
            return Ok(id);
        }
        let found = match (self.folders.find(uri), builtin::find(uri)) {
            (Ok(found), _) => found,
            (Err(_), Some(known)) => return Ok(self.built_in(uri, &known, style, diagnostics)),
            (Err(refusal), None) => return Err(Unavailable::Refused(refusal)),
        };
        if let Some(known) = self.loaded.get(&found.real) {
            let known = known.and_then(|file| self.root_of(file));
            let resource = known.ok_or(Unavailable::Unreadable(found.path))?;
            self.registry.alias(uri.to_owned(), resource);
            return Ok(resource);
        }
        self.paths.push(found.path.clone());
        let Some(source) = Source::read(&found.path, diagnostics) else {
            self.loaded.insert(found.real, None);
            return Err(Unavailable::Unreadable(found.path));
        };
        let file = self.sources.add(source);
        self.loaded.insert(found.real, Some(file));
        Ok(self.register(file, uri.to_owned(), style, depth, diagnostics))
    }

    /// The resource of a meta-schema that comes with the generator.
    fn built_in(
        &mut self,
        asked: &str,
        meta_schema: &BuiltIn,
        style: Style,
        diagnostics: &mut Diagnostics,
    ) -> ResourceId {
        let uri = meta_schema.uri;
        let id = self.registry.find(uri).unwrap_or_else(|| {
            let source = Source::parse(uri.into(), meta_schema.text.to_owned(), diagnostics);
            let file = self.sources.add(source.expect("a meta-schema is JSON"));
            self.names.insert(file, meta_schema.name());
            self.register(file, uri.to_owned(), style, 0, diagnostics)
        });
        self.registry.alias(asked.to_owned(), id);
        id
    }

    /// The resource that a document is as a whole; `None` while it is being read.
    fn root_of(&self, file: FileId) -> Option<ResourceId> {
        let at = SchemaLocation {
            file,
            pointer: Pointer::root(),
        };
        Some(self.registry.at(&at)?.resource)
    }

    /// Makes a document known.
    fn register(
        &mut self,
        file: FileId,
        uri: String,
        inherited: Style,
        depth: usize,
        diagnostics: &mut Diagnostics,
    ) -> ResourceId {
        self.find_styles(file, &uri, depth, diagnostics);
        let root = &self.sources.get(file).root;
        let style = root
            .as_object()
            .filter(|members| {
                let names = ["openapi", "swagger", "$schema"];
                names.iter().any(|name| members.contains_key(*name))
            })
            .and_then(|members| {
                // The root document's is reported where its schemas are looked for.
                let mut sink = Diagnostics::new();
                let out = if file.index() == 0 {
                    &mut sink
                } else {
                    diagnostics
                };
                Dialect::detect(file, members, JsonSchema::default(), &self.styles, out)
            });
        let frame = Frame::of(root, style.unwrap_or(inherited), &self.styles);
        self.registry
            .scan_document(file, root, &uri, frame, &self.styles);
        self.all.insert(file, File { uri, frame });
        self.root_of(file).expect("it was registered just now")
    }

    /// Looks for the meta-schemas that a document names and that are not well known.
    fn find_styles(
        &mut self,
        file: FileId,
        uri: &str,
        depth: usize,
        diagnostics: &mut Diagnostics,
    ) {
        for (pointer, name) in meta_schemas(self.sources.get(file)) {
            if self.styles.of(&name).is_some() || !self.sought.insert(name.clone()) {
                continue;
            }
            let Some((meta_schema, base)) = self.meta_schema(file, uri, &name, depth, diagnostics)
            else {
                continue;
            };
            match Style::described(&meta_schema, base) {
                Ok(style) => self.styles.add(&name, style),
                Err(vocabulary) => {
                    let at = SchemaLocation { file, pointer };
                    diagnostics.push(
                        Diagnostic::error(
                            Code::UnknownDialect,
                            at.value(),
                            format!("the dialect `{name}` needs a vocabulary that is not known"),
                        )
                        .label(format!("needs `{vocabulary}`"))
                        .help("name a meta-schema without it, or set it to `false` in the meta-schema's `$vocabulary`, which makes it optional"),
                    );
                    self.styles.add(&name, base);
                }
            }
        }
    }

    /// A meta-schema: its text, and the style that it is written in.
    fn meta_schema(
        &mut self,
        file: FileId,
        uri: &str,
        name: &str,
        depth: usize,
        diagnostics: &mut Diagnostics,
    ) -> Option<(Value, Style)> {
        let latest = Style::from(Dialect::JsonSchema202012);
        let name = uri::split_fragment(name).0;
        let root = &self.sources.get(file).root;
        if let Some(value) = with_id(root, uri, &uri::resolve(uri, name)) {
            let own = value.get("$schema").and_then(Value::as_str);
            let style = own.and_then(|own| self.styles.of(own)).unwrap_or(latest);
            return Some((value.clone(), style));
        }
        if depth >= META_SCHEMAS || !uri::is_absolute(name) {
            return None;
        }
        let name = uri::resolve("", name);
        let resource = self.load(&name, latest, depth + 1, diagnostics).ok()?;
        let at = &self.registry[resource].at;
        let value = at.pointer.resolve(&self.sources.get(at.file).root)?;
        let context = self.registry.at(at)?;
        Some((value.clone(), context.style))
    }
}

/// The folder of a file, without symbolic links.
fn real_parent(path: &std::path::Path) -> Option<PathBuf> {
    let parent = path.parent()?;
    let parent = if parent.as_os_str().is_empty() {
        std::path::Path::new(".")
    } else {
        parent
    };
    std::fs::canonicalize(parent).ok()
}

/// All that is called `$schema` in a document.
fn meta_schemas(source: &Source) -> Vec<(Pointer, String)> {
    let mut found = Vec::new();
    if !source.text.contains("$schema") {
        return found;
    }
    let mut open = vec![(Pointer::root(), &source.root)];
    while let Some((pointer, value)) = open.pop() {
        if let Some(name) = value.get("$schema").and_then(Value::as_str) {
            found.push((pointer.join("$schema"), name.to_owned()));
        }
        push_inner(&pointer, value, &mut open);
    }
    found
}

/// The meta-schema in a value that has this identifier.
fn with_id<'v>(root: &'v Value, base: &str, uri: &str) -> Option<&'v Value> {
    let mut open = vec![(Pointer::root(), root)];
    while let Some((pointer, value)) = open.pop() {
        let id = value.get("$id").and_then(Value::as_str);
        if value.get("$vocabulary").is_some()
            && id.is_some_and(|id| uri::resolve(base, uri::split_fragment(id).0) == uri)
        {
            return Some(value);
        }
        push_inner(&pointer, value, &mut open);
    }
    None
}

fn push_inner<'v>(pointer: &Pointer, value: &'v Value, open: &mut Vec<(Pointer, &'v Value)>) {
    let is_nested = |value: &Value| value.is_object() || value.is_array();
    match value {
        Value::Object(members) => open.extend(
            members
                .iter()
                .filter(|(_, value)| is_nested(value))
                .map(|(name, value)| (pointer.join(name), value)),
        ),
        Value::Array(values) => open.extend(
            values
                .iter()
                .enumerate()
                .filter(|(_, value)| is_nested(value))
                .map(|(index, value)| (pointer.index(index), value)),
        ),
        _ => {}
    }
}
