//! Extensions whose values the generator checks.

use super::member::Member;
use crate::diagnostic::{Code, Diagnostic, Diagnostics, describe};

impl Member<'_> {
    /// Whether a value is secret. Anything but a boolean is taken for `true`.
    pub(super) fn mark(&self, out: &mut Diagnostics) {
        if !self.value.is_boolean() {
            let message = format!("`{}` must be `true` or `false`", self.name);
            out.push(
                Diagnostic::warning(Code::IgnoredKeyword, self.at.value(), message)
                    .label(format!("found {}: taken for `true`", describe(self.value)))
                    .help("write `true` for a value that must not be shown"),
            );
        }
    }
}
