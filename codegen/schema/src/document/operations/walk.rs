//! Finds the schemas of operations, each with the way to it.

use std::collections::HashMap;

use crate::dialect::{Shape, Step, is_own_schema, step};
use crate::keyword::Dialect;
use crate::source::{Pointer, Value};

/// A schema and the way to it.
#[derive(Debug)]
pub(super) struct Found<'d> {
    pub pointer: Pointer,
    pub schema: &'d Value,
    /// What it is in, from the outside.
    pub trail: Vec<Crumb<'d>>,
}

/// A thing on the way to a schema.
#[derive(Debug, Clone, Copy)]
pub(super) struct Crumb<'d> {
    pub shape: Shape,
    /// The member that the thing is, or is in: `requestBody`, `headers`, `paths`.
    pub member: &'d str,
    /// Its name there, if it is one of several: a status, a media type, a path.
    pub name: &'d str,
    /// Its place there, if it is one of a list.
    pub index: usize,
    pub value: &'d Value,
}

/// The schemas in document order, and how many operations have which `operationId`.
pub(super) fn find(root: &Value, dialect: Dialect) -> (Vec<Found<'_>>, HashMap<&str, usize>) {
    let shape = match dialect {
        Dialect::Swagger20 => Shape::Swagger,
        Dialect::OpenApi30 | Dialect::OpenApi31 => Shape::OpenApi,
        _ => return (Vec::new(), HashMap::new()),
    };
    let mut walk = Walk {
        is_swagger: shape == Shape::Swagger,
        found: Vec::new(),
        trail: Vec::new(),
        ids: HashMap::new(),
    };
    walk.members(root, shape, &Pointer::root());
    (walk.found, walk.ids)
}

struct Walk<'d> {
    is_swagger: bool,
    found: Vec<Found<'d>>,
    trail: Vec<Crumb<'d>>,
    ids: HashMap<&'d str, usize>,
}

// The depth of this recursion is that of the document, which is bounded.
impl<'d> Walk<'d> {
    fn members(&mut self, value: &'d Value, shape: Shape, at: &Pointer) {
        let Some(members) = value.as_object() else {
            return;
        };
        for (member, value) in members {
            let at = || at.join(member);
            match step(shape, member) {
                // Named schemas have names of their own.
                Some(Step::Map(Shape::Schema)) | None => {}
                Some(Step::One(inner)) => self.thing(value, inner, (member, "", 0), &at()),
                Some(Step::Map(inner)) => {
                    let extensible = matches!(member.as_str(), "paths" | "responses");
                    for (name, value) in value.as_object().into_iter().flatten() {
                        if !(extensible && name.starts_with("x-")) {
                            self.thing(value, inner, (member, name, 0), &at().join(name));
                        }
                    }
                }
                Some(Step::List(inner) | Step::OneOrList(inner)) => {
                    for (index, value) in value.as_array().into_iter().flatten().enumerate() {
                        self.thing(value, inner, (member, "", index), &at().index(index));
                    }
                }
            }
        }
    }

    fn thing(
        &mut self,
        value: &'d Value,
        shape: Shape,
        (member, name, index): (&'d str, &'d str, usize),
        at: &Pointer,
    ) {
        let crumb = Crumb {
            shape,
            member,
            name,
            index,
            value,
        };
        self.trail.push(crumb);
        let id = value.get("operationId").and_then(Value::as_str);
        if let Some(id) = id.filter(|_| shape == Shape::Operation) {
            *self.ids.entry(id).or_default() += 1;
        }
        if shape == Shape::Schema || self.is_own_schema(crumb) {
            self.found.push(Found {
                pointer: at.clone(),
                schema: value,
                trail: self.trail.clone(),
            });
        } else if !value.get("$ref").is_some_and(Value::is_string) {
            // What is referred to is met where it is.
            self.members(value, shape, at);
        }
        self.trail.pop();
    }

    fn is_own_schema(&self, crumb: Crumb<'_>) -> bool {
        let members = crumb.value.as_object();
        self.is_swagger && crumb.shape == Shape::Parameter && members.is_some_and(is_own_schema)
    }
}
