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

mod build;
mod checks;
mod config;
mod files;
mod find;
mod generated;
mod ledger;
mod pipeline;
mod report;
mod stage;

pub use config::{Config, configure};
pub use cratify_model::package::Dependency;
pub use cratify_model::settings::{
    ExternType, Formats, Inheritance, Kind, MapType, Modules, NullMembers, PlaceSettings,
    SchemaFiles, UnknownBranches, UnknownMembers, UnknownValues, Untyped,
};
pub use cratify_schema::diagnostic::{Code, Severity};
pub use cratify_schema::report::Located;
pub use cratify_schema::{JsonSchema, Operations};
pub use files::{Difference, Summary};
pub use generated::Generated;
pub use ledger::{Entry, Ledger, Outcome};
pub use report::Error;
pub use stage::Stage;
