//! The prefix and the suffix of all type names.

use crate::ident::{LONGEST, is_plain_ident, is_upper_camel_case, upper_camel_case};
use crate::model::{Affixes, Requested};
use cratify_schema::diagnostic::{Code, Diagnostic, Diagnostics, visible};

/// How long a prefix or a suffix may be, in bytes: both together leave a third of [`LONGEST`] to the name.
const LONGEST_AFFIX: usize = LONGEST / 3;

/// The prefix and the suffix that the builder requests for the names of all types.
#[derive(Debug, Clone, Default)]
pub struct AffixRequests {
    /// The requested prefix.
    pub prefix: Option<Requested>,
    /// The requested suffix.
    pub suffix: Option<Requested>,
}

impl AffixRequests {
    /// The prefix and the suffix for the model.
    pub(super) fn affixes(&self) -> Affixes {
        Affixes {
            prefix: self.prefix().to_owned(),
            suffix: self.suffix().to_owned(),
        }
    }

    /// The prefix; empty where none is requested.
    fn prefix(&self) -> &str {
        self.prefix.as_ref().map_or("", |requested| &requested.text)
    }

    /// The suffix; empty where none is requested.
    fn suffix(&self) -> &str {
        self.suffix.as_ref().map_or("", |requested| &requested.text)
    }

    /// Reports a prefix or a suffix that makes no name of a type.
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
