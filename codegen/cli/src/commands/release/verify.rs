//! Checks the crate on the disk: it is the generated one, its proof holds, and Cargo can package it.
//!
//! Nothing of it writes outside of the folder for builds.

use std::path::Path;

use cratify::Generated;

use crate::arguments::{Format, Place, Release};
use crate::commands::prove::{cargo, prove};
use crate::findings::Terminal;
use crate::stop::{Outcome, Stop};

/// Verifies the crate. The result is the command that publishes it; `None` if there is no crate.
pub(super) fn verify(
    arguments: &Release,
    place: &Place,
    generated: Generated,
    terminal: &Terminal,
) -> Outcome<Option<String>> {
    let manifest = place.output.join("Cargo.toml");
    let has_crate = place.module.is_none() && manifest.is_file();
    if has_crate {
        fresh(&generated, &place.output, terminal)?;
    }
    let publish = format!("cargo publish --manifest-path {}", manifest.display());
    let publish = has_crate.then_some(publish);
    if arguments.no_verify {
        terminal.message("`--no-verify`: the crate is neither proven nor packaged");
        return Ok(publish);
    }
    if !has_crate {
        let reason = match &place.module {
            Some(_) => "the types are a module of another package".to_owned(),
            None => format!("there is no crate in `{}`", place.output.display()),
        };
        return Err(format!(
            "{reason}: `--output` names the folder of the crate, `--no-verify` records a release without one"
        )
        .into());
    }
    let proof = prove(&place.config, generated, Format::Human, terminal)?;
    if let Err(stop) = proof.outcome() {
        terminal.message(&proof.text);
        terminal.message("the crate is not proven, so nothing is released");
        return Err(stop);
    }
    terminal.message("packaging the crate");
    // Where nothing is written, nothing has to be committed.
    let options: &[&str] = if arguments.allow_dirty || !arguments.execute {
        &["--allow-dirty"]
    } else {
        &[]
    };
    let package = cargo("package", options, &manifest, terminal)?;
    terminal.of_program(&package.stderr);
    if !package.status.success() {
        return Err("Cargo cannot package the crate, so nothing is released"
            .to_owned()
            .into());
    }
    Ok(publish)
}

/// The record and the crate that is published are of the same types.
fn fresh(generated: &Generated, output: &Path, terminal: &Terminal) -> Outcome {
    let differences = generated
        .compare()
        .map_err(|error| terminal.errors(&error))?;
    let Some(first) = differences.first() else {
        return Ok(());
    };
    let path = output.join(first.path());
    terminal.message(&format!(
        "`{}` differs from the crate of the document and these settings: build or generate the crate first, and give this \
         command the settings of the build script",
        path.display()
    ));
    Err(Stop::Findings)
}
