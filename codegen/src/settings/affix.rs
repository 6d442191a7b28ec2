//! What the names of all types begin and end with.

use std::panic::Location;

use super::Said;
use crate::config::Config;
use crate::diagnostic::{Code, Diagnostic, Diagnostics, visible};
use crate::names::{is_plain_ident, is_upper_camel_case, upper_camel_case};

/// What the builder says of the names of types.
#[derive(Debug, Clone, Default)]
pub(crate) struct Affixes {
    prefix: Option<Said>,
    suffix: Option<Said>,
}

impl Affixes {
    /// What names begin with.
    pub(crate) fn prefix(&self) -> &str {
        self.prefix.as_ref().map_or("", |said| &said.text)
    }

    /// What names end with.
    pub(crate) fn suffix(&self) -> &str {
        self.suffix.as_ref().map_or("", |said| &said.text)
    }

    /// Says what no name of a type can begin or end with.
    pub(super) fn check(&self, diagnostics: &mut Diagnostics) {
        let examples = [
            (&self.prefix, [self.prefix(), "Order"].concat(), "begin"),
            (&self.suffix, ["Order", self.suffix()].concat(), "end"),
        ];
        for (said, name, what) in examples {
            if let Some(said) = said
                && !(is_plain_ident(&name) && is_upper_camel_case(&name))
            {
                let text = visible(&said.text);
                diagnostics.push(
                    Diagnostic::error(
                        Code::InvalidName,
                        said.place.clone(),
                        format!("the names of types cannot {what} with `{text}`"),
                    )
                    .help(format!(
                        "types are written as `{}` is: letters and digits, without `_`",
                        upper_camel_case(&name)
                    )),
                );
            }
        }
    }
}

impl Config {
    /// Begins the names of all types with this: `Api` makes `ApiOrder` and `ApiOrderStatus` of `Order` and
    /// its member `status`. A type that has its name from somebody (`x-rust-name`,
    /// [`rename`](crate::PlaceSettings::rename)) keeps it.
    ///
    /// ```no_run
    /// cratify::configure().type_prefix("Api")
    /// # ;
    /// ```
    #[must_use]
    #[track_caller]
    pub fn type_prefix(mut self, prefix: impl Into<String>) -> Self {
        self.settings.affixes.prefix = Some(Said::by(Location::caller(), prefix));
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
        self.settings.affixes.suffix = Some(Said::by(Location::caller(), suffix));
        self
    }
}
