//! Turns a model of Rust types into the files of a crate, in memory.
//!
//! | module | turns |
//! |---|---|
//! | [`publish`] | schemas into the published JSON Schema of each type |
//! | [`emit`] | types into tokens of Rust |
//! | [`mod@format`] | tokens into text as rustfmt has it |
//! | [`pages`] | types into Markdown pages, the README |
//! | [`module`] | the files of a crate into one file |
//! | [`package`] | the data of the package into its manifest and licence texts |
//! | `syntax` | parts of Rust into trees |
//! | [`tree`] | paths and texts into one checked tree |

pub mod emit;
pub mod format;
pub mod module;
pub mod package;
pub mod pages;
pub mod parallel;
pub mod publish;
mod syntax;
pub mod text;
pub mod tree;
