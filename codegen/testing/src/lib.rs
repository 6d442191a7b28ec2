//! Test support that several packages share.
//!
//! - A [`Fixture`] is a document with its settings, which its first lines state.
//! - A [golden file](golden) is text that a person has reviewed.
//! - An [`Edit`] is a step from one schema to another, with what it means.
//! - [Random](random) documents and edits are for properties.
//! - The [corpus] holds real documents, outside this repository.

pub mod corpus;
mod edits;
mod fixture;
pub mod golden;
pub mod random;
mod release;
mod settings;
mod support_modules;

pub use cratify_rust::parallel::map as on_all_cores;
pub use edits::{Edit, edits};
pub use fixture::{Exception, Fixture, folders};
pub use release::head;
pub use support_modules::missing_support;
