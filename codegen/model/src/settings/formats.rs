//! Turns the settings for formats, for everything and for places, into extern types.

use super::allowed::{AllowedCrates, not_allowed};
use super::choice::{Choice, choice};
use super::extension::unknown_word;
use super::presets::preset;
use super::{ExternType, PlaceSettings};
use crate::model::{Extern, Type};
use crate::package::Dependency;
use cratify_schema::SchemaLocation;
use cratify_schema::diagnostic::Diagnostics;
use cratify_schema::source::Value;

choice! {
    /// Formats that become types of a crate: see `Config::formats`.
    Formats {
        /// A string is a `String` and a number is a number, whatever the format.
        Plain = "plain",
        /// `uuid` and `guid`: `uuid::Uuid`.
        Uuid = "uuid",
        /// `date-time`: `jiff::Timestamp`; `date`: `jiff::civil::Date`; `time`: `jiff::civil::Time`;
        /// `duration`: `jiff::SignedDuration`.
        Jiff = "jiff",
        /// `date-time`: `chrono::DateTime<chrono::FixedOffset>`; `date`: `chrono::NaiveDate`; `time`:
        /// `chrono::NaiveTime`.
        Chrono = "chrono",
        /// `date-time`: `time::OffsetDateTime`; `date`: `time::Date`; `time`: `time::Time`.
        Time = "time",
        /// `uri` and `url`: `url::Url`.
        Url = "url",
        /// `decimal` (`big-decimal`, `bigdecimal`), of a string and of a number:
        /// `rust_decimal::Decimal`.
        RustDecimal = "rust-decimal",
        /// `format: byte` and `contentEncoding: base64` of a string: `Vec<u8>`.
        Base64 = "base64",
    }
}

impl Formats {
    /// The words that documents have for them.
    #[must_use]
    pub fn words() -> Vec<&'static str> {
        Self::WORDS.iter().map(|(word, _)| *word).collect()
    }

    /// The formats that a document names by this word.
    #[must_use]
    pub fn named(word: &str) -> Option<Self> {
        let found = Self::WORDS.iter().find(|(known, _)| *known == word);
        found.map(|(_, formats)| *formats)
    }

    /// The crate that has the types.
    pub(super) const fn crate_name(self) -> Option<&'static str> {
        match self {
            Self::Plain => None,
            Self::Uuid => Some("uuid"),
            Self::Jiff => Some("jiff"),
            Self::Chrono => Some("chrono"),
            Self::Time => Some("time"),
            Self::Url => Some("url"),
            Self::RustDecimal => Some("rust_decimal"),
            Self::Base64 => Some("base64"),
        }
    }
}

/// The settings for formats at one place, in the order in which they were made.
#[derive(Debug, Clone, Default)]
pub struct FormatRules(pub Vec<FormatRule>);

/// A setting for formats.
#[derive(Debug, Clone)]
pub enum FormatRule {
    /// The formats that a crate has types for.
    Preset(Formats),
    /// One format and its type.
    Named(String, Box<ExternType>),
}

/// The treatment of a format.
#[derive(Debug)]
pub(super) enum Mapping {
    /// The type that the value has without it.
    Plain,
    /// An extern type.
    Extern(Box<Extern>),
}

impl FormatRules {
    /// Adds the formats of a crate.
    pub fn add(&mut self, formats: Formats) {
        self.0.push(FormatRule::Preset(formats));
    }

    /// Adds settings that were made later.
    pub(super) fn then(mut self, later: &Self) -> Self {
        self.0.extend(later.0.iter().cloned());
        self
    }

    /// Whether there is no setting.
    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The types that settings name for single formats.
    pub(super) fn named(&self) -> impl Iterator<Item = &ExternType> {
        self.0.iter().filter_map(|rule| match rule {
            FormatRule::Named(_, ty) => Some(&**ty),
            FormatRule::Preset(_) => None,
        })
    }
}

impl FormatRules {
    /// The treatment of a format of values that have the type `wire` without it; `None` where no setting is
    /// for the format. The last setting holds.
    pub(super) fn find(&self, format: &str, wire: &Type, known: &[Dependency]) -> Option<Mapping> {
        self.0.iter().rev().find_map(|rule| {
            let extern_type = match rule {
                FormatRule::Preset(Formats::Plain) => return Some(Mapping::Plain),
                FormatRule::Preset(formats) => preset(*formats, format, wire),
                // Faults of a type were reported when the settings were read.
                FormatRule::Named(name, ty) if name == format => ty.resolve(known).ok(),
                FormatRule::Named(..) => None,
            };
            Some(Mapping::Extern(Box::new(extern_type?)))
        })
    }
}

impl PlaceSettings {
    /// Has the formats that a crate has types for become these types here: see `Config::formats`.
    pub fn formats(mut self, formats: Formats) -> Self {
        self.formats.add(formats);
        self
    }

    /// Has a format become a type of another crate here: see `Config::format`.
    pub fn format(mut self, format: impl Into<String>, ty: ExternType) -> Self {
        self.formats
            .0
            .push(FormatRule::Named(format.into(), Box::new(ty)));
        self
    }
}

/// The name of the setting in a document.
pub(super) const KEY: &str = "formats";

/// Reads the setting as a document has it: a word, or a list of words.
pub(super) fn read(
    at: &SchemaLocation,
    value: &Value,
    allowed: &AllowedCrates,
    rules: &mut FormatRules,
    diagnostics: &mut Diagnostics,
) {
    let words: Vec<(SchemaLocation, &Value)> = match value {
        Value::Array(words) => {
            let words = words.iter().enumerate();
            words
                .map(|(index, word)| (at.join(&index.to_string()), word))
                .collect()
        }
        word => vec![(at.clone(), word)],
    };
    for (at, word) in words {
        if let Some(formats) = word.as_str().and_then(Formats::named) {
            match formats.crate_name().filter(|name| !allowed.has(name)) {
                Some(name) => {
                    let mend = ", or choose the formats there";
                    diagnostics.push(not_allowed(at.value(), name, mend));
                }
                None => rules.add(formats),
            }
        } else {
            diagnostics.push(unknown_word(&at, KEY, word, &Formats::words()));
        }
    }
}
