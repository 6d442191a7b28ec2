//! Sets the names of types, and the modules that they are in.

use std::panic::Location;

use cratify_model::model::Requested;
use cratify_model::settings::{Modules, ReleasedNames};

use super::Config;

impl Config {
    /// Begins the names of all types with this: `Api` makes `ApiOrder` and `ApiOrderStatus` of `Order` and
    /// its member `status`. A type with a requested name (`x-rust-name`,
    /// [`rename`](crate::PlaceSettings::rename)) keeps that name.
    ///
    /// ```no_run
    /// cratify::configure().type_prefix("Api")
    /// # ;
    /// ```
    #[must_use]
    #[track_caller]
    pub fn type_prefix(mut self, prefix: impl Into<String>) -> Self {
        self.settings.affixes.prefix = Some(Requested::by(self.by(Location::caller()), prefix));
        self
    }

    /// Ends the names of all types with this: `Dto` makes `OrderDto` and `OrderStatusDto` of `Order` and
    /// its member `status`; see [`type_prefix`](Self::type_prefix).
    ///
    /// ```no_run
    /// cratify::configure().type_suffix("Dto")
    /// # ;
    /// ```
    #[must_use]
    #[track_caller]
    pub fn type_suffix(mut self, suffix: impl Into<String>) -> Self {
        self.settings.affixes.suffix = Some(Requested::by(self.by(Location::caller()), suffix));
        self
    }

    /// Whether the names of the last release stay, where the crate has [records](Self::records) of releases.
    ///
    /// ```no_run
    /// cratify::configure().released_names(cratify::ReleasedNames::Ignore)
    /// # ;
    /// ```
    #[must_use]
    pub fn released_names(mut self, names: ReleasedNames) -> Self {
        self.settings.released_names = names;
        self
    }

    /// Divides the types into modules.
    ///
    /// ```no_run
    /// cratify::configure().modules(cratify::Modules::Files)
    /// # ;
    /// ```
    ///
    /// With a document `orders.yaml` that refers to `common.yaml`, which has an `Address` of its own,
    /// this makes
    ///
    /// ```
    /// /// Types of `common.yaml`.
    /// pub mod common {
    ///     pub struct Address;
    /// }
    ///
    /// pub struct Address {
    ///     pub usual: common::Address,
    /// }
    /// ```
    ///
    /// Several documents ([`schemas`](Self::schemas)) have a module each without this.
    #[must_use]
    pub fn modules(mut self, modules: Modules) -> Self {
        self.settings.modules = Some(modules);
        self
    }
}
