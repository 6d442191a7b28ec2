//! Where schemas are: which members of which objects hold them.
//!
//! The tables hold the places of all dialects at once. A place of another dialect either does not
//! occur or is meant as what it is called: `$defs` in a draft-07 document holds schemas as well,
//! since its references lead there.

use crate::keyword::{self, Form, Keyword, RUST_TYPE};
use crate::source::{Pointer, Value};

/// An object that schemas are in, or a schema.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
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
    /// A request body, or anything else with nothing but `content`.
    Body,
    /// A response.
    Response,
    /// The path items of a callback, by expression.
    Callback,
    /// One entry of `content`.
    MediaType,
    /// One entry of `encoding`.
    Encoding,
    /// What `x-rust-type` says.
    RustType,
}

/// What a member holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// The thing itself.
    One(Shape),
    /// A list of such things.
    List(Shape),
    /// A list or the thing itself: `items` up to 2019-09.
    OneOrList(Shape),
    /// Such things by name.
    Map(Shape),
}

/// What the member `name` of a thing holds; `None` for what has no schemas in it.
#[expect(clippy::match_same_arms, reason = "in the order of the specifications")]
pub fn step(shape: Shape, name: &str) -> Option<Step> {
    use Shape::{
        Body, Callback, Components, Encoding, MediaType, OpenApi, Operation, Parameter, PathItem,
        Response, RustType, Schema, Swagger,
    };
    use Step::{List, Map, One};
    Some(match (shape, name) {
        (Schema, keyword) => return keyword_step(keyword),
        // Swagger 2.0, section "Swagger Object".
        (Swagger, "definitions") | (Components, "schemas") => Map(Schema),
        (Swagger, "parameters") => Map(Parameter),
        (Swagger, "responses") => Map(Response),
        (Swagger | OpenApi, "paths") | (OpenApi, "webhooks") => Map(PathItem),
        // OpenAPI 3.1.1, section 4.8.7, and 3.2.0, section 4.8.
        (OpenApi, "components") => One(Components),
        (Components, "parameters" | "headers") => Map(Parameter),
        (Components, "requestBodies") => Map(Body),
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
        (Operation, "requestBody") => One(Body),
        (Operation, "responses") => Map(Response),
        (Operation, "callbacks") => Map(Callback),
        (Callback, name) if !name.starts_with("x-") => One(PathItem),
        // In Swagger 2.0 a response and a body parameter have a schema of their own.
        (Parameter | Response | MediaType, "schema") | (MediaType, "itemSchema") => One(Schema),
        (Parameter | Body | Response, "content") => Map(MediaType),
        (Response | Encoding, "headers") => Map(Parameter),
        (MediaType | Encoding, "encoding") => Map(Encoding),
        (MediaType | Encoding, "itemEncoding") => One(Encoding),
        (MediaType | Encoding, "prefixEncoding") => List(Encoding),
        (RustType, "parameters") => List(Schema),
        _ => return None,
    })
}

/// Calls `found` for each thing that the member `name` of a thing of this shape holds.
pub fn inner<'v>(
    shape: Shape,
    name: &str,
    value: &'v Value,
    at: &Pointer,
    mut found: impl FnMut(&'v Value, Pointer, Shape),
) {
    let Some(step) = step(shape, name) else {
        return;
    };
    let at = at.join(name);
    match (step, value) {
        (Step::List(shape) | Step::OneOrList(shape), Value::Array(values)) => {
            for (index, value) in values.iter().enumerate() {
                found(value, at.index(index), shape);
            }
        }
        (Step::One(shape) | Step::OneOrList(shape), value) => found(value, at, shape),
        (Step::Map(shape), Value::Object(members)) => {
            for (name, value) in members {
                found(value, at.join(name), shape);
            }
        }
        (Step::List(_) | Step::Map(_), _) => {}
    }
}

/// What a keyword holds, in any dialect.
fn keyword_step(name: &str) -> Option<Step> {
    const SCHEMA: Shape = Shape::Schema;
    // An extension, and so no keyword of the table.
    if name == RUST_TYPE {
        return Some(Step::One(Shape::RustType));
    }
    match keyword::find(name)?.form {
        Form::Schema => Some(Step::One(SCHEMA)),
        Form::SchemaOrList => Some(Step::OneOrList(SCHEMA)),
        Form::SchemaList => Some(Step::List(SCHEMA)),
        // A list of names where a schema could be is an array, and so no schema.
        Form::SchemaMap | Form::SchemaOrNamesMap => Some(Step::Map(SCHEMA)),
        _ => None,
    }
}

/// Whether a keyword's value is data, whatever it looks like.
pub fn holds_data(name: &str) -> bool {
    keyword::find(name).is_some_and(Keyword::holds_data)
}
