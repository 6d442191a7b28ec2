//! Turns two versions of a document into what the edit means: for data, for Rust code, for the version of the crate.
//!
//! | module | turns |
//! |---|---|
//! | [`side`] | a document or a record, at a path or in a git revision, into one side of a comparison |
//! | [`record`] | a side into the record of a release, and back |
//! | [`data`] | two sides into the verdicts of the four data boundaries |
//! | [`changes`] | two sides into the list of structural changes |
//! | [`rust`] | two sides into the changes of what Rust code can name |
//! | [`accept`] | what breaks, and entries of a file, into what is accepted on purpose |
//! | [`report`] | a comparison into text, Markdown, JSON, annotations, SARIF |
//! | [`version`] | the size of an edit into the version that it needs |
//!
//! [`Comparison`] is all of it.
//!
//! A *boundary* is a question that users of a crate ask about an edit. A *verdict* is its answer: yes, no with a
//! counter-example, or unknown with a reason.

pub mod accept;
pub mod changes;
mod comparison;
pub mod data;
mod edit;
pub mod git;
mod location;
pub mod record;
pub mod report;
pub mod rust;
pub mod side;
mod verdict;
pub mod version;

pub use comparison::{Comparison, Options};
pub use edit::{Edit, NONE};
pub use location::Location;
pub use record::Record;
pub use side::Side;
pub use verdict::{Boundary, Verdict, Verdicts};
pub use version::Bump;
