//! What somebody asks for beside the schema: names, derives, attributes.

use cratify_schema::diagnostic::SourceLocation;

/// A Rust name that the document or the builder asks for.
#[derive(Debug, Clone, PartialEq)]
pub struct Rename {
    /// An identifier.
    pub name: String,
    /// Where it is asked for.
    pub place: SourceLocation,
}

/// What the builder adds to a type. All of it is Rust: that was seen to when it was said.
#[derive(Debug, Clone, Default)]
pub struct Extras {
    /// Lists of derives.
    pub derives: Vec<String>,
    /// Attributes.
    pub attributes: Vec<String>,
}
