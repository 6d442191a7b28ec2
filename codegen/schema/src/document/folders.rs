//! Turns URIs into files in the folders that may be read.
//!
//! Nothing is downloaded. A URI names a file if it starts with the URI of an allowed folder; the rest is the
//! path in this folder. A URI has no `..` left here, so only a symbolic link could lead out of a folder, and
//! links are checked.

use std::path::{Component, Path, PathBuf};

use crate::options::AllowedFiles;
use crate::uri;

/// A folder that may be read.
#[derive(Debug)]
struct Folder {
    /// The start of the URIs of its files; it ends in `/`.
    uri: String,
    /// The folder as the settings name it.
    path: PathBuf,
    /// The folder without symbolic links.
    real: PathBuf,
}

/// The folders that may be read.
#[derive(Debug, Default)]
pub(super) struct Folders {
    all: Vec<Folder>,
}

/// A file that a URI names.
#[derive(Debug)]
pub(super) struct Found {
    /// Its path, from where the settings name the folder.
    pub path: PathBuf,
    /// Its path without symbolic links: two URIs may lead to one file.
    pub real: PathBuf,
}

/// Why a URI names no file that may be read.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Refusal {
    /// No folder has this URI.
    Outside,
    /// A symbolic link leads out of the folder.
    LinkedOut(PathBuf),
    /// There is no such file.
    Missing(PathBuf),
    /// The URI is not a path of a file: it has a query, or an escaped slash.
    NoPath,
}

/// A refusal in words.
#[derive(Debug)]
pub(crate) struct Explanation {
    pub message: String,
    pub label: String,
    pub help: String,
}

impl Refusal {
    /// The refusal of a reference with this text, which names this URI.
    pub(crate) fn explain(&self, text: &str, uri: &str) -> Explanation {
        let explanation = |message: &str, label: String, help: &str| Explanation {
            message: format!("`{text}` {message}"),
            label,
            help: help.to_owned(),
        };
        let allow = "copy the file, or allow its folder: `.allow_references_to(\"folder\")`";
        match self {
            Self::Missing(path) => explanation(
                "refers to a file that does not exist",
                format!("there is no file `{}`", path.display()),
                "correct the reference: paths start in the folder of the file that has the reference",
            ),
            Self::LinkedOut(path) => explanation(
                "leads out of the document's folder",
                format!("`{}` is a symbolic link to another folder", path.display()),
                allow,
            ),
            Self::NoPath => explanation(
                "is not a path to a file",
                "no file can have this name".to_owned(),
                "write the path from this file with `/` between folders, and no `?`",
            ),
            Self::Outside if uri.starts_with("file:") => explanation(
                "leads out of the document's folder",
                "only files in that folder are read".to_owned(),
                allow,
            ),
            Self::Outside if uri.starts_with("http:") || uri.starts_with("https:") => {
                let folder = uri.rfind('/').map_or(uri, |end| &uri[..=end]);
                explanation(
                    "is on the network, and files are never downloaded",
                    if text.starts_with(uri) {
                        "no document and no schema has this URI".to_owned()
                    } else {
                        format!("no document and no schema has the URI `{uri}`")
                    },
                    &format!(
                        "save the file, and tell the folder: `.map_references(\"{folder}\", \"folder\")`"
                    ),
                )
            }
            Self::Outside => explanation(
                "refers to no known document or schema",
                format!("no schema has the `$id` `{uri}`"),
                "give a schema this `$id`, or refer to its location with `#/…`",
            ),
        }
    }
}

impl Folders {
    /// The folders of the documents, and the folders of the settings.
    pub(super) fn new<'p>(
        documents: impl IntoIterator<Item = &'p Path>,
        allowed: &AllowedFiles,
    ) -> Self {
        let mut folders = Self::default();
        for document in documents {
            let parent = match document.parent() {
                Some(parent) if parent.as_os_str().is_empty() => Path::new("."),
                Some(parent) => parent,
                None => document,
            };
            folders.add(None, parent);
        }
        for folder in &allowed.folders {
            folders.add(None, folder);
        }
        for (prefix, folder) in &allowed.mapped {
            folders.add(Some(prefix), folder);
        }
        // The innermost folder counts; of equals, the first.
        folders
            .all
            .sort_by_key(|folder| std::cmp::Reverse(folder.uri.len()));
        folders
    }

    fn add(&mut self, prefix: Option<&str>, path: &Path) {
        // A folder that does not exist has no files, which is reported for each reference.
        let real = std::fs::canonicalize(path)
            .or_else(|_| std::path::absolute(path))
            .unwrap_or_else(|_| path.to_owned());
        let mut uri = match prefix {
            Some(prefix) => uri::resolve(prefix, ""),
            None => uri_of(&real),
        };
        if !uri.ends_with('/') {
            uri.push('/');
        }
        self.all.push(Folder {
            uri,
            path: path.to_owned(),
            real,
        });
    }

    /// The file that a URI without a fragment names.
    pub(super) fn find(&self, uri: &str) -> Result<Found, Refusal> {
        let mut refusal = Refusal::Outside;
        for folder in &self.all {
            let Some(rest) = uri.strip_prefix(&folder.uri) else {
                continue;
            };
            let Some(relative) = relative(rest) else {
                return Err(Refusal::NoPath);
            };
            let path = tidy(&folder.path).join(&relative);
            match std::fs::canonicalize(&path) {
                Ok(real) if self.all.iter().any(|folder| real.starts_with(&folder.real)) => {
                    return Ok(Found { path, real });
                }
                Ok(_) => return Err(Refusal::LinkedOut(path)),
                // The file may be in another folder around this one.
                Err(_) if refusal == Refusal::Outside => refusal = Refusal::Missing(path),
                Err(_) => {}
            }
        }
        Err(refusal)
    }
}

