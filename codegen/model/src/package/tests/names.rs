//! Tests of names, versions and descriptions.

use serde_json::json;

use super::super::version::{Made, normalise};
use super::super::{PackageInfo, Severity, name, read};
use super::{from, only, problems};

#[test]
fn titles_become_kebab_case() {
    for (title, expected) in [
        ("CreateSession", "create-session"),
        ("Gr4vy API", "gr4vy-api"),
        (
            "Swagger Petstore - OpenAPI 3.0",
            "swagger-petstore-open-api-3-0",
        ),
        ("HTTPServer", "http-server"),
        ("create_session", "create-session"),
        ("  Bob\u{2019}s  API!  ", "bobs-api"),
        ("Café Münster", "cafe-munster"),
        ("Cafe\u{301}s", "cafes"),
        ("日本 API", "api"),
        ("v2Users", "v2-users"),
    ] {
        assert_eq!(name::kebab(title), expected, "{title}");
        let (package, _) = from(json!({ "title": title }), json!({}));
        assert_eq!(package.name, expected);
        assert!(problems(json!({ "title": title }), json!({})).is_empty());
    }
}

#[test]
fn titles_that_make_no_valid_name_are_adapted_with_a_warning() {
    let long = "word ".repeat(20);
    for (title, expected) in [
        ("3scale API", "api-3scale-api"),
        ("Type", "type-types"),
        ("Test", "test-types"),
        ("std", "std-types"),
        ("proc_macro", "proc-macro-types"),
        ("NUL", "nul-types"),
        ("Serde JSON", "serde-json-types"),
        (
            long.as_str(),
            "word-word-word-word-word-word-word-word-word-word-word-word-word",
        ),
    ] {
        assert_eq!(from(json!({ "title": title }), json!({})).0.name, expected);
        assert!(name::check(expected).is_ok());
        let found = problems(json!({ "title": title }), json!({}));
        let problem = only(&found, Severity::Warning, false, &["title"]);
        assert!(problem.message.contains(expected), "{problem:?}");
    }
    let one_word = "x".repeat(100);
    assert_eq!(
        from(json!({ "title": one_word }), json!({})).0.name,
        "x".repeat(64)
    );
}

#[test]
fn a_title_without_letters_falls_back() {
    let info = json!({ "title": "日本" });
    assert_eq!(from(info.clone(), json!({})).0.name, "fallback");
    let problem = only(
        &problems(info.clone(), json!({})),
        Severity::Warning,
        false,
        &["title"],
    );
    assert_eq!(problem.found, "\"日本\"");
    let (package, found) = read(Some(&info), None, "...");
    assert_eq!(package.name, name::LAST_RESORT);
    assert_eq!(found[0].severity, Severity::Error);
    // No title at all is nothing to complain about.
    let (package, found) = read(None, None, "petStore.v1");
    assert_eq!(package.name, "pet-store-v1");
    assert_eq!(found.len(), 1, "only the licence: {found:?}");
}

#[test]
fn a_given_name_is_kept_or_refused() {
    let info = json!({ "title": "Other" });
    assert_eq!(
        from(info.clone(), json!({ "name": "my_crate" })).0.name,
        "my_crate"
    );
    for (wanted, made, reason) in [
        ("My Crate", "my-crate", "has characters"),
        ("", "other", "is empty"),
        ("1st", "api-1st", "does not start with a letter"),
        ("_x", "x", "does not start with a letter"),
        ("self", "self-types", "is a Rust keyword"),
        ("proc_macro", "proc-macro-types", "standard library"),
    ] {
        let x_crate = json!({ "name": wanted });
        assert_eq!(from(info.clone(), x_crate.clone()).0.name, made);
        let problem = only(
            &problems(info.clone(), x_crate),
            Severity::Error,
            true,
            &["name"],
        );
        assert!(problem.message.contains(reason), "{problem:?}");
    }
}

