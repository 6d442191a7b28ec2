//! Text of the document to text of the output: Markdown for rustdoc and for pages, constraints in
//! words.

mod constraints;
mod markdown;
mod unseen;

pub(crate) use constraints::{constraints, in_code};
pub(crate) use markdown::to_rustdoc;
pub(crate) use unseen::show_unseen;
