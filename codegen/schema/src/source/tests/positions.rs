//! The values of documents, and the positions of pointers in their text.

use serde_json::json;

use super::*;
use crate::diagnostic::Code;

fn source(path: &str, text: &str) -> Source {
    let mut diagnostics = Diagnostics::new();
    let source = Source::parse(path.into(), text.to_owned(), &mut diagnostics);
    let said = render(
        &diagnostics,
        &Resolver::new(&Sources::new(), &diagnostics),
        Style::Plain,
    );
    source.expect(&said)
}

/// The text at each pointer; those that end in `!` are asked for by key.
#[track_caller]
fn check(source: &Source, expected: &[(&str, &str)]) {
    for (pointer, expected) in expected {
        let (pointer, part) = match pointer.strip_suffix('!') {
            Some(pointer) => (pointer, Part::Key),
            None => (*pointer, Part::Value),
        };
        let pointer = Pointer::parse(pointer).expect("a valid pointer");
        let range = source.locate(&pointer, part);
        assert_eq!(&source.text[range], *expected, "{pointer} {part:?}");
    }
}

#[test]
fn yaml_is_read_as_json_values() {
    let text = "1: a\ntrue: b\nnull: c\n1.0: d\nx: 123456789012345678901\ny: 0x1f\nz: yes\n";
    let value = root("a.yaml", text);
    let expected = json!({
        "1": "a", "true": "b", "null": "c", "1.0": "d",
        "x": 123_456_789_012_345_678_901_f64, "y": 31, "z": "yes",
    });
    assert_eq!(value, expected);
}

#[test]
fn merge_keys_are_merged() {
    let text = "a: &a {x: 1, y: 1}\nb: &b {y: 2, z: 2}\n\
                c:\n  <<: [*a, *b]\n  z: 3\nd: {\"<<\": 4}\ne: {<<: *a, x: 5}\n";
    let value = root("a.yaml", text);
    assert_eq!(value["c"], json!({"z": 3, "x": 1, "y": 1}));
    assert_eq!(value["d"], json!({"<<": 4}));
    assert_eq!(value["e"], json!({"x": 5, "y": 1}));
    // Some writers tag the key with what it is.
    let tagged = root("a.yaml", "a: &a {x: 1}\nb: {!!merge <<: *a}\n");
    assert_eq!(tagged["b"], json!({"x": 1}));
    assert_eq!(
        root("a.json", "{\"<<\": {\"a\": 1}}"),
        json!({"<<": {"a": 1}})
    );
}

#[test]
fn brackets_are_json_or_yaml() {
    for path in ["a", "a.yaml", "a.yml"] {
        assert_eq!(root(path, "{a: [1, 2,],}"), json!({"a": [1, 2]}));
        assert_eq!(
            root(path, "{\n\t\"a\": \"\u{7f}\"}"),
            json!({"a": "\u{7f}"})
        );
    }
}

#[test]
fn positions_in_json() {
    let text = r#"{"é": {"a\"b": [10, "x", {"c": null}], "a/b": {}},
        "d": "long é"}"#;
    check(
        &source("a.json", text),
        &[
            ("", "{"),
            ("/é", "\"é\""),
            ("/é/a\"b", r#""a\"b""#),
            ("/é/a\"b/0", "10"),
            ("/é/a\"b/1!", "\"x\""),
            ("/é/a\"b/2", "{"),
            ("/é/a\"b/2/c", "null"),
            ("/é/a~1b!", "\"a/b\""),
            ("/d", "\"long é\""),
            // A missing value is shown by the value around it.
            ("/é/a~1b/missing/deep", "\"a/b\""),
            ("/d/deeper", "\"long é\""),
            ("/nothing", "{"),
        ],
    );
}

#[test]
fn positions_in_yaml() {
    let text = "\
# ünïcödé
é:
  \"a\\x20b\":
    - 10 # ten
    - 'x y'
    - c: ~
      d:
    - - 1.5
    - \"e\\n\"
    - >-
      folded
    - {}
  block: |
    text
  ? long
  : value
  'q': &anchor !!str quoted
  plain: two
    lines
1: true
";
    check(
        &source("a.yaml", text),
        &[
            ("", "é"),
            ("/é", "é"),
            ("/é/a b!", "\"a\\x20b\""),
            ("/é/a b/0", "10"),
            ("/é/a b/1", "'x y'"),
            ("/é/a b/2", "c"),
            ("/é/a b/2/c", "~"),
            ("/é/a b/2/d", "d"),
            ("/é/a b/3", "1.5"),
            ("/é/a b/3/0", "1.5"),
            ("/é/a b/4", "\"e\\n\""),
            ("/é/a b/5", "folded"),
            ("/é/a b/6", "{"),
            ("/é/a b", "\"a\\x20b\""),
            ("/é/block", "text"),
            ("/é/block!", "block"),
            ("/é/long", "value"),
            ("/é/q", "quoted"),
            ("/é/q!", "'q'"),
            ("/é/plain", "two"),
            ("/1", "true"),
            ("/1!", "1"),
            ("/é/missing/deep!", "é"),
        ],
    );
}

#[test]
fn positions_through_aliases_and_merge_keys() {
    let text = "\
base: &base
  type: string
  deep: {x: 1}
other:
  <<: *base
  type: [integer]
alias: *base
list: {<<: [{p: 1}, {p: 2, q: !!int 3}]}
";
    let source = source("a.yaml", text);
    check(
        &source,
        &[
            ("/other/type", "type"),
            ("/other/type/0", "integer"),
            ("/other/deep/x", "1"),
            ("/alias", "alias"),
            ("/alias/type", "string"),
            ("/list/p", "1"),
            ("/list/q", "3"),
        ],
    );
    let pointer = Pointer::root().join("other").join("type");
    assert_eq!(
        source.locate(&pointer, Part::Key).start,
        text.find("type: [").unwrap_or(0)
    );
}

