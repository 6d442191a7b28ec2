//! Text of documents and settings to words of Rust: identifiers, file names, paths.
//!
//! | module | turns |
//! |---|---|
//! | `case` | words of any spelling into `UpperCamelCase` and `snake_case` |
//! | `file` | identifiers into names of files |
//! | `keyword` | (the words of Rust that are no identifiers) |
//! | `plain` | text into whether it is an identifier |
//! | `path` | text into the path of a type, a module or a derive |
//!
//! A text alone decides the result. Which of two things with one name gives way is decided in
//! [`names`](crate::names).

mod case;
mod file;
mod keyword;
mod path;
mod plain;

pub use case::{is_snake_case, is_upper_camel_case, snake_case, upper_camel_case};
pub use file::file_name;
pub use keyword::{KEYWORDS, NEVER_RAW, is_keyword};
pub use path::RustPath;
pub use plain::is_plain_ident;
