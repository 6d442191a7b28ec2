//! Turns the kind of an object into the members under which it holds schemas.
//!
//! The tables are for all dialects at once. A member that only another dialect has either does not
//! occur or means what it means there: `$defs` of a draft-07 document holds schemas as well, since
//! references lead there.

use crate::keyword::{self, Dialect, RUST_TYPE, ValueKind};
use crate::source::{Pointer, Value};

/// The kind of an object of a document: a schema, or an object that holds schemas.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ObjectKind {
    /// A schema.
    Schema,
    /// The root of a document of `OpenAPI` 3.
    OpenApi,
    /// The root of a document of Swagger 2.0.
    Swagger,
    /// `components`.
    Components,
    /// The operations of a path.
    PathItem,
    /// One operation.
    Operation,
    /// A parameter or a header.
    Parameter,
    /// A request body.
    RequestBody,
    /// A response.
    Response,
    /// The path items of a callback, by expression.
    Callback,
    /// One entry of `content`.
    MediaType,
    /// One entry of `encoding`.
    Encoding,
    /// The value of `x-rust-type`.
    RustType,
}

impl ObjectKind {
    /// The kind of the root of a document of this dialect.
    pub fn of_root(root: &Value, dialect: Dialect) -> Self {
        let has = |name| root.get(name).is_some();
        match dialect {
            Dialect::Swagger20 if has("swagger") => Self::Swagger,
            Dialect::OpenApi30 | Dialect::OpenApi31 if has("openapi") => Self::OpenApi,
            _ => Self::Schema,
        }
    }
}

/// The objects that a member of an object holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Children {
    /// The value is one.
    One(ObjectKind),
    /// The value is a list of them.
    List(ObjectKind),
    /// The value is one or a list of them: `items` up to 2019-09.
    OneOrList(ObjectKind),
    /// The value has one for each name.
    Map(ObjectKind),
}

/// The objects in the member `name` of an object; `None` if schemas cannot be in it.
#[expect(clippy::match_same_arms, reason = "in the order of the specifications")]
pub fn children_of(kind: ObjectKind, name: &str) -> Option<Children> {
    use Children::{List, Map, One};
    use ObjectKind::{
        Callback, Components, Encoding, MediaType, OpenApi, Operation, Parameter, PathItem,
        RequestBody, Response, RustType, Schema, Swagger,
    };
    Some(match (kind, name) {
        (Schema, keyword) => return subschemas_of(keyword),
        // Swagger 2.0, section "Swagger Object".
        (Swagger, "definitions") | (Components, "schemas") => Map(Schema),
        (Swagger, "parameters") => Map(Parameter),
        (Swagger, "responses") => Map(Response),
        (Swagger | OpenApi, "paths") | (OpenApi, "webhooks") => Map(PathItem),
        // OpenAPI 3.1.1, section 4.8.7, and 3.2.0, section 4.8.
        (OpenApi, "components") => One(Components),
        (Components, "parameters" | "headers") => Map(Parameter),
        (Components, "requestBodies") => Map(RequestBody),
        (Components, "responses") => Map(Response),
        (Components, "callbacks") => Map(Callback),
        (Components, "pathItems") => Map(PathItem),
        (Components, "mediaTypes") => Map(MediaType),
        (PathItem | Operation, "parameters") => List(Parameter),
        (
            PathItem,
            "get" | "put" | "post" | "delete" | "options" | "head" | "patch" | "trace" | "query",
        ) => One(Operation),
        (PathItem, "additionalOperations") => Map(Operation),
        (Operation, "requestBody") => One(RequestBody),
        (Operation, "responses") => Map(Response),
        (Operation, "callbacks") => Map(Callback),
        (Callback, name) if !name.starts_with("x-") => One(PathItem),
        // In Swagger 2.0 a response and a body parameter have a schema of their own.
        (Parameter | Response | MediaType, "schema") | (MediaType, "itemSchema") => One(Schema),
        (Parameter | RequestBody | Response, "content") => Map(MediaType),
        (Response | Encoding, "headers") => Map(Parameter),
        (MediaType | Encoding, "encoding") => Map(Encoding),
        (MediaType | Encoding, "itemEncoding") => One(Encoding),
        (MediaType | Encoding, "prefixEncoding") => List(Encoding),
        (RustType, "parameters") => List(Schema),
        _ => return None,
    })
}

/// Calls `found` for each object in the member `name` of an object of this kind at `at`.
pub fn visit_children<'v>(
    kind: ObjectKind,
    name: &str,
    value: &'v Value,
    at: &Pointer,
    mut found: impl FnMut(&'v Value, Pointer, ObjectKind),
) {
    let Some(children) = children_of(kind, name) else {
        return;
    };
    let at = at.join(name);
    match (children, value) {
        (Children::List(kind) | Children::OneOrList(kind), Value::Array(values)) => {
            for (index, value) in values.iter().enumerate() {
                found(value, at.index(index), kind);
            }
        }
        (Children::One(kind) | Children::OneOrList(kind), value) => found(value, at, kind),
        (Children::Map(kind), Value::Object(members)) => {
            for (name, value) in members {
                found(value, at.join(name), kind);
            }
        }
        // The parser reports the value.
        (Children::List(_) | Children::Map(_), _) => {}
    }
}

/// The subschemas of a keyword, in any dialect.
fn subschemas_of(name: &str) -> Option<Children> {
    const SCHEMA: ObjectKind = ObjectKind::Schema;
    // An extension, and so no keyword of the table.
    if name == RUST_TYPE {
        return Some(Children::One(ObjectKind::RustType));
    }
    match keyword::find(name)?.kind {
        ValueKind::Schema => Some(Children::One(SCHEMA)),
        ValueKind::SchemaOrList => Some(Children::OneOrList(SCHEMA)),
        ValueKind::SchemaList => Some(Children::List(SCHEMA)),
        // A list of names where a schema could be is an array, and so no schema.
        ValueKind::SchemaMap | ValueKind::SchemaOrNamesMap => Some(Children::Map(SCHEMA)),
        _ => None,
    }
}

/// Whether a parameter or header of Swagger 2.0 is its own schema, as it is outside of the body.
pub fn is_own_schema(members: &serde_json::Map<String, Value>) -> bool {
    members.contains_key("type") && !members.contains_key("schema")
}
