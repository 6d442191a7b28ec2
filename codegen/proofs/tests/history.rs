//! The verdicts on real edits: pairs of versions of the histories in the corpus.
//!
//! Of each history, a few steps are compared. No step may take long, hardly any verdict may be left open, and a verdict
//! that something breaks comes with a value that shows it.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, Instant};

use cratify_diff::{Boundary, Comparison, Options, Side, Verdict};
use cratify_testing::corpus;
use libtest_mimic::{Arguments, Failed};

/// No comparison may take longer, in a debug build on a busy machine.
const LONGEST: Duration = Duration::from_secs(30);

fn main() {
    let trials = [("resend", 8), ("gr4vy", 2)].map(|(name, steps)| {
        let archive = format!("history/{name}.tar.xz");
        corpus::trial(&format!("history/{name}"), &archive, move |archive| {
            follow(archive, name, steps)
        })
    });
    libtest_mimic::run(&Arguments::from_args(), trials.into()).exit();
}

/// Compares some pairs of neighbours.
fn follow(archive: &Path, name: &str, steps: usize) -> Result<(), Failed> {
    let folder = tempfile::tempdir()?;
    let unpacked = Command::new("tar")
        .arg("-xf")
        .arg(archive)
        .arg("-C")
        .arg(folder.path())
        .status()?;
    if !unpacked.success() {
        return Err(format!("{} cannot be unpacked", archive.display()).into());
    }
    let entries = std::fs::read_dir(folder.path().join(name))?;
    let mut versions: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).collect();
    versions.retain(|path| {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        name.starts_with('v')
    });
    versions.sort();
    let stride = (versions.len() - 1) / steps;
    let (mut answers, mut open, mut unshown) = (0, 0, 0);
    for pair in versions.windows(2).skip(stride / 2).step_by(stride.max(1)) {
        let (Ok(old), Ok(new)) = (side(&pair[0]), side(&pair[1])) else {
            // Some versions of real documents have errors.
            continue;
        };
        let started = Instant::now();
        let comparison = Comparison::of(&old, &new, Options::default())?;
        let time = started.elapsed();
        let step = pair[1].display();
        println!(
            "{step}: {} schemas, {} changes, {time:.1?}",
            comparison.schemas.len(),
            comparison.changes.len()
        );
        if time > LONGEST {
            return Err(format!("{step} takes {time:.1?}").into());
        }
        let verdicts = comparison.schemas.iter().flat_map(|schema| {
            let verdicts = Boundary::ALL.map(|boundary| schema.verdicts[boundary].clone());
            verdicts.into_iter().flatten()
        });
        for verdict in verdicts {
            answers += 1;
            match verdict {
                Verdict::Unknown { .. } => open += 1,
                Verdict::Incompatible { witness: None, .. } => unshown += 1,
                _ => {}
            }
        }
    }
    println!("{name}: {answers} answers, {open} unknown, {unshown} without a counter-example");
    if answers == 0 || open * 20 > answers || unshown * 5 > answers {
        return Err(format!("{answers} answers, {open} unknown, {unshown} not shown").into());
    }
    Ok(())
}

fn side(path: &Path) -> Result<Side, cratify_diff::side::Problem> {
    let name = path.to_string_lossy();
    Side::read(&name, |path| Ok(cratify::configure().schema(path)))
}
