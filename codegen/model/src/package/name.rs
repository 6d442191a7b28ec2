//! Turns a title into a package name that Cargo and crates.io take.

use crate::ident::{is_device, is_keyword};

/// The name when nothing in the document or its file name can be used.
pub(super) const LAST_RESORT: &str = "generated-types";

/// The longest name crates.io takes, in characters.
const LONGEST: usize = 64;

/// Names of the standard library's crates and of the test harness.
const STANDARD: &[&str] = &["alloc", "core", "proc-macro", "std", "test"];

/// Further names that crates.io keeps for itself.
const RESERVED: &[&str] = &[
    "arena",
    "ast",
    "builtins",
    "collections",
    "compiler-builtins",
    "compiler-rt",
    "compiletest",
    "coretest",
    "debug",
    "driver",
    "flate",
    "fmt-macros",
    "grammar",
    "graphviz",
    "macros",
    "rbml",
    "rust-installer",
    "rustbook",
    "rustc",
    "rustdoc",
    "rustllvm",
    "rustuv",
    "serialize",
    "std-unicode",
    "syntax",
    "unicode",
];

/// The dependencies of generated crates; Cargo refuses a package that would depend
/// on one of its own name.
const DEPENDENCIES: &[&str] = &[
    "arbitrary",
    "jsonschema",
    "regex-syntax",
    "schemars",
    "serde",
    "serde-json",
];

/// Checks a name; the error completes the sentence "the name ...".
pub(super) fn check(name: &str) -> Result<(), &'static str> {
    if name.is_empty() {
        return Err("is empty");
    }
    if !name
        .chars()
        .all(|c| c.is_ascii_alphanumeric() || c == '-' || c == '_')
    {
        return Err("has characters other than ASCII letters, digits, `-` and `_`");
    }
    if !name.starts_with(|c: char| c.is_ascii_alphabetic()) {
        return Err("does not start with a letter");
    }
    if name.len() > LONGEST {
        return Err("is longer than 64 characters");
    }
    // crates.io takes `-` and `_` for the same and ignores case.
    let folded = name.to_ascii_lowercase().replace('_', "-");
    if is_keyword(&folded) {
        return Err("is a Rust keyword");
    }
    if is_device(&folded) {
        return Err("is the name of a device on Windows");
    }
    for (list, reason) in [
        (STANDARD, "is the name of a crate of the standard library"),
        (RESERVED, "is reserved by crates.io"),
        (
            DEPENDENCIES,
            "is the name of a crate that generated crates depend on",
        ),
    ] {
        if list.contains(&folded.as_str()) {
            return Err(reason);
        }
    }
    Ok(())
}

/// A valid name made from a title, and why it is more than the title in
/// kebab-case; `None` when the title has no usable letter or digit.
pub(super) fn from_title(title: &str) -> Option<(String, Option<&'static str>)> {
    let kebab = kebab(title);
    let Err(reason) = check(&kebab) else {
        return Some((kebab, None));
    };
    let mut name = match kebab.chars().next()? {
        '0'..='9' => format!("api-{kebab}"),
        _ if kebab.len() > LONGEST => kebab,
        _ => format!("{kebab}-types"),
    };
    if name.len() > LONGEST {
        // Kebab-case is ASCII. A word cut in half is worse than one less.
        let end = name[..=LONGEST]
            .rfind('-')
            .filter(|end| *end > 0)
            .unwrap_or(LONGEST);
        name.truncate(end);
    }
    check(&name).is_ok().then_some((name, Some(reason)))
}

/// `CreateSession`, `create_session` and `Create session!` as `create-session`.
pub(super) fn kebab(title: &str) -> String {
    let chars: Vec<char> = title
        .chars()
        // An apostrophe is inside a word.
        .filter(|c| !matches!(c, '\'' | '\u{2019}'))
        .flat_map(|c| {
            plain(c)
                .chars()
                .chain(c.is_ascii().then_some(c))
                .collect::<Vec<_>>()
        })
        .collect();
    let mut kebab = String::new();
    for (at, c) in chars.iter().enumerate() {
        if !c.is_ascii_alphanumeric() {
            if !kebab.is_empty() && !kebab.ends_with('-') {
                kebab.push('-');
            }
            continue;
        }
        let before = at.checked_sub(1).map(|at| chars[at]);
        let follows_small = before.is_some_and(|c| c.is_ascii_lowercase() || c.is_ascii_digit());
        // The last capital of `HTTPServer` belongs to the next word.
        let ends_capitals = before.is_some_and(|c| c.is_ascii_uppercase())
            && chars.get(at + 1).is_some_and(char::is_ascii_lowercase);
        if c.is_ascii_uppercase() && (follows_small || ends_capitals) {
            kebab.push('-');
        }
        kebab.push(c.to_ascii_lowercase());
    }
    kebab.truncate(kebab.trim_end_matches('-').len());
    kebab
}

/// The plain letter for a common accented one; a space for anything else that is
/// not ASCII, and nothing for ASCII.
fn plain(c: char) -> &'static str {
    match c {
        // ASCII, and accents written as characters of their own.
        '\0'..='\u{7f}' | '\u{300}'..='\u{36f}' => "",
        'À'..='Å' | 'Ā' | 'Ă' | 'Ą' => "A",
        'à'..='å' | 'ā' | 'ă' | 'ą' => "a",
        'Æ' => "Ae",
        'æ' => "ae",
        'Ç' | 'Ć' | 'Č' => "C",
        'ç' | 'ć' | 'č' => "c",
        'Ď' | 'Đ' => "D",
        'ď' | 'đ' => "d",
        'È'..='Ë' | 'Ē' | 'Ę' | 'Ě' => "E",
        'è'..='ë' | 'ē' | 'ę' | 'ě' => "e",
        'Ğ' => "G",
        'ğ' => "g",
        'Ì'..='Ï' | 'Ī' | 'İ' => "I",
        'ì'..='ï' | 'ī' | 'ı' => "i",
        'Ł' => "L",
        'ł' => "l",
        'Ñ' | 'Ń' | 'Ň' => "N",
        'ñ' | 'ń' | 'ň' => "n",
        'Ò'..='Ö' | 'Ø' | 'Ō' | 'Ő' => "O",
        'ò'..='ö' | 'ø' | 'ō' | 'ő' => "o",
        'Ř' => "R",
        'ř' => "r",
        'Ś' | 'Ş' | 'Š' | 'Ș' => "S",
        'ś' | 'ş' | 'š' | 'ș' => "s",
        'ß' => "ss",
        'Ť' | 'Ț' => "T",
        'ť' | 'ț' => "t",
        'Ù'..='Ü' | 'Ū' | 'Ů' | 'Ű' => "U",
        'ù'..='ü' | 'ū' | 'ů' | 'ű' => "u",
        'Ý' => "Y",
        'ý' | 'ÿ' => "y",
        'Ź' | 'Ż' | 'Ž' => "Z",
        'ź' | 'ż' | 'ž' => "z",
        _ => " ",
    }
}
