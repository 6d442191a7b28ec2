//! Turns operations into groups: by tag, each with the schemas that its operations lead to. Turns all of them into the
//! schemas of requests and the schemas of responses.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use super::Parts;
use super::parts::pointer_of;
use crate::document::{Documents, ObjectKind, is_own_schema, visit_children};
use crate::link::References;
use crate::location::SchemaLocation;
use crate::source::{FileId, Pointer, Value};
use crate::uri;

/// Operations that belong together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OperationGroup {
    /// The tag. Operations without one are grouped by the first word of their path.
    pub name: String,
    /// The location of one of its operations.
    pub at: SchemaLocation,
    /// The locations of the schemas in its operations, and of the schemas that references in them name. Schemas that only
    /// other schemas lead to are not among them.
    pub schemas: BTreeSet<SchemaLocation>,
}

/// The schemas whose values are sent in one direction.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Sent {
    /// The locations of the schemas in operations, and of those that references in them name. Schemas that only other
    /// schemas lead to are not among them.
    pub schemas: BTreeSet<SchemaLocation>,
    /// The locations that lead further: of the schemas that references name, and of references that were not followed.
    pub open: BTreeSet<SchemaLocation>,
}

/// The documents with the operations.
pub(crate) struct OperationDocuments<'d, R> {
    parts: &'d Parts,
    references: &'d References,
    uris: HashMap<FileId, &'d str>,
    files: HashMap<&'d str, FileId>,
    root: R,
}

impl<'d, R: Fn(FileId) -> &'d Value> OperationDocuments<'d, R> {
    /// `root` returns the root value of a file.
    pub(crate) fn new(
        documents: &'d Documents,
        parts: &'d Parts,
        references: &'d References,
        root: R,
    ) -> Self {
        let uris = || {
            documents
                .iter()
                .map(|(file, document)| (file, &*document.uri))
        };
        Self {
            parts,
            references,
            uris: uris().collect(),
            files: uris().map(|(file, uri)| (uri, file)).collect(),
            root,
        }
    }

    fn value(&self, at: &SchemaLocation) -> Option<&'d Value> {
        at.pointer.resolve((self.root)(at.file))
    }

    /// The target of the reference that a schema is.
    fn target(&self, at: &SchemaLocation, schema: &Value) -> Option<SchemaLocation> {
        if let Some(target) = self.references.target(&at.join("$ref")) {
            return Some(target.at.clone());
        }
        // The schemas of operations without types have no references that are known.
        let (uri, fragment) = uri::split_fragment(schema.get("$ref")?.as_str()?);
        let file = if uri.is_empty() {
            at.file
        } else {
            let uri = uri::resolve(self.uris.get(&at.file)?, uri);
            *self.files.get(uri.as_str())?
        };
        let pointer = pointer_of(fragment)?;
        let target = SchemaLocation { file, pointer };
        self.value(&target).is_some().then_some(target)
    }

    /// The groups of the operations of a document with a root of this kind, ordered by name.
    pub(crate) fn operation_groups(&self, file: FileId, kind: ObjectKind) -> Vec<OperationGroup> {
        let mut groups: BTreeMap<String, OperationGroup> = BTreeMap::new();
        for container in ["paths", "webhooks"] {
            let Some(items) = (self.root)(file).get(container) else {
                continue;
            };
            visit_children(kind, container, items, &Pointer::root(), |item, at, _| {
                let path = at.last().unwrap_or_default().into_owned();
                let at = SchemaLocation { file, pointer: at };
                for (operation, at, schemas) in self.operations(item, at) {
                    for name in names(&path, operation) {
                        let group = groups
                            .entry(name.clone())
                            .or_insert_with(|| OperationGroup {
                                name,
                                at: at.clone(),
                                schemas: BTreeSet::new(),
                            });
                        group.schemas.extend(schemas.iter().cloned());
                    }
                }
            });
        }
        groups.into_values().collect()
    }

    /// The schemas of the operations of a document with a root of this kind: those of requests, those of responses. A
    /// webhook and a callback are requests in the other direction, so their schemas are in both.
    pub(crate) fn sent(&self, file: FileId, kind: ObjectKind) -> [Sent; 2] {
        let mut reaches = [Reach::new(self), Reach::new(self)];
        for container in ["paths", "webhooks"] {
            let Some(items) = (self.root)(file).get(container) else {
                continue;
            };
            let root = Pointer::root();
            visit_children(kind, container, items, &root, |item, pointer, kind| {
                let at = SchemaLocation { file, pointer };
                self.sent_by(item, at, kind, container == "webhooks", &mut reaches);
            });
        }
        reaches.map(|reach| Sent {
            schemas: reach.schemas,
            open: reach.open,
        })
    }

    /// Adds the schemas of a path.
    fn sent_by(
        &self,
        item: &'d Value,
        at: SchemaLocation,
        kind: ObjectKind,
        in_both: bool,
        [requests, responses]: &mut [Reach<'_, 'd, R>; 2],
    ) {
        let mut open = vec![(item, at, kind)];
        let mut seen = HashSet::new();
        while let Some((value, at, kind)) = open.pop() {
            if !seen.insert(at.clone()) {
                continue;
            }
            if value.get("$ref").is_some() {
                if let Some((value, at)) = self.part(&at, value) {
                    open.push((value, at, kind));
                } else {
                    requests.open.insert(at.clone());
                    responses.open.insert(at.clone());
                }
            }
            for (name, value) in value.as_object().into_iter().flatten() {
                let is_response = name == "responses";
                let is_both = in_both || name == "callbacks";
                visit_children(kind, name, value, &at.pointer, |value, pointer, kind| {
                    let file = at.file;
                    let at = SchemaLocation { file, pointer };
                    if kind == ObjectKind::Operation {
                        open.push((value, at, kind));
                        return;
                    }
                    if is_both || !is_response {
                        requests.object(value, at.clone(), kind);
                    }
                    if is_both || is_response {
                        responses.object(value, at, kind);
                    }
                });
            }
        }
    }

    /// The object that the one at a location refers to. The references of operations without types may not have been followed.
    fn part(&self, at: &SchemaLocation, value: &Value) -> Option<(&'d Value, SchemaLocation)> {
        let at = match self.parts.target(at) {
            Some(part) => part.at.clone(),
            None => self.target(at, value)?,
        };
        Some((self.value(&at)?, at))
    }

    /// The operations of a path, with the schemas that each leads to.
    fn operations(
        &self,
        item: &'d Value,
        at: SchemaLocation,
    ) -> Vec<(&'d Value, SchemaLocation, BTreeSet<SchemaLocation>)> {
        let mut found = Vec::new();
        // All operations of a path have the parameters of the path.
        let mut shared = Reach::new(self);
        let mut open = vec![(item, at, ObjectKind::PathItem)];
        let mut seen = HashSet::new();
        while let Some((value, at, kind)) = open.pop() {
            if !seen.insert(at.clone()) {
                continue;
            }
            let target = self.parts.target(&at);
            let target = target.and_then(|part| Some((self.value(&part.at)?, &part.at)));
            match (kind, target) {
                (ObjectKind::Operation, None) => {
                    let mut reach = Reach::new(self);
                    reach.object(value, at.clone(), kind);
                    found.push((value, at, reach.schemas));
                    continue;
                }
                (_, Some((value, at))) => open.push((value, at.clone(), kind)),
                (_, None) => {}
            }
            for (name, value) in value.as_object().into_iter().flatten() {
                visit_children(kind, name, value, &at.pointer, |value, pointer, kind| {
                    let file = at.file;
                    let at = SchemaLocation { file, pointer };
                    if kind == ObjectKind::Operation {
                        open.push((value, at, kind));
                    } else {
                        shared.object(value, at, kind);
                    }
                });
            }
        }
        for (_, _, schemas) in &mut found {
            schemas.extend(shared.schemas.iter().cloned());
        }
        found
    }
}

