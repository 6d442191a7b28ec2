//! Turns the text of OpenAPI documents and JSON Schemas into one resolved graph of schemas.
//!
//! Each stage is a function from a value to a value:
//!
//! | stage | turns |
//! |---|---|
//! | [`Source::read`](source::Source::read) | text of YAML or JSON into values with positions |
//! | [`document::read`] | values into documents: their dialects, their named schemas |
//! | [`link::link`] | references as written into the locations that they name, in as many files as it takes |
//! | [`upgrade::upgrade`] | documents of every dialect into JSON Schema 2020-12 |
//! | [`parse::parse`] | values into schemas, with the value of each keyword checked |
//! | [`graph::resolve`] | schemas into a graph in which each reference has its target |
//!
//! `overlay` changes the values of the root document before that, where there are overlays.
//!
//! [`keyword`] is the table of keywords, with the dialects that have them; [`diagnostic`] holds problems, with
//! their source locations, and [`report`] shows them; [`text`] shows text of a document.
//!
//! ```
//! use cratify_schema::{ReadOptions, document, graph, link, parse, upgrade};
//! use cratify_schema::diagnostic::Diagnostics;
//! use cratify_schema::source::{Source, Sources};
//!
//! let text = r##"{
//!     "$schema": "http://json-schema.org/draft-07/schema#",
//!     "definitions": { "Order": { "items": [{ "$ref": "#/definitions/Item" }] }, "Item": {} }
//! }"##;
//! let mut diagnostics = Diagnostics::new();
//! let mut sources = Sources::new();
//! let options = ReadOptions::default();
//!
//! let source = Source::parse("order.json".into(), text.to_owned(), &mut diagnostics).unwrap();
//! let documents = document::read(source, &options, &mut sources, &mut diagnostics).unwrap();
//! let linked = link::link(documents, &mut sources, &mut diagnostics);
//! let upgraded = upgrade::upgrade(linked, &sources, &mut diagnostics);
//! let schemas = parse::parse(&upgraded, &mut diagnostics);
//! let graph = graph::resolve(schemas, &upgraded, &mut diagnostics);
//!
//! assert!(diagnostics.is_empty() && graph.unresolved.is_empty());
//! let [order, item] = &graph.named[..] else { panic!("two named schemas") };
//! let first = graph.schemas[order.schema].array.prefix[0];
//! assert_eq!(graph.schemas[first].targets().next(), Some(item.schema));
//! ```

mod cycle;
pub mod diagnostic;
pub mod document;
pub mod graph;
pub mod keyword;
pub mod link;
mod location;
mod options;
mod overlay;
pub mod parse;
mod pattern;
pub mod report;
pub mod source;
pub mod text;
pub mod upgrade;
mod uri;

pub use location::{LocationMaps, SchemaLocation};
pub use options::{AllowedFiles, JsonSchema, Operations, ReadOptions};
