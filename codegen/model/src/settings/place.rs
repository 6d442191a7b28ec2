//! The settings of one place of the document, as the builder takes them.

use std::fmt::Display;
use std::panic::Location;

use super::DeriveList;
use super::choices::Overrides;
use super::formats::{self, FormatRules, Formats};
use super::requests::PlaceRequests;
use crate::model::Requested;
use cratify_schema::diagnostic::SourceLocation;

/// Settings for a place of the document and everything in it: `Config::at` hands them out.
#[derive(Debug, Clone, Default)]
#[must_use = "settings have an effect where they are returned to `at`"]
pub struct PlaceSettings {
    pub(super) choices: Overrides,
    pub(super) requests: PlaceRequests,
    pub(super) formats: FormatRules,
    /// The location of the requests, where that is not a line of the build script.
    pub(super) location: Option<SourceLocation>,
}

impl PlaceSettings {
    /// States the location of the requests that follow.
    #[doc(hidden)]
    pub fn requested_at(mut self, location: SourceLocation) -> Self {
        self.location = Some(location);
        self
    }

    /// Makes a setting by the words that `x-cratify` has for it, as `Config::set` does for everything.
    ///
    /// # Errors
    ///
    /// The valid words: the words of the key, or the keys if there is no such key.
    pub fn set(mut self, key: &str, word: &str) -> Result<Self, Vec<&'static str>> {
        if key == formats::KEY {
            let formats = Formats::named(word).ok_or_else(Formats::words)?;
            self.formats.add(formats);
            return Ok(self);
        }
        match self.choices.choose(key, Some(word)) {
            Ok(()) => Ok(self),
            Err(words) if words.is_empty() => Err([Overrides::KEYS, &[formats::KEY]].concat()),
            Err(words) => Err(words),
        }
    }

    /// The location of a request of a line of the build script.
    fn by(&self, caller: &'static Location<'static>) -> SourceLocation {
        self.location.clone().unwrap_or_else(|| caller.into())
    }

    /// These settings, and the settings of another place where these have none.
    pub(super) fn or(self, other: &Self) -> Self {
        Self {
            choices: self.choices.or(other.choices),
            requests: self.requests.or(&other.requests),
            formats: other.formats.clone().then(&self.formats),
            location: self.location,
        }
    }
}

impl PlaceSettings {
    /// The Rust name of what is at the place, and of nothing else that is in it: of the type, if the
    /// place is a named schema; of the field, if it is a member; of the variant, if it is a
    /// branch of a union. In a document: `x-rust-name`.
    ///
    /// ```no_run
    /// cratify::configure()
    ///     .at("Order", |place| place.rename("Purchase"))
    ///     .at("Order.status", |place| place.rename("state"))
    ///     .at("#/components/schemas/Pet/oneOf/0", |place| place.rename("Tabby"))
    /// # ;
    /// ```
    ///
    /// makes
    ///
    /// ```
    /// # pub struct OrderStatus;
    /// pub struct Purchase {
    ///     // #[serde(rename = "status")]
    ///     pub state: OrderStatus,
    /// }
    /// ```
    ///
    /// The name has to be an identifier in the case that Rust has for it. A thing without a requested name
    /// gives way to it. Two requests for one name are an error.
    #[track_caller]
    pub fn rename(mut self, name: impl Into<String>) -> Self {
        self.requests.name = Some(Requested::by(self.by(Location::caller()), name));
        self
    }

    /// The Rust name of the type that is made of the place, where that is the type of a member or of
    /// a branch. In a document: `x-rust-type-name`.
    ///
    /// ```no_run
    /// cratify::configure()
    ///     .at("Order.status", |place| place.rename_type("State"))
    /// # ;
    /// ```
    #[track_caller]
    pub fn rename_type(mut self, name: impl Into<String>) -> Self {
        self.requests.type_name = Some(Requested::by(self.by(Location::caller()), name));
        self
    }

    /// A name that the type of the place had before: an alias of the type, which is deprecated, has it. In a document:
    /// `x-cratify: { formerly: Order }`.
    ///
    /// ```no_run
    /// cratify::configure()
    ///     .at("Order", |place| place.rename("Purchase").formerly("Order"))
    /// # ;
    /// ```
    ///
    /// Several calls add up. A name that something else has is an error.
    #[track_caller]
    pub fn formerly(mut self, name: impl Into<String>) -> Self {
        let requested = Requested::by(self.by(Location::caller()), name);
        self.requests.former_names.push(requested);
        self
    }

    /// The Rust name of a value of the enum that is at the place; of the variant with this tag, if
    /// the place is a union, or with this JSON type, if its branches have no tags. In a document:
    /// `x-enum-varnames`.
    ///
    /// The value is given as JSON has it, a string without its quotes.
    ///
    /// ```no_run
    /// cratify::configure()
    ///     .at("Order.status", |place| place.rename_value("in-progress", "Started"))
    ///     .at("Priority", |place| place.rename_value(1, "High"))
    /// # ;
    /// ```
    #[track_caller]
    pub fn rename_value(mut self, value: impl Display, name: impl Into<String>) -> Self {
        let requested = Requested::by(self.by(Location::caller()), name);
        // The last request for a value replaces the earlier ones.
        self.requests
            .value_names
            .insert(0, (value.to_string(), requested));
        self
    }

    /// Derives these traits for the types that are made of the place and of all that is in it; see
    /// `Config::derive`. In a document: `x-cratify: { derive: "Eq, Hash" }`.
    ///
    /// ```no_run
    /// cratify::configure().at("Order", |place| place.derive("Eq, Hash"))
    /// # ;
    /// ```
    #[track_caller]
    pub fn derive(mut self, traits: impl Into<String>) -> Self {
        let requested = Requested::by(self.by(Location::caller()), traits);
        self.requests.derives.push(DeriveList::new(requested));
        self
    }

    /// Puts an attribute on what is at the place, and on nothing else that is in it: on the type, the
    /// field or the variant, as for [`rename`](Self::rename). No document can say this: attributes are
    /// code, and documents are data.
    ///
    /// ```no_run
    /// cratify::configure()
    ///     .at("Order", |place| place.attribute("#[must_use]"))
    ///     .at("Order.status", |place| place.attribute("#[serde(alias = \"state\")]"))
    /// # ;
    /// ```
    #[track_caller]
    pub fn attribute(mut self, attribute: impl Into<String>) -> Self {
        let requested = Requested::by(self.by(Location::caller()), attribute);
        self.requests.attributes.push(requested);
        self
    }

    /// Puts an attribute on the type that is made of the place, where that is the type of a member or
    /// of a branch.
    #[track_caller]
    pub fn type_attribute(mut self, attribute: impl Into<String>) -> Self {
        let requested = Requested::by(self.by(Location::caller()), attribute);
        self.requests.type_attributes.push(requested);
        self
    }

    /// Puts an attribute on the variant of a value, which is given as for
    /// [`rename_value`](Self::rename_value).
    ///
    /// ```no_run
    /// cratify::configure()
    ///     .at("Order.status", |place| place.value_attribute("open", "#[doc(alias = \"new\")]"))
    /// # ;
    /// ```
    #[track_caller]
    pub fn value_attribute(mut self, value: impl Display, attribute: impl Into<String>) -> Self {
        let requested = Requested::by(self.by(Location::caller()), attribute);
        let attributes = &mut self.requests.value_attributes;
        attributes.push((value.to_string(), requested));
        self
    }
}
