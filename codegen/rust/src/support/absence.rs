//! Constants of members that may be absent. Each records whether its member was absent, so that the member is written only
//! if it was read.

use std::cmp::Ordering;
use std::hash::{Hash, Hasher};

/// Whether the member of a constant was absent when it was read. A new constant is written.
///
/// All values of this type are equal: two constants are equal if their values are.
#[derive(Clone, Copy, Default)]
pub(crate) struct Absence(bool);

impl Absence {
    /// The member was present.
    pub(crate) const fn optional() -> Self {
        Self(false)
    }

    /// The member was absent.
    pub(crate) const fn absent() -> Self {
        Self(true)
    }

    pub(crate) const fn is_absent(self) -> bool {
        self.0
    }
}

// Derives of the constant ask for these.

impl PartialEq for Absence {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

impl Eq for Absence {}

impl PartialOrd for Absence {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Absence {
    fn cmp(&self, _: &Self) -> Ordering {
        Ordering::Equal
    }
}

impl Hash for Absence {
    fn hash<H: Hasher>(&self, _: &mut H) {}
}

/// Implements the functions that read and write the field of such a constant.
macro_rules! optional {
    ($name:ident) => {
        impl $name {
            /// The constant of an absent member.
            pub(crate) fn absent() -> Self {
                Self(
                    Default::default(),
                    crate::support::absence::Absence::absent(),
                )
            }

            /// Whether the member was absent.
            pub(crate) const fn is_absent(&self) -> bool {
                self.1.is_absent()
            }
        }
    };
}

pub(crate) use optional;
