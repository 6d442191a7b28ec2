//! Tests of licence names, expressions and texts.

use serde_json::json;

use super::super::licenses::from_name;
use super::super::spdx::Expression;
use super::super::{PackageInfo, Severity, license_files, read};
use super::{from, only};

#[test]
fn expressions_are_checked_and_spelt_officially() {
    for (text, expected) in [
        ("MIT", "MIT"),
        ("mit or apache-2.0", ""),
        ("mit OR apache-2.0", "MIT OR Apache-2.0"),
        ("(MIT  AND ISC)OR Zlib", "(MIT AND ISC) OR Zlib"),
        (
            "GPL-2.0+ WITH Classpath-exception-2.0",
            "GPL-2.0+ WITH Classpath-exception-2.0",
        ),
        ("LicenseRef-Acme", "LicenseRef-Acme"),
        ("DocumentRef-a:LicenseRef-b", "DocumentRef-a:LicenseRef-b"),
        ("Nonexistent-1.0", "Nonexistent-1.0"),
        ("", ""),
        ("OR", ""),
        ("MIT OR", ""),
        ("MIT Apache-2.0", ""),
        ("(MIT", ""),
        ("MIT)", ""),
        ("MIT/Apache-2.0", ""),
        ("Apache 2.0", ""),
        ("MIT WITH", ""),
        ("+", ""),
        ("MIT++", ""),
        ("a:b", ""),
        ("MÏT", ""),
        ("MIT \u{0}", ""),
        ("()", ""),
    ] {
        let parsed = Expression::parse(text)
            .ok()
            .map(|expression| expression.text);
        assert_eq!(
            parsed.as_deref(),
            (!expected.is_empty()).then_some(expected),
            "{text:?}"
        );
    }
    assert!(Expression::parse(&"(".repeat(100_000)).is_err());
    let parsed = Expression::parse("MIT OR (mit AND ISC+)").unwrap();
    assert_eq!(parsed.ids, ["MIT", "ISC"]);
}

#[test]
fn well_known_names_have_an_id() {
    for (name, expected) in [
        ("MIT", "MIT"),
        ("mit", "MIT"),
        ("The MIT License (MIT)", "MIT"),
        ("MIT License", "MIT"),
        ("Apache 2.0", "Apache-2.0"),
        ("Apache License, Version 2.0", "Apache-2.0"),
        ("Apache-2.0", "Apache-2.0"),
        ("Apache 2", "Apache-2.0"),
        ("Apache License v2.0", "Apache-2.0"),
        ("BSD 3-Clause", "BSD-3-Clause"),
        ("BSD-2-Clause License", "BSD-2-Clause"),
        (
            "BSD 3-Clause \"New\" or \"Revised\" License",
            "BSD-3-Clause",
        ),
        ("ISC License", "ISC"),
        ("The Unlicense", "Unlicense"),
        ("zlib License", "Zlib"),
        ("Mozilla Public License 2.0", "MPL-2.0"),
        ("GPLv3", "GPL-3.0-only"),
        ("GPL-3.0", "GPL-3.0-only"),
        ("GNU General Public License v3.0", "GPL-3.0-only"),
        ("CC BY 4.0", "CC-BY-4.0"),
        ("CC0 1.0 Universal", "CC0-1.0"),
        ("EUPL-1.2", "EUPL-1.2"),
        ("MIT/Apache-2.0", "MIT OR Apache-2.0"),
        ("MIT or Apache 2.0", "MIT OR Apache-2.0"),
        ("MIT OR Apache-2.0", "MIT OR Apache-2.0"),
        ("0BSD", "0BSD"),
    ] {
        assert_eq!(from_name(name).as_deref(), Some(expected), "{name}");
    }
    for name in [
        "",
        "Proprietary",
        "All rights reserved",
        "BSD",
        "Acme License",
        "License",
        "or",
        "MIT/Acme",
    ] {
        assert_eq!(from_name(name), None, "{name}");
    }
}

#[test]
fn x_crate_wins_over_identifier_over_name() {
    let info = json!({ "license": { "identifier": "ISC", "name": "MIT" } });
    let license = |info, x_crate| from(info, x_crate).0.license.unwrap();
    assert_eq!(license(info.clone(), json!({ "license": "Zlib" })), "Zlib");
    assert_eq!(license(info, json!({})), "ISC");
    assert_eq!(
        license(json!({ "license": { "name": "Apache 2.0" } }), json!({})),
        "Apache-2.0"
    );
    // A bad expression is reported and the next best is taken.
    let info = json!({ "license": { "identifier": "MIT, or so", "name": "MIT" } });
    let (package, found) = from(info, json!({}));
    assert_eq!(package.license.as_deref(), Some("MIT"));
    only(&found, Severity::Warning, false, &["license", "identifier"]);
    let (package, found) = from(
        json!({ "license": { "name": "MIT" } }),
        json!({ "license": "Apache 2.0" }),
    );
    assert_eq!(package.license.as_deref(), Some("MIT"));
    let problem = only(&found, Severity::Error, true, &["license"]);
    assert_eq!(problem.help, "write Apache-2.0");
}

#[test]
fn doubtful_licences_are_warned_about() {
    let (_, found) = read(None, None, "x");
    let problem = only(&found, Severity::Warning, false, &["license"]);
    assert!(
        problem.message.contains("cargo publish") && problem.help.contains("MIT OR Apache-2.0")
    );
    let (package, found) = from(json!({}), json!({ "license": "Apache2" }));
    assert_eq!(package.license.as_deref(), Some("Apache2"));
    assert_eq!(
        only(&found, Severity::Warning, true, &["license"]).help,
        "did you mean `Apache-2.0`?"
    );
    let (_, found) = from(json!({}), json!({ "license": "BSD-3-Clauze" }));
    assert_eq!(
        only(&found, Severity::Warning, true, &["license"]).help,
        "did you mean `BSD-3-Clause`?"
    );
    let (_, found) = from(json!({}), json!({ "license": "Proprietary" }));
    assert!(
        only(&found, Severity::Warning, true, &["license"])
            .help
            .contains("spdx.org")
    );
    let info = json!({ "license": { "name": "Acme\nTerms", "url": "https://acme.example/terms" } });
    let (package, found) = from(info, json!({}));
    only(&found, Severity::Warning, false, &["license", "name"]);
    assert_eq!(
        (package.license.as_deref(), package.license_name.as_deref()),
        (None, Some("Acme Terms"))
    );
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
        license: Some(license.to_owned()),
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
