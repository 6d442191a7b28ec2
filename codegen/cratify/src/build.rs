//! What a build script needs beside the generator: to tell Cargo.

use std::fmt::Debug;
use std::path::Path;
use std::process::ExitCode;

use crate::config::Config;
use crate::pipeline::Generated;
use cratify_model::settings::{
    NullMembers, Overrides, UnknownBranches, UnknownMembers, UnknownValues,
};
use cratify_schema::diagnostic::Severity;

/// The file in `OUT_DIR` that lists the types for `cratify_check`.
const CHECKS: &str = "cratify_checks.rs";

impl Config {
    /// Generates and writes the crate, and reports to Cargo: for the `main` of a build script.
    ///
    /// Warnings become warnings of the build, errors fail it, and the crate on disk stays what it
    /// was. Cargo runs the build script again when the schema changes.
    ///
    /// In `OUT_DIR`, if Cargo has set it, the list of all types is written for the tests:
    /// see `cratify_check`.
    #[must_use]
    #[expect(
        clippy::print_stdout,
        reason = "this is how a build script talks to Cargo"
    )]
    pub fn build(&self) -> ExitCode {
        println!("cargo::rerun-if-changed={}", self.schema.display());
        println!("cargo::rerun-if-changed=build.rs");
        let written = self.generate().and_then(|generated| {
            generated.write()?;
            Ok(generated)
        });
        match written {
            Ok(generated) => {
                for path in generated.other_documents() {
                    println!("cargo::rerun-if-changed={}", path.display());
                }
                tell("warning", generated.rendered_warnings());
                match write_checks(&generated) {
                    Ok(()) => ExitCode::SUCCESS,
                    Err(error) => {
                        tell("error", &format!("cannot write {CHECKS}: {error}"));
                        ExitCode::FAILURE
                    }
                }
            }
            Err(error) => {
                let failed = error
                    .diagnostics()
                    .iter()
                    .any(|problem| problem.severity == Severity::Error);
                debug_assert!(failed, "an error without an error");
                tell("error", &error.to_string());
                ExitCode::FAILURE
            }
        }
    }
}

/// A message of several lines: Cargo takes one at a time.
#[expect(
    clippy::print_stdout,
    reason = "this is how a build script talks to Cargo"
)]
fn tell(kind: &str, text: &str) {
    for line in text.lines() {
        println!("cargo::{kind}={line}");
    }
}

fn write_checks(generated: &Generated) -> std::io::Result<()> {
    let Some(folder) = std::env::var_os("OUT_DIR") else {
        return Ok(());
    };
    let path = Path::new(&folder).join(CHECKS);
    let text = generated.checks();
    if std::fs::read_to_string(&path).is_ok_and(|old| old == text) {
        return Ok(());
    }
    std::fs::write(path, text)
}

impl Generated {
    /// The list of all types as `cratify_check` takes it: an expression of Rust.
    #[must_use]
    pub fn checks(&self) -> String {
        let ident = &self.crate_ident;
        let mut text = match (promises(self.promises, &self.foreign), self.shares) {
            (None, false) => format!("cratify_check::cases!({ident} {{\n"),
            (Some(promises), false) => format!("cratify_check::cases!({ident}, {promises}, {{\n"),
            (promises, true) => format!(
                "cratify_check::cases!({ident}, {}, {ident}::DEFINITIONS, {{\n",
                promises.unwrap_or_else(|| "cratify_check::Promises::DEFAULT".to_owned())
            ),
        };
        // An alias is no type of its own.
        for info in self.types.iter().filter(|info| !info.alias) {
            let relation = if info.whole { "at" } else { "of" };
            text.push_str(&format!(
                "    {} {relation} {:?},\n",
                info.path, info.pointer
            ));
        }
        text.push_str("})\n");
        text
    }
}

/// What the settings promise, as an expression of Rust; `None` for the defaults.
fn promises(all: Overrides, foreign: &[String]) -> Option<String> {
    let Overrides {
        untyped: _,
        inheritance: _,
        map_type: _,
        unknown_members,
        unknown_values,
        unknown_branches,
        null_members,
    } = all;
    if unknown_members == Some(UnknownMembers::default())
        && unknown_values == Some(UnknownValues::default())
        && unknown_branches == Some(UnknownBranches::default())
        && null_members == Some(NullMembers::default())
        && foreign.is_empty()
    {
        return None;
    }
    Some(format!(
        "cratify_check::Promises {{ unknown_members: {}, unknown_values: {}, unknown_branches: {}, \
         null_members: {}, extern_types: &[{}] }}",
        path("UnknownMembers", unknown_members),
        path("UnknownValues", unknown_values),
        path("UnknownBranches", unknown_branches),
        path("NullMembers", null_members),
        foreign.join(", "),
    ))
}

/// A variant of an enum of this library.
fn path(name: &str, variant: Option<impl Debug>) -> String {
    match variant {
        Some(variant) => format!("Some(cratify_check::{name}::{variant:?})"),
        None => "None".to_owned(),
    }
}