/// The names of the groups of an operation.
fn names(path: &str, operation: &Value) -> BTreeSet<String> {
    let tags = operation.get("tags").and_then(Value::as_array);
    let tags = tags.into_iter().flatten().filter_map(Value::as_str);
    let mut names: BTreeSet<String> = tags.map(str::to_owned).collect();
    if names.is_empty() {
        names.insert(first_word(path).to_owned());
    }
    names
}

/// The first word of a path that is neither a version nor a parameter: `pets` of `/api/v1/pets/{id}`.
fn first_word(path: &str) -> &str {
    let segments = || path.split('/').filter(|segment| !segment.is_empty());
    let is_version = |segment: &str| {
        let digits = segment.strip_prefix('v').unwrap_or(segment);
        digits.starts_with(|c: char| c.is_ascii_digit())
    };
    let is_word = |segment: &&str| {
        !segment.contains('{') && !segment.eq_ignore_ascii_case("api") && !is_version(segment)
    };
    let word = segments().find(is_word);
    word.or_else(|| segments().next()).unwrap_or("root")
}

/// Collects the schemas that an object leads to.
struct Reach<'s, 'd, R> {
    documents: &'s OperationDocuments<'d, R>,
    seen: HashSet<SchemaLocation>,
    schemas: BTreeSet<SchemaLocation>,
    /// The locations that lead further.
    open: BTreeSet<SchemaLocation>,
}

