//! Turns a document in a git revision into files in a temporary folder: the document, and the others beside it, to which its
//! references may lead.

use std::io::{BufRead, BufReader, Read, Write};
use std::path::{Component, Path, PathBuf};
use std::process::Stdio;

use tempfile::TempDir;

use crate::git;

/// The endings of files that a reference may lead to.
const ENDINGS: [&str; 3] = ["yaml", "yml", "json"];

/// The revision and the path of `REVISION:PATH`. A file of that very name is a path, and so is a path with a drive.
pub(super) fn revision_of(name: &str) -> Option<(&str, &str)> {
    let (revision, path) = name.split_once(':')?;
    let is_drive = revision.len() == 1 && path.starts_with(['/', '\\']);
    (!is_drive && !revision.is_empty() && !Path::new(name).exists()).then_some((revision, path))
}

/// Writes the document of a revision into a temporary folder, with the documents beside it. The path of the document
/// there, and the folder.
pub(super) fn check_out(revision: &str, path: &str) -> Result<(PathBuf, TempDir), String> {
    let commit = commit_of(revision)?;
    let path = in_repository(path)?;
    let folder = tempfile::tempdir().map_err(|error| format!("no temporary folder: {error}"))?;
    let files = files_beside(&commit, &path)?;
    if !files.iter().any(|(file, _)| *file == path) {
        return Err(format!(
            "there is no file `{path}` in the revision `{revision}`"
        ));
    }
    write_files(&files, folder.path())?;
    Ok((folder.path().join(&path), folder))
}

/// The commit that a revision means.
fn commit_of(revision: &str) -> Result<String, String> {
    let wanted = format!("{revision}^{{commit}}");
    let output = git::run(&[
        "rev-parse",
        "--verify",
        "--quiet",
        "--end-of-options",
        &wanted,
    ])?;
    if output.status.success() {
        return Ok(String::from_utf8_lossy(&output.stdout).trim().to_owned());
    }
    let inside = git::run(&["rev-parse", "--is-inside-work-tree"])?;
    Err(if inside.status.success() {
        format!("there is no revision `{revision}` in the git repository")
    } else {
        format!("`{revision}:` names a git revision, and this folder is in no git repository")
    })
}

/// A path relative to the current folder, relative to the root of the repository, with forward slashes.
fn in_repository(path: &str) -> Result<String, String> {
    let output = git::run(&["rev-parse", "--show-prefix"])?;
    let prefix = String::from_utf8_lossy(&output.stdout)
        .trim_end_matches('\n')
        .to_owned();
    // As for git itself: a path is relative to the root, unless it starts with a dot.
    let start = if path.starts_with("./") || path.starts_with("../") {
        &*prefix
    } else {
        ""
    };
    let mut parts: Vec<String> = Vec::new();
    for component in Path::new(start).join(path).components() {
        match component {
            Component::Normal(part) => parts.push(part.to_string_lossy().into_owned()),
            Component::CurDir => {}
            Component::ParentDir if parts.pop().is_some() => {}
            _ => return Err(format!("`{path}` is outside of the git repository")),
        }
    }
    Ok(parts.join("/"))
}

/// The documents in the folder of a file and below it, with the names of their contents.
fn files_beside(commit: &str, path: &str) -> Result<Vec<(String, String)>, String> {
    let folder = path.rsplit_once('/').map_or("", |(folder, _)| folder);
    let mut arguments = vec!["ls-tree", "-r", "-z", "--full-tree", commit, "--"];
    if !folder.is_empty() {
        arguments.push(folder);
    }
    let output = git::run(&arguments)?;
    let listing = String::from_utf8_lossy(&output.stdout).into_owned();
    // `100644 blob NAME<tab>PATH`: neither links nor other repositories are followed.
    let entries = listing.split('\0').filter_map(|entry| {
        let (facts, file) = entry.split_once('\t')?;
        let mut facts = facts.split(' ');
        let is_file = facts.next()?.starts_with("100") && facts.next()? == "blob";
        let ending = Path::new(file)
            .extension()
            .unwrap_or_default()
            .to_ascii_lowercase();
        let wanted = file == path || ENDINGS.iter().any(|known| ending == *known);
        // A tree that was made by hand may have other names in it.
        let stays = Path::new(file)
            .components()
            .all(|part| matches!(part, Component::Normal(_)));
        (is_file && wanted && stays).then(|| Some((file.to_owned(), facts.next()?.to_owned())))?
    });
    Ok(entries.collect())
}

/// Writes the contents of files, which one run of git prints.
fn write_files(files: &[(String, String)], folder: &Path) -> Result<(), String> {
    let cannot =
        |error: std::io::Error| format!("cannot read the files of a git revision: {error}");
    let mut child = git::command(&["cat-file", "--batch"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .map_err(cannot)?;
    let (Some(mut names), Some(contents)) = (child.stdin.take(), child.stdout.take()) else {
        return Err("cannot talk to git".to_owned());
    };
    let mut contents = BufReader::new(contents);
    for (file, name) in files {
        writeln!(names, "{name}")
            .and_then(|()| names.flush())
            .map_err(cannot)?;
        let mut header = String::new();
        contents.read_line(&mut header).map_err(cannot)?;
        let size = header
            .trim_end()
            .rsplit(' ')
            .next()
            .and_then(|size| size.parse().ok());
        let size: usize = size.ok_or_else(|| format!("git has no contents of `{file}`"))?;
        // A line break follows the contents.
        let mut bytes = vec![0; size + 1];
        contents.read_exact(&mut bytes).map_err(cannot)?;
        bytes.pop();
        let path = folder.join(file);
        let parent = path.parent().unwrap_or(folder);
        std::fs::create_dir_all(parent)
            .and_then(|()| std::fs::write(&path, bytes))
            .map_err(cannot)?;
    }
    drop(names);
    child.wait().map(|_| ()).map_err(cannot)
}
