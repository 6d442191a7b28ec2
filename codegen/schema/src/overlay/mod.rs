//! Turns a document and overlays (OpenAPI Overlay 1.0 and 1.1) into the changed document.
//!
//! They come before everything else: no later stage knows of them. Each value keeps its origin, so a diagnostic points to
//! the overlay where a value comes from it.

mod action;
mod change;
mod path;
mod problem;
#[cfg(test)]
mod tests;
mod tree;

use std::path::PathBuf;

use crate::diagnostic::Diagnostics;
use crate::source::{Origins, Pointer, Source};
use change::Changed;
use problem::{Files, Problems};
use tree::{Node, Origin};

/// Applies the overlays in these files, in order. `None` if one of them cannot be read or applied, which is reported.
pub(crate) fn apply(
    mut document: Source,
    paths: &[PathBuf],
    diagnostics: &mut Diagnostics,
) -> Option<Source> {
    if paths.is_empty() {
        return Some(document);
    }
    let read = paths.iter().map(|path| Source::read(path, diagnostics));
    let read: Vec<Option<Source>> = read.collect();
    let overlays = read.into_iter().collect::<Option<Vec<Source>>>()?;
    let root = Origin {
        file: 0,
        pointer: Pointer::root(),
    };
    let mut changed = Changed::new(Node::of(&document.root, root));
    let mut found = Diagnostics::new();
    let files = Files {
        document: &document,
        overlays,
    };
    for (index, overlay) in files.overlays.iter().enumerate() {
        let mut problems = Problems {
            files: &files,
            file: index + 1,
            diagnostics: &mut found,
        };
        for action in action::read(&overlay.root, &mut problems) {
            changed.apply(&action, &mut problems);
        }
    }
    let overlays = files.overlays;
    let is_applied = !found.has_errors();
    for diagnostic in found {
        diagnostics.push(diagnostic);
    }
    if !is_applied {
        return None;
    }
    let moves = changed.root.moves().into_iter();
    let moves = moves.map(|(at, origin)| (at, (origin.file, origin.pointer)));
    document.root = changed.root.value();
    document.origins = Some(Box::new(Origins {
        overlays,
        moves: moves.collect(),
    }));
    Some(document)
}
