//! Turns extensions into values that are checked.

use super::member::Member;
use crate::diagnostic::{Code, Diagnostic, Diagnostics, describe};

impl Member<'_> {
    /// Checks the value of an extension of other programs that the generator reads: a wrong one has no effect.
    pub(super) fn foreign_extension(&self, out: &mut Diagnostics) {
        let value = self.value;
        let (wanted, is_good) = match self.name {
            "x-enum-varnames"
            | "x-enumNames"
            | "x-enum-names"
            | "x-enum-descriptions"
            | "x-enumDescriptions"
            | "x-enum-description"
            | "x-enum-comments" => (
                "a list, or an object with the values as keys",
                value.is_array() || value.is_object(),
            ),
            "x-enum-elements" => ("a list", value.is_array()),
            "x-extensible-enum" => (
                "a list, or `true` or `false`",
                value.is_array() || value.is_boolean(),
            ),
            "x-ms-enum" => ("an object", value.is_object()),
            "x-ms-discriminator-value" => ("a string", value.is_string()),
            _ => return,
        };
        if !is_good {
            let message = format!("`{}` must be {wanted}", self.name);
            out.push(
                Diagnostic::warning(Code::IgnoredKeyword, self.at.value(), message)
                    .label(format!("found {}: this is ignored", describe(value)))
                    .help(format!("write {wanted}, or remove the extension")),
            );
        }
    }

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
