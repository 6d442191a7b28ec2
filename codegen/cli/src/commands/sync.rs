//! `sync`: adds the features and dependencies of the generated crate to the manifest of the package that generates it.

use std::fs;
use std::path::Path;

use crate::arguments::Sync;
use crate::findings::Terminal;
use crate::manifest::{Manifest, merge};
use crate::stop::Outcome;
use crate::workspace::Needs;

pub(crate) fn run(arguments: &Sync, terminal: &Terminal) -> Outcome {
    let folder = arguments.manifest_path.parent().unwrap_or(Path::new(""));
    let generated = folder.join(&arguments.output).join("Cargo.toml");
    let text = fs::read_to_string(&generated).map_err(|error| {
        format!(
            "cannot read the manifest of the generated crate, {}: {error}; generate it first",
            generated.display()
        )
    })?;
    let needs = Needs::read(&text)?.seen_from(&arguments.output);
    let mut manifest = Manifest::read(&arguments.manifest_path)?;
    if !manifest.is_package() {
        let path = arguments.manifest_path.display();
        return Err(format!(
            "{path} has no package: name the manifest of the package whose build script generates"
        )
        .into());
    }
    merge(&mut manifest, &needs)?;
    manifest.name_library(&needs.name.replace('-', "_"))?;
    if !arguments.dry_run {
        manifest.save()?;
    }
    terminal.message(&manifest.summary());
    Ok(())
}
