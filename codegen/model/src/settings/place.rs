//! The settings of one place of the document, as the builder takes them.

use super::choices::Overrides;
use super::formats::FormatRules;
use super::spelling::Spelling;

/// Settings for a place of the document and for all that is in it: what
/// [`Config::at`](crate::Config::at) hands out.
#[derive(Debug, Clone, Default)]
#[must_use = "settings have an effect where they are returned to `at`"]
pub struct PlaceSettings {
    /// The choices that are made here.
    pub choices: Overrides,
    /// Names, derives and attributes that are asked for here.
    pub spelling: Spelling,
    /// The formats that become types of other crates here.
    pub formats: FormatRules,
}

impl PlaceSettings {
    /// These settings, and where one is not made, that of another place.
    pub fn or(self, other: &Self) -> Self {
        Self {
            choices: self.choices.or(other.choices),
            spelling: self.spelling.or(&other.spelling),
            formats: other.formats.clone().then(&self.formats),
        }
    }
}
