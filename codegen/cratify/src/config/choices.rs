//! Sets the settings with a few words, for everything: as methods, and by the words of documents.

use cratify_model::settings::{
    BoxedBranches, Formats, Forms, Inheritance, InlineTypes, MapKeys, MapType, NullMembers,
    Overrides, SerdeCode, UnknownBranches, UnknownMembers, UnknownValues, Unresolved, Unstable,
    Untyped,
};

use super::Config;

macro_rules! builder_methods {
    ($($(#[$meta:meta])* $field:ident: $ty:ident = $key:literal;)+) => {
        impl Config {
            $(
                $(#[$meta])*
                #[must_use]
                pub fn $field(mut self, choice: $ty) -> Self {
                    self.settings.choices.$field = choice;
                    self
                }
            )+
        }
    };
}

cratify_model::with_choices!(builder_methods);

impl Config {
    /// Makes a setting for everything, by the words that `x-cratify` has for it: `("untyped", "literal")`,
    /// `("formats", "uuid")`. It is for programs that read settings; a build script has the other methods.
    ///
    /// # Errors
    ///
    /// The valid words: the words of the key, or the keys if there is no such key.
    pub fn set(mut self, key: &str, word: &str) -> Result<Self, Vec<&'static str>> {
        if key == FORMATS {
            let formats = Formats::named(word).ok_or_else(Formats::words)?;
            self.settings.formats.add(formats);
            return Ok(self);
        }
        if let Some(chosen) = self.settings.levels.choose(key, word) {
            return chosen.map(|()| self);
        }
        let mut choice = Overrides::default();
        match choice.choose(key, Some(word)) {
            Ok(()) => {
                self.settings.choices = choice.over(self.settings.choices);
                Ok(self)
            }
            Err(words) if words.is_empty() => {
                Err([Overrides::KEYS, &[FORMATS, "allow", "deny"]].concat())
            }
            Err(words) => Err(words),
        }
    }
}

/// The key of the setting for formats.
const FORMATS: &str = "formats";
