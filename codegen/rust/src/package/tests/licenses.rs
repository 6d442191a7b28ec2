//! Tests of the licence texts.

use cratify_model::package::{LicenseExpression, PackageInfo};

use crate::package::license_files;

#[test]
fn a_licence_outside_of_spdx_is_named_with_its_url() {
    let package = PackageInfo {
        license_name: Some("Acme Terms".to_owned()),
        license_url: Some("https://acme.example/terms".to_owned()),
        ..PackageInfo::default()
    };
    let [(path, text)] = &license_files(&package)[..] else {
        panic!()
    };
    assert_eq!(path, "LICENSE");
    assert!(
        text.contains("Acme Terms") && text.contains("https://acme.example/terms"),
        "{text}"
    );
}

fn files(license: &str, holder: Option<&str>) -> Vec<(String, String)> {
    license_files(&PackageInfo {
        license: LicenseExpression::parse(license).ok(),
        copyright_holder: holder.map(str::to_owned),
        ..PackageInfo::default()
    })
}

fn paths(license: &str) -> Vec<String> {
    files(license, None)
        .into_iter()
        .map(|(path, _)| path)
        .collect()
}

#[test]
fn known_licences_come_with_their_text() {
    let ids = [
        "MIT",
        "Apache-2.0",
        "BSD-2-Clause",
        "BSD-3-Clause",
        "ISC",
        "0BSD",
        "Unlicense",
        "Zlib",
    ];
    for id in ids {
        for holder in [None, Some("The {copyright}\nTeam")] {
            let [(path, text)] = &files(id, holder)[..] else {
                panic!("{id}")
            };
            assert_eq!(path, "LICENSE");
            assert!(
                text.len() > 500 && text.ends_with('\n') && !text.contains("\n\n\n"),
                "{id}: {text}"
            );
            let noticed = holder.is_some() && !matches!(id, "Apache-2.0" | "Unlicense");
            assert_eq!(
                text.contains("Copyright (c) The {copyright} Team\n"),
                noticed,
                "{id}: {text}"
            );
            assert_eq!(
                text.matches("{copyright}").count(),
                usize::from(noticed),
                "{id}: {text}"
            );
        }
    }
    assert!(
        files("Apache-2.0", None)[0]
            .1
            .contains("END OF TERMS AND CONDITIONS")
    );
    assert!(
        files("MIT", Some("A"))[0]
            .1
            .starts_with("MIT License\n\nCopyright (c) A\n\nPermission")
    );
    assert!(
        files("MIT", None)[0]
            .1
            .starts_with("MIT License\n\nPermission")
    );
}

#[test]
fn several_licences_have_a_file_each() {
    assert_eq!(
        paths("MIT OR Apache-2.0"),
        ["LICENSE-APACHE", "LICENSE-MIT"]
    );
    assert_eq!(
        paths("MIT AND (BSD-3-Clause OR MIT)"),
        ["LICENSE-BSD-3-CLAUSE", "LICENSE-MIT"]
    );
    assert_eq!(paths("MIT OR EUPL-1.2"), ["LICENSE", "LICENSE-MIT"]);
    assert_eq!(
        paths("Apache-2.0 WITH LLVM-exception"),
        ["LICENSE", "LICENSE-APACHE"]
    );
    assert_eq!(paths("LicenseRef-Acme"), ["LICENSE"]);
    assert_eq!(license_files(&PackageInfo::default()), []);
}

#[test]
fn unknown_licences_are_stated() {
    let [(_, text)] = &files("EUPL-1.2 OR LicenseRef-X", Some("A"))[..] else {
        panic!()
    };
    assert!(text.starts_with("Copyright (c) A\n"), "{text}");
    assert!(text.contains("\n    EUPL-1.2 OR LicenseRef-X\n"), "{text}");
    assert!(
        text.contains("https://spdx.org/licenses/EUPL-1.2.html"),
        "{text}"
    );
    assert!(!text.contains("LicenseRef-X.html"), "{text}");
}
