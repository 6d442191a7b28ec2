//! Diagnostics of JSON documents that cannot be read, and the values of others.

use super::*;

#[test]
fn a_trailing_comma_in_json() {
    let expected = r#"
error[CR0107]: this is not valid JSON: trailing comma
 --> a.json:1:9
  |
1 | {"a": 1,}x
  |         ^ the reader stopped here
  |
  = help: remove the comma before the closing bracket
"#;
    assert_eq!(said("a.json", "{\"a\": 1,}x"), expected.trim_start());
}

#[test]
fn an_unfinished_json_document() {
    let expected = r#"
error[CR0107]: this is not valid JSON: EOF while parsing a list
 --> a.json:1:12
  |
1 | {"a": [1, 2
  |            ^ the reader stopped here
  |
  = help: something that was opened is never closed: look for a missing bracket or quote
"#;
    assert_eq!(said("a.json", "{\"a\": [1, 2\n"), expected.trim_start());
}

#[test]
fn a_lone_surrogate() {
    let expected = r#"
error[CR0107]: this is not valid JSON: unexpected end of hex escape
 --> a.json:1:7
  |
1 | {"a": "\ud800"}
  |       ^^^^^^^^ the reader stopped here
  |
  = help: write characters beyond U+FFFF as two escapes, or as themselves
"#;
    assert_eq!(
        said("a.json", "{\"a\": \"\\ud800\"}"),
        expected.trim_start()
    );
}

#[test]
fn duplicate_keys_in_json() {
    let expected = r#"
error[CR0109]: the key `x` is given twice
 --> a.json:1:26
  |
1 | {"a": 1, "b\n": {"x": 1, "x": 2},
  |                  ---     ^^^ given again here
  |                  |
  |                  first given here
  |
  = note: at #/b\n/x
  = help: remove one of them, or give it another name

error[CR0109]: the key `b\n` is given twice
 --> a.json:2:2
  |
1 | {"a": 1, "b\n": {"x": 1, "x": 2},
  |          ----- first given here
2 |  "b\n": 2}
  |  ^^^^^ given again here
  |
  = note: at #/b\n
  = help: remove one of them, or give it another name
"#;
    assert_eq!(
        said(
            "a.json",
            "{\"a\": 1, \"b\\n\": {\"x\": 1, \"x\": 2},\n \"b\\n\": 2}"
        ),
        expected.trim_start()
    );
}

/// The places and the messages of what is said, such as `1:7 NaN: message; help`.
#[track_caller]
fn check(text: &str, expected: &str) {
    let said = said("a.json", text);
    let lines = ["error", " --> ", "  = help"].map(|start| {
        let line = said.lines().find(|line| line.starts_with(start));
        line.and_then(|line| line.split_once(": ").or(line.split_once("a.json:")))
            .unwrap_or_default()
            .1
    });
    assert_eq!(lines.join(" | "), expected, "{text}");
}

#[test]
fn what_yaml_has_and_json_has_not() {
    let cases = [
        (
            "{\"a\": NaN}",
            "expected value | 1:7 | JSON has no such number: leave the keyword out if there is no bound",
        ),
        (
            "{\"a\": -Infinity}",
            "invalid number | 1:7 | JSON has no such number: leave the keyword out if there is no bound",
        ),
        (
            "{\"a\": 01}",
            "invalid number | 1:7 | write numbers without leading zeros, and with digits around a point",
        ),
        (
            "{\"a\": True}",
            "expected value | 1:7 | write `true`, `false` or `null` in lower case",
        ),
        (
            "{\"a\": [1,]}",
            "trailing comma | 1:10 | remove the comma before the closing bracket",
        ),
        (
            "{\"a\": 1,}",
            "trailing comma | 1:9 | remove the comma before the closing bracket",
        ),
        (
            "{a: 1}",
            "key must be a string | 1:2 | put the key in double quotes",
        ),
        (
            "{'a': 1}",
            "key must be a string | 1:2 | put text in double quotes",
        ),
        (
            "{\"a\": 1} // b",
            "trailing characters | 1:10 | remove the comment: JSON has none",
        ),
        (
            "{\"a\": \"\t\"}",
            "control character (\\u0000-\\u001F) found while parsing a string | 1:8 | write line breaks in strings as `\\n` and tabs as `\\t`",
        ),
        (
            "{\"a\": \"\\q\"}",
            "invalid escape | 1:9 | write a backslash in a string as `\\\\`",
        ),
        (
            "a: 1",
            "expected value | 1:1 | if the document is YAML, give its file the extension `.yaml`",
        ),
    ];
    for (text, expected) in cases {
        check(text, &format!("this is not valid JSON: {expected}"));
    }
}

#[test]
fn all_that_json_has_is_read() {
    // Tabs, and what YAML does not allow even in quotes; a byte order mark.
    let text = "\u{feff}\n{\n\t\"\u{7f}\u{2028}\": [\"\\ud83d\\ude00\", \"\\\\\", \"\\\\\\\"\", -0, 1e3, 0.5E-1, [], {}, \"\"]}";
    let expected = serde_json::from_str::<Value>(text.trim_start_matches('\u{feff}'));
    for path in ["a.json", "a.yaml"] {
        assert_eq!(Some(root(path, text)), expected.as_ref().ok().cloned());
    }
    for scalar in ["\"a\"", " 1 ", "null", "true"] {
        assert_eq!(
            Some(root("a.json", scalar)),
            serde_json::from_str(scalar).ok()
        );
    }
}
