//! Prints what each step of a history means for data: the files of a folder, in the order of their names.
//!
//! `cargo run -p cratify-diff --example history -- FOLDER [FIRST [LAST]]`

use std::path::PathBuf;
use std::time::Instant;

use cratify_diff::data::{Limits, compare};
use cratify_diff::{Boundary, Side, Verdict};

fn main() {
    let mut arguments = std::env::args().skip(1);
    let folder = arguments.next().expect("a folder");
    let mut number = || arguments.next().and_then(|text| text.parse::<usize>().ok());
    let (first, last) = (number().unwrap_or(0), number().unwrap_or(usize::MAX));
    let entries = std::fs::read_dir(folder).expect("the folder can be read");
    let mut files: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).collect();
    files.retain(|path| {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        name.starts_with('v')
    });
    files.sort();
    let mut sides = files.iter().enumerate().filter_map(|(index, file)| {
        if index < first || index > last {
            return None;
        }
        let name = file.to_string_lossy();
        let started = Instant::now();
        match Side::read(&name, |path| Ok(cratify::configure().schema(path))) {
            Ok(side) => Some((side, started.elapsed())),
            Err(problem) => {
                println!("{name}: {problem}");
                None
            }
        }
    });
    let Some((mut old, _)) = sides.next() else {
        return;
    };
    let mut totals = [[0_usize; 4]; 4];
    let mut times = Vec::new();
    for (new, reading) in sides {
        let started = Instant::now();
        let found = compare(&old, &new, Limits::default());
        let time = started.elapsed();
        times.push(time);
        println!(
            "{}: read in {reading:.1?}, compared in {time:.1?}, {} schemas",
            new.name,
            found.len()
        );
        for schema in &found {
            let mut letters = String::new();
            let mut shown = Vec::new();
            for (index, boundary) in Boundary::ALL.into_iter().enumerate() {
                let (letter, column) = match &schema.verdicts[boundary] {
                    None => ('-', None),
                    Some(Verdict::Compatible) => ('.', Some(0)),
                    Some(verdict @ Verdict::Incompatible { witness, .. }) => {
                        shown.push(format!("{boundary:?}: {verdict:?}"));
                        ('x', Some(if witness.is_some() { 1 } else { 2 }))
                    }
                    Some(verdict @ Verdict::Unknown { .. }) => {
                        shown.push(format!("{boundary:?}: {verdict:?}"));
                        ('?', Some(3))
                    }
                };
                letters.push(letter);
                if let Some(column) = column {
                    totals[index][column] += 1;
                }
            }
            println!(
                "  {} {letters} (reaches {})",
                schema.schema,
                schema.reached.len()
            );
            for line in shown {
                println!("      {line:.300}");
            }
        }
        old = new;
    }
    times.sort();
    for (boundary, [yes, shown, bare, unknown]) in Boundary::ALL.into_iter().zip(totals) {
        println!(
            "{boundary:?}: compatible {yes}, incompatible {shown} with and {bare} without a counter-example, unknown {unknown}"
        );
    }
    if let Some(worst) = times.last() {
        println!(
            "compared in {:.1?} (median), {worst:.1?} (worst)",
            times[times.len() / 2]
        );
    }
}
