//! Sets extern types, in the place of formats and of schemas, and the crates that they need.

use std::panic::Location;

use cratify_model::model::Requested;
use cratify_model::package::Dependency;
use cratify_model::settings::{ExternType, FormatRule, Formats, ReplacedSchema};

use super::Config;

impl Config {
    /// Has the formats that a crate has types for become these types: as often as there are crates.
    ///
    /// `format` is an annotation: without this, a `String` holds whatever a server sends. With it,
    /// such a value is read only if the type of the crate reads it, and is written as that type writes
    /// it, which may be another spelling of the same: see the README for each crate. Strict reading, by
    /// the schema, is what it was. In a document: `formats: uuid`, or a list of such words.
    ///
    /// ```no_run
    /// use cratify::Formats;
    ///
    /// cratify::configure()
    ///     .formats(Formats::Uuid)
    ///     .formats(Formats::Jiff)
    ///     .at("Order.external_id", |place| place.formats(Formats::Plain))
    /// # ;
    /// ```
    #[must_use]
    pub fn formats(mut self, formats: Formats) -> Self {
        self.settings.formats.add(formats);
        self
    }

    /// Has a format of strings or numbers become a type of another crate, or of the standard library.
    ///
    /// Values are read and written as described at [`formats`](Self::formats).
    ///
    /// ```no_run
    /// use cratify::ExternType;
    ///
    /// cratify::configure().format("ipv4", ExternType::new("std::net::Ipv4Addr"))
    /// # ;
    /// ```
    #[must_use]
    pub fn format(mut self, format: impl Into<String>, ty: ExternType) -> Self {
        self.settings
            .formats
            .0
            .push(FormatRule::Named(format.into(), Box::new(ty)));
        self
    }

    /// Has a type of another crate take the place of a schema, as `extern_path` does in `prost`.
    ///
    /// The schema gets no type of its own: whatever refers to it has the other one. It is assumed to
    /// have the values that the schema describes; the type alone reads and writes them. Named schemas that
    /// nothing else refers to get no type either. The document has the same setting, `x-rust-type` in the
    /// schema: `my_crate::Money`, or `{ crate: my-crate, version: "1.2", path: "my_crate::Money" }`,
    /// of a crate that the builder [allows](Self::allow_crates).
    ///
    /// The schema is named as in [`at`](Self::at).
    ///
    /// ```no_run
    /// use cratify::{Dependency, ExternType};
    ///
    /// let money = ExternType::new("money::Money").dependency(Dependency::new("money", "1.2"));
    /// cratify::configure().extern_type("Money", money)
    /// # ;
    /// ```
    #[must_use]
    #[track_caller]
    pub fn extern_type(mut self, schema: impl Into<String>, ty: ExternType) -> Self {
        self.settings.externs.push(ReplacedSchema {
            selector: schema.into(),
            location: self.by(Location::caller()),
            ty,
        });
        self
    }

    /// Adds a dependency to the manifest of the generated crate, for types and derives that need it. The
    /// document may then name the crate, without a version: `x-rust-type: my_crate::Money`.
    #[must_use]
    pub fn dependency(mut self, dependency: Dependency) -> Self {
        self.settings.dependencies.push(dependency);
        self
    }

    /// Lets the document name these crates, in the version that it states.
    ///
    /// A document is data, and often not one's own: without this, it chooses no dependency. It may name the
    /// crates that the builder depends on (by [`dependency`](Self::dependency), by an [`ExternType`], or
    /// by a setting that needs one); all others are ignored, with a warning. That goes for `x-rust-type`, and in
    /// `x-cratify` for `formats` and `map-type`. Several calls add up.
    ///
    /// ```no_run
    /// // `x-rust-type: { crate: money, version: "1.2", path: "money::Money" }`, `x-cratify: { formats: uuid }`
    /// cratify::configure().allow_crates(["money", "uuid"])
    /// # ;
    /// ```
    #[must_use]
    #[track_caller]
    pub fn allow_crates(mut self, names: impl IntoIterator<Item = impl Into<String>>) -> Self {
        let location = self.by(Location::caller());
        let names = names.into_iter();
        let names = names.map(|name| Requested::by(location.clone(), name));
        self.settings.allowed_crates.extend(names);
        self
    }
}
