//! Names, derives and attributes that the builder or the document requests for a type or a part of one.

use crate::ident::RustPath;
use cratify_schema::diagnostic::SourceLocation;

/// A name or an attribute that a setting requests, with the location of the request.
#[derive(Debug, Clone, PartialEq)]
pub struct Requested {
    /// The requested text.
    pub text: String,
    /// A line of the build script, a value of the document or of a settings file, or an option.
    pub location: SourceLocation,
}

impl Requested {
    /// A request of what is at the location.
    pub fn by(location: impl Into<SourceLocation>, text: impl Into<String>) -> Self {
        Self {
            text: text.into(),
            location: location.into(),
        }
    }
}

/// Derives and attributes that settings add to the ones of the kind. The settings have checked them.
#[derive(Debug, Clone, Default)]
pub struct Extras {
    /// The derives.
    pub derives: Vec<RustPath>,
    /// The attributes, as Rust spells them.
    pub attributes: Vec<String>,
}
