//! What the types promise beyond their schema: that is a matter of the settings.

use crate::{NullMembers, UnknownMembers};

/// The settings that all types of a crate were made with; `None` where they differ from type to
/// type. For the tests that [`Generated::checks`](crate::Generated::checks) writes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Promises {
    /// What becomes of members that a struct has no field for.
    pub unknown_members: Option<UnknownMembers>,
    /// How optional members that may be null are read.
    pub null_members: Option<NullMembers>,
}

impl Promises {
    /// Those of the default settings.
    pub const DEFAULT: Self = Self {
        unknown_members: Some(UnknownMembers::Drop),
        null_members: Some(NullMembers::Absent),
    };

    /// Whether an error of reading is one that the settings ask for.
    pub(super) fn allow(self, error: &str) -> bool {
        matches!(self.unknown_members, None | Some(UnknownMembers::Refuse))
            && error.starts_with("unknown field `")
    }
}
