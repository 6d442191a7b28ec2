//! Turns problems of overlays into diagnostics, with locations in the texts of all files that take part.

use std::sync::Arc;

use super::tree::Origin;
use crate::diagnostic::{Code, Diagnostic, Diagnostics, SourceLocation, visible};
use crate::source::{Part, Pointer, Source};

/// The document and its overlays: file 0, and the others from 1 on.
pub(super) struct Files<'s> {
    pub(super) document: &'s Source,
    pub(super) overlays: Vec<Source>,
}

impl Files<'_> {
    pub(super) fn get(&self, file: usize) -> &Source {
        match file.checked_sub(1) {
            Some(index) => &self.overlays[index],
            None => self.document,
        }
    }

    /// A location that can be shown though the file is not part of the run yet.
    pub(super) fn location(&self, origin: &Origin, part: Part) -> SourceLocation {
        let source = self.get(origin.file);
        let mut ranges = source.locate_all(&[(origin.pointer.clone(), part)]);
        SourceLocation::InlineText {
            path: source.path.clone(),
            text: Arc::from(source.text.as_str()),
            range: ranges.pop().unwrap_or(0..0),
        }
    }
}

/// How many problems of an overlay are reported: each looks its location up in the text.
const MOST: usize = 100;

/// The problems of one overlay.
pub(super) struct Problems<'d> {
    pub(super) files: &'d Files<'d>,
    /// The number of the overlay.
    pub(super) file: usize,
    pub(super) diagnostics: &'d mut Diagnostics,
}

impl Problems<'_> {
    /// Whether one more problem is reported. Where none is an error yet, an error always is.
    fn has_room(&self, is_error: bool) -> bool {
        self.diagnostics.len() < MOST || is_error && !self.diagnostics.has_errors()
    }

    fn at(&self, pointer: &Pointer, part: Part) -> SourceLocation {
        let origin = Origin {
            file: self.file,
            pointer: pointer.clone(),
        };
        self.files.location(&origin, part)
    }

    pub(super) fn error(
        &mut self,
        at: &Pointer,
        part: Part,
        what: impl AsRef<str>,
        help: impl Into<String>,
    ) {
        if !self.has_room(true) {
            return;
        }
        let at = self.at(at, part);
        let what = visible(what.as_ref());
        let diagnostic = Diagnostic::error(Code::InvalidOverlay, at, what);
        self.diagnostics.push(diagnostic.help(help));
    }

    /// Reports an error that another location takes part in.
    pub(super) fn conflict(
        &mut self,
        at: &Origin,
        what: impl AsRef<str>,
        other: &Origin,
        label: &str,
        help: &str,
    ) {
        if !self.has_room(true) {
            return;
        }
        let here = self.files.location(at, Part::Value);
        let there = self.files.location(other, Part::Value);
        let what = visible(what.as_ref());
        let diagnostic = Diagnostic::error(Code::InvalidOverlay, here, what);
        self.diagnostics
            .push(diagnostic.also(there, label).help(help));
    }

    pub(super) fn idle(
        &mut self,
        at: &Pointer,
        part: Part,
        what: impl AsRef<str>,
        help: impl Into<String>,
    ) {
        if !self.has_room(false) {
            return;
        }
        let at = self.at(at, part);
        let what = visible(what.as_ref());
        let diagnostic = Diagnostic::warning(Code::IdleAction, at, what);
        self.diagnostics.push(diagnostic.help(help));
    }
}
