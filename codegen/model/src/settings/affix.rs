//! What the names of all types begin and end with.

use crate::ident::{LONGEST, is_plain_ident, is_upper_camel_case, upper_camel_case};
use crate::model::Requested;
use cratify_schema::diagnostic::{Code, Diagnostic, Diagnostics, visible};

/// How long a prefix or a suffix may be, in bytes: both together leave a third of [`LONGEST`] to the name.
const LONGEST_AFFIX: usize = LONGEST / 3;

/// What the builder says of the names of types.
#[derive(Debug, Clone, Default)]
pub struct Affixes {
    /// What the builder wants names to begin with.
    pub prefix: Option<Requested>,
    /// What the builder wants names to end with.
    pub suffix: Option<Requested>,
}

impl Affixes {
    /// What names begin with.
    pub fn prefix(&self) -> &str {
        self.prefix.as_ref().map_or("", |requested| &requested.text)
    }

    /// What names end with.
    pub fn suffix(&self) -> &str {
        self.suffix.as_ref().map_or("", |requested| &requested.text)
    }

    /// Reports what no name of a type can begin or end with.
    pub(super) fn check(&self, diagnostics: &mut Diagnostics) {
        let examples = [
            (&self.prefix, [self.prefix(), "Order"].concat(), "begin"),
            (&self.suffix, ["Order", self.suffix()].concat(), "end"),
        ];
        for (requested, name, what) in examples {
            let Some(requested) = requested else {
                continue;
            };
            if requested.text.len() > LONGEST_AFFIX {
                diagnostics.push(
                    Diagnostic::error(
                        Code::InvalidName,
                        requested.location.clone(),
                        format!(
                            "the names of types cannot {what} with {} bytes",
                            requested.text.len()
                        ),
                    )
                    .help(format!("choose at most {LONGEST_AFFIX} bytes")),
                );
                continue;
            }
            if !(is_plain_ident(&name) && is_upper_camel_case(&name)) {
                let text = visible(&requested.text);
                diagnostics.push(
                    Diagnostic::error(
                        Code::InvalidName,
                        requested.location.clone(),
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
