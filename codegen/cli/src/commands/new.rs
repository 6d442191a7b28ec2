//! `new`: makes a folder with a whole workspace.

use std::fs;
use std::path::{Path, PathBuf};

use crate::arguments::New;
use crate::findings::Terminal;
use crate::manifest::Manifest;
use crate::stop::{Outcome, Stop};
use crate::workspace::{self, Layout, Start};

pub(crate) fn run(arguments: &New, terminal: &Terminal) -> Outcome {
    let folder = &arguments.folder;
    let existed = is_there(folder)?;
    let start = Start::read(&arguments.parts, &workspace::title_of(folder), terminal)?;
    // All is prepared in a folder of its own: a command that fails leaves no half of a workspace.
    let stage = folder.join(STAGE);
    let cannot = |error: std::io::Error| match error.kind() {
        std::io::ErrorKind::AlreadyExists => format!(
            "{} exists: another command makes the workspace, or one was interrupted: then delete it",
            stage.display()
        ),
        _ => format!("cannot make {}: {error}", stage.display()),
    };
    // Of two commands at once, one makes the folder.
    fs::create_dir_all(folder)
        .and_then(|()| fs::create_dir(&stage))
        .map_err(cannot)?;
    let made = stays_outside(folder).map_err(Stop::from);
    let made = made.and_then(|()| {
        start
            .put(&stage, Layout::Workspace, terminal)
            .and_then(|name| {
                move_into_place(&stage, folder)
                    .map(|()| name)
                    .map_err(Stop::from)
            })
    });
    let name = made.inspect_err(|_| {
        // The reason why the workspace was not made matters more than a folder that is left over.
        let left_over = if existed { &stage } else { folder };
        let _ = fs::remove_dir_all(left_over);
    })?;
    let folder = folder.display();
    terminal.message(&format!(
        "made {folder}: a workspace with the crate `{name}`"
    ));
    workspace::explain_source(terminal);
    terminal.message(&format!("now: cd {folder} && cargo build && cargo test"));
    Ok(())
}

/// The folder in which the workspace is prepared.
const STAGE: &str = ".cratify-new";

/// Whether the folder exists. A folder with a package cannot take a workspace.
fn is_there(folder: &Path) -> Result<bool, String> {
    let shown = folder.display();
    match fs::read_dir(folder) {
        Ok(_) if folder.join("Cargo.toml").exists() => Err(format!(
            "{shown} has a package already; `cargo cratify init` adds to it"
        )),
        Ok(_) => Ok(true),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(false),
        Err(error) => Err(format!("cannot read {shown}: {error}")),
    }
}

/// Whether no workspace around the folder has it as a member. A workspace cannot be a member of another one: Cargo would
/// refuse both.
fn stays_outside(folder: &Path) -> Result<(), String> {
    let Ok(whole) = folder.canonicalize() else {
        return Ok(());
    };
    let mut above = whole
        .ancestors()
        .skip(1)
        .map(|above| above.join("Cargo.toml"));
    let is_workspace = |path: &PathBuf| Manifest::read(path).is_ok_and(|one| one.is_workspace());
    let Some(outer) = above.find(is_workspace) else {
        return Ok(());
    };
    // The folder has no manifest yet: if it is a member, Cargo misses that.
    let Err(refusal) = workspace::root(&outer) else {
        return Ok(());
    };
    let is_member = |shown: &str| refusal.contains(&format!("workspace member `{shown}`"));
    if is_member(&whole.to_string_lossy()) {
        return Err(format!(
            "{} would be a member of the workspace {}, which cannot have another workspace in it; `cargo cratify init --folder` \
             adds packages to it",
            folder.display(),
            outer.display()
        ));
    }
    Ok(())
}

/// Moves everything out of the stage, if nothing in the folder is in the way.
fn move_into_place(stage: &Path, folder: &Path) -> Result<(), String> {
    let shown = folder.display();
    let cannot = |error: std::io::Error| format!("cannot make {shown}: {error}");
    let entries = fs::read_dir(stage).map_err(cannot)?;
    let entries: Vec<_> = entries.collect::<Result<_, _>>().map_err(cannot)?;
    let places = entries.iter().map(|entry| folder.join(entry.file_name()));
    let places: Vec<PathBuf> = places.collect();
    let mut in_the_way: Vec<String> = places
        .iter()
        .filter(|place| place.symlink_metadata().is_ok())
        .map(|place| format!("`{}`", place.display()))
        .collect();
    if !in_the_way.is_empty() {
        in_the_way.sort();
        return Err(format!(
            "{} would be replaced: move that away, or name another folder",
            in_the_way.join(", ")
        ));
    }
    for (entry, place) in entries.iter().zip(&places) {
        fs::rename(entry.path(), place).map_err(cannot)?;
    }
    fs::remove_dir(stage).map_err(cannot)
}
