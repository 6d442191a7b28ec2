//! The files of the suite: groups of tests, each with its schema.

use std::fs;
use std::path::Path;

use serde_json::value::RawValue;

/// Tests of one schema.
pub(crate) struct Group {
    /// The name of its file.
    pub file: String,
    pub description: String,
    /// The schema, as the file spells it.
    pub schema: String,
    pub tests: Vec<Test>,
}

/// An instance, and whether the schema accepts it.
pub(crate) struct Test {
    pub description: String,
    /// The instance, as the file spells it.
    pub data: String,
    pub valid: bool,
}

impl Group {
    pub(crate) fn name(&self) -> String {
        format!("{}: {}", self.file, self.description)
    }
}

/// Reads the files of a folder, not of the folders in it.
pub(crate) fn read(folder: &Path) -> Vec<Group> {
    let mut paths: Vec<_> = fs::read_dir(folder)
        .expect("the suite is there")
        .map(|entry| entry.expect("the suite can be listed").path())
        .filter(|path| path.is_file())
        .collect();
    paths.sort();
    let groups = paths.iter().flat_map(|path| {
        let text = fs::read_to_string(path).expect("the suite can be read");
        let file = path.file_stem().expect("a file has a name");
        let groups: Vec<Object> = serde_json::from_str(&text).expect("the suite is JSON");
        let file = file.to_string_lossy().into_owned();
        groups.into_iter().map(move |group| Group {
            file: file.clone(),
            description: member(&group, "description"),
            schema: group["schema"].get().to_owned(),
            tests: member::<Vec<Object>>(&group, "tests")
                .into_iter()
                .map(|test| Test {
                    description: member(&test, "description"),
                    data: test["data"].get().to_owned(),
                    valid: member(&test, "valid"),
                })
                .collect(),
        })
    });
    groups.collect()
}

/// An object with its members as they are spelled: `1.0` is not yet `1`.
type Object = std::collections::BTreeMap<String, Box<RawValue>>;

fn member<T: serde::de::DeserializeOwned>(object: &Object, name: &str) -> T {
    serde_json::from_str(object[name].get()).expect("the suite follows its own schema")
}
