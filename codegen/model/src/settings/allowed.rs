//! Decides which crates the document may name: the crates that the builder names, and no others.
//!
//! A document is data, often from elsewhere. It never decides which code is downloaded, built and run. A crate
//! that `x-rust-type`, a format or a map needs is taken where the builder depends on it, uses it or allows it;
//! a derive is taken where it is in the standard library or in a crate that the builder depends on.

use std::collections::BTreeSet;

use super::{FormatRule, FormatRules, MapType, Settings};
use crate::ident::{RustPath, crate_ident};
use crate::model::Requested;
use crate::package::{Dependency, is_crate_name};
use cratify_schema::diagnostic::{Code, Diagnostic, Diagnostics, SourceLocation, visible};

/// The derives that need no crate: the macros of the standard library, and what types derive anyway.
const DERIVES: [&str; 12] = [
    "Clone",
    "Copy",
    "Debug",
    "Default",
    "Deserialize",
    "Eq",
    "Hash",
    "JsonSchema",
    "Ord",
    "PartialEq",
    "PartialOrd",
    "Serialize",
];

/// The crates that all generated crates depend on, as paths name them.
const ALWAYS: [&str; 2] = ["serde", "serde_json"];

/// The crates that the builder lets the document name.
#[derive(Debug)]
pub(super) struct AllowedCrates {
    /// As paths name them.
    allowed: BTreeSet<String>,
    /// The allowed crates that the generated crate may depend on without a version from the document.
    known: BTreeSet<String>,
}

impl AllowedCrates {
    /// The crates that the builder allows; `known` has the dependencies that it names.
    pub(super) fn of(settings: &Settings, known: &[Dependency]) -> Self {
        let known: BTreeSet<String> = known.iter().map(Dependency::ident).collect();
        let named = settings.allowed_crates.iter();
        let named = named.map(|requested| crate_ident(&requested.text));
        let used = crates_of(&settings.formats, settings.choices.map_type);
        let places = settings.places.iter().map(|place| &place.settings);
        let used_at = places.flat_map(|place| {
            let map_type = place.choices.map_type.unwrap_or_default();
            crates_of(&place.formats, map_type)
        });
        let used = used.into_iter().chain(used_at).map(crate_ident);
        Self {
            allowed: known.iter().cloned().chain(named).chain(used).collect(),
            known,
        }
    }

    /// Whether the document may name a crate, by its name on the registry or in a path.
    pub(super) fn has(&self, name: &str) -> bool {
        let name = crate_ident(name);
        ALWAYS.contains(&name.as_str()) || self.allowed.contains(&name)
    }

    /// Whether the document may request a derive.
    pub(super) fn has_derive(&self, path: &RustPath) -> bool {
        match path.crates() {
            [] => !path.as_str().starts_with("crate::") && DERIVES.contains(&path.last()),
            crates => crates
                .iter()
                .all(|name| ALWAYS.contains(&name.as_str()) || self.known.contains(name)),
        }
    }
}

/// The crates that formats and maps of the builder use.
fn crates_of(formats: &FormatRules, map_type: MapType) -> Vec<&'static str> {
    let presets = formats.0.iter().filter_map(|rule| match rule {
        FormatRule::Preset(formats) => formats.crate_name(),
        FormatRule::Named(..) => None,
    });
    presets.chain(map_type.crate_name()).collect()
}

/// Reports names of crates that the builder allows and that are not names of crates.
pub(super) fn check(allowed: &[Requested], diagnostics: &mut Diagnostics) {
    for Requested { text, location } in allowed {
        if !is_crate_name(text) {
            diagnostics.push(
                Diagnostic::error(
                    Code::InvalidDependency,
                    location.clone(),
                    format!("`{}` is not the name of a crate", visible(text)),
                )
                .help("give the name that the crate has on its registry"),
            );
        }
    }
}

/// A crate that the document names and the builder does not.
pub(super) fn not_allowed(location: SourceLocation, name: &str, mend: &str) -> Diagnostic {
    let name = visible(name);
    Diagnostic::warning(
        Code::CrateNotAllowed,
        location,
        format!("the document asks for the crate `{name}`, which no setting allows"),
    )
    .label("ignored")
    .help(format!(
        "write `.allow_crates([\"{name}\"])` in the build script{mend}"
    ))
}

/// A derive that the document requests and may not.
pub(super) fn derive_not_allowed(location: SourceLocation, path: &RustPath) -> Diagnostic {
    let help = match path.crates() {
        [name, ..] => format!(
            "add the crate in the build script: `.dependency(Dependency::new(\"{name}\", \"1.0\"))`"
        ),
        [] => format!(
            "request it in the build script: `.derive(\"{}\")`",
            path.as_str()
        ),
    };
    Diagnostic::warning(
        Code::CrateNotAllowed,
        location,
        format!(
            "the document asks for the derive `{}`, which no setting allows",
            path.as_str()
        ),
    )
    .label("ignored")
    .help(help)
}
