//! `prove`: turns a document into a crate in the folder for builds, and into the results of its proofs.

use std::fs::{self, File, TryLockError};
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use cratify::{Config, Generated};

use super::generate::generate;
use crate::arguments::{Format, Prove};
use crate::findings::{Terminal, proof};
use crate::stop::{Outcome, Stop};
use crate::workspace::put_prover;

pub(crate) fn run(arguments: &Prove, format: Format, terminal: &Terminal) -> Outcome {
    let config = arguments.settings.config(&arguments.documents.paths)?;
    let generated = generate(&config, terminal)?;
    let proof = prove(&config, generated, format, terminal)?;
    match format {
        Format::Junit if !proof.text.is_empty() => {
            terminal.result(&proof::junit(&proof.text)?)?;
        }
        _ => terminal.result(&proof.text)?,
    }
    proof.outcome()
}

/// The result of the proofs.
pub(super) struct Proof {
    /// The table and each failure, or the same in JSON.
    pub(super) text: String,
    /// The exit status of the program that proves.
    status: Option<i32>,
}

impl Proof {
    /// Whether the crate is proven.
    pub(super) fn outcome(&self) -> Outcome {
        match self.status {
            Some(0) => Ok(()),
            Some(1) => Err(Stop::Findings),
            _ => Err(Stop::Shown),
        }
    }
}

/// Compiles a crate with its proof, and runs that.
pub(super) fn prove(
    config: &Config,
    generated: Generated,
    format: Format,
    terminal: &Terminal,
) -> Outcome<Proof> {
    if generated.types().next().is_none() {
        return Err(
            "no types are made of the document: there is nothing to prove"
                .to_owned()
                .into(),
        );
    }
    let builds = builds();
    let _lock = lock(&builds, terminal)?;
    let folder = builds.join(generated.crate_ident());
    let manifest = put_prover(config, generated, &folder, terminal)?;
    terminal.message("compiling the crate and its proof");
    let build = cargo("build", &[], &manifest, terminal)?;
    terminal.of_program(&build.stderr);
    if !build.status.success() {
        return Err(format!("{} does not compile", manifest.display()).into());
    }
    let form: &[&str] = match format {
        Format::Json | Format::Junit => &["--", "--json"],
        _ => &[],
    };
    let run = cargo("run", form, &manifest, terminal)?;
    terminal.of_program(&run.stderr);
    Ok(Proof {
        text: String::from_utf8_lossy(&run.stdout).into_owned(),
        status: run.status.code(),
    })
}

/// The folder for builds.
fn builds() -> PathBuf {
    let builds =
        std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| "target".into(), PathBuf::from);
    builds.join("cratify-prove")
}

/// Waits until no other run uses the folder for builds. The lock ends with the value.
fn lock(builds: &Path, terminal: &Terminal) -> Result<File, String> {
    let path = builds.join(".lock");
    let cannot = |error: std::io::Error| format!("cannot lock {}: {error}", path.display());
    fs::create_dir_all(builds).map_err(cannot)?;
    let file = File::create(&path).map_err(cannot)?;
    match file.try_lock() {
        Ok(()) => return Ok(file),
        Err(TryLockError::WouldBlock) => {}
        Err(TryLockError::Error(error)) => return Err(cannot(error)),
    }
    terminal.message(&format!(
        "waiting for another proof in {}",
        builds.display()
    ));
    file.lock().map_err(cannot)?;
    Ok(file)
}

/// Runs Cargo for a package in the folder for builds, and shows that it does.
pub(super) fn cargo(
    command: &str,
    arguments: &[&str],
    manifest: &Path,
    terminal: &Terminal,
) -> Result<Output, String> {
    let program = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let colour = if terminal.is_coloured() {
        "always"
    } else {
        "never"
    };
    let _working = terminal.progress(match command {
        "build" => "compiling",
        "package" => "packaging",
        _ => "proving",
    });
    let output = Command::new(program)
        .args([command, "--quiet", "--color", colour, "--manifest-path"])
        .arg(manifest)
        .arg("--target-dir")
        .arg(builds().join("target"))
        .args(arguments)
        .stdin(Stdio::null())
        .output();
    output.map_err(|error| format!("cannot run Cargo: {error}"))
}
