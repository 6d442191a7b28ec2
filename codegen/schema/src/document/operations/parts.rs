//! Turns references of operations into their [`Parts`]: path items, operations, parameters, bodies and responses elsewhere,
//! most of them in other files, which are loaded.

use std::collections::{HashMap, HashSet, VecDeque};

use crate::diagnostic::Diagnostics;
use crate::document::{Documents, ObjectKind, Refusal, Unavailable, is_own_schema, visit_children};
use crate::location::SchemaLocation;
use crate::source::{FileId, Pointer, Sources, Value};
use crate::uri::{self, percent_decode};

/// The objects that references of operations lead to. References to schemas are not followed.
#[derive(Debug, Default)]
pub(crate) struct Parts {
    /// The targets, by the locations of the objects that refer to them.
    targets: HashMap<SchemaLocation, Part>,
}

/// An object that a reference of an operation leads to.
#[derive(Debug, Clone)]
pub(crate) struct Part {
    /// The location.
    pub at: SchemaLocation,
    /// Its name: the last token of its pointer, or the name of its file without ending.
    pub name: String,
}

/// A reference to an object that cannot be read.
#[derive(Debug)]
pub(in crate::document) struct MissingPart {
    /// The location of the text of the reference.
    pub at: SchemaLocation,
    /// The text.
    pub text: String,
    /// The reason.
    pub why: Why,
}

/// The reason why a reference has no target.
#[derive(Debug)]
pub(in crate::document) enum Why {
    /// The file must not be opened, or does not exist.
    Refused { uri: String, refusal: Refusal },
    /// The file is unreadable, which was reported.
    Unreadable,
    /// The file has no such object.
    Missing,
}

impl Parts {
    /// The target of the reference that the object at a location is.
    pub(super) fn target(&self, at: &SchemaLocation) -> Option<&Part> {
        self.targets.get(at)
    }

    /// The same parts in documents that were changed; `moved` gives the new location for an old one.
    #[must_use]
    pub(crate) fn moved(self, moved: impl Fn(SchemaLocation) -> SchemaLocation) -> Self {
        let part = |part: Part| Part {
            at: moved(part.at),
            ..part
        };
        let targets = self.targets.into_iter();
        Self {
            targets: targets.map(|(at, one)| (moved(at), part(one))).collect(),
        }
    }

    /// Adds the parts of another document.
    pub(in crate::document) fn extend(&mut self, other: Self) {
        self.targets.extend(other.targets);
    }

    /// Finds the parts of a document that was read, and the references without a target, in the order of their discovery.
    /// Files are loaded as references lead to them.
    pub(in crate::document) fn find(
        file: FileId,
        documents: &mut Documents,
        sources: &mut Sources,
        diagnostics: &mut Diagnostics,
    ) -> (Self, Vec<MissingPart>) {
        let mut parts = Self::default();
        let mut missing = Vec::new();
        let mut seen = HashSet::new();
        let mut open = VecDeque::from([(SchemaLocation::root(file), documents.get(file).kind)]);
        while let Some((at, kind)) = open.pop_front() {
            if !seen.insert((at.clone(), kind)) {
                continue;
            }
            let root = &sources.get(at.file).root;
            let members = at.pointer.resolve(root).and_then(Value::as_object);
            let Some(members) = members else { continue };
            // The references of schemas are followed later.
            if kind == ObjectKind::Schema
                || (kind == ObjectKind::Parameter && is_own_schema(members))
            {
                continue;
            }
            for (name, value) in members {
                visit_children(kind, name, value, &at.pointer, |_, pointer, kind| {
                    let file = at.file;
                    open.push_back((SchemaLocation { file, pointer }, kind));
                });
            }
            let Some(text) = members.get("$ref").and_then(Value::as_str) else {
                continue;
            };
            let text = text.to_owned();
            match target(&text, &at, kind, documents, sources, diagnostics) {
                Ok(part) => {
                    open.push_back((part.at.clone(), kind));
                    parts.targets.insert(at, part);
                }
                Err(why) => missing.push(MissingPart {
                    at: at.join("$ref"),
                    text,
                    why,
                }),
            }
        }
        (parts, missing)
    }
}

/// The object of this kind that a reference leads to.
fn target(
    text: &str,
    at: &SchemaLocation,
    kind: ObjectKind,
    documents: &mut Documents,
    sources: &mut Sources,
    diagnostics: &mut Diagnostics,
) -> Result<Part, Why> {
    let (uri, fragment) = uri::split_fragment(text);
    let file = if uri.is_empty() {
        at.file
    } else {
        load(uri, at.file, documents, sources, diagnostics)?
    };
    let pointer = pointer_of(fragment).ok_or(Why::Missing)?;
    let source = sources.get(file);
    let value = pointer.resolve(&source.root);
    if !value.is_some_and(Value::is_object) {
        return Err(Why::Missing);
    }
    let name = pointer.last().map(std::borrow::Cow::into_owned);
    let name = name.unwrap_or_else(|| {
        documents.describe(file, kind);
        source.stem()
    });
    Ok(Part {
        at: SchemaLocation { file, pointer },
        name,
    })
}

/// The JSON Pointer that a fragment is; the root without one.
pub(super) fn pointer_of(fragment: Option<&str>) -> Option<Pointer> {
    Pointer::parse(&percent_decode(fragment.unwrap_or_default())?)
}

/// The file of a URI reference in a document.
fn load(
    text: &str,
    from: FileId,
    documents: &mut Documents,
    sources: &mut Sources,
    diagnostics: &mut Diagnostics,
) -> Result<FileId, Why> {
    let document = documents.get(from);
    let dialect = document.dialect;
    let beside = uri::resolve(&document.uri, text);
    // OpenAPI 3.2.0, section 4.1: the document's own URI. It may be on the network, and the files still be beside it.
    let own = sources.get(from).root.get("$self").and_then(Value::as_str);
    let own = own.map(|own| uri::resolve(&document.uri, uri::split_fragment(own).0));
    let named = own.map(|own| uri::resolve(&own, text));
    let mut uris: Vec<String> = named.into_iter().collect();
    uris.push(beside);
    uris.dedup();
    let mut refused = None;
    for uri in uris {
        match documents.load(&uri, dialect, sources, diagnostics) {
            Ok(file) => return Ok(file),
            Err(Unavailable::Unreadable(_)) => return Err(Why::Unreadable),
            Err(Unavailable::Refused(refusal)) => {
                refused.get_or_insert(Why::Refused { uri, refusal });
            }
        }
    }
    Err(refused.unwrap_or(Why::Missing))
}
