//! Turns locations of the upgraded documents into places in the text.

use std::collections::HashMap;
use std::path::Path;

use cratify_schema::SchemaLocation;
use cratify_schema::diagnostic::SourceLocation;
use cratify_schema::source::{FileId, Part, Pointer};

use super::Side;
use crate::Location;

impl Side {
    /// The places of values of the upgraded documents, in the order of the list. Each document is read once.
    pub fn locate(&self, values: &[(SchemaLocation, Part)]) -> Vec<Location> {
        let mut asked: HashMap<FileId, Vec<(usize, Pointer, Part)>> = HashMap::new();
        for (index, (at, part)) in values.iter().enumerate() {
            let written = self.decisions.locations.written(SourceLocation::Pointer {
                file: at.file,
                pointer: at.pointer.clone(),
                part: *part,
            });
            if let SourceLocation::Pointer {
                file,
                pointer,
                part,
            } = written
            {
                asked.entry(file).or_default().push((index, pointer, part));
            }
        }
        let mut found: Vec<Option<Location>> = vec![None; values.len()];
        for (file, asked) in asked {
            let source = self.decisions.sources.get(file);
            let places = asked.iter();
            let places = places.map(|(_, pointer, part)| (pointer.clone(), *part));
            let ranges = source.locate_all(&places.collect::<Vec<_>>());
            for ((index, pointer, _), range) in asked.into_iter().zip(ranges) {
                let before = &source.text[..range.start];
                let line_start = before.rfind('\n').map_or(0, |at| at + 1);
                found[index] = Some(Location {
                    file: self.shown_path(&source.path),
                    is_recorded: self.is_record(),
                    line: before.matches('\n').count() + 1,
                    column: before[line_start..].chars().count() + 1,
                    pointer: pointer.to_string(),
                });
            }
        }
        found.into_iter().flatten().collect()
    }

    /// A path as the user knows it: in a git revision, that in the repository.
    pub(crate) fn shown_path(&self, path: &Path) -> String {
        let checkout = self.checkout.as_ref().map(tempfile::TempDir::path);
        let own = checkout.and_then(|folder| path.strip_prefix(folder).ok());
        own.unwrap_or(path).to_string_lossy().into_owned()
    }
}
