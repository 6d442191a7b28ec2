//! The last run of a build script to whether another one would differ.
//!
//! Cargo also runs a script again where nothing differs, for example after a change of branches and back. Reading a large
//! document, deciding and formatting take much longer than comparing files. So `OUT_DIR` keeps the bytes of each file
//! that a run has read or written, beside the program and its settings. If all of them are the same, the run would do the
//! same, and its warnings hold.
//!
//! Bytes are compared, not times or hashes: times survive a power failure that contents do not, and a hash takes a
//! build script longer, because Cargo compiles it without optimizations.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use crate::config::Config;
use cratify_rust::tree::STAGE;

/// The file in `OUT_DIR`.
const FILE: &str = "cratify_last_run";

/// A run of a build script.
#[derive(Debug, Default)]
pub(crate) struct LastRun {
    /// The program and its settings. `None` if another run may differ although all files are the same.
    pub(crate) program: Option<String>,
    /// When the record of the crate was written, in nanoseconds since 1970.
    pub(crate) written: Option<u128>,
    /// The paths that Cargo watches for it, without generated files.
    pub(crate) inputs: Vec<PathBuf>,
    /// The lines about warnings.
    pub(crate) warnings: Vec<String>,
    /// The bytes of each file that decided about the result, and of each file of the result outside of the crate. `None`
    /// if it cannot be read, because it is not there most of the time.
    pub(crate) files: BTreeMap<PathBuf, Option<Vec<u8>>>,
    /// The bytes of the files of the crate, by their paths in it.
    pub(crate) generated: BTreeMap<String, Vec<u8>>,
}

impl LastRun {
    /// Reads what is known of the last run; nothing is known without the file, or if it is of another format.
    pub(crate) fn read(folder: &Path) -> Self {
        let bytes = fs::read(folder.join(FILE)).unwrap_or_default();
        Self::parse(&bytes).unwrap_or_default()
    }

    /// Writes it for the next run. What cannot be told from its file is not kept: then the next run is a whole one.
    pub(crate) fn write(&self, folder: &Path) -> io::Result<()> {
        fs::write(folder.join(FILE), self.to_bytes().unwrap_or_default())
    }

    /// Whether a run of this program with these settings would do what this one has done.
    pub(crate) fn would_repeat(&self, config: &Config) -> bool {
        let in_crate = |path: &str| config.output.join(path);
        self.program.is_some()
            && self.program == program(config)
            && (self.files.iter()).all(|(path, bytes)| contents(path) == *bytes)
            && self.generated.iter().all(|(path, bytes)| {
                // A link is not a generated file, whatever it leads to.
                let path = in_crate(path);
                fs::symlink_metadata(&path).is_ok_and(|data| data.is_file())
                    && fs::read(path).is_ok_and(|found| found == *bytes)
            })
            && !in_crate(STAGE).exists()
    }

    /// Adds a file, or a folder and the files in it.
    pub(crate) fn add(&mut self, path: &Path) {
        self.files.insert(path.to_owned(), contents(path));
        let entries = fs::read_dir(path).into_iter().flatten().flatten();
        for path in entries
            .map(|entry| entry.path())
            .filter(|path| path.is_file())
        {
            self.add(&path);
        }
    }

    fn to_bytes(&self) -> Option<Vec<u8>> {
        let mut bytes = Vec::new();
        let mut put = |name: &str, text: &[u8]| {
            let head = format!("{} {name}\n", text.len());
            bytes.extend([head.as_bytes(), text, b"\n"].concat());
            (!name.contains('\n')).then_some(())
        };
        put(
            "program",
            self.program.as_deref().unwrap_or_default().as_bytes(),
        )?;
        let written = self.written.map(|time| time.to_string());
        put("written", written.unwrap_or_default().as_bytes())?;
        for path in &self.inputs {
            put("input", path.to_str()?.as_bytes())?;
        }
        for line in &self.warnings {
            put("warning", line.as_bytes())?;
        }
        for (path, bytes) in &self.files {
            let path = path.to_str()?;
            match bytes {
                Some(bytes) => put(&format!("file {path}"), bytes)?,
                None => put(&format!("absent {path}"), b"")?,
            }
        }
        for (path, text) in &self.generated {
            put(&format!("generated {path}"), text)?;
        }
        Some(bytes)
    }

