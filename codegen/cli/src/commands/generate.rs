//! `generate`: turns a document into the folder of a crate, a module in one file, or text.

use std::fs;
use std::path::Path;

use cratify::{Config, Generated};

use crate::arguments::Generate;
use crate::findings::Terminal;
use crate::stop::Outcome;

pub(crate) fn run(arguments: &Generate, terminal: &Terminal) -> Outcome {
    let place = arguments.target.place()?;
    let generated = generate(&place.config, terminal)?;
    match &place.module {
        Some(path) if path == Path::new("-") => terminal.result(&generated.module())?,
        Some(path) => {
            let written = write_if_changed(path, &generated.module())?;
            terminal.message(&told(path, written));
        }
        None => write(&generated, &place.output, terminal)?,
    }
    Ok(())
}

/// The outcome for the file of a module.
pub(super) fn told(path: &Path, written: bool) -> String {
    let what = if written { "written" } else { "unchanged" };
    format!("{}: {what}", path.display())
}

/// Generates in memory, and shows what there is to say about the document.
pub(super) fn generate(config: &Config, terminal: &Terminal) -> Outcome<Generated> {
    let working = terminal.progress("generating");
    let generated = config.generate();
    drop(working);
    let generated = generated.map_err(|error| terminal.errors(&error))?;
    terminal.warnings(&generated);
    Ok(generated)
}

/// Writes the crate, and says what was written.
pub(super) fn write(generated: &Generated, output: &Path, terminal: &Terminal) -> Outcome {
    let summary = generated.write().map_err(|error| terminal.errors(&error))?;
    let (written, removed) = (summary.written.len(), summary.removed.len());
    terminal.message(&format!(
        "{}: {written} files written, {removed} removed, {} unchanged",
        output.display(),
        summary.unchanged
    ));
    Ok(())
}

/// Writes a file that differs: by way of another one, so that it is never half written.
pub(super) fn write_if_changed(path: &Path, text: &str) -> Result<bool, String> {
    if fs::read_to_string(path).is_ok_and(|old| old == text) {
        return Ok(false);
    }
    let cannot = |error: std::io::Error| format!("cannot write {}: {error}", path.display());
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder).map_err(cannot)?;
    }
    let stage = path.with_extension(format!("rs.cratify-{}", std::process::id()));
    let moved = fs::write(&stage, text).and_then(|()| fs::rename(&stage, path));
    moved.map_err(|error| {
        let _ = fs::remove_file(&stage);
        cannot(error)
    })?;
    Ok(true)
}
