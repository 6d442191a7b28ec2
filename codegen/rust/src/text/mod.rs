//! Text of the document to text of the output: Markdown for rustdoc, constraints in words.

mod constraints;
mod markdown;

pub use constraints::phrases;
pub use markdown::to_rustdoc;
