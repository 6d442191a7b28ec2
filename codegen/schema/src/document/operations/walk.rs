//! Finds the schemas of operations, each with the objects around it.

use std::collections::{HashMap, HashSet, VecDeque};

use super::parts::{Part, Parts};
use crate::document::{Children, Documents, ObjectKind, children_of, is_own_schema};
use crate::keyword::Dialect;
use crate::location::SchemaLocation;
use crate::source::{FileId, Sources, Value};

/// How many references to path items and operations may follow each other.
const MOST_NESTED: usize = 16;

/// A schema and the objects around it.
#[derive(Debug)]
pub(super) struct Found<'d> {
    pub at: SchemaLocation,
    pub schema: &'d Value,
    /// The objects around it, from the outside.
    pub ancestors: Vec<Ancestor<'d>>,
}

/// An object around a schema.
#[derive(Debug, Clone, Copy)]
pub(super) struct Ancestor<'d> {
    pub kind: ObjectKind,
    /// The member of the object around it that holds it: `requestBody`, `headers`, `paths`.
    pub member: &'d str,
    /// Its name, if the member is a map: a status, a media type, a path.
    pub name: &'d str,
    /// Its index, if the member is a list.
    pub index: usize,
    pub value: &'d Value,
}

/// The schemas in the operations of a document.
#[derive(Default)]
pub(super) struct Walked<'d> {
    /// The schemas in document order. Schemas to which only references lead come last.
    pub schemas: Vec<Found<'d>>,
    /// How many operations have which `operationId`.
    pub ids: HashMap<&'d str, usize>,
}

/// Walks through the operations of a document.
///
/// A path item and an operation in another file take the place of the reference to them, and so does what a component
/// refers to. Another part is read as if it were a component of its [name](Part::name), since several operations may
/// have it. No object is visited twice, and none that a former root document leads to.
pub(super) fn find<'d>(
    file: FileId,
    documents: &Documents,
    sources: &'d Sources,
    dialect: Dialect,
    parts: &'d Parts,
) -> Walked<'d> {
    let kind = match dialect {
        Dialect::Swagger20 => ObjectKind::Swagger,
        Dialect::OpenApi30 | Dialect::OpenApi31 => ObjectKind::OpenApi,
        _ => return Walked::default(),
    };
    let of_former_roots = documents.operations.iter().map(|schema| &schema.at);
    let mut walk = Walk {
        roots: &documents.roots,
        sources,
        parts,
        is_swagger: kind == ObjectKind::Swagger,
        visited: HashSet::new(),
        of_former_roots: of_former_roots.collect(),
        shared: VecDeque::new(),
        walked: Walked::default(),
    };
    let root = SchemaLocation::root(file);
    let mut open = Vec::new();
    push_members(&root, &sources.get(file).root, kind, (0, 0), &mut open);
    walk.visit(open, Vec::new());
    while let Some((part, user)) = walk.shared.pop_front() {
        walk.visit_shared(part, user);
    }
    walk.walked
}

struct Walk<'d, 'r> {
    roots: &'r [FileId],
    sources: &'d Sources,
    parts: &'d Parts,
    is_swagger: bool,
    visited: HashSet<(SchemaLocation, ObjectKind)>,
    /// The schemas that former root documents lead to.
    of_former_roots: HashSet<&'r SchemaLocation>,
    /// The parts to visit as components, each with the object that refers to it.
    shared: VecDeque<(&'d Part, Ancestor<'d>)>,
    walked: Walked<'d>,
}

/// An object to visit.
struct Open<'d> {
    at: SchemaLocation,
    object: Ancestor<'d>,
    /// How many objects are around it.
    depth: usize,
    /// How many references lead to it from the root document.
    nested: usize,
}