impl<'s, 'd, R: Fn(FileId) -> &'d Value> Reach<'s, 'd, R> {
    fn new(documents: &'s OperationDocuments<'d, R>) -> Self {
        Self {
            documents,
            seen: HashSet::new(),
            schemas: BTreeSet::new(),
            open: BTreeSet::new(),
        }
    }

    fn object(&mut self, value: &'d Value, at: SchemaLocation, kind: ObjectKind) {
        let mut open = vec![(value, at, kind)];
        while let Some((value, at, kind)) = open.pop() {
            if !self.seen.insert(at.clone()) {
                continue;
            }
            let members = value.as_object();
            let is_schema = kind == ObjectKind::Schema
                || (kind == ObjectKind::Parameter && members.is_some_and(is_own_schema));
            if is_schema {
                let target = self.documents.target(&at, value);
                if leads_elsewhere(value, target.is_some()) {
                    self.open.insert(at.clone());
                }
                self.open.extend(target.clone());
                self.schemas.extend(target);
                self.schemas.insert(at.clone());
            } else if value.get("$ref").is_some() {
                if let Some((value, at)) = self.documents.part(&at, value) {
                    open.push((value, at, kind));
                } else {
                    self.open.insert(at.clone());
                }
            }
            for (name, value) in members.into_iter().flatten() {
                visit_children(kind, name, value, &at.pointer, |value, pointer, kind| {
                    let file = at.file;
                    open.push((value, SchemaLocation { file, pointer }, kind));
                });
            }
        }
    }
}

/// Whether a schema may lead to more than the target of its `$ref`, which may be known, and its subschemas do. The
/// branches of a union say where a `discriminator` leads.
fn leads_elsewhere(schema: &Value, has_target: bool) -> bool {
    let has = |keyword: &str| schema.get(keyword).is_some();
    has("$ref") && !has_target
        || has("$dynamicRef")
        || has("$recursiveRef")
        || has("discriminator") && !has("oneOf") && !has("anyOf")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ReadOptions;
    use crate::diagnostic::Diagnostics;
    use crate::document::read;
    use crate::link::link;
    use crate::source::{Source, Sources};
    use crate::upgrade::upgrade;

    fn groups(text: &str) -> Vec<(String, Vec<String>)> {
        let mut diagnostics = Diagnostics::new();
        let source = Source::parse("api.yaml".into(), text.to_owned(), &mut diagnostics);
        let options = ReadOptions {
            follows_operations: true,
            ..ReadOptions::default()
        };
        let mut sources = Sources::new();
        let source = source.expect("it is YAML");
        let documents = read(source, &options, &mut sources, &mut diagnostics);
        let linked = link(
            documents.expect("it has schemas"),
            &mut sources,
            &mut diagnostics,
        );
        let groups = upgrade(linked, &sources, &mut diagnostics).operation_groups();
        let show = |group: OperationGroup| {
            let schemas = group.schemas.iter();
            let named =
                schemas.filter_map(|at| at.pointer.as_str().strip_prefix("/components/schemas/"));
            (group.name, named.map(str::to_owned).collect())
        };
        groups.into_iter().map(show).collect()
    }

    #[test]
    fn tags_lead_to_schemas_through_components() {
        let found = groups(
            r##"
openapi: 3.1.0
paths:
  /orders:
    parameters: [{ name: page, in: query, schema: { $ref: "#/components/schemas/Page" } }]
    get:
      tags: [Orders, All]
      responses: { "200": { $ref: "#/components/responses/Orders" } }
  /api/v1/pets/{id}:
    put:
      requestBody: { content: { a/b: { schema: { items: { $ref: "#/components/schemas/Pet" } } } } }
      callbacks:
        done:
          "{$url}":
            post: { requestBody: { content: { a/b: { schema: { $ref: "#/components/schemas/Done" } } } } }
components:
  responses:
    Orders: { content: { a/b: { schema: { $ref: "#/components/schemas/Order" } } } }
  schemas: { Order: {}, Page: {}, Pet: {}, Done: {}, Alone: {} }
"##,
        );
        let expected = [
            ("All", &["Order", "Page"][..]),
            ("Orders", &["Order", "Page"]),
            ("pets", &["Done", "Pet"]),
        ];
        let expected: Vec<(String, Vec<String>)> = expected
            .iter()
            .map(|(name, schemas)| {
                let schemas = schemas.iter().map(|name| (*name).to_owned());
                ((*name).to_owned(), schemas.collect())
            })
            .collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn cycles_of_references_end() {
        let found = groups(
            r##"
openapi: 3.1.0
paths:
  /a: { $ref: "#/paths/~1b" }
  /b: { $ref: "#/paths/~1a", get: { responses: { "200": { $ref: "#/components/responses/R" } } } }
components:
  responses: { R: { $ref: "#/components/responses/R" } }
  schemas: { A: {} }
"##,
        );
        assert_eq!(found.len(), 2, "{found:?}");
    }
}
