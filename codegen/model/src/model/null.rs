//! Null among the values of a schema.

use cratify_schema::keyword::{JsonType, TypeSet};

/// Whether null is a value of a schema.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Null {
    /// It is the only value.
    Only,
    /// It is one of the values.
    Allowed,
    /// It is not a value.
    Never,
}

impl Null {
    /// The answer for a schema whose values have these types.
    pub(crate) fn of(types: TypeSet) -> Self {
        if types == TypeSet::only(JsonType::Null) {
            Self::Only
        } else if types.has(JsonType::Null) {
            Self::Allowed
        } else {
            Self::Never
        }
    }

    /// Whether null is a value.
    pub(crate) fn is_allowed(self) -> bool {
        self != Self::Never
    }
}
