//! Copies documents into a workspace, with the files that they refer to and the overlays.

use std::fs;
use std::path::{Path, PathBuf};

use cratify::Generated;

use super::extensions;

/// The files of the folder `schema`, by their paths in it.
pub(super) struct Documents {
    /// The documents that types are made of.
    roots: Vec<PathBuf>,
    overlays: Vec<PathBuf>,
    files: Vec<(PathBuf, Vec<u8>)>,
}

impl Documents {
    /// A small document to edit.
    pub(super) fn to_start_with(title: &str) -> Self {
        // A string of JSON is one of YAML.
        let title = serde_json::Value::from(title).to_string();
        let text = include_str!("templates/api.yaml").replace("TITLE", &title);
        let text = format!("{}{text}", extensions::MODE_LINE);
        Self {
            roots: vec!["api.yaml".into()],
            overlays: Vec::new(),
            files: vec![("api.yaml".into(), text.into_bytes())],
        }
    }

    /// The documents that were generated from, the files that their references led to, and the overlays.
    pub(super) fn read(
        documents: &[PathBuf],
        overlays: &[PathBuf],
        generated: &Generated,
    ) -> Result<Self, String> {
        let folder = documents.first().and_then(|path| path.parent());
        let folder = folder.unwrap_or(Path::new(""));
        let mut files = Self {
            roots: Vec::new(),
            overlays: Vec::new(),
            files: Vec::new(),
        };
        for path in documents {
            if !path.is_file() {
                let shown = path.display();
                return Err(format!("name the document, not a folder: {shown}"));
            }
            let place = place_in(folder, path)?;
            let text = with_mode_line(&place, read(path)?);
            files.put(&place, text)?;
            files.roots.push(place);
        }
        for path in generated.other_documents() {
            files.put(&place_in(folder, path)?, read(path)?)?;
        }
        for path in overlays {
            // No reference leads to an overlay, so it may come from anywhere.
            let name = path.file_name().unwrap_or_default();
            let place = place_in(folder, path).unwrap_or_else(|_| name.into());
            files.put(&place, read(path)?)?;
            files.overlays.push(place);
        }
        Ok(files)
    }

    /// Adds a file. Two files of one name can be in the way of each other.
    fn put(&mut self, place: &Path, text: Vec<u8>) -> Result<(), String> {
        if self.files.iter().any(|(known, _)| known == place) {
            let place = place.display();
            return Err(format!(
                "two files would be schema/{place}; rename one of them"
            ));
        }
        self.files.push((place.to_owned(), text));
        Ok(())
    }

    /// The documents that types are made of.
    pub(super) fn roots(&self) -> &[PathBuf] {
        &self.roots
    }

    /// The overlays, in the order in which they are applied.
    pub(super) fn overlays(&self) -> &[PathBuf] {
        &self.overlays
    }

    pub(super) fn files(&self) -> impl Iterator<Item = (&Path, &[u8])> {
        let files = self.files.iter();
        files.map(|(path, text)| (path.as_path(), text.as_slice()))
    }
}

/// The path of a file relative to a folder that it is in. A link to a file keeps its name, by which references know it.
fn place_in(folder: &Path, file: &Path) -> Result<PathBuf, String> {
    let whole = |folder: &Path| {
        let is_current = folder.as_os_str().is_empty();
        let folder = if is_current { Path::new(".") } else { folder };
        folder.canonicalize().ok()
    };
    let parent = whole(file.parent().unwrap_or(Path::new("")));
    let inside = parent.zip(whole(folder)).and_then(|(parent, folder)| {
        let inside = parent.strip_prefix(folder).ok()?;
        Some(inside.join(file.file_name()?))
    });
    inside.ok_or_else(|| {
        format!(
            "{} is not in the folder of the document; put all files in one folder",
            file.display()
        )
    })
}

/// Editors check YAML by the schema that its first line names. JSON has no comments, and a byte order mark or a directive
/// has to stay in front.
fn with_mode_line(place: &Path, text: Vec<u8>) -> Vec<u8> {
    let ending = place.extension();
    let is_json = ending.is_some_and(|ending| ending.eq_ignore_ascii_case("json"));
    // The path in the line is relative to the document.
    let is_deeper = place.components().count() > 1;
    let stays_first = [&b"\xef\xbb\xbf"[..], b"%", b"{", b"["]
        .iter()
        .any(|start| text.starts_with(start));
    let has_one = String::from_utf8_lossy(&text).contains("yaml-language-server:");
    if is_json || is_deeper || stays_first || has_one {
        return text;
    }
    [extensions::MODE_LINE.as_bytes(), &text].concat()
}

fn read(path: &Path) -> Result<Vec<u8>, String> {
    fs::read(path).map_err(|error| format!("cannot read {}: {error}", path.display()))
}
