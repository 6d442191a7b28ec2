//! Sets which warnings are allowed or denied.

use cratify_model::settings::{Level, Warnings};
use cratify_schema::diagnostic::Code;

use super::Config;

impl Config {
    /// Does not report the warnings of a code. The document has the same setting for its places, as `x-cratify`:
    /// `{ allow: CR0404 }`, or a list of codes.
    ///
    /// ```no_run
    /// cratify::configure().allow(cratify::Code::AmbiguousUnion)
    /// # ;
    /// ```
    #[must_use]
    pub fn allow(mut self, code: Code) -> Self {
        self.settings.levels.set(Warnings::Of(code), Level::Allow);
        self
    }

    /// Makes errors of the warnings of a code, in the document: `{ deny: CR0404 }`.
    ///
    /// ```no_run
    /// cratify::configure().deny(cratify::Code::IgnoredKeyword)
    /// # ;
    /// ```
    #[must_use]
    pub fn deny(mut self, code: Code) -> Self {
        self.settings.levels.set(Warnings::Of(code), Level::Deny);
        self
    }

    /// Makes errors of all warnings that are not allowed.
    ///
    /// ```no_run
    /// cratify::configure()
    ///     .deny_warnings()
    ///     .allow(cratify::Code::AmbiguousUnion)
    /// # ;
    /// ```
    #[must_use]
    pub fn deny_warnings(mut self) -> Self {
        self.settings.levels.set(Warnings::All, Level::Deny);
        self
    }
}
