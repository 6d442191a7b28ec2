//! Operations to groups: by tag, each with the schemas that its operations lead to.

use std::collections::{BTreeMap, BTreeSet, HashSet};

use crate::document::{ObjectKind, is_own_schema, visit_children};
use crate::source::{FileId, Pointer, Value};
use crate::uri::percent_decode;

/// Operations that belong together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OperationGroup {
    /// The tag. Operations without one are grouped by the first word of their path.
    pub name: String,
    /// The document.
    pub file: FileId,
    /// The location of one of its operations.
    pub at: Pointer,
    /// The locations of the schemas in its operations, and of those that references in them name. Schemas that only
    /// other schemas lead to are not among them.
    pub schemas: BTreeSet<Pointer>,
}

/// The groups of the operations of a document with a root of this kind, ordered by name. References to other files are
/// not followed.
pub(crate) fn operation_groups(
    file: FileId,
    root: &Value,
    kind: ObjectKind,
) -> Vec<OperationGroup> {
    let mut groups: BTreeMap<String, OperationGroup> = BTreeMap::new();
    for container in ["paths", "webhooks"] {
        let Some(items) = root.get(container) else {
            continue;
        };
        visit_children(kind, container, items, &Pointer::root(), |item, at, _| {
            let path = at.last().unwrap_or_default().into_owned();
            for (operation, at, schemas) in operations(root, item, at) {
                for name in names(&path, operation) {
                    let group = groups
                        .entry(name.clone())
                        .or_insert_with(|| OperationGroup {
                            name,
                            file,
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

/// The operations of a path, with the schemas that each leads to.
fn operations<'v>(
    root: &'v Value,
    item: &'v Value,
    at: Pointer,
) -> Vec<(&'v Value, Pointer, BTreeSet<Pointer>)> {
    let mut found = Vec::new();
    // The parameters of a path are those of all its operations.
    let mut shared = Reach::new(root);
    let mut open = vec![(item, at)];
    let mut seen = HashSet::new();
    while let Some((item, at)) = open.pop() {
        if !seen.insert(at.clone()) {
            continue;
        }
        open.extend(target(root, item));
        for (name, value) in item.as_object().into_iter().flatten() {
            visit_children(ObjectKind::PathItem, name, value, &at, |value, at, kind| {
                if kind == ObjectKind::Operation {
                    let mut reach = Reach::new(root);
                    reach.object(value, at.clone(), kind);
                    found.push((value, at, reach.schemas));
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
struct Reach<'v> {
    root: &'v Value,
    seen: HashSet<Pointer>,
    schemas: BTreeSet<Pointer>,
}

impl<'v> Reach<'v> {
    fn new(root: &'v Value) -> Self {
        Self {
            root,
            seen: HashSet::new(),
            schemas: BTreeSet::new(),
        }
    }

    fn object(&mut self, value: &'v Value, at: Pointer, kind: ObjectKind) {
        let mut open = vec![(value, at, kind)];
        while let Some((value, at, kind)) = open.pop() {
            if !self.seen.insert(at.clone()) {
                continue;
            }
            let members = value.as_object();
            let is_schema = kind == ObjectKind::Schema
                || (kind == ObjectKind::Parameter && members.is_some_and(is_own_schema));
            if let Some((value, target)) = target(self.root, value) {
                if is_schema {
                    self.schemas.insert(target);
                } else {
                    open.push((value, target, kind));
                }
            }
            if is_schema {
                self.schemas.insert(at.clone());
            }
            for (name, value) in members.into_iter().flatten() {
                visit_children(kind, name, value, &at, |value, at, kind| {
                    open.push((value, at, kind));
                });
            }
        }
    }
}

/// The target of the reference that an object is, in the same document.
fn target<'v>(root: &'v Value, value: &Value) -> Option<(&'v Value, Pointer)> {
    let fragment = value.get("$ref")?.as_str()?.strip_prefix('#')?;
    let pointer = Pointer::parse(&percent_decode(fragment)?)?;
    Some((pointer.resolve(root)?, pointer))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn groups(text: &str) -> Vec<(String, Vec<String>)> {
        let root = serde_yaml::from_str(text).expect("it is YAML");
        let groups = operation_groups(FileId(0), &root, ObjectKind::OpenApi);
        let show = |group: OperationGroup| {
            let schemas = group.schemas.iter();
            let named = schemas.filter_map(|at| at.as_str().strip_prefix("/components/schemas/"));
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
"##,
        );
        assert_eq!(found.len(), 2, "{found:?}");
    }
}
