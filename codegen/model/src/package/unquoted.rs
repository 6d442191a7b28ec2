//! Turns numbers and booleans in `info` and `x-crate` into text, as they are written: `version: 1.10` is not 1.1.

use cratify_schema::diagnostic::{Code, Diagnostic, Diagnostics, SourceLocation, visible};
use cratify_schema::source::{FileId, Pointer, Source, Value};

/// How deep the members are: `license.name`, an entry of `keywords`.
const DEPTH: usize = 2;

/// Reads text that lacks its quotes.
pub(super) struct Unquoted<'s, 'd> {
    pub file: FileId,
    pub source: &'s Source,
    pub diagnostics: &'d mut Diagnostics,
}

impl Unquoted<'_, '_> {
    /// The value at a location with text in place of numbers and booleans, and without members that are null.
    /// Each is a warning.
    pub(super) fn read(&mut self, value: &Value, at: &Pointer) -> Value {
        self.value(value, at, 0)
    }

    fn value(&mut self, value: &Value, at: &Pointer, depth: usize) -> Value {
        match value {
            Value::Object(members) if depth < DEPTH => {
                let members = members.iter().filter_map(|(name, value)| {
                    let at = at.join(name);
                    let read = match value {
                        value if name.starts_with("x-") => value.clone(),
                        Value::Null => {
                            self.null(&at);
                            return None;
                        }
                        value => self.value(value, &at, depth + 1),
                    };
                    Some((name.clone(), read))
                });
                Value::Object(members.collect())
            }
            Value::Array(values) if depth < DEPTH => {
                let values = values.iter().enumerate();
                let values =
                    values.map(|(index, value)| self.value(value, &at.index(index), depth + 1));
                values.collect()
            }
            Value::Number(_) | Value::Bool(_) => self.text(at),
            other => other.clone(),
        }
    }

    fn text(&mut self, at: &Pointer) -> Value {
        let text = self.source.written(at);
        let name = at.last().unwrap_or_default();
        let location = SourceLocation::value(self.file, at);
        let message = format!("`{}` must be a string", visible(&name));
        self.diagnostics.push(
            Diagnostic::warning(Code::InvalidPackage, location, message)
                .label("read as text, as it is written")
                .help(format!("put it in quotes: `\"{text}\"`")),
        );
        text.into()
    }

    fn null(&mut self, at: &Pointer) {
        let name = at.last().unwrap_or_default();
        let location = SourceLocation::key(self.file, at);
        let message = format!("`{}` is null", visible(&name));
        self.diagnostics.push(
            Diagnostic::warning(Code::InvalidPackage, location, message)
                .label("read as if it were not there")
                .help("remove it, or give it a value"),
        );
    }
}
