//! Structs: objects with known members.

use super::{Docs, MapType, Requested, Slot};

/// An object with known members.
#[derive(Debug, Clone)]
pub struct Struct {
    /// The members, in document order.
    pub fields: Vec<Field>,
    /// The treatment of members that no field stands for.
    pub unknown: UnknownMembers,
    /// Whether the schema allows other members.
    pub others: Others,
}

impl Struct {
    /// Whether the struct has a record: of the members that are null, or of the members that no field stands for.
    pub fn has_record(&self) -> bool {
        let mut fields = self.fields.iter();
        matches!(self.unknown, UnknownMembers::Recorded { .. })
            || fields.any(|field| field.presence == Presence::NullRecorded)
    }
}

/// Whether a schema allows members that it does not name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Others {
    /// It allows them.
    Allowed,
    /// It forbids them.
    Forbidden,
    /// It describes them.
    Described,
}

/// The treatment of a member that no field of a struct stands for.
#[derive(Debug, Clone)]
#[expect(
    clippy::large_enum_variant,
    reason = "there is one in each struct: no list of them is ever long"
)]
pub enum UnknownMembers {
    /// The struct records it.
    Recorded {
        /// Members that are dropped all the same: only the other form of the schema has them.
        except: Vec<String>,
    },
    /// Decoding drops it.
    Dropped,
    /// Decoding fails.
    Refused,
    /// A field of this type keeps it.
    Kept(MapType, Slot),
}

/// A member of an object.
#[derive(Debug, Clone)]
pub struct Field {
    /// Its name in JSON.
    pub wire_name: String,
    /// Whether only a condition describes it: an `if`, or `dependentSchemas`.
    pub under_condition: bool,
    /// The Rust name that is requested.
    pub rename: Option<Requested>,
    /// Attributes that settings request.
    pub attributes: Vec<String>,
    /// Its type, without the `Option` of a member that may be absent.
    pub slot: Slot,
    /// Whether it may be absent.
    pub presence: Presence,
    /// Its documentation.
    pub docs: Docs,
}

/// Whether a member may be absent. Its type says whether it may be null.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Presence {
    /// It must be present.
    Required,
    /// It must be present, and has one known value: `new` fills it in.
    Fixed,
    /// It may be absent, and then has its only known value.
    Defaulted,
    /// It may be absent. If it may also be null, null and absent are one `None`.
    Optional,
    /// It may be absent or null. Both are `None`, and the struct records which of its members are null.
    NullRecorded,
    /// It may be absent or null, and the field keeps these apart.
    NullOrAbsent,
}

impl Presence {
    /// Whether the field is `None` where the member is absent.
    pub const fn is_optional(self) -> bool {
        matches!(
            self,
            Self::Optional | Self::NullRecorded | Self::NullOrAbsent
        )
    }
}
