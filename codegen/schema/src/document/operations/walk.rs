//! Finds the schemas of operations, each with the objects around it.

use std::collections::HashMap;

use crate::document::{Children, ObjectKind, children_of, is_own_schema};
use crate::keyword::Dialect;
use crate::source::{Pointer, Value};

/// A schema and the objects around it.
#[derive(Debug)]
pub(super) struct Found<'d> {
    pub pointer: Pointer,
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
    /// The schemas in document order.
    pub schemas: Vec<Found<'d>>,
    /// How many operations have which `operationId`.
    pub ids: HashMap<&'d str, usize>,
    /// References of operations and of their parts to other files.
    pub elsewhere: Vec<Pointer>,
}

/// Walks through the operations of a document.
pub(super) fn find(root: &Value, dialect: Dialect) -> Walked<'_> {
    let kind = match dialect {
        Dialect::Swagger20 => ObjectKind::Swagger,
        Dialect::OpenApi30 | Dialect::OpenApi31 => ObjectKind::OpenApi,
        _ => return Walked::default(),
    };
    let mut walk = Walk {
        is_swagger: kind == ObjectKind::Swagger,
        ancestors: Vec::new(),
        walked: Walked::default(),
    };
    walk.members(root, kind, &Pointer::root());
    walk.walked
}

struct Walk<'d> {
    is_swagger: bool,
    ancestors: Vec<Ancestor<'d>>,
    walked: Walked<'d>,
}

// The depth of this recursion is that of the document, which is bounded.
impl<'d> Walk<'d> {
    fn members(&mut self, value: &'d Value, kind: ObjectKind, at: &Pointer) {
        let Some(members) = value.as_object() else {
            return;
        };
        for (member, value) in members {
            let at = || at.join(member);
            match children_of(kind, member) {
                // Named schemas have names of their own.
                Some(Children::Map(ObjectKind::Schema)) | None => {}
                Some(Children::One(inner)) => self.object(value, inner, (member, "", 0), &at()),
                Some(Children::Map(inner)) => {
                    let extensible = matches!(member.as_str(), "paths" | "responses");
                    for (name, value) in value.as_object().into_iter().flatten() {
                        if !(extensible && name.starts_with("x-")) {
                            self.object(value, inner, (member, name, 0), &at().join(name));
                        }
                    }
                }
                Some(Children::List(inner) | Children::OneOrList(inner)) => {
                    for (index, value) in value.as_array().into_iter().flatten().enumerate() {
                        self.object(value, inner, (member, "", index), &at().index(index));
                    }
                }
            }
        }
    }

    fn object(
        &mut self,
        value: &'d Value,
        kind: ObjectKind,
        (member, name, index): (&'d str, &'d str, usize),
        at: &Pointer,
    ) {
        let ancestor = Ancestor {
            kind,
            member,
            name,
            index,
            value,
        };
        self.ancestors.push(ancestor);
        let id = value.get("operationId").and_then(Value::as_str);
        if let Some(id) = id.filter(|_| kind == ObjectKind::Operation) {
            *self.walked.ids.entry(id).or_default() += 1;
        }
        if kind == ObjectKind::Schema || self.is_own_schema(ancestor) {
            self.walked.schemas.push(Found {
                pointer: at.clone(),
                schema: value,
                ancestors: self.ancestors.clone(),
            });
        } else if let Some(reference) = value.get("$ref").and_then(Value::as_str) {
            // A target in the document is visited at its own location.
            if !reference.starts_with('#') {
                self.walked.elsewhere.push(at.join("$ref"));
            }
        } else {
            self.members(value, kind, at);
        }
        self.ancestors.pop();
    }

    fn is_own_schema(&self, ancestor: Ancestor<'_>) -> bool {
        let members = ancestor.value.as_object();
        self.is_swagger
            && ancestor.kind == ObjectKind::Parameter
            && members.is_some_and(is_own_schema)
    }
}
