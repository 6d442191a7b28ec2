//! Turns source locations into spans of text with lines and columns.

use std::cell::{Cell, RefCell};
use std::collections::HashMap;
use std::ops::Range;
use std::path::Path;

use crate::diagnostic::Diagnostic;
use crate::location::{FileId, Part, Pointer, SourceLocation};
use crate::source::{Source, Sources};

/// A source location in its file.
#[derive(Debug, Clone)]
pub(super) struct Span<'a> {
    pub(super) path: &'a Path,
    /// `None` if there is no text to show.
    pub(super) at: Option<Excerpt<'a>>,
    /// The line and the column, if they are known without a text.
    pub(super) position: Option<(usize, usize)>,
}

/// A range of text: on character boundaries, and within one line.
#[derive(Debug, Clone)]
pub(super) struct Excerpt<'a> {
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

/// The locations that are asked for in one text.
struct Asked<'a> {
    source: &'a Source,
    keys: Vec<(FileId, &'a Pointer, Part)>,
    places: Vec<(Pointer, Part)>,
}

/// Looks source locations up in the text of the documents.
pub struct Resolver<'a> {
    sources: &'a Sources,
    /// The texts and the ranges of all pointers that will be asked for, found in one reading per document.
    pointers: HashMap<(FileId, &'a Pointer, Part), (&'a Source, Range<usize>)>,
    /// The starts of the lines of each text, by the text's address.
    lines: RefCell<HashMap<usize, Vec<usize>>>,
    counted: Cell<Option<Counted>>,
}

impl<'a> Resolver<'a> {
    /// A resolver for all source locations of the diagnostics.
    pub fn new(
        sources: &'a Sources,
        diagnostics: impl IntoIterator<Item = &'a Diagnostic>,
    ) -> Resolver<'a> {
        // By the path and the text that have the value, which may be of an overlay.
        let mut asked: HashMap<*const Source, Asked<'a>> = HashMap::new();
        for diagnostic in diagnostics {
            let secondary = diagnostic.secondary.iter();
            let secondary = secondary.map(|(location, _)| location);
            for location in std::iter::once(&diagnostic.location).chain(secondary) {
                if let SourceLocation::Pointer {
                    file,
                    pointer,
                    part,
                } = location
                {
                    let Some(document) = sources.try_get(*file) else {
                        continue;
                    };
                    let (source, origin) = document.origin(pointer);
                    let asked = asked.entry(source).or_insert_with(|| Asked {
                        source,
                        keys: Vec::new(),
                        places: Vec::new(),
                    });
                    asked.keys.push((*file, pointer, *part));
                    asked.places.push((origin, *part));
                }
            }
        }
        let mut pointers = HashMap::new();
        for Asked {
            source,
            keys,
            places,
        } in asked.into_values()
        {
            let ranges = source.locate_all(&places).into_iter();
            pointers.extend(keys.into_iter().zip(ranges.map(|range| (source, range))));
        }
        Resolver {
            sources,
            pointers,
            lines: RefCell::default(),
            counted: Cell::default(),
        }
    }

    /// The span of a source location.
    pub(super) fn span(&self, location: &'a SourceLocation) -> Span<'a> {
        let (path, found) = self.look_up(location);
        Span {
            path,
            at: found.map(|(text, range)| self.at(text, range)),
            position: match location {
                SourceLocation::Program(line) => {
                    Some((line.line() as usize, line.column() as usize))
                }
                _ => None,
            },
        }
    }

    fn look_up(&self, location: &'a SourceLocation) -> (&'a Path, Option<(&'a str, Range<usize>)>) {
        let (file, range) = match location {
            SourceLocation::File(path) => return (path, None),
            SourceLocation::Program(line) => return (Path::new(line.file()), None),
            SourceLocation::Option(option) => return (Path::new(option), None),
            SourceLocation::InlineText { path, text, range } => {
                return (path, Some((text, range.clone())));
            }
            SourceLocation::Bytes { file, range } => (*file, Some(range.clone())),
            SourceLocation::Pointer {
                file,
                pointer,
                part,
            } => match self.pointers.get(&(*file, pointer, *part)) {
                Some((source, range)) => {
                    return (&source.path, Some((&*source.text, range.clone())));
                }
                None => (*file, None),
            },
        };
        let Some(source) = self.sources.try_get(file) else {
            // The file is of other sources. That is a mistake of the program, and the message must reach the
            // user all the same.
            return (Path::new("(unknown)"), None);
        };
        (&source.path, range.map(|range| (&*source.text, range)))
    }

    fn at(&self, text: &'a str, range: Range<usize>) -> Excerpt<'a> {
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
        Excerpt {
            text,
            range: start..end,
            line: line_start..line_end,
            line_number,
            column: self.column(text, line_start, start),
        }
    }

    /// The column of the offset in the line that starts at `line`.
    ///
    /// Most locations are looked up in order. To count from the last one saves to count a line of megabytes
    /// again for each.
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

    /// The order of diagnostics: by file, then by position. Files that did not become documents come first,
    /// since other problems may follow from theirs.
    pub(super) fn order(&self, location: &'a SourceLocation) -> (Option<FileId>, &'a Path, usize) {
        let (path, found) = self.look_up(location);
        let file = match location {
            SourceLocation::Pointer { file, .. } | SourceLocation::Bytes { file, .. } => {
                Some(*file)
            }
            SourceLocation::File(_)
            | SourceLocation::InlineText { .. }
            | SourceLocation::Program(_)
            | SourceLocation::Option(_) => None,
        };
        let start = match location {
            SourceLocation::Program(line) => line.line() as usize,
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
