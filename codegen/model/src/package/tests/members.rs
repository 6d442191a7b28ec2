//! Tests of the other members and of what is said about wrong ones.

use serde_json::json;

use super::super::{Severity, X_CRATE_MEMBERS, read};
use super::{from, only, problems};

#[test]
fn everything_can_be_given() {
    let (package, found) = from(
        json!({ "title": "T" }),
        json!({
            "name": "n", "version": "1.0.0", "license": "MIT", "authors": ["A B <a@b.c>", "C"],
            "copyright-holder": "The Firm", "description": "d", "repository": "https://r.x/y",
            "homepage": "http://h.x", "documentation": "https://d.x", "keywords": ["one", "c++"],
            "categories": ["api-bindings", "web-programming::http-client"], "rust-version": "1.85",
        }),
    );
    assert_eq!(found, []);
    assert_eq!(package.authors, ["A B <a@b.c>", "C"]);
    assert_eq!(package.copyright_holder.as_deref(), Some("The Firm"));
    assert_eq!(package.repository.as_deref(), Some("https://r.x/y"));
    assert_eq!(package.homepage.as_deref(), Some("http://h.x"));
    assert_eq!(package.documentation.as_deref(), Some("https://d.x"));
    assert_eq!(package.keywords, ["one", "c++"]);
    assert_eq!(
        package.categories,
        ["api-bindings", "web-programming::http-client"]
    );
    assert_eq!(package.rust_version, "1.85");
}

#[test]
fn wrong_types_are_errors() {
    for member in X_CRATE_MEMBERS {
        for value in [json!(1), json!(null), json!({}), json!(true)] {
            let found = problems(json!({}), json!({ *member: value }));
            let problem = only(&found, Severity::Error, true, &[member]);
            assert_eq!(problem.found, value.to_string());
        }
    }
    for member in ["title", "version", "description", "summary"] {
        // Also when `x-crate` makes the value irrelevant.
        let x_crate = json!({ "name": "n", "version": "1.0.0", "description": "d" });
        let found = problems(json!({ member: 1.5 }), x_crate);
        let problem = only(&found, Severity::Error, false, &[member]);
        assert_eq!(problem.help, format!("put it in quotes: {member}: \"1.5\""));
    }
    for (info, path) in [
        (json!({ "license": "MIT" }), &["license"][..]),
        (json!({ "license": { "name": 3 } }), &["license", "name"]),
        (json!({ "contact": [] }), &["contact"]),
        (json!({ "contact": { "email": {} } }), &["contact", "email"]),
        (json!([]), &[]),
    ] {
        only(&problems(info, json!({})), Severity::Error, false, path);
    }
    let problem = only(
        &problems(json!({}), json!("text")),
        Severity::Error,
        true,
        &[],
    );
    assert_eq!(problem.message, "`x-crate` must be an object, not a string");
    let items = problems(json!({}), json!({ "keywords": ["a", 1] }));
    assert_eq!(
        only(&items, Severity::Error, true, &["keywords", "1"]).found,
        "1"
    );
    let text = problems(json!({}), json!({ "authors": "A" }));
    let problem = only(&text, Severity::Error, true, &["authors"]);
    assert_eq!(problem.help, "write a list: authors: [\"A\"]");
}

#[test]
fn unknown_members_are_errors_with_a_guess() {
    for (member, help) in [
        ("licence", "did you mean `license`?"),
        ("rust_version", "did you mean `rust-version`?"),
        ("author", "did you mean `authors`?"),
        ("copyrightHolder", "did you mean `copyright-holder`?"),
    ] {
        let problem = only(
            &problems(json!({}), json!({ member: "x" })),
            Severity::Error,
            true,
            &[member],
        );
        assert_eq!(problem.help, help);
    }
    let problem = only(
        &problems(json!({}), json!({ "publish": false })),
        Severity::Error,
        true,
        &["publish"],
    );
    assert!(problem.help.contains("rust-version"), "{problem:?}");
    assert_eq!(problem.found, "false");
    // `info` has members of its own.
    assert!(problems(json!({ "x-logo": {}, "termsOfService": "t" }), json!({})).is_empty());
}

