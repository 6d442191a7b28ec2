//! Diagnostics of YAML without a value in JSON.

use serde_json::json;

use super::{root, said};

#[test]
fn an_empty_document() {
    let expected = "
error[CR0106]: `a.yaml` has no content
--> a.yaml
 = help: write the schema into it, or name another file
";
    for text in ["# nothing\n\n", "", "...\n"] {
        assert_eq!(said("a.yaml", text), expected.trim_start(), "{text:?}");
    }
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
fn an_alias_without_an_anchor() {
    let expected = "
error[CR0116]: an alias has no anchor
 --> a.yaml:1:4
  |
1 | a: *x
  |    ^^ `&x` is not defined before this
  |
  = note: at #/a
  = help: write the anchor before its aliases; if `*` is meant as text, put it in quotes
";
    assert_eq!(said("a.yaml", "a: *x\n"), expected.trim_start());
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
error[CR0114]: an alias is part of the value it stands for
 --> a.yaml:1:8
  |
1 | a: &a [*a]
  |        ^^ this would be nested without end
  |
  = help: refer to a definition with `$ref` instead: it may contain itself
";
    assert_eq!(said("a.yaml", "a: &a [*a]\n"), expected.trim_start());
}

#[test]
fn values_of_several_lines_are_shown_by_the_first() {
    let said = said("a.yaml", "a: !!int 'one\n  two'\n");
    assert!(
        said.contains("1 | a: !!int 'one\n  |          ^^^^ the tag"),
        "{said}"
    );
}

#[test]
fn numbers_beyond_the_range_of_floats() {
    let expected = "
error[CR0111]: `1e400` is too large for a number
 --> PATH:1:8
  |
1 | {\"a\": [1e400]}
  |        ^^^^^ beyond the range of a 64-bit float, about 1.8e308
  |
  = note: at #/a/0
  = help: leave the keyword out if there is no bound; put it in quotes if it is text
";
    for path in ["a.json", "a.yaml"] {
        assert_eq!(
            said(path, "{\"a\": [1e400]}"),
            expected.trim_start().replace("PATH", path)
        );
    }
    assert!(said("a.yaml", "a: -1e999").starts_with("error[CR0111]: `-1e999` is"));
    assert_eq!(
        root("a.yaml", "a: '1e400'\nb: 1e-400"),
        json!({"a": "1e400", "b": 0.0})
    );
}

#[test]
fn breaks_of_lines_that_yaml_1_2_has_not() {
    let text = "a\u{2028}b: 1\n\"c\u{2029}d\": e\u{85}f\n";
    let expected = json!({"a\u{2028}b": 1, "c\u{2029}d": "e\u{85}f"});
    assert_eq!(root("a.yaml", text), expected);
}
