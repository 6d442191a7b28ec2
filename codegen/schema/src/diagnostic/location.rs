//! Turns the [`SourceLocation`]s of diagnostics into spans of text with lines and columns.

use std::cell::{Cell, RefCell};
use std::collections::HashMap;
use std::ops::Range;
use std::panic::Location;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::Diagnostic;
use crate::source::{FileId, Part, Pointer, Sources};

/// Where something is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SourceLocation {
    /// A key or value of a document that was read.
    Pointer {
        /// The document.
        file: FileId,
        /// The way to the value within it.
        pointer: Pointer,
        /// Whether the value is meant or its key.
        part: Part,
    },
    /// A range of the text of a document that was read.
    Bytes {
        /// The document.
        file: FileId,
        /// The range of bytes.
        range: Range<usize>,
    },
    /// A file or directory of which there is no text to show.
    File(PathBuf),
    /// A range of the text of a file that did not become a document.
    InlineText {
        /// The file.
        path: PathBuf,
        /// Its text.
        text: Arc<str>,
        /// The range of bytes.
        range: Range<usize>,
    },
    /// A line of the program that runs the generator.
    Program(&'static Location<'static>),
}

impl SourceLocation {
    /// The value at the pointer.
    #[must_use]
    pub fn value(file: FileId, pointer: &Pointer) -> SourceLocation {
        SourceLocation::Pointer {
            file,
            pointer: pointer.clone(),
            part: Part::Value,
        }
    }

    /// The key at the pointer.
    #[must_use]
    pub fn key(file: FileId, pointer: &Pointer) -> SourceLocation {
        SourceLocation::Pointer {
            file,
            pointer: pointer.clone(),
            part: Part::Key,
        }
    }

    /// The pointer, if the place is given by one.
    #[must_use]
    pub fn pointer(&self) -> Option<&Pointer> {
        match self {
            SourceLocation::Pointer { pointer, .. } => Some(pointer),
            _ => None,
        }
    }
}

/// A place within a text: always on character boundaries, and within one line.
#[derive(Debug, Clone)]
pub(super) struct Span<'a> {
    pub(super) path: &'a Path,
    /// `None` if there is no text to show.
    pub(super) at: Option<SchemaLocation<'a>>,
    /// The line and the column, if they are known without a text.
    pub(super) position: Option<(usize, usize)>,
}

/// The textual part of a [`Span`].
#[derive(Debug, Clone)]
pub(super) struct SchemaLocation<'a> {
    pub(super) text: &'a str,
    pub(super) range: Range<usize>,
    /// The range of the line, without its line break.
    pub(super) line: Range<usize>,
    /// Counted from 1.
    pub(super) line_number: usize,
    /// Counted from 1, in characters.
    pub(super) column: usize,
}

/// An offset whose column has been counted.
#[derive(Clone, Copy)]
struct Counted {
    /// The line: its text's address, and where it starts in it.
    line: (usize, usize),
    offset: usize,
    column: usize,
}

/// Looks places up in the documents.
pub struct Resolver<'a> {
    sources: &'a Sources,
    /// The ranges of all pointers that will be asked for, found in one reading per document.
    pointers: HashMap<(FileId, &'a Pointer, Part), Range<usize>>,
    /// Where the lines of each text start, by the text's address.
    lines: RefCell<HashMap<usize, Vec<usize>>>,
    counted: Cell<Option<Counted>>,
}

impl<'a> Resolver<'a> {
    /// A resolver for all places of the diagnostics.
    pub fn new(
        sources: &'a Sources,
        diagnostics: impl IntoIterator<Item = &'a Diagnostic>,
    ) -> Resolver<'a> {
        let mut asked: HashMap<FileId, Vec<(&'a Pointer, Part)>> = HashMap::new();
        for diagnostic in diagnostics {
            let secondary = diagnostic.secondary.iter().map(|(place, _)| place);
            for place in std::iter::once(&diagnostic.place).chain(secondary) {
                if let SourceLocation::Pointer {
                    file,
                    pointer,
                    part,
                } = place
                {
                    asked.entry(*file).or_default().push((pointer, *part));
                }
            }
        }
        let mut pointers = HashMap::new();
        for (file, asked) in asked {
            let Some(source) = sources.try_get(file) else {
                continue;
            };
            let owned: Vec<(Pointer, Part)> = asked
                .iter()
                .map(|(pointer, part)| ((*pointer).clone(), *part))
                .collect();
            let ranges = source.locate_all(&owned);
            let keys = asked
                .into_iter()
                .map(|(pointer, part)| (file, pointer, part));
            pointers.extend(keys.zip(ranges));
        }
        Resolver {
            sources,
            pointers,
            lines: RefCell::default(),
            counted: Cell::default(),
        }
    }

