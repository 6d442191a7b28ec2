//! Adds derives and attributes to the settings, for all types or for a kind of types.

use std::panic::Location;

use cratify_model::model::Requested;
use cratify_model::settings::{DeriveList, Kind};

use super::Config;

impl Config {
    /// Derives these traits for all types, beside the traits that types derive anyway.
    ///
    /// ```no_run
    /// cratify::configure().derive("Eq, Hash")
    /// # ;
    /// ```
    ///
    /// Derives that a type already has are left out: every type has `Debug`, `Clone`, `PartialEq`,
    /// `Serialize`, `Deserialize` and `JsonSchema`. Whether a type can have the others is for the
    /// compiler to say: a number with a fraction has no `Eq`, and a struct that has such a number has
    /// none either. [`derive_for`](Self::derive_for) and [`at`](Self::at) say it for some types only.
    #[must_use]
    #[track_caller]
    pub fn derive(mut self, traits: impl Into<String>) -> Self {
        let list = DeriveList::new(Requested::by(self.by(Location::caller()), traits));
        self.settings.requests.derives.push((None, list));
        self
    }

    /// Derives these traits for all types of a kind.
    ///
    /// ```no_run
    /// cratify::configure().derive_for(cratify::Kind::Newtype, "PartialOrd")
    /// # ;
    /// ```
    #[must_use]
    #[track_caller]
    pub fn derive_for(mut self, kind: Kind, traits: impl Into<String>) -> Self {
        let list = DeriveList::new(Requested::by(self.by(Location::caller()), traits));
        self.settings.requests.derives.push((Some(kind), list));
        self
    }

    /// Puts an attribute on all types, below their derives.
    ///
    /// ```no_run
    /// cratify::configure().attribute("#[must_use]")
    /// # ;
    /// ```
    ///
    /// An attribute that changes the work of serde or schemars makes a type say something else than its
    /// schema: the checks will find it.
    #[must_use]
    #[track_caller]
    pub fn attribute(mut self, attribute: impl Into<String>) -> Self {
        let requested = Requested::by(self.by(Location::caller()), attribute);
        self.settings.requests.attributes.push((None, requested));
        self
    }

    /// Puts an attribute on all types of a kind.
    ///
    /// ```no_run
    /// cratify::configure()
    ///     .attribute_for(cratify::Kind::Enum, "#[repr(u8)]")
    /// # ;
    /// ```
    #[must_use]
    #[track_caller]
    pub fn attribute_for(mut self, kind: Kind, attribute: impl Into<String>) -> Self {
        let requested = Requested::by(self.by(Location::caller()), attribute);
        self.settings
            .requests
            .attributes
            .push((Some(kind), requested));
        self
    }
}
