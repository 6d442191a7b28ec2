//! Tags of YAML.

use serde_json::json;

use super::{root, said};

#[test]
fn unknown_tags() {
    let expected = "
error[CR0110]: the YAML tag `!foo` has no meaning in a schema
 --> a.yaml:1:4
  |
1 | a: !foo bar
  |    ^^^^ this tag is not one of YAML's core schema
  |
  = note: at #/a
  = help: remove the tag; if `!` is meant as text, put it in quotes

error[CR0110]: the YAML tag `!x` has no meaning in a schema
 --> a.yaml:2:5
  |
2 | b: [!x {c: 1}]
  |     ^^ this tag is not one of YAML's core schema
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
fn tags_are_honoured_or_refused() {
    let text = "a: !!str 1\nb: !!int '3'\nc: !!float 1\nd: !!bool \"true\"\ne: !!null ''\nf: !!map {x: 1}\n\
                g: !!seq [1]\nh: ! 12\n!!str 1: 2\n&i i: !<tag:yaml.org,2002:str> 1\n";
    let expected = json!({
        "a": "1", "b": 3, "c": 1.0, "d": true, "e": null, "f": {"x": 1}, "g": [1], "h": "12", "1": 2, "i": "1",
    });
    assert_eq!(root("a.yaml", text), expected);
    let cases = [
        ("a: !!binary aGk=", "!!binary"),
        ("a: !!timestamp 2001-01-01", "!!timestamp"),
        ("a: !!set {b, c}", "!!set"),
        ("- !!omap [a: 1]", "!!omap"),
        (
            "a: !<tag:example.com,2000:x> 1",
            "!<tag:example.com,2000:x>",
        ),
        ("!x a: 1", "!x"),
    ];
    for (text, tag) in cases {
        let said = said("a.yaml", text);
        let message = format!("error[CR0110]: the YAML tag `{tag}` has no meaning in a schema\n");
        let underline = format!(" {} this tag", "^".repeat(tag.len()));
        assert!(
            said.starts_with(&message) && said.contains(&underline),
            "{said}"
        );
    }
}

#[test]
fn values_that_contradict_their_tags() {
    for text in [
        "a: !!int 1.5",
        "a: !!bool 1",
        "a: !!map [1]",
        "a: !!seq {}",
        "a: !!null x",
        "a: !!str {}",
    ] {
        let said = said("a.yaml", text);
        assert!(
            said.starts_with("error[CR0110]: a value contradicts its YAML tag\n"),
            "{said}"
        );
    }
}
