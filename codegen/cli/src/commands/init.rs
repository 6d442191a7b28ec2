//! `init`: adds the packages of a workspace to an existing package or workspace.

use std::fs;
use std::path::Path;

use toml_edit::InlineTable;

use crate::arguments::Init;
use crate::findings::Terminal;
use crate::manifest::Manifest;
use crate::stop::{Outcome, Stop};
use crate::workspace::{self, Layout, Start};

pub(crate) fn run(arguments: &Init, terminal: &Terminal) -> Outcome {
    let own = &arguments.manifest_path;
    let own_folder = folder_of(own);
    if !own.is_file() {
        return Err(format!(
            "there is no {}; `cargo cratify new FOLDER` makes a workspace, in this folder too: `cargo cratify new .`",
            own.display()
        )
        .into());
    }
    let root = workspace::root(own)?;
    let folder = own_folder.join(&arguments.folder);
    if folder.exists() {
        return Err(format!(
            "{} exists already; name another folder with `--folder`",
            folder.display()
        )
        .into());
    }
    let start = Start::read(&arguments.parts, &workspace::title_of(&folder), terminal)?;
    let made = add(&start, own, &root, &folder, arguments, terminal);
    made.inspect_err(|_| {
        // The reason why nothing was added matters more than a folder that is left over.
        let _ = fs::remove_dir_all(&folder);
    })
}

fn add(
    start: &Start,
    own: &Path,
    root: &Path,
    folder: &Path,
    arguments: &Init,
    terminal: &Terminal,
) -> Outcome {
    // All is prepared in a folder of its own: a command that is stopped leaves no half of a package.
    let stage = folder.with_extension("cratify-new");
    // One that was stopped before has perhaps left files of another document.
    let _ = fs::remove_dir_all(&stage);
    let put = start
        .put(&stage, Layout::Member, terminal)
        .and_then(|name| {
            let moved = fs::rename(&stage, folder).map(|()| name);
            moved.map_err(|error| format!("cannot make {}: {error}", folder.display()).into())
        });
    let name = put.inspect_err(|_| {
        // The reason why nothing was added matters more than a folder that is left over.
        let _ = fs::remove_dir_all(&stage);
    })?;
    let driver = format!("{name}-workspace");
    let mut manifest = Manifest::read(root)?;
    let member = path_from(folder_of(root), folder)?;
    manifest.add_members(&[member.clone(), format!("{member}/generated")])?;
    let mut dependency = InlineTable::new();
    dependency.insert("package", driver.clone().into());
    dependency.insert(
        "path",
        arguments.folder.to_string_lossy().replace('\\', "/").into(),
    );
    let same = own.canonicalize().ok() == root.canonicalize().ok();
    let mut other = if same {
        None
    } else {
        Some(Manifest::read(own)?)
    };
    let package = other.as_mut().unwrap_or(&mut manifest);
    if package.is_package() {
        package.add_dependency(&name, dependency.into())?;
    }
    let manifests: Vec<&Manifest> = [Some(&manifest), other.as_ref()]
        .into_iter()
        .flatten()
        .collect();
    let saved = manifests.iter().try_for_each(|manifest| manifest.save());
    let saved = saved.and_then(|()| workspace::root(own).map(|_| ()));
    if let Err(reason) = saved {
        for manifest in manifests {
            manifest.restore()?;
        }
        return Err(Stop::Failure(format!("nothing was changed: {reason}")));
    }
    for manifest in manifests {
        terminal.message(&manifest.summary());
    }
    terminal.message(&format!(
        "made {}: the package `{driver}` with the crate `{name}`",
        folder.display()
    ));
    workspace::explain_source(terminal);
    terminal.message(&format!(
        "depend on `{driver}`, whose library is the crate: it is never older than the document\n\
         now: cargo build -p {driver} && cargo test -p {driver}"
    ));
    Ok(())
}

fn folder_of(manifest: &Path) -> &Path {
    match manifest.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    }
}

/// The path of a folder relative to one that it is in, with forward slashes.
fn path_from(root: &Path, folder: &Path) -> Result<String, String> {
    let cannot = |error: std::io::Error| format!("cannot read {}: {error}", folder.display());
    let whole = folder.canonicalize().map_err(cannot)?;
    let root = root.canonicalize().map_err(cannot)?;
    let inside = whole.strip_prefix(&root).ok().and_then(Path::to_str);
    let inside = inside.ok_or_else(|| {
        format!(
            "{} is not in the workspace {}",
            folder.display(),
            root.display()
        )
    })?;
    Ok(inside.replace('\\', "/"))
}
