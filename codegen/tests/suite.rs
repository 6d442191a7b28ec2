//! The official JSON Schema Test Suite, where `CRATIFY_CORPUS` says that it is: every schema of it
//! is generated from, or refused with a diagnostic.

use std::fs;
use std::path::PathBuf;

use serde_json::Value;

#[test]
fn every_group_is_generated() {
    let Some(corpus) = std::env::var_os("CRATIFY_CORPUS").map(PathBuf::from) else {
        return;
    };
    let folder = corpus.join("suite/tests/draft2020-12");
    let scratch = tempfile::tempdir().expect("a folder can be made");
    let path = scratch.path().join("schema.json");
    let (mut groups, mut refused) = (0, Vec::new());
    let mut files: Vec<_> = fs::read_dir(&folder)
        .expect("the suite is there")
        .map(|entry| entry.expect("the suite can be listed").path())
        .filter(|path| path.is_file())
        .collect();
    files.sort();
    for file in files {
        let text = fs::read_to_string(&file).expect("the suite can be read");
        let tests: Vec<Value> = serde_json::from_str(&text).expect("the suite is JSON");
        for group in tests {
            groups += 1;
            fs::write(&path, group["schema"].to_string()).expect("the schema can be written");
            if let Err(error) = cratify::configure()
                .schema(&path)
                .output(scratch.path().join("out"))
                .generate()
            {
                let codes: Vec<&str> = error
                    .diagnostics()
                    .iter()
                    .map(|problem| problem.code.as_str())
                    .collect();
                refused.push(format!(
                    "{}: {}: {codes:?} {}",
                    file.file_name().unwrap().to_string_lossy(),
                    group["description"],
                    error.diagnostics()[0].message
                ));
            }
        }
    }
    println!(
        "{groups} groups, {} refused:\n{}",
        refused.len(),
        refused.join("\n")
    );
    assert!(groups > 300, "the suite is not whole");
}