    /// Where the place is.
    pub(super) fn span(&self, place: &'a SourceLocation) -> Span<'a> {
        let (path, found) = self.look_up(place);
        Span {
            path,
            at: found.map(|(text, range)| self.at(text, range)),
            position: match place {
                SourceLocation::Program(location) => {
                    Some((location.line() as usize, location.column() as usize))
                }
                _ => None,
            },
        }
    }

    fn look_up(&self, place: &'a SourceLocation) -> (&'a Path, Option<(&'a str, Range<usize>)>) {
        let (file, range) = match place {
            SourceLocation::File(path) => return (path, None),
            SourceLocation::Program(location) => return (Path::new(location.file()), None),
            SourceLocation::InlineText { path, text, range } => {
                return (path, Some((text, range.clone())));
            }
            SourceLocation::Bytes { file, range } => (*file, Some(range.clone())),
            SourceLocation::Pointer {
                file,
                pointer,
                part,
            } => {
                let known = self.pointers.get(&(*file, pointer, *part));
                (*file, known.cloned())
            }
        };
        let Some(source) = self.sources.try_get(file) else {
            // The id of a document of other sources is a mistake of ours, which must not cost
            // the user the message.
            return (Path::new("(unknown)"), None);
        };
        (&source.path, range.map(|range| (&*source.text, range)))
    }

    fn at(&self, text: &'a str, range: Range<usize>) -> SchemaLocation<'a> {
        let start = floor(text, range.start);
        let mut lines = self.lines.borrow_mut();
        let starts = lines.entry(text.as_ptr() as usize).or_insert_with(|| {
            let breaks = text.bytes().enumerate().filter(|(_, byte)| *byte == b'\n');
            std::iter::once(0)
                .chain(breaks.map(|(at, _)| at + 1))
                .collect()
        });
        let line_number = starts.partition_point(|line| *line <= start).max(1);
        let line_start = starts.get(line_number - 1).copied().unwrap_or(0);
        let line_end = starts.get(line_number).map_or(text.len(), |next| next - 1);
        let line = text[line_start..line_end].trim_end_matches('\r');
        let line_end = line_start + line.len();
        // An offset at the line break itself is shown right after the line's last character.
        let start = start.min(line_end);
        let end = floor(text, range.end).clamp(start, line_end);
        SchemaLocation {
            text,
            range: start..end,
            line: line_start..line_end,
            line_number,
            column: self.column(text, line_start, start),
        }
    }

    /// The column of the offset in the line that starts at `line`.
    ///
    /// Places are looked up in order, mostly, so that counting from the one before saves
    /// counting a line of megabytes once for each of them.
    fn column(&self, text: &'a str, line: usize, offset: usize) -> usize {
        let line_key = (text.as_ptr() as usize, line);
        let before = self.counted.get();
        let known = before.filter(|before| before.line == line_key && before.offset <= offset);
        let (from, column) = known.map_or((line, 1), |known| (known.offset, known.column));
        let column = column + text[from..offset].chars().count();
        self.counted.set(Some(Counted {
            line: line_key,
            offset,
            column,
        }));
        column
    }

    /// What diagnostics are sorted by: the file, then the position; files that did not become
    /// documents come first, since everything else may follow from them.
    pub(super) fn order(&self, place: &'a SourceLocation) -> (Option<FileId>, &'a Path, usize) {
        let (path, found) = self.look_up(place);
        let file = match place {
            SourceLocation::Pointer { file, .. } | SourceLocation::Bytes { file, .. } => {
                Some(*file)
            }
            SourceLocation::File(_)
            | SourceLocation::InlineText { .. }
            | SourceLocation::Program(_) => None,
        };
        let start = match place {
            SourceLocation::Program(location) => location.line() as usize,
            _ => found.map_or(0, |(_, range)| range.start),
        };
        (file, path, start)
    }
}

/// The nearest character boundary at or before `at`.
pub(super) fn floor(text: &str, at: usize) -> usize {
    let mut at = at.min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}
