//! `new`: a folder with a whole workspace.

use std::fs;
use std::path::Path;

use crate::arguments::New;
use crate::findings::Terminal;
use crate::workspace::{self, Layout, Start};
use crate::{Outcome, Stop};

pub(crate) fn run(arguments: &New, terminal: &Terminal) -> Outcome {
    let folder = &arguments.folder;
    let existed = is_empty_folder(folder)?;
    let start = Start::read(&arguments.parts, &workspace::title_of(folder), terminal)?;
    // All is prepared in a folder of its own: a command that fails leaves no half of a workspace.
    let stage = folder.join(STAGE);
    // Of two commands at once, one makes the folder.
    fs::create_dir_all(folder)
        .and_then(|()| fs::create_dir(&stage))
        .map_err(|error| format!("cannot make {}: {error}", stage.display()))?;
    let made = start
        .put(&stage, Layout::Workspace, terminal)
        .and_then(|name| {
            move_into_place(&stage, folder)
                .map(|()| name)
                .map_err(Stop::from)
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

/// Whether the folder exists and has nothing in it.
fn is_empty_folder(folder: &Path) -> Result<bool, String> {
    let shown = folder.display();
    let first = match fs::read_dir(folder) {
        Ok(mut entries) => entries.next(),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(false),
        Err(error) => return Err(format!("cannot read {shown}: {error}")),
    };
    match first {
        None => Ok(true),
        Some(_) => Err(format!(
            "{shown} is not empty; `cargo cratify init` adds to an existing package"
        )),
    }
}

fn move_into_place(stage: &Path, folder: &Path) -> Result<(), String> {
    let cannot = |error: std::io::Error| format!("cannot make {}: {error}", folder.display());
    for entry in fs::read_dir(stage).map_err(cannot)? {
        let entry = entry.map_err(cannot)?;
        fs::rename(entry.path(), folder.join(entry.file_name())).map_err(cannot)?;
    }
    fs::remove_dir(stage).map_err(cannot)
}
