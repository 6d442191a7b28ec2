//! Turns a crate into the record of its release, as a later build reads it.

use cratify::released::Head;
use cratify::{Decisions, Generated};

/// The start of the record of a release.
///
/// # Panics
///
/// The version of the crate is not a semantic version.
#[must_use]
pub fn head(generated: &Generated, decisions: &Decisions) -> Head {
    let info = &decisions.package.info;
    Head {
        package: info.name.clone(),
        version: info.version.parse().expect("a version"),
        texts: generated.texts(),
        names: decisions.released_names(),
    }
}
