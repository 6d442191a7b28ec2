//! The document of a workspace, with the files that it refers to.

use std::fs;
use std::path::{Path, PathBuf};

use cratify::Generated;

use super::extensions;

/// The files of the folder `schema`, by their paths in it.
pub(super) struct Documents {
    root: String,
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
            root: "api.yaml".to_owned(),
            files: vec![("api.yaml".into(), text.into_bytes())],
        }
    }

    /// The document that was generated from, and the files that its references led to.
    pub(super) fn read(path: &Path, generated: &Generated) -> Result<Self, String> {
        let name = path.file_name().and_then(|name| name.to_str());
        let name = name.filter(|_| path.is_file());
        let root =
            name.ok_or_else(|| format!("name the document, not a folder: {}", path.display()))?;
        let folder = path.parent().unwrap_or(Path::new(""));
        let mut files = vec![(root.into(), with_mode_line(root, read(path)?))];
        for other in generated.other_documents() {
            let inside = inside(other, folder).ok_or_else(|| {
                format!(
                    "the document refers to {}, which is not in its folder; put all of them in one folder",
                    other.display()
                )
            })?;
            files.push((inside, read(other)?));
        }
        Ok(Self {
            root: root.to_owned(),
            files,
        })
    }

    /// The name of the document that the others belong to.
    pub(super) fn root(&self) -> &str {
        &self.root
    }

    pub(super) fn files(&self) -> impl Iterator<Item = (&Path, &[u8])> {
        let files = self.files.iter();
        files.map(|(path, text)| (path.as_path(), text.as_slice()))
    }
}

/// The path of a file relative to a folder that it is in.
fn inside(file: &Path, folder: &Path) -> Option<PathBuf> {
    let whole = |path: &Path| {
        let path = if path.as_os_str().is_empty() {
            Path::new(".")
        } else {
            path
        };
        path.canonicalize().ok()
    };
    let inside = whole(file)?.strip_prefix(whole(folder)?).ok()?.to_owned();
    Some(inside)
}

/// Editors check YAML by the schema that its first line names. JSON has no comments, and a byte order mark or a directive
/// has to stay in front.
fn with_mode_line(name: &str, text: Vec<u8>) -> Vec<u8> {
    let is_json = name.to_ascii_lowercase().ends_with(".json");
    let stays_first = [&b"\xef\xbb\xbf"[..], b"%", b"{", b"["]
        .iter()
        .any(|start| text.starts_with(start));
    let has_one = String::from_utf8_lossy(&text).contains("yaml-language-server:");
    if is_json || stays_first || has_one {
        return text;
    }
    [extensions::MODE_LINE.as_bytes(), &text].concat()
}

fn read(path: &Path) -> Result<Vec<u8>, String> {
    fs::read(path).map_err(|error| format!("cannot read {}: {error}", path.display()))
}
