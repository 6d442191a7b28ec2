//! The promises that types make beyond their schema, which depend on the settings.

pub(crate) mod extern_types;

use serde_json::Value;

use crate::ExternType;
use crate::json;
use crate::schemas::branches::{self, Branch};
use crate::schemas::growth;
use crate::schemas::whole::WholeSchema;

/// The treatment of unknown members.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum UnknownMembers {
    /// A record in the struct keeps them.
    Recorded,
    /// Reading drops them.
    Drop,
    /// A field keeps them.
    Keep,
    /// Reading fails.
    Refuse,
}

/// The treatment of values that an enum does not list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum UnknownValues {
    /// A variant keeps them.
    Keep,
    /// Reading fails.
    Refuse,
}

/// The treatment of values of no branch of a union.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum UnknownBranches {
    /// A variant keeps them.
    Keep,
    /// Reading fails.
    Refuse,
}

/// How an optional member that may be null is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NullMembers {
    /// A record tells null apart from absent.
    Recorded,
    /// Null is the same as absent.
    Absent,
    /// The type of the field tells null apart from absent.
    Distinct,
}

/// Whether requests and responses have types of their own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Forms {
    /// One type has all members.
    Single,
    /// Where they differ, there are two types.
    Split,
}

/// The settings that all types of a crate were made with; `None` where they differ from type to
/// type. For the tests that `cratify::Generated::checks` writes.
#[derive(Debug, Clone, Copy)]
pub struct Promises {
    /// The treatment of unknown members.
    pub unknown_members: Option<UnknownMembers>,
    /// The treatment of values that an enum does not list.
    pub unknown_values: Option<UnknownValues>,
    /// The treatment of values of no branch of a union.
    pub unknown_branches: Option<UnknownBranches>,
    /// How optional members that may be null are read.
    pub null_members: Option<NullMembers>,
    /// Whether requests and responses have types of their own.
    pub forms: Option<Forms>,
    /// The types of other crates, and where they stand.
    pub extern_types: &'static [ExternType],
}

/// The beginnings of the errors of closed enums and unions, with and without the value that was found.
const REFUSALS: [&str; 2] = [
    "unknown value",
    "a secret value does not satisfy the schema",
];

impl Promises {
    /// The promises under the default settings.
    pub const DEFAULT: Self = Self {
        unknown_members: Some(UnknownMembers::Recorded),
        unknown_values: Some(UnknownValues::Keep),
        unknown_branches: Some(UnknownBranches::Keep),
        null_members: Some(NullMembers::Recorded),
        forms: Some(Forms::Single),
        extern_types: &[],
    };

    /// Whether the settings ask for an error of reading a valid instance. A closed enum or union refuses
    /// invalid values only.
    pub(crate) fn allow(self, error: &str) -> bool {
        matches!(self.unknown_members, None | Some(UnknownMembers::Refuse))
            && error.contains("unknown field `")
    }

    /// Whether an error of reading what a newer server may send is one that the settings ask for.
    pub(crate) fn allow_for_newer_server(self, error: &str) -> bool {
        let may_refuse = matches!(self.unknown_values, None | Some(UnknownValues::Refuse))
            || matches!(self.unknown_branches, None | Some(UnknownBranches::Refuse));
        self.allow(error) || may_refuse && REFUSALS.iter().any(|words| error.contains(words))
    }

    /// Whether a value that the schema rejects has to be kept: one of a type that no branch of a union
    /// has, where the branches are of several types and the schema has no other keyword.
    pub(crate) fn keep(self, doc: &WholeSchema<'_>, value: &Value) -> bool {
        let Some(root) = doc.root.as_object() else {
            return false;
        };
        let is_union = |key: &str| matches!(key, "oneOf" | "anyOf");
        let is_silent = |key: &str| {
            let silent = [
                "$schema",
                "$id",
                "$defs",
                "title",
                "description",
                "discriminator",
            ];
            silent.contains(&key) || key.starts_with("x-")
        };
        let branches = branches::branches(doc, &[doc.root]);
        let types: Vec<&str> = branches
            .iter()
            .filter_map(|branch| {
                let mut schemas = branch.iter();
                schemas.find_map(|schema| schema.get("type")?.as_str())
            })
            .filter(|name| *name != "null")
            .collect();
        // Branches of one type may be one Rust type together, unless they are objects.
        let kind = |name: &str| name.replace("integer", "number");
        let differ = types.iter().any(|name| kind(name) != kind(types[0]));
        let objects = types.len() > 1 && types.len() == branches.len() && types[0] == "object";
        let allows = |branch: &Branch<'_>| {
            let mut schemas = branch.iter();
            schemas.all(|schema| branches::allows_type(schema, value))
        };
        self.unknown_branches == Some(UnknownBranches::Keep)
            && root.keys().filter(|key| is_union(key)).count() == 1
            && root.keys().all(|key| is_union(key) || is_silent(key))
            && (differ || objects)
            && !branches.iter().any(allows)
    }

    /// Whether a value that the schema rejects has to be an error: one that a closed enum does not
    /// list, or of a type that no branch of a closed union has.
    pub(crate) fn refuse(self, doc: &WholeSchema<'_>, value: &Value) -> bool {
        let root = doc.root;
        if let Some(listed) = growth::listed(root) {
            return self.unknown_values == Some(UnknownValues::Refuse)
                && !listed.iter().any(|known| json::same(known, value));
        }
        let is_union = ["oneOf", "anyOf"]
            .iter()
            .any(|keyword| root.get(keyword).is_some());
        let allows = |branch: &Branch<'_>| {
            branch
                .iter()
                .all(|schema| branches::allows_type(schema, value))
        };
        is_union
            && self.unknown_branches == Some(UnknownBranches::Refuse)
            && !branches::branches(doc, &[root]).iter().any(allows)
    }
}
