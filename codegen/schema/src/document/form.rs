//! The direction in which values are sent.

/// A direction in which values are sent, and what values of one direction are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Form {
    /// From the client to the server: without what is `readOnly`.
    Request,
    /// From the server to the client: without what is `writeOnly`.
    Response,
}

impl Form {
    /// The word at the end of its names.
    const fn suffix(self) -> &'static str {
        match self {
            Self::Request => "Request",
            Self::Response => "Response",
        }
    }

    /// The name of the form of what has this name.
    pub fn name(self, name: &str) -> String {
        format!("{name}{}", self.suffix())
    }

    /// The name of what this is the form of.
    pub fn strip(self, name: &str) -> &str {
        name.strip_suffix(self.suffix()).unwrap_or(name)
    }
}
