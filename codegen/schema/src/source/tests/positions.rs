//! Values of documents, and positions of pointers in their text.

use serde_json::json;

use super::*;

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

/// The text at each pointer; pointers that end in `!` ask for the key.
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
