//! Turns words into names of files on which every file system and Cargo agree, and into names of crates.

use super::case::snake_case;
use super::length::{Cut, LONGEST, shortened};

/// The names of devices, which Windows takes for no file, whatever follows them behind a dot.
const DEVICES: [&str; 24] = [
    "con", "prn", "aux", "nul", "com0", "com1", "com2", "com3", "com4", "com5", "com6", "com7",
    "com8", "com9", "lpt0", "lpt1", "lpt2", "lpt3", "lpt4", "lpt5", "lpt6", "lpt7", "lpt8", "lpt9",
];

/// Whether a file or a folder of this name, in lower case, cannot be stored on Windows.
pub fn is_device(name: &str) -> bool {
    DEVICES.contains(&name)
}

/// A name for a module and its file: [`snake_case`] in ASCII, in at most [`LONGEST`] bytes.
pub fn file_name(ident: &str) -> String {
    let mut name = String::with_capacity(ident.len());
    for character in snake_case(ident).chars() {
        if character.is_ascii() {
            name.push(character);
        } else {
            name.push_str(&format!("u{:x}", u32::from(character)));
        }
    }
    shortened(name, LONGEST, Cut::Snake)
}

/// The name of a crate in paths of Rust.
pub fn crate_ident(name: &str) -> String {
    name.replace('-', "_")
}

#[cfg(test)]
mod tests {
    use super::{LONGEST, file_name};

    #[test]
    fn names_of_files_are_short_and_ascii() {
        assert_eq!(file_name("GrößeÜber"), "gruf6udfe_ufcber");
        assert_eq!(file_name(&"Ab".repeat(LONGEST / 2)).len(), LONGEST);
        assert_eq!(file_name(&"名".repeat(36)).len(), LONGEST);
    }
}
