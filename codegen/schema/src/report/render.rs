//! Diagnostics as text for people, in the form of `rustc`.

use std::fmt::Write as _;
use std::ops::Range;

use annotate_snippets::{AnnotationKind, Element, Group, Level, Origin, Renderer, Snippet};

use super::resolver::{Excerpt, Resolver, Span, floor};
use super::window;
use crate::diagnostic::{Diagnostic, Diagnostics, Severity, visible};
use crate::text::show_unseen;

/// How many diagnostics [`render`] shows: more are of no use to a reader, and take long to write.
pub(super) const MAX_SHOWN: usize = 50;

/// The longest label or message, in bytes, that is shown whole; values may be quoted in them.
const MAX_TEXT: usize = 600;

/// How far apart, in bytes, lines may be that are shown as one excerpt of the text.
const MAX_APART: usize = 16 * 1024;

/// Whether the text is for a terminal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Style {
    /// Nothing but text.
    Plain,
    /// With ANSI escape sequences for colours.
    Coloured,
}

/// All diagnostics as text, in the order of their locations, with an empty line between them.
///
/// If there are more than [`MAX_SHOWN`], errors are shown before warnings and warnings before
/// notes, and a last line says how many are not shown. Empty if there are no diagnostics.
#[must_use]
pub fn render<'a>(diagnostics: &'a Diagnostics, resolver: &Resolver<'a>, style: Style) -> String {
    let mut shown: Vec<&Diagnostic> = diagnostics.iter().collect();
    if shown.len() > MAX_SHOWN {
        shown.sort_by_key(|diagnostic| diagnostic.severity);
    }
    let hidden = shown.split_off(shown.len().min(MAX_SHOWN));
    shown.sort_by_cached_key(|diagnostic| resolver.order(&diagnostic.location));

    let renderer = match style {
        Style::Plain => Renderer::plain(),
        Style::Coloured => Renderer::styled(),
    };
    let mut text = String::new();
    for diagnostic in shown {
        if !text.is_empty() {
            text.push('\n');
        }
        text.push_str(&one(diagnostic, resolver, &renderer));
        text.push('\n');
    }
    if !hidden.is_empty() {
        let is_error = |one: &&&Diagnostic| one.severity == Severity::Error;
        let errors = hidden.iter().filter(is_error).count();
        // Writing to a string does not fail.
        let _ = writeln!(text, "\nand {} more ({errors} errors)", hidden.len());
    }
    text
}

fn level(severity: Severity) -> Level<'static> {
    match severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
    }
}

fn one<'a>(diagnostic: &'a Diagnostic, resolver: &Resolver<'a>, renderer: &Renderer) -> String {
    let title = level(diagnostic.severity)
        .primary_title(shown(&diagnostic.message))
        .id(diagnostic.code.as_str());
    let mut group = Group::with_title(title);
    let mut columns = Columns::default();
    let mut notes = Vec::new();
    for block in blocks(diagnostic, resolver) {
        group = group.element(element(&block, &mut columns, &mut notes));
    }
    if let Some(pointer) = diagnostic.location.pointer() {
        notes.push(one_line(&format!("at #{pointer}")));
    }
    notes.extend(diagnostic.notes.iter().map(|note| shown(note)));
    for note in notes {
        group = group.element(Level::NOTE.message(note));
    }
    if let Some(help) = &diagnostic.help {
        group = group.element(Level::HELP.message(shown(help)));
    }
    columns.correct(renderer.render(&[group]))
}

/// Locations of a diagnostic that are shown together, each with its label.
struct Block<'a> {
    spans: Vec<(Span<'a>, String, AnnotationKind)>,
}

/// Locations in the same text share a block, if the lines are neither too long nor too far apart.
fn blocks<'a>(diagnostic: &'a Diagnostic, resolver: &Resolver<'a>) -> Vec<Block<'a>> {
    let primary = (
        &diagnostic.location,
        &diagnostic.label,
        AnnotationKind::Primary,
    );
    let secondary = diagnostic.secondary.iter();
    let secondary = secondary.map(|(location, text)| (location, text, AnnotationKind::Context));
    let mut blocks: Vec<Block<'a>> = Vec::new();
    for (location, label, kind) in std::iter::once(primary).chain(secondary) {
        let mark = (resolver.span(location), one_line(label), kind);
        match blocks.iter_mut().find(|block| block.takes(&mark.0)) {
            Some(block) => block.spans.push(mark),
            None => blocks.push(Block { spans: vec![mark] }),
        }
    }
    blocks
}

