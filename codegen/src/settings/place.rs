//! The settings of one place of the document, as the builder takes them.

use super::choices::Overrides;
use super::formats::FormatRules;
use super::spelling::Spelling;

/// Settings for a place of the document and for all that is in it: what
/// [`Config::at`](crate::Config::at) hands out.
#[derive(Debug, Clone, Default)]
#[must_use = "settings have an effect where they are returned to `at`"]
pub struct PlaceSettings {
    pub(crate) choices: Overrides,
    pub(crate) spelling: Spelling,
    pub(crate) formats: FormatRules,
}

impl PlaceSettings {
    /// These settings, and where one is not made, that of another place.
    pub(crate) fn or(self, other: &Self) -> Self {
        Self {
            choices: self.choices.or(other.choices),
            spelling: self.spelling.or(&other.spelling),
            formats: other.formats.clone().then(&self.formats),
        }
    }
}