/// The path without a leading `.`, for messages.
fn tidy(path: &Path) -> &Path {
    path.strip_prefix(".").unwrap_or(path)
}

/// The segments of a URI as a relative path; `None` if one of them is not the name of a file.
fn relative(rest: &str) -> Option<PathBuf> {
    if rest.contains('?') {
        return None;
    }
    let mut path = PathBuf::new();
    for segment in rest.split('/') {
        let name = uri::percent_decode(segment)?;
        // `C:` is a drive on some systems. A `..` comes from an escape: all others are resolved.
        let is_name = !name.contains(['/', '\\', '\0'])
            && !matches!(&*name, "." | "..")
            && (cfg!(unix) || !name.contains(':'));
        if !is_name {
            return None;
        }
        if !name.is_empty() {
            path.push(name);
        }
    }
    Some(path)
}

/// The URI of a file or folder (RFC 8089).
pub(super) fn uri_of(path: &Path) -> String {
    let mut text = String::from("file://");
    for component in path.components() {
        let name = match component {
            Component::Prefix(prefix) => {
                let name = prefix.as_os_str().to_string_lossy().into_owned();
                name.trim_start_matches(r"\\?\").to_owned()
            }
            Component::Normal(name) => name.to_string_lossy().into_owned(),
            _ => continue,
        };
        text.push('/');
        text.push_str(&uri::segment(&name));
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_leads_out() {
        let scratch = tempfile::tempdir().expect("a folder");
        let root = scratch.path().join("in side");
        std::fs::create_dir(&root).expect("a folder");
        std::fs::write(root.join("a b.yaml"), "").expect("a file");
        std::fs::write(scratch.path().join("secret"), "").expect("a file");
        let document = root.join("root.yaml");
        let folders = Folders::new([&*document], &AllowedFiles::default());
        let base = format!(
            "{}/root.yaml",
            uri_of(&root.canonicalize().expect("exists"))
        );
        let find = |text: &str| folders.find(&uri::resolve(&base, text));
        assert!(find("a b.yaml").is_ok() && find("./x/../a%20b.yaml").is_ok());
        for outside in [
            "../secret",
            "%2e%2e/secret",
            "x/../../secret",
            "/etc/passwd",
            "file:///etc/passwd",
            "//host/etc/passwd",
            "C:/windows",
            "https://example.com/a",
        ] {
            assert_eq!(find(outside).err(), Some(Refusal::Outside), "{outside}");
        }
        for broken in [
            "..%2fsecret",
            "..%5csecret",
            "a%00b",
            "a b.yaml?x",
            "..\\secret",
        ] {
            assert_eq!(find(broken).err(), Some(Refusal::NoPath), "{broken}");
        }
        assert!(matches!(find("none.yaml").err(), Some(Refusal::Missing(_))));
        #[cfg(unix)]
        {
            std::os::unix::fs::symlink("../secret", root.join("link")).expect("a link");
            assert!(matches!(find("link").err(), Some(Refusal::LinkedOut(_))));
        }
        let allowed = AllowedFiles {
            folders: vec![scratch.path().to_owned()],
            mapped: vec![("https://example.com/s".to_owned(), root.clone())],
        };
        let folders = Folders::new([&*document], &allowed);
        assert!(folders.find(&uri::resolve(&base, "../secret")).is_ok());
        assert!(folders.find("https://example.com/s/a%20b.yaml").is_ok());
        let other = folders.find("https://example.com/sa%20b.yaml");
        assert_eq!(other.err(), Some(Refusal::Outside));
    }
}
