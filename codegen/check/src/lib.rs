//! Proves, in plain `cargo test`, that compiled Rust types say what a schema says.
//!
//! A generated crate's test lists its types with [`cases!`](crate::cases) and asks five questions,
//! each answered by a [`Report`]:
//!
//! | function | question | how |
//! |---|---|---|
//! | [`equality`] | does the derived schema accept what the published one accepts? | schema algebra, both directions |
//! | [`annotations`] | do title, description, default, examples … agree? | parallel walk (the algebra drops them) |
//! | [`published`] | is the published schema still the document's? | side by side with the document, and schema algebra |
//! | [`instances`](instances()) | do decoding, encoding and strict reading behave so? | instances made from the schema |
//! | [`examples`] | and on the document's own examples? | the same, plus findings about the document |
//!
//! ```ignore
//! let cases = cratify_check::cases!(create_session {
//!     CreateSession at "/components/schemas/CreateSession",
//! });
//! cratify_check::equality(&cases).assert(&[]);
//! let document = cratify_check::Document::read("schema/create_session.yaml")?;
//! cratify_check::published(&document, &cases).assert(&[]);
//! ```
//!
//! Vocabulary: the *published* schema is `T::schema()`; `schemars` makes the *derived* one; the generator makes the
//! crate from the [*document*](Document). A *failure* means that a type and its schema disagree; a [`Finding`] means
//! that the document disagrees with itself.

mod algebra;
mod annotations;
mod behaviour;
mod case;
mod document;
mod equality;
mod examples;
pub mod instances;
mod json;
mod parallel;
mod promises;
mod proof;
mod published;
mod report;
mod schemas;

#[cfg(test)]
mod tests;

pub use algebra::covers;
pub use annotations::annotations;
#[doc(hidden)]
pub use behaviour::display::{Displayed, NotDisplayed, Shown};
pub use behaviour::instances;
pub use case::Case;
#[doc(hidden)]
pub use case::form_of;
pub use cratify_schema::document::Form;
pub use cratify_schema::{AllowedFiles, JsonSchema, ReadOptions};
pub use document::Document;
pub use equality::equality;
pub use examples::examples;
pub use promises::extern_types::{ExternType, Position, RoundTrip, round_trip};
pub use promises::{Forms, NullMembers, Promises, UnknownBranches, UnknownMembers, UnknownValues};
pub use proof::Proof;
pub use published::published;
pub use report::exception::Exception;
pub use report::{Counts, Failure, Finding, Report};
