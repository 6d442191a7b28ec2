//! Turns faults of `info` and `x-crate` into located problems.

use serde_json::{Map, Value};

/// How much a problem matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// A crate can be generated, but probably not as wanted.
    Warning,
    /// The document is wrong and has to be changed.
    Error,
}

/// Something in `info` or `x-crate` that could not be used as written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// How much it matters.
    pub severity: Severity,
    /// Whether `path` starts in `x-crate`; otherwise it starts in `info`.
    pub in_x_crate: bool,
    /// Member names and array indices; empty for the object as a whole.
    pub path: Vec<String>,
    /// The fault, as a clause without a full stop.
    pub message: String,
    /// The value found, as JSON and possibly cut; empty without a value.
    pub found: String,
    /// The mend.
    pub help: String,
}

/// One of the two objects that are read.
#[derive(Debug, Clone, Copy)]
pub(super) struct Source<'a> {
    members: Option<&'a Map<String, Value>>,
    in_x_crate: bool,
}

/// Everything found so far.
#[derive(Debug, Default)]
pub(super) struct Problems(pub(super) Vec<Problem>);

impl<'a> Source<'a> {
    pub(super) fn new(value: Option<&'a Value>, in_x_crate: bool, problems: &mut Problems) -> Self {
        let source = Self {
            members: value.and_then(Value::as_object),
            in_x_crate,
        };
        if let Some(value) = value
            && source.members.is_none()
        {
            let name = if in_x_crate { "x-crate" } else { "info" };
            problems.wrong_type(source, &[], name, "an object", value);
        }
        source
    }

    pub(super) fn members(self) -> impl Iterator<Item = (&'a str, &'a Value)> {
        self.members
            .into_iter()
            .flatten()
            .map(|(name, value)| (name.as_str(), value))
    }

    fn get(self, path: &[&str]) -> Option<&'a Value> {
        let (first, rest) = path.split_first()?;
        rest.iter()
            .try_fold(self.members?.get(*first)?, |value, name| {
                value.as_object()?.get(*name)
            })
    }

    /// The text at a path, without surrounding white space; `None` without
    /// a text, which is a problem if another value is there.
    pub(super) fn text(self, path: &[&str], problems: &mut Problems) -> Option<&'a str> {
        let value = self.get(path)?;
        if value.as_str().is_none() {
            let name = path.last().copied().unwrap_or_default();
            problems.wrong_type(self, path, name, "a string", value);
        }
        value.as_str().map(str::trim)
    }

    /// Reports a member that should be an object and is not.
    pub(super) fn expect_object(self, name: &str, problems: &mut Problems) {
        if let Some(value) = self.get(&[name]).filter(|value| !value.is_object()) {
            problems.wrong_type(self, &[name], name, "an object", value);
        }
    }

    /// The texts of an array of strings with their indices. Items that are
    /// not strings are reported and left out.
    pub(super) fn texts(self, name: &str, problems: &mut Problems) -> Vec<(String, &'a str)> {
        let Some(value) = self.get(&[name]) else {
            return Vec::new();
        };
        let Some(items) = value.as_array() else {
            problems.wrong_type(self, &[name], name, "an array of strings", value);
            return Vec::new();
        };
        let mut texts = Vec::new();
        for (index, item) in items.iter().enumerate() {
            let index = index.to_string();
            if let Some(text) = item.as_str() {
                texts.push((index, text.trim()));
            } else {
                problems.wrong_type(self, &[name, &index], name, "an array of strings", item);
            }
        }
        texts
    }

    pub(super) fn in_x_crate(self) -> bool {
        self.in_x_crate
    }

    /// Whoever writes `x-crate` means the crate, so a bad value there has to
    /// be mended; `info` is about the API and may not fit a crate at all.
    pub(super) fn severity(self) -> Severity {
        if self.in_x_crate {
            Severity::Error
        } else {
            Severity::Warning
        }
    }
}

impl Problems {
    /// Adds a problem with the value at `path`.
    pub(super) fn add(
        &mut self,
        severity: Severity,
        source: Source<'_>,
        path: &[&str],
        message: impl Into<String>,
        help: impl Into<String>,
    ) {
        let value = match path {
            [name, index] if source.get(&[name]).is_some_and(Value::is_array) => index
                .parse()
                .ok()
                .and_then(|index: usize| source.get(&[name])?.get(index)),
            _ => source.get(path),
        };
        self.0.push(Problem {
            severity,
            in_x_crate: source.in_x_crate,
            path: path.iter().map(|part| (*part).to_owned()).collect(),
            message: message.into(),
            found: value.map(shown).unwrap_or_default(),
            help: help.into(),
        });
    }

    fn wrong_type(
        &mut self,
        source: Source<'_>,
        path: &[&str],
        name: &str,
        wanted: &str,
        found: &Value,
    ) {
        let kind = match found {
            Value::Null => "null",
            Value::Bool(_) => "a boolean",
            Value::Number(_) => "a number",
            Value::String(_) => "a string",
            Value::Array(_) => "an array",
            Value::Object(_) => "an object",
        };
        let help = match found {
            Value::Number(_) | Value::Bool(_) if wanted == "a string" => {
                format!("put it in quotes: {name}: \"{found}\"")
            }
            Value::String(_) if wanted == "an array of strings" => {
                format!("write a list: {name}: [{}]", shown(found))
            }
            Value::Null => format!("give it a value or leave `{name}` out"),
            _ => format!("write {wanted} here"),
        };
        self.add(
            Severity::Error,
            source,
            path,
            format!("`{name}` must be {wanted}, not {kind}"),
            help,
        );
        if let Some(problem) = self.0.last_mut() {
            problem.found = shown(found);
        }
    }
}

/// A value as JSON, cut where it stops helping to recognise it.
fn shown(value: &Value) -> String {
    const LONGEST: usize = 80;
    let text = value.to_string();
    match text.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("{}...", &text[..end]),
        None => text,
    }
}
