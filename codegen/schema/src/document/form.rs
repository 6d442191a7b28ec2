//! The direction in which values are sent.

/// A direction in which values are sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Form {
    /// From the client to the server: without `readOnly` members.
    Request,
    /// From the server to the client: without `writeOnly` members.
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

    /// The name of the form of an item with this name.
    pub fn name(self, name: &str) -> String {
        format!("{name}{}", self.suffix())
    }

    /// The name of the item that this is the form of.
    pub fn strip(self, name: &str) -> &str {
        name.strip_suffix(self.suffix()).unwrap_or(name)
    }
}
