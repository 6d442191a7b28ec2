//! Turns text of a document into text of the output: a type for each position, and one way to make each type.
//!
//! | position | type |
//! |---|---|
//! | line comment | [`Comment`] |
//! | doc comment | [`DocLines`], of [`Sentence`]s and of the document's Markdown |
//! | code span | [`CodeSpan`] |
//! | string literal | [`StringLiteral`], [`RawStringLiteral`]; in tokens, the literals of `quote` |
//! | Rust as text | [`Rust`] |
//! | JSON file | [`json`] |
//! | Markdown | [`cratify_model::markdown`] |
//! | TOML | [`crate::package`] |
//! | name of a file | [`cratify_model::names`]; [`crate::tree`] checks each |
//!
//! A value of such a type is made from a `&'static str`, which is written in this package, from other such
//! values, or from any text by the one function that escapes it. Text of a document reaches Rust in no other
//! way.

/// The sentence about a type that promises nothing.
pub(crate) const UNSTABLE: &str = "Unstable: any release may change or remove it.";

mod code_span;
mod comment;
mod constraints;
mod direction;
mod doc_lines;
mod json;
mod literal;
mod presence;
mod rust;
mod sentence;
mod spell;

pub use code_span::CodeSpan;
pub use comment::{Comment, MARK, PAGE_COMMENT};
pub use constraints::phrases;
pub use direction::phrase_of_direction;
pub use doc_lines::DocLines;
pub use json::json;
pub use literal::{RawStringLiteral, StringLiteral};
pub use presence::filled_in;
pub use rust::{Rust, RustPart};
pub(crate) use sentence::sentence;
pub use sentence::{Inline, Sentence};
