//! `prove`: a document to a crate in the folder for builds, and to what the proofs say about it.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use super::generate::generate;
use crate::arguments::Prove;
use crate::findings::Terminal;
use crate::workspace::put_prover;
use crate::{Outcome, Stop};

pub(crate) fn run(arguments: &Prove, terminal: &Terminal) -> Outcome {
    let config = arguments.settings.config(&arguments.documents.paths)?;
    let generated = generate(&config, terminal)?;
    let builds =
        std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| "target".into(), PathBuf::from);
    let builds = builds.join("cratify-prove");
    let folder = builds.join(generated.crate_ident());
    let manifest = put_prover(&config, generated, &folder, terminal)?;
    terminal.message("compiling the crate and its proof");
    // Cargo writes to standard error; the proof is the result.
    if !cargo("build", &manifest, &builds)?.success() {
        return Err(format!("{} does not compile", manifest.display()).into());
    }
    match cargo("run", &manifest, &builds)?.code() {
        Some(0) => Ok(()),
        Some(1) => Err(Stop::Findings),
        _ => Err(Stop::Shown),
    }
}

fn cargo(
    command: &str,
    manifest: &Path,
    builds: &Path,
) -> Result<std::process::ExitStatus, String> {
    let program = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let status = Command::new(program)
        .args([command, "--quiet", "--manifest-path"])
        .arg(manifest)
        .arg("--target-dir")
        .arg(builds.join("target"))
        .stdin(Stdio::null())
        .status();
    status.map_err(|error| format!("cannot run Cargo: {error}"))
}