impl Block<'_> {
    fn takes(&self, span: &Span<'_>) -> bool {
        let Some(at) = &span.at else { return false };
        self.spans.iter().all(|(other, ..)| {
            other.at.as_ref().is_some_and(|other| {
                std::ptr::eq(other.text, at.text)
                    && !window::is_long(other)
                    && !window::is_long(at)
                    && other.line.start.abs_diff(at.line.start) <= MAX_APART
            })
        })
    }
}

fn element<'a>(block: &Block<'a>, columns: &mut Columns, notes: &mut Vec<String>) -> Element<'a> {
    let path = |span: &Span<'_>| span.path.display().to_string();
    let annotate = |range: Range<usize>, label: &str, kind: AnnotationKind| {
        let label = Some(label).filter(|label| !label.is_empty());
        kind.span(range).label(label.map(str::to_owned))
    };
    let marks = || {
        let spans = block.spans.iter();
        spans.filter_map(|(span, label, kind)| Some((span.at.as_ref()?, label, *kind)))
    };
    let Some((first, label, kind)) = marks().next() else {
        // Without a text there is one span, and no caret for its label.
        let mut origin = Origin::path(String::new());
        for (span, label, _) in &block.spans {
            origin = Origin::path(path(span));
            if let Some((line, column)) = span.position {
                origin = origin.line(line).char_column(column);
            }
            notes.extend(Some(label.clone()).filter(|label| !label.is_empty()));
        }
        return origin.into();
    };
    let path = block.spans.first().map(|(span, ..)| path(span));
    let mut path = path.unwrap_or_default();
    if window::is_long(first) {
        let cut = window::cut(first);
        columns.expect(&mut path, first, &cut);
        return Snippet::source(cut.text)
            .path(path)
            .line_start(first.line_number)
            .annotation(annotate(cut.range, label, kind))
            .into();
    }
    let start = marks().map(|(at, ..)| at.line.start).min().unwrap_or(0);
    let end = marks().map(|(at, ..)| at.line.end).max().unwrap_or(start);
    let line = marks().map(|(at, ..)| at.line_number).min().unwrap_or(1);
    Snippet::source(&first.text[start..end])
        .path(path)
        .line_start(line)
        .annotations(marks().map(|(at, label, kind)| {
            annotate(at.range.start - start..at.range.end - start, label, kind)
        }))
        .into()
}

/// Corrections of the columns that the renderer counts in lines that were cut.
#[derive(Default)]
struct Columns(Vec<(String, String)>);

impl Columns {
    /// Marks the end of a path, so that the position after it can be found.
    const MARK: char = '\u{f8ff}';

    fn expect(&mut self, path: &mut String, at: &Excerpt<'_>, cut: &window::Window) {
        path.push(Columns::MARK);
        let (mark, line) = (Columns::MARK, at.line_number);
        let counted = 1 + cut.text[..cut.range.start].chars().count();
        self.0.push((
            format!("{mark}:{line}:{counted}"),
            format!(":{line}:{}", at.column),
        ));
    }

    fn correct(&self, mut text: String) -> String {
        for (counted, meant) in &self.0 {
            text = text.replacen(counted, meant, 1);
        }
        text
    }
}

/// A label has to be on one line, or it would break the drawing.
fn one_line(text: &str) -> String {
    shortened(&visible(text))
}

/// Text of a document in a message must not change how the message is shown.
fn shown(text: &str) -> String {
    shortened(&show_unseen(text))
}

fn shortened(text: &str) -> String {
    if text.len() <= MAX_TEXT {
        return text.to_owned();
    }
    format!("{}...", &text[..floor(text, MAX_TEXT)])
}
