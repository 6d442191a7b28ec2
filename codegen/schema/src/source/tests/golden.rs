//! What is said of documents that cannot be read, in full.

use super::said;

#[test]
fn an_empty_document() {
    let expected = "
error[CR0106]: `a.yaml` has no content
--> a.yaml
 = help: write the schema into it, or name another file
";
    assert_eq!(said("a.yaml", "# nothing\n\n"), expected.trim_start());
}

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
 --> a.json:1:14
  |
1 | {"a": "\ud800"}
  |              ^ the reader stopped here
  |
  = help: write characters beyond U+FFFF as two escapes, or as themselves
"#;
    assert_eq!(
        said("a.json", "{\"a\": \"\\ud800\"}"),
        expected.trim_start()
    );
}

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
error[CR0108]: this is not valid YAML: found character that cannot start any token
 --> a.yaml:2:1
  |
2 |     b: c
  | ^^^^ the reader stopped here
  |
  = help: indent with spaces: YAML does not allow tabs here
";
    assert_eq!(said("a.yaml", "a:\n\tb: c\n"), expected.trim_start());
}

#[test]
fn an_open_quote() {
    let expected = r#"
error[CR0108]: this is not valid YAML: found unexpected end of stream
 --> a.yaml:2:5
  |
1 | a: "x
  |    - while scanning a quoted scalar that starts here
2 | b: 1
  |     ^ the reader stopped here
  |
  = help: a quote opened above is never closed
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
  |    - ^ the reader stopped here
  |    |
  |    while parsing a quoted scalar that starts here
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
fn duplicate_keys_in_yaml() {
    let expected = r#"
error[CR0109]: the key `x` is given twice
 --> a.yaml:4:3
  |
3 |   x: 1
  |   - first given here
4 |   'x': 2
  |   ^^^ given again here
  |
  = note: at #/b/x
  = help: remove one of them, or give it another name

error[CR0109]: the key `x` is given twice
 --> a.yaml:5:3
  |
3 |   x: 1
  |   - first given here
4 |   'x': 2
5 |   "\x78": 3
  |   ^^^^^^ given again here
  |
  = note: at #/b/x
  = help: remove one of them, or give it another name

error[CR0109]: the key `é` is given twice
 --> a.yaml:6:1
  |
1 | é: 1
  | - first given here
...
6 | é: 2
  | ^ given again here
  |
  = note: at #/é
  = help: remove one of them, or give it another name
"#;
    assert_eq!(
        said(
            "a.yaml",
            "é: 1\nb:\n  x: 1\n  'x': 2\n  \"\\x78\": 3\né: 2\n"
        ),
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

#[test]
fn duplicates_repeated_by_aliases() {
    let expected = "
error[CR0109]: the key `x` is given twice
 --> a.yaml:1:14
  |
1 | a: &a {x: 1, x: 2}
  |        -     ^ given again here
  |        |
  |        first given here
  |
  = note: at #/a/x
  = help: remove one of them, or give it another name

error[CR0109]: the key `q` is given twice
 --> a.yaml:5:16
  |
5 | d: {<<: {q: 1, q: 2}}
  |          -     ^ given again here
  |          |
  |          first given here
  |
  = note: at #/d/<</q
  = help: remove one of them, or give it another name
";
    assert_eq!(
        said(
            "a.yaml",
            "a: &a {x: 1, x: 2}\nb: *a\nc:\n  <<: *a\nd: {<<: {q: 1, q: 2}}\n"
        ),
        expected.trim_start()
    );
}

#[test]
fn unknown_tags() {
    let expected = "
error[CR0110]: the YAML tag `!foo` has no meaning in a schema
 --> a.yaml:1:9
  |
1 | a: !foo bar
  |         ^^^ this value is tagged `!foo`
  |
  = note: at #/a
  = help: remove the tag; if `!` is meant as text, put it in quotes

error[CR0110]: the YAML tag `!x` has no meaning in a schema
 --> a.yaml:2:9
  |
2 | b: [!x {c: 1}]
  |         ^ this value is tagged `!x`
  |
  = note: at #/b/0
  = help: remove the tag; if `!` is meant as text, put it in quotes
";
    assert_eq!(
        said("a.yaml", "a: !foo bar\nb: [!x {c: 1}]\n"),
        expected.trim_start()
    );
}

#[test]
fn infinite_numbers() {
    let expected = "
error[CR0111]: `.nan` is not a number in JSON
 --> a.yaml:1:4
  |
1 | a: .nan
  |    ^^^^ a JSON document cannot contain this value
  |
  = note: at #/a
  = help: leave the keyword out if there is no bound; put it in quotes if it is text

error[CR0111]: `-.inf` is not a number in JSON
 --> a.yaml:2:8
  |
2 | b: [1, -.inf]
  |        ^^^^^ a JSON document cannot contain this value
  |
  = note: at #/b/1
  = help: leave the keyword out if there is no bound; put it in quotes if it is text
";
    assert_eq!(
        said("a.yaml", "a: .nan\nb: [1, -.inf]\n"),
        expected.trim_start()
    );
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

#[test]
fn an_alias_without_an_anchor() {
    let expected = "
error[CR0116]: an alias has no anchor
 --> a.yaml:1:4
  |
1 | a: *x
  |    ^^ `&x` is not defined before this
  |
  = help: write the anchor before its aliases; if `*` is meant as text, put it in quotes
";
    assert_eq!(said("a.yaml", "a: *x\n"), expected.trim_start());
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
fn a_merge_key_without_a_mapping() {
    let expected = "
error[CR0118]: a merge key needs a mapping, or a list of mappings
 --> a.yaml:2:5
  |
2 | <<: 3
  |     ^ this is not a mapping
  |
  = note: at #/<<
  = help: give it an alias: `<<: *name`; if `<<` is meant as a key, put it in quotes
";
    assert_eq!(said("a.yaml", "a: 1\n<<: 3\n"), expected.trim_start());
}

#[test]
fn several_merge_keys() {
    let expected = "
error[CR0109]: the key `<<` is given twice
 --> a.yaml:2:13
  |
2 | b: {<<: *a, <<: *a}
  |     --      ^^ given again here
  |     |
  |     first given here
  |
  = note: at #/b/<<
  = help: merge several mappings with one list: `<<: [*first, *second]`
";
    assert_eq!(
        said("a.yaml", "a: &a {x: 1}\nb: {<<: *a, <<: *a}\n"),
        expected.trim_start()
    );
}

#[test]
fn an_alias_in_its_own_anchor() {
    let expected = "
error[CR0114]: the document is nested too deeply
 --> a.yaml:1:7
  |
1 | a: &a [*a]
  |       ^ more than 128 levels deep here
  |
  = note: an alias inside its own anchor nests without end
  = help: move inner parts into definitions of their own and refer to them with `$ref`
";
    assert_eq!(said("a.yaml", "a: &a [*a]\n"), expected.trim_start());
}
