//! `generate`: turns a document into the folder of a crate, a module in one file, or text.

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
        Some(path) => write_module(&generated, path, terminal)?,
        None => write(&generated, &place.output, terminal)?,
    }
    Ok(())
}

/// Writes the file of a module, and says whether it differed.
pub(super) fn write_module(generated: &Generated, path: &Path, terminal: &Terminal) -> Outcome {
    let written = generated.write_module(path);
    let written = written.map_err(|error| terminal.errors(&error))?;
    let what = if written { "written" } else { "unchanged" };
    terminal.message(&format!("{}: {what}", path.display()));
    Ok(())
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
