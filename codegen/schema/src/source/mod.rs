//! Turns files of JSON or YAML text into values, and pointers into those values back into
//! positions in the text.
//!
//! [`Source::read`] does the first, and says everything that is wrong with the text;
//! [`Source`] does the second, for whoever finds something wrong with the values.

mod collection;
mod compose;
mod core;
mod file;
mod json;
mod mapping;
mod origin;
mod problem;
mod range;
mod scalar;
mod tree;
mod yaml;
mod yaml_error;

#[cfg(test)]
mod tests;

use std::ops::Range;
use std::path::{Path, PathBuf};
use std::sync::Arc;

pub use serde_json::Value;

pub use crate::location::{FileId, Part, Pointer};

use crate::diagnostic::Diagnostics;
pub(crate) use compose::MAX_DEPTH;
use compose::Reading;
pub use file::read_text;
pub(crate) use origin::Origins;
use problem::{Kind, Problem};

/// All documents read for one generation.
#[derive(Debug, Default)]
pub struct Sources {
    all: Vec<Source>,
}

impl Sources {
    /// Without any documents.
    #[must_use]
    pub fn new() -> Sources {
        Sources::default()
    }

    /// Keeps the document; the result is how to get it back.
    pub fn add(&mut self, source: Source) -> FileId {
        // Each document is a file that was opened: four billion are out of reach.
        let id = u32::try_from(self.all.len()).unwrap_or(u32::MAX);
        self.all.push(source);
        FileId(id)
    }

    /// The document of this id.
    ///
    /// # Panics
    ///
    /// If the id belongs to another `Sources`.
    #[must_use]
    pub fn get(&self, id: FileId) -> &Source {
        &self.all[id.index()]
    }

    /// The document of this id, or `None` if the id belongs to another `Sources`.
    #[must_use]
    pub fn try_get(&self, id: FileId) -> Option<&Source> {
        self.all.get(id.index())
    }

    /// The documents in the order of adding.
    #[must_use]
    pub fn iter(&self) -> impl ExactSizeIterator<Item = (FileId, &Source)> {
        self.all.iter().enumerate().map(|(index, source)| {
            let id = u32::try_from(index).unwrap_or(u32::MAX);
            (FileId(id), source)
        })
    }

    /// Whether there are no documents.
    #[must_use]
    #[cfg(test)]
    pub fn is_empty(&self) -> bool {
        self.all.is_empty()
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Syntax {
    Json,
    Yaml,
}

/// One document: its text and the value the text stands for.
#[derive(Debug)]
pub struct Source {
    /// The path, as it was requested.
    pub path: PathBuf,
    /// The text, without a byte order mark.
    pub text: String,
    /// The value of the text, with aliases resolved, merge keys merged and overlays applied.
    pub root: Value,
    syntax: Syntax,
    /// Where values are written that are not where they are in the text.
    pub(crate) origins: Option<Box<Origins>>,
}

impl Source {
    /// The name of the file, without its folder.
    pub fn name(&self) -> String {
        let name = self.path.file_name().unwrap_or_default();
        name.to_string_lossy().into_owned()
    }

    /// The name of the file, without its folder and its ending.
    pub fn stem(&self) -> String {
        let stem = self.path.file_stem().unwrap_or_default();
        stem.to_string_lossy().into_owned()
    }

    /// Reads the file.
    ///
    /// `None` if it cannot be read or if anything in it cannot be kept as it was written, such
    /// as duplicate keys; then at least one error has been added to `diagnostics`.
    pub fn read(path: &Path, diagnostics: &mut Diagnostics) -> Option<Source> {
        match file::read_text(path) {
            Ok(text) => Source::parse(path.to_owned(), text, diagnostics),
            Err(diagnostic) => {
                diagnostics.push(*diagnostic);
                None
            }
        }
    }

    /// Reads the text as if it were the content of the file `path`, which is not opened.
    ///
    /// A file called `.json` is JSON. Other text is JSON if it starts with `{` or `[` and keeps JSON's
    /// grammar, and YAML otherwise.
    pub fn parse(path: PathBuf, mut text: String, diagnostics: &mut Diagnostics) -> Option<Source> {
        let marks = text.len() - text.trim_start_matches('\u{feff}').len();
        text.drain(..marks);
        let (syntax, Reading { tree, problems }) = match Syntax::of(&path, &text) {
            Ok(syntax) => (syntax, syntax.read(&text)),
            Err(problem) => (Syntax::Json, Reading::from(problem)),
        };
        if problems.is_empty() {
            let root = tree.value();
            return Some(Source {
                path,
                text,
                root,
                syntax,
                origins: None,
            });
        }
        let text = Arc::from(text);
        for problem in problems {
            diagnostics.push(problem.diagnostic(&path, &text));
        }
        None
    }

    /// The byte range in the text to underline for the pointer.
    ///
    /// Always a range within one line of the text and on character boundaries. If the pointer
    /// leads nowhere, it is the range of the nearest enclosing value. The value of an
    /// alias or of a merge key is found where it is written.
    ///
    /// Reads the text again; for many pointers use [`locate_all`](Source::locate_all).
    #[must_use]
    #[cfg(test)]
    pub fn locate(&self, pointer: &Pointer, part: Part) -> Range<usize> {
        let all = self.locate_all(&[(pointer.clone(), part)]);
        all.into_iter().next().unwrap_or(0..0)
    }

    /// The text of the scalar at the pointer, as it is written.
    ///
    /// Reads the text again.
    #[must_use]
    pub fn written(&self, pointer: &Pointer) -> &str {
        let (source, pointer) = self.origin(pointer);
        let ranges = source.locate_all(&[(pointer, Part::Value)]);
        ranges
            .into_iter()
            .next()
            .map_or("", |range| &source.text[range])
    }

    /// The byte range for each of the pointers, in order, from one reading of the text. The pointers lead into the text:
    /// see [`origin`](Source::origin).
    ///
    /// Nothing is kept of where things are, since almost every document has nothing wrong with it.
    #[must_use]
    pub fn locate_all(&self, places: &[(Pointer, Part)]) -> Vec<Range<usize>> {
        let tree = self.syntax.read(&self.text).tree;
        let locate = |(pointer, part): &(Pointer, Part)| {
            let range = range::first_line(&self.text, tree.locate(pointer, *part));
            match (part, pointer.resolve(&self.root)) {
                (Part::Character(index), Some(Value::String(value))) => {
                    scalar::character(&self.text, range.clone(), value, *index).unwrap_or(range)
                }
                _ => range,
            }
        };
        places.iter().map(locate).collect()
    }
}

impl Syntax {
    fn of(path: &Path, text: &str) -> Result<Syntax, Problem> {
        let is_blank = |line: &str| line.trim().is_empty() || line.trim_start().starts_with('#');
        if text.lines().all(is_blank) {
            return Err(Problem::new(Kind::Empty, 0..0));
        }
        let is_json = path
            .extension()
            .is_some_and(|extension| extension.eq_ignore_ascii_case("json"));
        if !is_json && !text.trim_start().starts_with(['{', '[']) {
            return Ok(Syntax::Yaml);
        }
        match json::check(text) {
            Ok(()) => Ok(Syntax::Json),
            Err(problem) if is_json => Err(problem),
            Err(_) => Ok(Syntax::Yaml),
        }
    }

    fn read(self, text: &str) -> Reading<'_> {
        match self {
            Syntax::Json => json::read(text),
            Syntax::Yaml => yaml::read(text),
        }
    }
}