#[test]
fn keywords_and_categories_follow_crates_io() {
    for keyword in [
        "",
        "two words",
        "-x",
        "ü",
        "averyveryverylongkeyword",
        "a.b",
    ] {
        let x_crate = json!({ "keywords": ["good", keyword] });
        assert_eq!(from(json!({}), x_crate.clone()).0.keywords, ["good"]);
        only(
            &problems(json!({}), x_crate),
            Severity::Error,
            true,
            &["keywords", "1"],
        );
    }
    for category in ["API bindings", "Web-Programming", "a:b", "::", ""] {
        let found = problems(json!({}), json!({ "categories": [category] }));
        only(&found, Severity::Error, true, &["categories", "0"]);
    }
    let six = json!(["a", "b", "c", "d", "e", "f"]);
    for member in ["keywords", "categories"] {
        let problem = only(
            &problems(json!({}), json!({ member: six })),
            Severity::Error,
            true,
            &[member],
        );
        assert!(problem.message.contains("at most 5"), "{problem:?}");
    }
    assert_eq!(
        from(json!({}), json!({ "keywords": six })).0.keywords.len(),
        5
    );
    let twice = problems(json!({}), json!({ "keywords": ["a", "A"] }));
    only(&twice, Severity::Error, true, &["keywords", "1"]);
}

#[test]
fn urls_must_be_http() {
    for url in [
        "",
        "example.org",
        "ftp://x.y",
        "https://",
        "https:///path",
        "https://x y",
        "javascript:alert(1)",
        "https://x.y/\n",
        "https://x\u{7}.y",
        "https://x.y/<b>",
    ] {
        for member in ["repository", "homepage", "documentation"] {
            // Surrounding white space is forgiven everywhere.
            if url.trim_end() != url {
                continue;
            }
            let found = problems(json!({}), json!({ member: url }));
            only(&found, Severity::Error, true, &[member]);
        }
    }
    let found = problems(json!({}), json!({ "homepage": "example.org" }));
    assert_eq!(found[0].help, "write https://example.org");
}

#[test]
fn rust_versions_have_their_shape() {
    for text in ["1.85", "1.85.0", "1.90.1"] {
        assert_eq!(
            from(json!({}), json!({ "rust-version": text }))
                .0
                .rust_version,
            text
        );
        assert!(problems(json!({}), json!({ "rust-version": text })).is_empty());
    }
    for text in [
        "",
        "1",
        "stable",
        "1.081",
        "2.0",
        "1.85.0-beta",
        "1.86.0-beta",
        "1.86.0+1",
        "1.85.0.0",
        "^1.85",
        "1.84",
        "1.56",
    ] {
        assert_eq!(
            from(json!({}), json!({ "rust-version": text }))
                .0
                .rust_version,
            "1.85"
        );
        only(
            &problems(json!({}), json!({ "rust-version": text })),
            Severity::Error,
            true,
            &["rust-version"],
        );
    }
}

#[test]
fn authors_come_from_x_crate_or_the_contact() {
    let info = json!({ "contact": { "name": " The\nTeam ", "email": "team@x.y" } });
    let (package, _) = from(info.clone(), json!({}));
    assert_eq!(package.authors, ["The Team <team@x.y>"]);
    assert_eq!(package.copyright_holder.as_deref(), Some("The Team"));
    let (package, _) = from(info.clone(), json!({ "authors": ["A <a@b.c>", "B"] }));
    assert_eq!(package.authors, ["A <a@b.c>", "B"]);
    assert_eq!(package.copyright_holder.as_deref(), Some("A, B"));
    let (package, _) = from(info, json!({ "copyright-holder": "Firm" }));
    assert_eq!(package.copyright_holder.as_deref(), Some("Firm"));
    let (package, _) = from(
        json!({ "contact": { "name": "A", "email": "nonsense" } }),
        json!({}),
    );
    assert_eq!(package.authors, ["A"]);
    only(
        &problems(json!({}), json!({ "authors": [" "] })),
        Severity::Error,
        true,
        &["authors", "0"],
    );
    assert_eq!(read(None, None, "x").0.copyright_holder, None);
}

#[test]
fn long_values_are_cut_where_they_are_shown() {
    let found = problems(json!({}), json!({ "repository": "ü".repeat(1000) }));
    assert_eq!(found[0].found.chars().count(), 83);
}