#[test]
fn a_batch_finds_what_single_questions_find() {
    let text = "a:\n  b: [1, {c: 2}]\n  d: 'x'\ne: {<<: {f: 3}}\n";
    let source = source("a.yaml", text);
    let mut places = Vec::new();
    for pointer in ["", "/a", "/a/b/0", "/a/b/1/c", "/a/d", "/e/f", "/z", "/a"] {
        let pointer = Pointer::parse(pointer).expect("a valid pointer");
        places.push((pointer.clone(), Part::Key));
        places.push((pointer, Part::Value));
    }
    let single: Vec<_> = places
        .iter()
        .map(|(pointer, part)| source.locate(pointer, *part))
        .collect();
    assert_eq!(source.locate_all(&places), single);
}

#[test]
fn hostile_nesting_is_refused_quickly() {
    let deep = 100_000;
    for text in [
        "[".repeat(deep),
        "{\"a\":".repeat(deep),
        format!("a: {}", "[".repeat(deep)),
        "- ".repeat(deep),
    ] {
        let said = said("a.yaml", &text);
        assert!(said.starts_with("error[CR0114]"), "{said}");
    }
    // The scanner itself must not have seen all of them.
    let guarded = said("a.yaml", &format!("a: {}", "[".repeat(deep)));
    assert!(guarded.contains("a.yaml:1:132"), "{guarded}");
    said("a.yaml", &"? ".repeat(deep));
    said("a.yaml", &"a: ".repeat(deep));
    said("a.yaml", &"!a ".repeat(deep));
}

#[test]
fn aliases_add_to_the_nesting() {
    let nested = |inner: &str| format!("{}{inner}{}", "[".repeat(80), "]".repeat(80));
    let text = format!("a: &a {}\nb: {}\n", nested(""), nested("*a"));
    let said = said("a.yaml", &text);
    assert!(said.starts_with("error[CR0114]"), "{said}");
    assert!(said.contains("a.yaml:2:84"), "{said}");
}

#[test]
fn the_second_document_is_found() {
    let place = |text: &str| {
        let said = said("a.yaml", text);
        let (_, rest) = said.split_once("a.yaml:").unwrap_or_default();
        rest.lines().next().map(str::to_owned)
    };
    assert_eq!(
        place("a: 1\n--- # x\n\n# y\nb: 1\n").as_deref(),
        Some("2:1")
    );
    assert_eq!(place("a: 1\n--- b\n").as_deref(), Some("2:1"));
    assert_eq!(place("a: 1\n---\n").as_deref(), Some("2:1"));
    assert_eq!(place("# x\n---\n{a: 1} b\n").as_deref(), Some("3:8"));
}

#[test]
fn aliases_that_multiply_are_refused() {
    let level = |name: char, of: &str| format!("{name}: &{name} [{}]\n", [of; 10].join(", "));
    let mut text = level('a', "x");
    for name in 'b'..='h' {
        let before = char::from_u32(u32::from(name) - 1).unwrap_or('a');
        text.push_str(&level(name, &format!("*{before}")));
    }
    let said = said("a.yaml", &text);
    assert!(said.starts_with("error[CR0115]"), "{said}");
    assert!(said.contains("a.yaml:6:36"), "{said}");

    // Few aliases, for much text.
    let text = format!(
        "a: &a {}\nb: [{}]\n",
        "x".repeat(100_000),
        ["*a"; 1_000].join(",")
    );
    let said = super::said("a.yaml", &text);
    assert!(said.starts_with("error[CR0115]"), "{said}");
    assert!(said.contains("a.yaml:2:"), "{said}");
}

#[test]
fn files_that_cannot_be_read() {
    let directory = std::env::temp_dir().join(format!("cratify-files-{}", std::process::id()));
    std::fs::create_dir_all(&directory).expect("a writable temporary directory");
    let code = |name: &str, bytes: Option<&[u8]>| {
        let path = directory.join(name);
        if let Some(bytes) = bytes {
            std::fs::write(&path, bytes).expect("a writable temporary directory");
        }
        let mut diagnostics = Diagnostics::new();
        assert!(Source::read(&path, &mut diagnostics).is_none());
        let text = render(
            &diagnostics,
            &Resolver::new(&Sources::new(), &diagnostics),
            Style::Plain,
        );
        text.replace(&format!("{}/", directory.display()), "")
    };
    let missing = code("missing.yaml", None);
    assert!(
        missing.starts_with("error[CR0101]: there is no file `missing.yaml`"),
        "{missing}"
    );
    assert!(code(".", None).starts_with("error[CR0102]"));
    assert!(code("empty.yaml", Some(b"")).starts_with("error[CR0106]"));
    if cfg!(unix) {
        let mut diagnostics = Diagnostics::new();
        assert!(Source::read(Path::new("/dev/zero"), &mut diagnostics).is_none());
        assert_eq!(
            diagnostics.iter().next().map(|one| one.code),
            Some(Code::Unreadable)
        );
    }
    let expected = "\
error[CR0105]: the document is not UTF-8: byte 8, on line 2, cannot be read
 --> latin.yaml:2:4
  |
2 | b: �
  |    ^ the byte 0xE9 is not valid UTF-8 here
  |
  = help: save the file as UTF-8
";
    assert_eq!(code("latin.yaml", Some(b"a: 1\nb: \xe9\nc: 1\n")), expected);
    let utf16 = code("utf16.yaml", Some(b"\xff\xfea\0"));
    assert!(utf16.contains("this looks like UTF-16"), "{utf16}");
    std::fs::remove_dir_all(&directory).expect("the directory just made");
}
