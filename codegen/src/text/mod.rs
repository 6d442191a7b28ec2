//! Text of the document to text of the output: Markdown for rustdoc and for pages, constraints in
//! words.

mod constraints;
mod markdown;

pub use constraints::{constraints, in_code};
pub use markdown::{one_line, to_rustdoc};