impl<'d> Walk<'d, '_> {
    /// Visits objects, the last one first, and all objects in them. `ancestors` are the objects around them.
    fn visit(&mut self, mut open: Vec<Open<'d>>, mut ancestors: Vec<Ancestor<'d>>) {
        while let Some(Open {
            at,
            object,
            depth,
            nested,
        }) = open.pop()
        {
            ancestors.truncate(depth);
            let Ancestor { kind, value, .. } = object;
            if !self.visited.insert((at.clone(), kind)) {
                continue;
            }
            let is_component =
                ancestors.last().map(|outer| outer.kind) == Some(ObjectKind::Components);
            ancestors.push(object);
            let id = value.get("operationId").and_then(Value::as_str);
            if let Some(id) = id.filter(|_| kind == ObjectKind::Operation) {
                *self.walked.ids.entry(id).or_default() += 1;
            }
            if kind == ObjectKind::Schema || self.is_own_schema(object) {
                if !self.of_former_roots.contains(&at) {
                    self.walked.schemas.push(Found {
                        at,
                        schema: value,
                        ancestors: ancestors.clone(),
                    });
                }
                continue;
            }
            let is_reference = value.get("$ref").is_some_and(Value::is_string);
            if let Some(part) = self.parts.target(&at) {
                let is_used_once = matches!(kind, ObjectKind::PathItem | ObjectKind::Operation);
                let takes_place = (is_used_once || is_component)
                    && nested < MOST_NESTED
                    && !self.roots.contains(&part.at.file);
                match self.value(part).filter(|_| takes_place) {
                    Some(value) => open.push(Open {
                        at: part.at.clone(),
                        object: Ancestor { value, ..object },
                        depth,
                        nested: nested + 1,
                    }),
                    None => self.shared.push_back((part, object)),
                }
            }
            // The fields beside the reference of a path item count as well (OpenAPI 3.1.1, section 4.8.9).
            if !is_reference || kind == ObjectKind::PathItem {
                push_members(&at, value, kind, (depth + 1, nested), &mut open);
            }
        }
    }

    /// Visits a part as if it were a component.
    fn visit_shared(&mut self, part: &'d Part, user: Ancestor<'d>) {
        let Some(value) = self.value(part) else {
            return;
        };
        let components = Ancestor {
            kind: ObjectKind::Components,
            member: "components",
            name: "",
            index: 0,
            value,
        };
        let object = Ancestor {
            kind: user.kind,
            member: match user.kind {
                ObjectKind::Parameter if user.member != "headers" => "parameters",
                ObjectKind::RequestBody => "requestBodies",
                ObjectKind::MediaType => "mediaTypes",
                ObjectKind::PathItem => "pathItems",
                _ => user.member,
            },
            name: &part.name,
            index: 0,
            value,
        };
        let open = Open {
            at: part.at.clone(),
            object,
            depth: 1,
            nested: 0,
        };
        self.visit(vec![open], vec![components]);
    }

    fn value(&self, part: &Part) -> Option<&'d Value> {
        part.at
            .pointer
            .resolve(&self.sources.get(part.at.file).root)
    }

    fn is_own_schema(&self, ancestor: Ancestor<'_>) -> bool {
        let members = ancestor.value.as_object();
        self.is_swagger
            && ancestor.kind == ObjectKind::Parameter
            && members.is_some_and(is_own_schema)
    }
}

/// Puts the objects in an object on a stack, the last one first.
fn push_members<'d>(
    at: &SchemaLocation,
    value: &'d Value,
    kind: ObjectKind,
    (depth, nested): (usize, usize),
    open: &mut Vec<Open<'d>>,
) {
    let before = open.len();
    let mut push = |at, kind, (member, name, index), value| {
        let object = Ancestor {
            kind,
            member,
            name,
            index,
            value,
        };
        open.push(Open {
            at,
            object,
            depth,
            nested,
        });
    };
    for (member, value) in value.as_object().into_iter().flatten() {
        let at = || at.join(member);
        match children_of(kind, member) {
            // Named schemas have names of their own.
            Some(Children::Map(ObjectKind::Schema)) | None => {}
            Some(Children::One(inner)) => push(at(), inner, (member.as_str(), "", 0), value),
            Some(Children::Map(inner)) => {
                let extensible = matches!(member.as_str(), "paths" | "responses");
                for (name, value) in value.as_object().into_iter().flatten() {
                    if !(extensible && name.starts_with("x-")) {
                        push(at().join(name), inner, (member, name, 0), value);
                    }
                }
            }
            Some(Children::List(inner) | Children::OneOrList(inner)) => {
                for (index, value) in value.as_array().into_iter().flatten().enumerate() {
                    push(
                        at().join(&index.to_string()),
                        inner,
                        (member, "", index),
                        value,
                    );
                }
            }
        }
    }
    open[before..].reverse();
}
