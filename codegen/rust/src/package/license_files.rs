//! Turns a licence expression into the licence texts a crate ships.

use std::fmt::Write as _;

use cratify_model::package::{LicenseExpression, PackageInfo};
use cratify_schema::text::one_line;

/// Id, name of the file when there are several, and text. `{copyright}` stands
/// on a line of its own where the copyright line belongs.
const TEXTS: &[(&str, &str, &str)] = &[
    ("MIT", "LICENSE-MIT", include_str!("licenses/mit.txt")),
    (
        "Apache-2.0",
        "LICENSE-APACHE",
        include_str!("licenses/apache-2.0.txt"),
    ),
    (
        "BSD-2-Clause",
        "LICENSE-BSD-2-CLAUSE",
        include_str!("licenses/bsd-2-clause.txt"),
    ),
    (
        "BSD-3-Clause",
        "LICENSE-BSD-3-CLAUSE",
        include_str!("licenses/bsd-3-clause.txt"),
    ),
    ("ISC", "LICENSE-ISC", include_str!("licenses/isc.txt")),
    ("0BSD", "LICENSE-0BSD", include_str!("licenses/0bsd.txt")),
    (
        "Unlicense",
        "LICENSE-UNLICENSE",
        include_str!("licenses/unlicense.txt"),
    ),
    ("Zlib", "LICENSE-ZLIB", include_str!("licenses/zlib.txt")),
];

/// The licence files of a crate as path and contents; none when no licence is
/// known at all.
///
/// One licence whose text is known becomes `LICENSE`, several become
/// `LICENSE-MIT` and so on. If anything in the expression has no text here,
/// `LICENSE` says what the expression is and where to read the rest.
#[must_use]
pub fn license_files(info: &PackageInfo) -> Vec<(String, String)> {
    let Some(license) = &info.license else {
        let Some(name) = &info.license_name else {
            return Vec::new();
        };
        return vec![("LICENSE".to_owned(), named(info, name))];
    };
    let text_of = |id: &String| TEXTS.iter().find(|(known, ..)| known == id);
    let complete = license.ids.iter().all(|id| text_of(id).is_some())
        && license.unknown.is_empty()
        && !license.has_exception
        && !license.has_reference;

    let mut files: Vec<(String, String)> = license
        .ids
        .iter()
        .filter_map(text_of)
        .map(|(_, file, text)| ((*file).to_owned(), with_copyright(text, info)))
        .collect();
    match files.as_mut_slice() {
        [(path, _)] if complete => "LICENSE".clone_into(path),
        _ if complete => {}
        _ => files.push(("LICENSE".to_owned(), stated(info, license))),
    }
    files.sort();
    files
}

fn copyright(info: &PackageInfo) -> Option<String> {
    info.copyright_holder
        .as_deref()
        .map(one_line)
        .filter(|holder| !holder.is_empty())
        .map(|holder| {
            // No year: the text must not depend on when it is generated.
            format!("Copyright (c) {holder}")
        })
}

/// Without a holder the line goes, together with the blank line after it:
/// a placeholder would be worse than no notice.
fn with_copyright(text: &str, info: &PackageInfo) -> String {
    match copyright(info) {
        Some(copyright) => text.replace("{copyright}\n", &format!("{copyright}\n")),
        None => text.replace("{copyright}\n\n", ""),
    }
}

fn stated(info: &PackageInfo, license: &LicenseExpression) -> String {
    let mut text = format!(
        "This crate is licensed under the following SPDX licence expression:\n\n    {}\n",
        license.text
    );
    if let Some(copyright) = copyright(info) {
        text = format!("{copyright}\n\n{text}");
    }
    if !license.ids.is_empty() {
        text.push_str("\nThe licences are published at:\n\n");
        for id in &license.ids {
            let _ = writeln!(text, "    https://spdx.org/licenses/{id}.html");
        }
    }
    text
}

fn named(info: &PackageInfo, name: &str) -> String {
    let mut text = format!("This crate is licensed under:\n\n    {}\n", one_line(name));
    if let Some(copyright) = copyright(info) {
        text = format!("{copyright}\n\n{text}");
    }
    if let Some(url) = &info.license_url {
        let _ = writeln!(text, "\nThe licence is published at:\n\n    {url}");
    }
    text
}
