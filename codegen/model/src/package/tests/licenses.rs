//! Tests of licence names, expressions and texts.

use super::super::license_expression::LicenseExpression;
use serde_json::json;
use spdx::identifiers::LICENSES;

use super::super::licenses::{NAMES, from_name, known_license, squeezed};
use super::super::{Severity, read};
use super::{from, only};

#[test]
fn expressions_are_checked_and_spelt_officially() {
    for (text, expected) in [
        ("MIT", "MIT"),
        ("mit or apache-2.0", "MIT OR Apache-2.0"),
        (
            "gpl-3.0-ONLY with LLVM-Exception",
            "GPL-3.0-only WITH LLVM-exception",
        ),
        ("MIT Or ISC", ""),
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
        let parsed = LicenseExpression::parse(text)
            .ok()
            .map(|expression| expression.text);
        assert_eq!(
            parsed.as_deref(),
            (!expected.is_empty()).then_some(expected),
            "{text:?}"
        );
    }
    assert!(LicenseExpression::parse(&"(".repeat(100_000)).is_err());
    let parsed = LicenseExpression::parse("MIT OR (mit AND ISC+ AND Foo-1.0)").unwrap();
    assert_eq!(
        (parsed.ids, parsed.unknown),
        (
            vec!["MIT".to_owned(), "ISC".to_owned()],
            vec!["Foo-1.0".to_owned()]
        )
    );
    let parsed = LicenseExpression::parse("MIT WITH llvm-exception").unwrap();
    assert_eq!(
        (parsed.ids, parsed.has_exception),
        (vec!["MIT".to_owned()], true)
    );
    let parsed = LicenseExpression::parse("LicenseRef-A OR MIT WITH Foo").unwrap();
    assert_eq!(
        (
            parsed.unknown.as_slice(),
            parsed.has_exception,
            parsed.has_reference
        ),
        (["Foo".to_owned()].as_slice(), true, true)
    );
}

#[test]
fn wrong_expressions_say_what_is_wrong() {
    for (text, expected) in [
        ("", "is empty"),
        ("MIT OR", "ends where a licence id or `(` is expected"),
        ("MIT WITH", "ends where the id of an exception is expected"),
        (
            "MIT Apache-2.0",
            "has `Apache-2.0` where `AND` or `OR` or `WITH` or `)` or `+` is expected",
        ),
        ("(MIT", "has a `(` without a `)`"),
        ("MIT)", "has a `)` without a `(`"),
        ("MIT/ISC", "has a `/`, which is not SPDX: write `OR`"),
        ("MIT, ISC", "has the character ',', which no licence id has"),
        ("MIT +", "is not SPDX: `+` must not follow whitespace"),
        ("a:b", "has a colon in `a:b`"),
    ] {
        assert_eq!(
            LicenseExpression::parse(text).unwrap_err(),
            expected,
            "{text:?}"
        );
    }
    let long = "MIT OR ".repeat(1000);
    assert_eq!(
        LicenseExpression::parse(&long).unwrap_err(),
        "is longer than 1000 bytes"
    );
}

#[test]
fn names_of_the_table_are_not_in_the_spdx_list() {
    for (name, id) in NAMES {
        assert_eq!(known_license(id), Some(*id), "{name}");
        let listed = LICENSES.iter().any(|license| {
            [license.name, license.full_name]
                .into_iter()
                .any(|it| squeezed(it) == *name)
        });
        assert!(!listed, "{name}");
    }
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
        ("Nunit License", "Nunit"),
    ] {
        assert_eq!(from_name(name).unwrap().text, expected, "{name}");
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
    let license = |info, x_crate| from(info, x_crate).0.license.unwrap().text;
    assert_eq!(license(info.clone(), json!({ "license": "Zlib" })), "Zlib");
    assert_eq!(license(info, json!({})), "ISC");
    assert_eq!(
        license(json!({ "license": { "name": "Apache 2.0" } }), json!({})),
        "Apache-2.0"
    );
    // A bad expression is reported and the next best is taken.
    let info = json!({ "license": { "identifier": "MIT, or so", "name": "MIT" } });
    let (package, found) = from(info, json!({}));
    assert_eq!(
        package.license.map(|license| license.text).as_deref(),
        Some("MIT")
    );
    only(&found, Severity::Warning, false, &["license", "identifier"]);
    let (package, found) = from(
        json!({ "license": { "name": "MIT" } }),
        json!({ "license": "Apache 2.0" }),
    );
    assert_eq!(
        package.license.map(|license| license.text).as_deref(),
        Some("MIT")
    );
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
    assert_eq!(
        package.license.map(|license| license.text).as_deref(),
        Some("Apache2")
    );
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
        (
            package.license.map(|license| license.text).as_deref(),
            package.license_name.as_deref()
        ),
        (None, Some("Acme Terms"))
    );
}
