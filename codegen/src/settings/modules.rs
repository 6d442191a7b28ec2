//! How the types of a crate are divided into modules.

use crate::config::Config;

/// Which modules a crate shows. Every named type is in a file of its own in any case.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
#[non_exhaustive]
pub enum Modules {
    /// None: all types are in the root of the crate, and no two have the same name.
    #[default]
    Flat,
    /// One for each file that references lead to, beside the types of the document itself, which are in
    /// the root of the crate. Types of different modules may have the same name.
    Files,
}

impl Config {
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
    #[must_use]
    pub fn modules(mut self, modules: Modules) -> Self {
        self.settings.modules = modules;
        self
    }
}
