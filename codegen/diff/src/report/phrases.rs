//! The words of all reports.

use std::cmp::Ordering;

use crate::{Boundary, Bump, Comparison};

/// The name of a boundary for people.
pub(super) const fn name(boundary: Boundary) -> &'static str {
    match boundary {
        Boundary::Write => "write",
        Boundary::ReadBack => "read-back",
        Boundary::ReadStrict => "read-strict",
        Boundary::Read => "read",
    }
}

/// The question of a boundary, as a statement.
pub(super) const fn question(boundary: Boundary) -> &'static str {
    match boundary {
        Boundary::Write => "the new schema accepts what the old crate writes",
        Boundary::ReadBack => "the new crate reads what the old one wrote",
        Boundary::ReadStrict => "strict reading of the old crate accepts what is valid now",
        Boundary::Read => "the old crate reads what is valid now",
    }
}

/// The answer no.
pub(super) const fn no(boundary: Boundary) -> &'static str {
    match boundary {
        Boundary::Write => "the new schema refuses a value that the old crate writes",
        Boundary::ReadBack => "the new crate cannot read a value that the old one wrote",
        Boundary::ReadStrict => "strict reading of the old crate refuses a value that is valid now",
        Boundary::Read => "the old crate cannot read a value that is valid now",
    }
}

/// The verdict on the Rust API, in words.
pub(super) const fn rust(bump: Bump) -> &'static str {
    match bump {
        Bump::None => "the crate is the same",
        Bump::Patch => "code that uses the old crate compiles; nothing that it can name changes",
        Bump::Minor => "code that uses the old crate compiles; there is more to name",
        Bump::Major => "code that uses the old crate may not compile, or mean something else",
    }
}

/// Why a break is accepted, behind what is said about it; empty if it is not.
pub(super) fn accepted(comparison: &Comparison, id: &str, place: &str) -> String {
    let reason = comparison.accepted(id, place);
    let reason = reason.map(|reason| format!(" (on purpose: {reason})"));
    reason.unwrap_or_default()
}

/// The version that the edit needs, in words.
pub(super) fn version(comparison: &Comparison) -> String {
    let versions = &comparison.versions;
    let (old, new, needed) = (&versions.old, &versions.new, &versions.needed);
    let why = match comparison.bump.cmp(&comparison.rust_bump()) {
        Ordering::Greater => " (for the data alone)",
        Ordering::Equal => "",
        Ordering::Less => " (without accepted breaks)",
    };
    match (comparison.bump, versions.enough) {
        (Bump::None, true) if old == new => format!("Version: {old} can stay."),
        (Bump::None, true) => format!("Version: {old} could stay; the new document has {new}."),
        (bump, true) => {
            format!(
                "Version: {new} is enough: the edit is {}{why}, which after {old} is {needed} or later.",
                article(bump)
            )
        }
        (bump, false) => {
            format!(
                "Version: the edit is {}{why}, so {old} becomes {needed} or later; the new document has {new}.",
                article(bump)
            )
        }
    }
}

const fn article(bump: Bump) -> &'static str {
    match bump {
        Bump::None => "no change",
        Bump::Patch => "a patch",
        Bump::Minor => "a minor change",
        Bump::Major => "a major change",
    }
}
