//! Turns two versions of a document into what the edit means: for data, for Rust code, for the version of the crate.
//!
//! | module | turns |
//! |---|---|
//! | [`side`] | a document, at a path or in a git revision, into one side of a comparison |
//! | [`data`] | two sides into the verdicts of the four data boundaries |
//! | [`changes`] | two sides into the list of structural changes |
//! | [`rust`] | two sides into the changes of what Rust code can name |
//! | [`version`] | the size of an edit into the version that it needs |
//!
//! A *boundary* is a question that users of a crate ask about an edit. A *verdict* is its answer: yes, no with a
//! counter-example, or unknown with a reason.

pub mod changes;
pub mod data;
mod location;
pub mod rust;
pub mod side;
mod verdict;
pub mod version;

pub use location::Location;
pub use side::Side;
pub use verdict::{Boundary, Verdict, Verdicts};
pub use version::Bump;
