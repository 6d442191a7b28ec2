//! Turns text of documents and settings into words of Rust: identifiers, file names, paths.
//!
//! | module | turns |
//! |---|---|
//! | `spoken` | text into words, with signs read aloud: `+1` is "plus 1" |
//! | `case` | words into `UpperCamelCase` and `snake_case` |
//! | `normal` | text into the form in which Rust compares identifiers |
//! | `length` | long names into names within the one limit |
//! | `file` | identifiers into names of files, packages into names in paths |
//! | `keyword` | (the words of Rust that are not identifiers) |
//! | `owner` | words of a part of a type into those without the words of the type |
//! | `plain` | text into whether it is an identifier |
//! | `path` | text into the path of a type, a module or a derive |
//!
//! A text alone decides the result. Which of two things with one name gives way is decided in
//! `names`.

mod case;
mod file;
mod keyword;
mod length;
mod normal;
mod owner;
mod path;
mod plain;
mod spoken;

pub use case::{
    Candidates, is_snake_case, is_upper_camel_case, snake_candidates, snake_case,
    upper_camel_candidates, upper_camel_case,
};
pub use file::{crate_ident, file_name, is_device};
pub use keyword::{KEYWORDS, NEVER_RAW, is_keyword};
pub use length::{LONGEST, shortened_words};
pub use normal::normalized;
pub use owner::without_owner;
pub use path::RustPath;
pub use plain::is_plain_ident;