    fn parse(mut bytes: &[u8]) -> Option<Self> {
        let mut run = Self::default();
        while !bytes.is_empty() {
            let end = bytes.iter().position(|byte| *byte == b'\n')?;
            let (size, name) = str::from_utf8(&bytes[..end]).ok()?.split_once(' ')?;
            let rest = bytes[end + 1..].split_at_checked(size.parse().ok()?)?;
            bytes = rest.1.strip_prefix(b"\n")?;
            let text = || str::from_utf8(rest.0).ok().map(str::to_owned);
            match name.split_once(' ').unwrap_or((name, "")) {
                ("program", _) => run.program = text().filter(|text| !text.is_empty()),
                ("written", _) => run.written = text()?.parse().ok(),
                ("input", _) => run.inputs.push(text()?.into()),
                ("warning", _) => run.warnings.push(text()?),
                ("file", path) => drop(run.files.insert(path.into(), Some(rest.0.to_vec()))),
                ("absent", path) => drop(run.files.insert(path.into(), None)),
                ("generated", path) => {
                    run.generated.insert(path.to_owned(), rest.0.to_vec());
                }
                _ => return None,
            }
        }
        Some(run)
    }
}

/// The program that runs, and the settings that it has made. `None` if the program is not known.
pub(crate) fn program(config: &Config) -> Option<String> {
    let path = std::env::current_exe().ok()?;
    let data = fs::metadata(&path).ok()?;
    let time = data
        .modified()
        .ok()?
        .duration_since(SystemTime::UNIX_EPOCH)
        .ok()?;
    let mut text = format!("{} {} {}\n", path.display(), data.len(), time.as_nanos());
    write!(text, "{config:?}").ok()?;
    Some(text)
}

/// The bytes of a file, or the names in a folder.
fn contents(path: &Path) -> Option<Vec<u8>> {
    if !path.is_dir() {
        return fs::read(path).ok();
    }
    let entries = fs::read_dir(path).ok()?.flatten();
    let mut names: Vec<_> = entries.map(|entry| entry.file_name()).collect();
    names.sort();
    Some(format!("{names:?}").into_bytes())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn write(path: &Path, text: &str) {
        fs::write(path, text).expect("a file can be written");
    }

    /// A run that has read and written files in a folder.
    fn run(folder: &Path) -> (LastRun, Config) {
        let path = |name: &str| folder.join(name);
        fs::create_dir_all(path("schema")).expect("a folder can be made");
        fs::create_dir_all(path("generated/src")).expect("a folder can be made");
        write(&path("schema/api.yaml"), "type: string\n");
        write(&path("generated/src/lib.rs"), "// a\n");
        let config = crate::configure()
            .schema(path("schema"))
            .output(path("generated"));
        let library = ("src/lib.rs".to_owned(), b"// a\n".to_vec());
        let mut run = LastRun {
            program: program(&config),
            written: Some(7),
            inputs: vec![path("schema")],
            warnings: vec!["a.yaml:1:1: a warning".to_owned()],
            generated: BTreeMap::from([library]),
            ..LastRun::default()
        };
        run.add(&path("schema"));
        run.add(&path("released"));
        (run, config)
    }

    #[test]
    fn a_run_is_read_as_it_was_written() {
        let folder = tempfile::tempdir().expect("a folder can be made");
        let (run, config) = run(folder.path());
        run.write(folder.path()).expect("a file can be written");
        let read = LastRun::read(folder.path());
        assert_eq!(format!("{run:?}"), format!("{read:?}"));
        assert!(read.program.is_some() && read.would_repeat(&config));
        let cut_off = &run.to_bytes().expect("all paths are lines")[..200];
        assert!(LastRun::parse(cut_off).is_none());
    }

    #[test]
    fn another_input_output_or_setting_is_noticed() {
        type Change = fn(&Path, Config) -> Config;
        let changes: [(&str, Change); 9] = [
            ("the document", |folder, config| {
                write(&folder.join("schema/api.yaml"), "type: integer\n");
                config
            }),
            ("another document", |folder, config| {
                write(&folder.join("schema/other.yaml"), "type: integer\n");
                config
            }),
            ("no document", |folder, config| {
                fs::remove_file(folder.join("schema/api.yaml")).expect("it is there");
                config
            }),
            ("a release", |folder, config| {
                fs::create_dir(folder.join("released")).expect("a folder can be made");
                config
            }),
            ("an edit", |folder, config| {
                write(&folder.join("generated/src/lib.rs"), "// b\n");
                config
            }),
            ("no library", |folder, config| {
                fs::remove_file(folder.join("generated/src/lib.rs")).expect("it is there");
                config
            }),
            ("an interrupted write", |folder, config| {
                fs::create_dir(folder.join("generated").join(STAGE)).expect("a folder can be made");
                config
            }),
            ("a setting", |_, config| {
                config.set("serde", "written").expect("a choice")
            }),
            ("another folder", |folder, config| {
                config.output(folder.join("other"))
            }),
        ];
        for (name, change) in changes {
            let folder = tempfile::tempdir().expect("a folder can be made");
            let (run, config) = run(folder.path());
            assert!(run.would_repeat(&config), "before {name}");
            let config = change(folder.path(), config);
            assert!(!run.would_repeat(&config), "{name}");
        }
    }
}
