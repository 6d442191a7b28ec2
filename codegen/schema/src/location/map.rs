//! Turns locations in upgraded documents into locations in documents as written, and back.

use std::collections::HashMap;

use super::{FileId, Pointer, SchemaLocation, SourceLocation};

/// The locations that the upgrade has changed, by file.
#[derive(Debug, Default)]
pub struct LocationMaps {
    by_file: HashMap<FileId, LocationMap>,
}

impl LocationMaps {
    /// Adds the locations of a file.
    pub(crate) fn add(&mut self, file: FileId, locations: LocationMap) {
        if !locations.is_empty() {
            self.by_file.insert(file, locations);
        }
    }

    /// The location in the upgraded document.
    pub fn upgraded(&self, written: SchemaLocation) -> SchemaLocation {
        match self.by_file.get(&written.file) {
            Some(locations) => SchemaLocation {
                pointer: locations.upgraded(&written.pointer),
                ..written
            },
            None => written,
        }
    }

    /// The location in the document as written.
    pub fn written(&self, upgraded: SourceLocation) -> SourceLocation {
        match upgraded {
            SourceLocation::Pointer {
                file,
                pointer,
                part,
            } => {
                let SchemaLocation { file, pointer } =
                    self.written_schema(SchemaLocation { file, pointer });
                SourceLocation::Pointer {
                    file,
                    pointer,
                    part,
                }
            }
            other => other,
        }
    }

    /// The location of a schema in the document as written.
    pub fn written_schema(&self, upgraded: SchemaLocation) -> SchemaLocation {
        match self.by_file.get(&upgraded.file) {
            Some(locations) => SchemaLocation {
                pointer: locations.written(&upgraded.pointer),
                ..upgraded
            },
            None => upgraded,
        }
    }
}

/// The locations of a file that differ. A value moves along with the value around it.
#[derive(Debug, Default)]
pub(crate) struct LocationMap {
    upgraded: HashMap<Pointer, Pointer>,
    written: HashMap<Pointer, Pointer>,
}

impl LocationMap {
    /// Notes that a value has moved.
    pub(crate) fn add(&mut self, written: Pointer, upgraded: Pointer) {
        self.add_origin(upgraded.clone(), written.clone());
        self.upgraded.insert(written, upgraded);
    }

    /// Notes the origin of a value that the upgrade has put around others.
    pub(crate) fn add_origin(&mut self, upgraded: Pointer, written: Pointer) {
        self.written.insert(upgraded, written);
    }

    /// Whether no location differs.
    fn is_empty(&self) -> bool {
        self.upgraded.is_empty()
    }

    /// The location in the upgraded document.
    pub(crate) fn upgraded(&self, written: &Pointer) -> Pointer {
        moved(written, &self.upgraded)
    }

    /// The location in the document as written.
    pub(crate) fn written(&self, upgraded: &Pointer) -> Pointer {
        moved(upgraded, &self.written)
    }
}

/// A location after the innermost move of a value around it.
fn moved(from: &Pointer, moves: &HashMap<Pointer, Pointer>) -> Pointer {
    let mut outer = Some(from.clone());
    while let Some(place) = outer {
        if let Some(to) = moves.get(&place) {
            let rest = &from.as_str()[place.as_str().len()..];
            return Pointer::parse(&format!("{to}{rest}")).unwrap_or_else(|| from.clone());
        }
        outer = place.parent().map(|(parent, _)| parent);
    }
    from.clone()
}
