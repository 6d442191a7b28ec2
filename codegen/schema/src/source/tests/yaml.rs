//! Diagnostics of invalid YAML.

use super::said;

#[test]
fn a_colon_in_plain_text() {
    let expected = "
error[CR0108]: this is not valid YAML: mapping values are not allowed in this context
 --> a.yaml:1:5
  |
1 | a: b: c
  |     ^ the reader stopped here
  |
  = help: put text that contains `: ` in quotes, or correct this line's indentation
";
    assert_eq!(said("a.yaml", "a: b: c\n"), expected.trim_start());
}

#[test]
fn a_tab_as_indentation() {
    let expected = "
error[CR0108]: this is not valid YAML: a tab is where only spaces are allowed
 --> a.yaml:2:1
  |
2 |     b: c
  | ^^^^ this tab
  |
  = help: indent with spaces: YAML does not allow tabs here
";
    assert_eq!(said("a.yaml", "a:\n\tb: c\n"), expected.trim_start());
}

#[test]
fn an_open_quote() {
    let expected = r#"
error[CR0108]: this is not valid YAML: a quote is never closed
 --> a.yaml:1:4
  |
1 | a: "x
  |    ^ opened here
  |
  = help: add the closing quote; a text that starts with a quote needs quotes around it
"#;
    assert_eq!(said("a.yaml", "a: \"x\nb: 1\n"), expected.trim_start());
}

#[test]
fn a_pattern_in_double_quotes() {
    let expected = r#"
error[CR0108]: this is not valid YAML: found unknown escape character
 --> a.yaml:1:6
  |
1 | a: "é\d"
  |      ^^ YAML has no such escape
  |
  = help: put text with backslashes, such as patterns, in single quotes
"#;
    assert_eq!(said("a.yaml", "a: \"é\\d\"\n"), expected.trim_start());
}

#[test]
fn text_after_the_document() {
    let expected = r#"
error[CR0108]: this is not valid YAML: there is text after the end of the document
 --> a.yaml:1:10
  |
1 | {"a": 1,}x
  |          ^ the document has ended before this
  |
  = help: look for a missing quote, or for text after a closing bracket
"#;
    assert_eq!(said("a.yaml", "{\"a\": 1,}x"), expected.trim_start());
}

#[test]
fn several_documents() {
    let expected = "
error[CR0112]: the file holds more than one YAML document
 --> a.yaml:2:1
  |
2 | ---
  | ^^^ a second document starts here
  |
  = help: keep one document per file, and remove this `---`
";
    assert_eq!(said("a.yaml", "a: 1\n---\nb: 2\n"), expected.trim_start());
}

#[test]
fn a_control_character() {
    let expected = r#"
error[CR0117]: the document has a character YAML does not allow
 --> a.yaml:1:5
  |
1 | a: "␁"
  |     ^ the character `\u{1}`
  |
  = help: remove it; where it is meant, write it as an escape in double quotes
"#;
    assert_eq!(said("a.yaml", "a: \"\u{1}\"\n"), expected.trim_start());
}

#[test]
fn a_list_as_a_key() {
    let expected = "
error[CR0113]: a key is a list or a mapping
 --> a.yaml:1:3
  |
1 | ? [a]
  |   ^ JSON, and so a schema, has only text as keys
  |
  = help: if `{...}` or `[...]` is meant as text, put it in quotes
";
    assert_eq!(said("a.yaml", "? [a]\n: 1\n"), expected.trim_start());
}

#[test]
fn a_template_that_was_not_filled_in() {
    let expected = "
error[CR0113]: a key is a list or a mapping
 --> a.yaml:1:5
  |
1 | a: {{ x }}
  |     ^ JSON, and so a schema, has only text as keys
  |
  = help: if `{...}` or `[...]` is meant as text, put it in quotes
";
    assert_eq!(said("a.yaml", "a: {{ x }}\n"), expected.trim_start());
}

/// The place and the message of the first thing that is said.
fn brief(text: &str) -> String {
    let said = said("a.yaml", text);
    let message = said.lines().next().unwrap_or_default();
    let place = said.lines().find_map(|line| line.split_once("a.yaml:"));
    let message = message.replace("this is not valid YAML: ", "");
    format!("{} {message}", place.unwrap_or_default().1)
}

#[test]
fn places_of_mistakes_in_yaml() {
    let cases = [
        (
            "a: 'it's'",
            "1:8 error[CR0108]: there is text after the closing quote",
        ),
        (
            "a: \"x\" y",
            "1:8 error[CR0108]: there is text after the closing quote",
        ),
        (
            "a: [1, 2\nb: 3",
            "2:2 error[CR0108]: did not find expected ',' or ']'",
        ),
        (
            "a: {x: 1\nb: 3",
            "2:2 error[CR0108]: did not find expected ',' or '}'",
        ),
        ("a: [1, 2\n", "1:4 error[CR0108]: a bracket is never closed"),
        (
            "a: [1, 2}",
            "1:4 error[CR0108]: a bracket is closed by one of another kind",
        ),
        (
            "b: ]",
            "1:4 error[CR0108]: a bracket is closed that was never opened",
        ),
        (
            "a: @x",
            "1:4 error[CR0108]: found character that cannot start any token",
        ),
        (
            "a:\n    b: 1\n  c: 2",
            "3:3 error[CR0108]: did not find expected key",
        ),
        ("a: 1\n- b", "2:1 error[CR0108]: did not find expected key"),
        (
            "a:\n  - b: 1\n   c: 2",
            "3:4 error[CR0108]: did not find expected '-' indicator",
        ),
        (
            "a: - 1",
            "1:4 error[CR0108]: block sequence entries are not allowed in this context",
        ),
        (
            "a: 1\nb:2\nc: 3",
            "2:1 error[CR0108]: could not find expected ':'",
        ),
        (
            "a: b\n\tc: d",
            "2:1 error[CR0108]: a tab is where only spaces are allowed",
        ),
        (
            "a: \"ok\\n \\d\"",
            "1:10 error[CR0108]: found unknown escape character",
        ),
        (
            "a: b\u{7f}c",
            "1:5 error[CR0117]: the document has a character YAML does not allow",
        ),
        (
            "a: !x!y 1",
            "1:4 error[CR0108]: a tag has an undeclared handle",
        ),
        (
            "a: *",
            "1:4 error[CR0108]: an anchor or an alias has no name",
        ),
        (
            "%YAML 3.0\n---\na: 1",
            "1:1 error[CR0108]: unsupported YAML major version",
        ),
        (
            "a: |x\n  y",
            "1:4 error[CR0108]: did not find expected comment or line break",
        ),
    ];
    for (text, expected) in cases {
        assert_eq!(brief(text), expected, "{text}");
    }
}

#[test]
fn mistakes_before_the_end_are_reported_too() {
    let said = said("a.yaml", "a: 1\na: 2\nb: *c\nd: [");
    let codes: Vec<&str> = said
        .lines()
        .filter(|line| line.starts_with("error"))
        .map(|line| &line[..13])
        .collect();
    assert_eq!(codes, ["error[CR0109]", "error[CR0116]", "error[CR0108]"]);
}
