//! Identifiers to names of files that every file system and Cargo agree on.

use cratify_schema::text::fingerprint;

use super::case::snake_case;

/// How long the name of a file may be, without what is added to tell it from others and what says its
/// format: file systems end at 255 bytes, and a name may be two of these.
const LONGEST: usize = 110;

/// A name for a module and its file: [`snake_case`] in ASCII, which every file system and Cargo
/// agree on. What is too long ends with a number that is made of all of it.
pub fn file_name(ident: &str) -> String {
    let name = ascii_name(ident);
    if name.len() <= LONGEST {
        return name;
    }
    let number = fingerprint(&name) >> 32;
    let short = &name[..LONGEST - 9];
    format!("{}_{number:08x}", short.trim_end_matches('_'))
}

fn ascii_name(ident: &str) -> String {
    let mut name = String::with_capacity(ident.len());
    for character in snake_case(ident).chars() {
        if character.is_ascii() {
            name.push(character);
        } else {
            name.push_str(&format!("u{:x}", u32::from(character)));
        }
    }
    name
}

#[cfg(test)]
mod tests {
    use super::{LONGEST, file_name};

    #[test]
    fn long_names_of_files_are_short_and_differ() {
        let long = |end: &str| file_name(&format!("{}{end}", "Long".repeat(200)));
        assert_eq!(long("A").len(), LONGEST);
        assert_ne!(long("A"), long("B"));
        assert!(long("A").starts_with(&"long_".repeat(20)));
        assert_eq!(file_name(&"a".repeat(LONGEST)), "a".repeat(LONGEST));
    }
}