#[test]
fn versions_become_semantic() {
    use Made::{FromDate, Plainly, Reduced};
    for (text, expected, made) in [
        ("1.2.3", "1.2.3", Plainly),
        ("1.2.3-beta.1+build.5", "1.2.3-beta.1+build.5", Plainly),
        ("1.0", "1.0.0", Plainly),
        ("v2", "2.0.0", Plainly),
        ("Version 3.1", "3.1.0", Plainly),
        (" V1.2.3 ", "1.2.3", Plainly),
        ("1.0-rc1", "1.0.0-rc1", Plainly),
        ("v1beta1", "1.0.0-beta1", Plainly),
        ("1.0.0.alpha", "1.0.0-alpha", Plainly),
        ("2024.5.1", "2024.5.1", Plainly),
        ("2024-05-01", "2024.5.1", FromDate),
        ("2024.05.01", "2024.5.1", FromDate),
        ("2024/5/1", "2024.5.1", FromDate),
        ("20240501", "2024.5.1", FromDate),
        ("2024-05", "2024.5.0", FromDate),
        ("2024-05-01-preview", "2024.5.1-preview", FromDate),
        ("2024.05", "2024.5.0", Reduced),
        ("1.02", "1.2.0", Reduced),
        ("1.2.3.4", "1.2.3+4", Reduced),
    ] {
        let (version, how) = normalise(text).unwrap_or_else(|| panic!("{text}"));
        assert_eq!(
            (version.to_string().as_str(), how),
            (expected, made),
            "{text}"
        );
    }
    for text in [
        "",
        "v",
        "latest",
        "1.",
        "-1",
        "1..2",
        "1.2.3.4.5",
        "1.2.3.4+5",
        "1.0.0-",
        "1.0.0-01",
        "1.0.0-a..b",
        "1.0.0+",
        "1.0 final",
        "99999999999999999999.0.0",
        "{{version}}",
        "\u{661}.0",
        "1.0-ü",
        "versioñ",
    ] {
        assert_eq!(normalise(text), None, "{text}");
    }
}

#[test]
fn version_problems_name_their_source() {
    let info = json!({ "version": "2024-05-01" });
    assert_eq!(from(info.clone(), json!({})).0.version, "2024.5.1");
    let found = problems(info.clone(), json!({}));
    let problem = only(&found, Severity::Warning, false, &["version"]);
    assert!(problem.message.contains("2024.5.1"), "{problem:?}");
    assert_eq!(problem.found, "\"2024-05-01\"");

    let (package, _) = from(json!({ "version": "latest" }), json!({}));
    assert_eq!(package.version, "0.1.0");
    only(
        &problems(json!({ "version": "latest" }), json!({})),
        Severity::Warning,
        false,
        &["version"],
    );

    let given = json!({ "version": "next" });
    only(
        &problems(json!({ "version": "1.0" }), given.clone()),
        Severity::Error,
        true,
        &["version"],
    );
    assert_eq!(from(json!({ "version": "1.0" }), given).0.version, "1.0.0");
    assert!(problems(info, json!({ "version": "3.0.0" })).is_empty());
}

fn described(text: &str) -> Option<String> {
    from(json!({ "description": text }), json!({}))
        .0
        .description
}

#[test]
fn the_first_paragraph_is_the_description() {
    for (text, expected) in [
        ("One\n  two\tthree.\n\nMore.", "One two three."),
        (
            "# Title\n\nThe [API](https://x.y/(z)) of [Foo][1].\n\n[1]: https://x.y",
            "The API of Foo.",
        ),
        ("Title\n=====\n\nText.", "Text."),
        ("## Title\nText.", "Text."),
        ("[![Build](b.svg)](https://ci)\n\nText.", "Text."),
        ("```\ncode\n```\n\nUse **this** `now`.", "Use this now."),
        (
            "<p>See <https://x.y> now<br/>ok</p>",
            "See https://x.y now ok",
        ),
        ("a < b [c] \\*d\\* snake_case", "a < b [c] *d* snake_case"),
        ("> Quoted\r\n> text", "Quoted text"),
        ("one\u{0}\u{1b}[31mtwo", "one[31mtwo"),
        ("[unclosed (", "[unclosed ("),
    ] {
        assert_eq!(described(text).as_deref(), Some(expected), "{text:?}");
    }
    for text in ["", " \n ", "# Only a title", "---", "![image](x)"] {
        assert_eq!(described(text), None, "{text:?}");
    }
}

#[test]
fn long_descriptions_end_with_a_sentence_or_a_word() {
    let sentence = format!("{}. ", "word ".repeat(20).trim());
    assert_eq!(
        described(&sentence.repeat(5)).unwrap(),
        sentence.repeat(2).trim_end()
    );
    let words = described(&"wörter ".repeat(100)).unwrap();
    assert!(
        words.ends_with("wörter\u{2026}") && words.chars().count() <= 300,
        "{words}"
    );
    let solid = described(&"ß".repeat(1000)).unwrap();
    assert_eq!(solid.chars().count(), 300);
    assert_eq!(described(&"x".repeat(300)).unwrap().len(), 300);
}

#[test]
fn descriptions_come_from_the_best_source() {
    let info = json!({ "title": "Foo", "summary": "S", "description": "D" });
    let description = |info, x_crate| from(info, x_crate).0.description.unwrap();
    assert_eq!(
        description(info.clone(), json!({ "description": "X" })),
        "X"
    );
    assert_eq!(description(info, json!({})), "D");
    assert_eq!(
        description(json!({ "title": "Foo", "summary": "S" }), json!({})),
        "S"
    );
    assert_eq!(
        description(json!({ "title": "Foo" }), json!({})),
        "Rust types for Foo"
    );
    assert_eq!(PackageInfo::default().description, None);
}
