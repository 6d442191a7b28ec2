//! Decides which warnings settings allow or deny, by their codes.
//!
//! A setting of the document is for a place and everything in it, and holds before one for everything: as `#[allow]`
//! holds before `-D warnings` in rustc. The innermost place holds, and of two settings for one place the one that names
//! the code, or else the last one.

use cratify_schema::SchemaLocation;
use cratify_schema::diagnostic::{
    Code, Diagnostic, Diagnostics, Severity, SourceLocation, closest, describe, wrong_type,
};
use cratify_schema::source::{Sources, Value};

use super::extension;

/// The keys of the settings in a document.
pub(super) const KEYS: [&str; 2] = ["allow", "deny"];

/// The word for all codes.
const ALL: &str = "warnings";

/// The treatment of a warning.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Level {
    /// It is not reported.
    Allow,
    /// It is an error.
    Deny,
}

/// The warnings that a setting is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Warnings {
    /// All of them.
    All,
    /// Warnings with this code.
    Of(Code),
}

/// The levels for everything.
#[derive(Debug, Clone, Default)]
pub struct Levels(Vec<(Warnings, Level)>);

impl Levels {
    /// Sets a level.
    pub fn set(&mut self, warnings: Warnings, level: Level) {
        self.0.push((warnings, level));
    }

    /// Sets a level by the words of a document: `allow`, and a code or `warnings`. `None` if there is no such key.
    ///
    /// # Errors
    ///
    /// The words that there are.
    pub fn choose(&mut self, key: &str, word: &str) -> Option<Result<(), Vec<&'static str>>> {
        let level = level_named(key)?;
        Some(match Warnings::named(word) {
            Some(warnings) => {
                self.set(warnings, level);
                Ok(())
            }
            None => Err(words()),
        })
    }

    /// Takes allowed warnings away, and makes errors of denied ones.
    pub fn apply(&self, diagnostics: &mut Diagnostics, sources: &Sources) {
        for mut one in std::mem::take(diagnostics) {
            let is_warning = one.severity == Severity::Warning;
            match self.of(&one, sources).filter(|_| is_warning) {
                Some(Level::Allow) => continue,
                Some(Level::Deny) => {
                    one.severity = Severity::Error;
                    one = one.note("this warning is denied by a setting");
                }
                None => {}
            }
            diagnostics.push_as_written(one);
        }
    }

    fn of(&self, diagnostic: &Diagnostic, sources: &Sources) -> Option<Level> {
        let code = diagnostic.code;
        let stated = || level_of(&self.0, code);
        in_document(&diagnostic.location, code, sources).or_else(stated)
    }
}

/// The level that settings at one place have for a code.
fn level_of(settings: &[(Warnings, Level)], code: Code) -> Option<Level> {
    let last = |wanted| settings.iter().rev().find(|(of, _)| *of == wanted);
    let found = last(Warnings::Of(code)).or_else(|| last(Warnings::All))?;
    Some(found.1)
}

/// The level that the document states around a location.
fn in_document(location: &SourceLocation, code: Code, sources: &Sources) -> Option<Level> {
    // A document does not hide that it asks for crates.
    if code == Code::CrateNotAllowed {
        return None;
    }
    let root = &sources.try_get(location.file()?)?.root;
    let mut inner = location.pointer().cloned();
    while let Some(at) = inner {
        let settings = at
            .resolve(root)
            .and_then(|value| value.get(extension::NAME));
        let stated = settings.into_iter().flat_map(|settings| {
            KEYS.into_iter().flat_map(|key| {
                let level = level_named(key);
                let words = settings.get(key).into_iter().flat_map(each);
                words.filter_map(move |word| Some((Warnings::named(word.as_str()?)?, level?)))
            })
        });
        let stated: Vec<(Warnings, Level)> = stated.collect();
        if let Some(level) = level_of(&stated, code) {
            return Some(level);
        }
        inner = at.parent().map(|(outer, _)| outer);
    }
    None
}

fn level_named(key: &str) -> Option<Level> {
    match key {
        "allow" => Some(Level::Allow),
        "deny" => Some(Level::Deny),
        _ => None,
    }
}

impl Warnings {
    /// The warnings that a word names.
    fn named(word: &str) -> Option<Self> {
        if word == ALL {
            return Some(Self::All);
        }
        let code = Code::ALL.iter().find(|code| code.as_str() == word);
        code.map(|code| Self::Of(*code))
    }
}

/// The words that a setting takes.
pub(super) fn words() -> Vec<&'static str> {
    let codes = Code::ALL.iter().map(|code| code.as_str());
    std::iter::once(ALL).chain(codes).collect()
}

/// The words of a setting: one, or a list.
fn each(value: &Value) -> &[Value] {
    match value {
        Value::Array(values) => values,
        one => std::slice::from_ref(one),
    }
}

/// Reports words in the document that are not codes.
pub(super) fn check(at: &SchemaLocation, key: &str, value: &Value, diagnostics: &mut Diagnostics) {
    for (index, word) in each(value).iter().enumerate() {
        let at = match value {
            Value::Array(_) => at.join(&index.to_string()),
            _ => at.clone(),
        };
        let Some(text) = word.as_str() else {
            diagnostics.push(wrong_type(at.value(), &format!("`{key}`"), "a code", word));
            continue;
        };
        if Warnings::named(text).is_none() {
            let message = format!("the setting `{key}` cannot be {}", describe(word));
            diagnostics.push(
                Diagnostic::error(Code::UnknownSetting, at.value(), message)
                    .label("no such code")
                    .help(match closest(text, &words()) {
                        Some(near) => format!("did you mean `{near}`?"),
                        None => "name a code as diagnostics show it, or `warnings`".to_owned(),
                    }),
            );
        }
    }
}
