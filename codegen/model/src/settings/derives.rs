//! Turns texts of the builder or the document into derives.

use super::allowed::{AllowedCrates, derive_not_allowed};
use crate::ident::RustPath;
use crate::model::Requested;
use cratify_schema::SchemaLocation;
use cratify_schema::diagnostic::{Code, Diagnostic, Diagnostics, visible, wrong_type};
use cratify_schema::source::Value;

/// The setting that requests derives in a document.
pub(super) const KEY: &str = "derive";

/// A list of derives as a setting spells it: `Eq, strum::EnumIter`.
#[derive(Debug, Clone)]
pub struct DeriveList {
    /// The text, and the location of the request.
    pub requested: Requested,
    /// The derives; empty where the text is not a list of derives.
    pub paths: Vec<RustPath>,
}

impl DeriveList {
    /// Reads a list.
    pub fn new(requested: Requested) -> Self {
        let paths = RustPath::of_derives(&requested.text).unwrap_or_default();
        Self { requested, paths }
    }

    /// Reports a text that is not a list of derives.
    pub(super) fn check(&self) -> Option<Diagnostic> {
        let Requested { text, location } = &self.requested;
        self.paths.is_empty().then(|| {
            Diagnostic::error(
                Code::NotRust,
                location.clone(),
                format!("`{}` is not a list of derives", visible(text)),
            )
            .help("name macros with commas between them: `Eq, Hash, strum::EnumIter`")
        })
    }
}

/// Reads the derives that the document requests at `at`.
pub(super) fn read(
    at: &SchemaLocation,
    value: &Value,
    allowed: &AllowedCrates,
    diagnostics: &mut Diagnostics,
) -> Option<DeriveList> {
    let Some(text) = value.as_str() else {
        diagnostics.push(
            wrong_type(at.value(), &format!("`{KEY}`"), "a string", value)
                .help("name macros with commas between them: `derive: Eq, Hash`"),
        );
        return None;
    };
    let mut list = DeriveList::new(Requested {
        text: text.to_owned(),
        location: at.value(),
    });
    if let Some(problem) = list.check() {
        diagnostics.push(problem);
        return None;
    }
    list.paths.retain(|path| {
        let is_allowed = allowed.has_derive(path);
        if !is_allowed {
            diagnostics.push(derive_not_allowed(at.value(), path));
        }
        is_allowed
    });
    Some(list)
}
