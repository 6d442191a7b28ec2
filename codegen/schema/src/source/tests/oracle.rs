//! Readers by others make the same values of the same text: `serde_yaml`, and `yaml_serde`, which
//! continues it.

use std::path::{Path, PathBuf};

use super::*;
use fuzz::{Random, SEEDS};

type Reader = fn(&str) -> Option<Value>;

const READERS: [(&str, Reader); 2] = [
    ("serde_yaml", |text| serde_yaml::from_str(text).ok()),
    ("yaml_serde", |text| yaml_serde::from_str(text).ok()),
];

/// Whether the text has what the others read otherwise, or not at all.
///
/// They do not merge merge keys, drop tags, break lines as YAML 1.1 does, and take a byte order mark for
/// text.
fn is_read_otherwise(text: &str) -> bool {
    text.contains("<<") || text.contains(['!', '\u{85}', '\u{2028}', '\u{2029}', '\u{feff}'])
}

/// How many of the others have read the text, and made the same value of it.
#[track_caller]
fn agreeing(name: &str, text: &str) -> usize {
    let source = Source::parse(name.into(), text.to_owned(), &mut Diagnostics::new());
    let Some(source) = source.filter(|_| !is_read_otherwise(text)) else {
        return 0;
    };
    let values = READERS.map(|(reader, read)| (reader, read(text)));
    for (reader, value) in &values {
        if let Some(value) = value {
            assert_eq!(*value, source.root, "{reader}, {name}: {text:?}");
        }
    }
    values.iter().filter(|(_, value)| value.is_some()).count()
}

/// All files of JSON and YAML below the folder.
fn files(folder: &Path, found: &mut Vec<PathBuf>) {
    let entries = std::fs::read_dir(folder).expect("a folder");
    for path in entries.map(|entry| entry.expect("an entry").path()) {
        let is_document = path
            .extension()
            .is_some_and(|extension| ["json", "yaml", "yml"].iter().any(|one| extension == *one));
        if path.is_dir() {
            files(&path, found);
        } else if is_document {
            found.push(path);
        }
    }
}

#[test]
fn documents_are_read_as_others_read_them() {
    let packages = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let mut found = Vec::new();
    files(&packages, &mut found);
    if let Some(corpus) = std::env::var_os("CRATIFY_CORPUS") {
        files(Path::new(&corpus), &mut found);
    }
    let mut agreed = 0;
    for path in &found {
        let text = std::fs::read_to_string(path).unwrap_or_default();
        agreed += agreeing(&path.to_string_lossy(), &text);
    }
    assert!(agreed > found.len(), "{agreed} for {}", found.len());
}

#[test]
fn changed_documents_are_read_as_others_read_them() {
    let mut random = Random(0x2545_f491_4f6c_dd1d);
    let mut agreed = 0;
    for round in 0..6_000 {
        let seed = SEEDS[round % SEEDS.len()];
        let mut text = seed.replace("!t ", "").replace("<<", "m");
        for _ in 0..=random.below(3) {
            random.mutate(&mut text);
        }
        agreed += agreeing("a.yaml", &text);
    }
    assert!(agreed > 1_000, "{agreed}");
}

#[test]
fn scalars_are_read_as_others_read_them() {
    const PIECES: [&str; 23] = [
        "0", "1", "9", "+", "-", ".", "e", "E", "x", "o", "b", "_", "f", "inf", "nan", "null", "~",
        "true", "False", "0x", "0o", "0b", "1e5",
    ];
    let mut random = Random(0x1234_5678_9abc_def1);
    for _ in 0..6_000 {
        let pieces = (0..=random.below(5)).map(|_| PIECES[random.below(PIECES.len())]);
        let scalar: String = pieces.collect();
        agreeing("a.yaml", &format!("a: {scalar}\n"));
    }
}
