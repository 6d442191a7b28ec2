//! Joins our own words and parts of a document into lines of Markdown.

use std::fmt;

use cratify_model::markdown;
use serde_json::Number;

use super::{CodeSpan, Rust};

/// One line of Markdown.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Sentence(String);

/// A part of a [`Sentence`].
pub trait Inline {
    /// Adds its Markdown.
    fn add_to(&self, sentence: &mut String);
}

/// Our own words: no text of a document lives that long.
impl Inline for &'static str {
    fn add_to(&self, sentence: &mut String) {
        debug_assert!(!self.contains('\n'), "{self:?} is more than a line");
        sentence.push_str(self);
    }
}

impl Inline for CodeSpan {
    fn add_to(&self, sentence: &mut String) {
        sentence.push_str(&self.to_string());
    }
}

impl Inline for Sentence {
    fn add_to(&self, sentence: &mut String) {
        sentence.push_str(&self.0);
    }
}

impl Inline for Number {
    fn add_to(&self, sentence: &mut String) {
        sentence.push_str(&self.to_string());
    }
}

impl Inline for u64 {
    fn add_to(&self, sentence: &mut String) {
        sentence.push_str(&self.to_string());
    }
}

/// The name of an item or the path to it.
impl Inline for Rust {
    fn add_to(&self, sentence: &mut String) {
        debug_assert!(
            !self.as_str().contains(['\n', '`']),
            "{self} is more than a path"
        );
        sentence.push_str(self.as_str());
    }
}

impl Sentence {
    /// The parts in a row.
    pub fn of(parts: &[&dyn Inline]) -> Self {
        let mut sentence = String::new();
        for part in parts {
            part.add_to(&mut sentence);
        }
        Self(sentence)
    }

    /// The parts with something between each two.
    pub fn join<T: Inline>(parts: impl IntoIterator<Item = T>, between: &'static str) -> Self {
        let mut sentence = String::new();
        for (index, part) in parts.into_iter().enumerate() {
            if index > 0 {
                sentence.push_str(between);
            }
            part.add_to(&mut sentence);
        }
        Self(sentence)
    }

    /// The same with a capital letter, if it begins with a letter of ASCII.
    #[must_use]
    pub fn capitalized(mut self) -> Self {
        if let Some(first) = self.0.get_mut(..1) {
            first.make_ascii_uppercase();
        }
        self
    }

    /// The text of a document, which is not Markdown.
    pub fn plain(text: &str) -> Self {
        Self(markdown::plain(text))
    }

    /// A link to a page of the web, with a label that is Markdown of a document.
    pub fn link(label: &str, url: &str) -> Self {
        Self(markdown::link(label, url))
    }

    /// The Markdown.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl From<&'static str> for Sentence {
    fn from(words: &'static str) -> Self {
        Self::of(&[&words])
    }
}

impl fmt::Display for Sentence {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// `sentence!["Default: ", span]`: the parts in a row.
macro_rules! sentence {
    ($($part:expr),* $(,)?) => {
        $crate::text::Sentence::of(&[$(&$part),*])
    };
}

pub(crate) use sentence;
