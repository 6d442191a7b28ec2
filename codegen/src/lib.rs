//! Turns a description of data models (OpenAPI 3.x or JSON Schema, in YAML or JSON) into a Rust
//! crate that can be published.
//!
//! It is made for a build script:
//!
//! ```no_run
//! use std::process::ExitCode;
//!
//! fn main() -> ExitCode {
//!     cratify::configure()
//!         .schema("schema")
//!         .output("generated")
//!         .build()
//! }
//! ```
//!
//! [`Config::build`] reports to Cargo; [`Config::generate`] is the same work as a function, for a
//! program of its own. Both read the document, decide on the types, write the crate in memory, and
//! touch the disk only where a file differs, all or nothing.

mod analyze;
mod build;
mod config;
mod diagnostic;
mod dialect;
mod document;
mod emit;
mod files;
mod format;
mod graph;
mod ledger;
mod link;
mod lower;
mod model;
mod names;
mod package;
mod pages;
mod parallel;
mod pipeline;
mod publish;
mod schema;
mod settings;
mod source;
mod text;

#[cfg(feature = "check")]
pub mod check;

pub use config::{Config, configure};
pub use diagnostic::{Code, Located, Severity};
pub use files::{Difference, Summary};
pub use ledger::{Entry, Ledger, Outcome};
pub use package::Dependency;
pub use pipeline::{Error, Generated, Stage};
pub use settings::{
    ExternType, Formats, Inheritance, JsonSchema, Kind, MapType, Modules, NullMembers, Operations,
    PlaceSettings, SchemaFiles, UnknownBranches, UnknownMembers, UnknownValues, Untyped,
};
