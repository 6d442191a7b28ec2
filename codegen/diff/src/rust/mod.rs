//! Turns two sides into the answer of the boundary `rust`: the meaning of the edit for Rust code.
//!
//! [`surface`] reads what code can name from the crate that is written; [`compare`](compare()) holds two surfaces against
//! each other; [`witness`] writes the code that a change breaks.

mod compare;
mod place;
pub mod surface;
pub mod witness;

use serde::Serialize;

use crate::edit::Edit;
use crate::{Bump, Location, Side};
pub use compare::surfaces;

/// One change of what code can name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct RustChange {
    /// The kind of change, which stays the same from version to version: `field-removed`.
    pub id: &'static str,
    /// How much it changes.
    pub bump: Bump,
    /// The path of the item in the crate, with the member in it: `Order`, `Order.status`.
    pub path: String,
    /// The item in both versions.
    #[serde(skip)]
    pub edit: Edit,
    /// The change, in words.
    pub text: String,
    /// Code that compiles with the old crate, and not with the new one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub witness: Option<String>,
    /// The place in the old document.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub old: Option<Location>,
    /// The place in the new document.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub new: Option<Location>,
}

/// The changes from one side to another; breaks come first.
///
/// # Errors
///
/// The surface of a side cannot be read: the reason.
pub fn compare(old: &Side, new: &Side) -> Result<Vec<RustChange>, String> {
    let surface = |side: &Side| {
        let surface = side.surface();
        surface.map_err(|reason| format!("{}: {reason}", side.name))
    };
    let mut changes = surfaces(&surface(old)?, &surface(new)?);
    if changes.iter().all(|change| change.bump < Bump::Patch) {
        changes.extend(place::other_texts(old, new));
    }
    place::locate(old, new, &mut changes);
    changes.sort_by_key(|change| std::cmp::Reverse(change.bump));
    Ok(changes)
}

/// The largest of the bumps.
pub fn bump(changes: &[RustChange]) -> Bump {
    let bumps = changes.iter().map(|change| change.bump);
    bumps.max().unwrap_or_default()
}
