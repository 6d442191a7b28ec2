//! A crate as one file.

use super::module;
use super::tokens::{Kind, tokens};
use crate::tree::FileTree;

fn joined(files: &[(&str, &str)]) -> String {
    let mut tree = FileTree::new();
    for (path, text) in files {
        tree.insert(*path, *text).expect("a path of a crate");
    }
    module(&tree, "shop")
}

#[test]
fn files_become_modules() {
    let text = joined(&[
        (
            "src/lib.rs",
            "// @generated from a.yaml.\n\n//! Docs.\n\n#![forbid(unsafe_code)]\n\nmod order;\npub mod common;\nmod support;\n\npub use order::Order;\n",
        ),
        (
            "src/order.rs",
            "use crate::common::{Id};\n/// ```\n/// use shop::Order;\n/// ```\n/// [`Id`](crate::common::Id)\n#[serde(crate = \"crate::support::object\", rename = \"crate::support\")]\npub struct Order(Id);\nconst S: &str = include_str!(\n    \"../schema/order.json\"\n);\ncrate::support::x!(Order);\nuse crate::money::Money;\n",
        ),
        ("src/common/mod.rs", "mod r#type;\npub use r#type::Id;\n"),
        ("src/common/type.rs", "pub struct Id;\n"),
        (
            "src/support/mod.rs",
            "macro_rules! x { () => { $crate::support::y; '\"' } }\npub(crate) use x;\n",
        ),
        ("schema/order.json", "{\"a\": \"\\u0000\"}\n"),
    ]);
    let file: syn::File = syn::parse_str(&text).expect(&text);
    assert_eq!(file.items.len(), 2);
    for part in [
        "// @generated from a.yaml.\n\n#[rustfmt::skip]",
        "mod types {\n// @generated from a.yaml.\n\n//! Docs.\n",
        "mod order {\nuse types::common::{Id};",
        "/// ```ignore\n/// use shop::Order;\n/// ```\n/// [`Id`](types::common::Id)",
        "#[serde(crate = \"types::support::object\", rename = \"crate::support\")]",
        "const S: &str = r#\"{\"a\": \"\\u0000\"}\n\"#;",
        "types::support::x!(Order);",
        "use crate::money::Money;",
        "pub mod common {\nmod r#type {\npub struct Id;\n",
        "{ types::support::y; '\"' }",
        "pub(crate) use x;\n\nuse super::types;\n}",
        "}\n\npub use types::*;\n",
    ] {
        assert!(text.contains(part), "{part}\n--- in ---\n{text}");
    }
}

#[test]
fn the_name_of_the_module_is_free() {
    let text = joined(&[
        ("src/lib.rs", "mod types;\npub use types::T;\n"),
        ("src/types.rs", "pub struct T;\n"),
    ]);
    assert!(text.contains("mod types_ {\nmod types {\n"), "{text}");
    let with = |attribute: &str| {
        let text = format!("{attribute}\npub struct T;\n");
        joined(&[("src/lib.rs", &text)])
    };
    let text = with("#[serde(crate = \"types::serde\")]");
    assert!(text.contains("mod types_ {"), "{text}");
    let text = with("#[allow(dead_code, reason = \"the types are few\")]");
    assert!(text.contains("mod types {"), "{text}");
    let text = with("pub struct S { types: u8 }\npub const fn f(s: &S) -> u8 { s.types }");
    assert!(text.contains("mod types {"), "{text}");
    let text = with("pub use types::S;");
    assert!(text.contains("mod types_ {"), "{text}");
}

#[test]
fn tokens_are_the_text() {
    let text = "fn a<'b>(c: &'b str) -> char { /* \" */ let r#type = r##\"\"#\"##; '\\'' } // '\n\"\\\"\" 'x' é";
    let all: Vec<_> = tokens(text).collect();
    assert_eq!(all.iter().map(|token| token.text).collect::<String>(), text);
    let of = |kind: Kind| {
        let tokens = all.iter().filter(move |token| token.kind == kind);
        tokens.map(|token| token.text).collect::<Vec<_>>()
    };
    assert_eq!(of(Kind::Comment), ["/* \" */", "// '"]);
    assert_eq!(of(Kind::String), ["\"\\\"\""]);
    assert_eq!(
        of(Kind::Other),
        ["'b", "'b", "r##\"\"#\"##", "'\\''", "'x'"]
    );
    for broken in ["'", "\"", "r#\"", "r##", "/*", "'\\", "r\""] {
        assert_eq!(
            tokens(broken).map(|token| token.text).collect::<String>(),
            broken
        );
    }
}
