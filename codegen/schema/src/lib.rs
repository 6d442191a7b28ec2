//! Turns the text of OpenAPI documents and JSON Schemas into one resolved graph of schemas.
//!
//! | module | turns |
//! |---|---|
//! | [`source`] | text of YAML or JSON into values with positions |
//! | [`document`] | values into a document: its dialect and its named schemas |
//! | [`link`] | references as written into the places that they name, in as many files as it takes |
//! | [`dialect`] | every older dialect into JSON Schema 2020-12 |
//! | [`parse`] | values into schemas, each keyword checked |
//! | [`graph`] | schemas into a graph in which every reference leads to its schema |
//!
//! [`keyword`] is the table of keywords, with the dialects that have them; [`diagnostic`] holds what is wrong, with its place; [`text`] shows text of a document to people.

pub mod diagnostic;
pub mod dialect;
pub mod document;
pub mod graph;
pub mod keyword;
pub mod link;
mod options;
pub mod parse;
pub mod source;
pub mod text;

pub use options::{JsonSchema, Operations, ReadOptions};
