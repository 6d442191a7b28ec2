//! Queries, with the examples of RFC 9535 among them.

use serde_json::{Value, json};

use super::super::tree::{Node, Origin, Step};
use super::{parse, select};
use crate::source::Pointer;

/// The values that a query selects, or the fault: the character and the words.
fn selected(query: &str, value: &Value) -> Result<Vec<Value>, (usize, String)> {
    let query = parse(query).map_err(|fault| (fault.at, fault.what))?;
    let origin = Origin {
        file: 0,
        pointer: Pointer::root(),
    };
    let root = Node::of(value, origin);
    let found = select(&query, &root).expect("the value is small");
    let value = |steps: &Vec<Step>| root.at(steps).map(Node::value);
    Ok(found.iter().filter_map(value).collect())
}

#[track_caller]
fn check(value: &Value, cases: &[(&str, Value)]) {
    for (query, expected) in cases {
        let found = selected(query, value).map(Value::Array);
        assert_eq!(found, Ok(expected.clone()), "{query}");
    }
}

#[test]
fn names_indices_and_slices() {
    let value = json!({
        "o": {"j j": {"k.k": 3}}, "'": 1, "é": 2, "a": ["a", "b", "c", "d", "e", "f", "g"], "n": null
    });
    check(
        &value,
        &[
            ("$.o['j j']['k.k']", json!([3])),
            (r#"$["o"]["j j"]"#, json!([{"k.k": 3}])),
            (r"$['\'']", json!([1])),
            (r#"$["\u0027"]"#, json!([1])),
            ("$.é", json!([2])),
            ("$ .a [ 0 ]", json!(["a"])),
            ("$.a[-2]", json!(["f"])),
            ("$.a[9]", json!([])),
            ("$.a[1:3]", json!(["b", "c"])),
            ("$.a[5:]", json!(["f", "g"])),
            ("$.a[1:5:2]", json!(["b", "d"])),
            ("$.a[5:1:-2]", json!(["f", "d"])),
            ("$.a[::-1]", json!(["g", "f", "e", "d", "c", "b", "a"])),
            ("$.a[0, 0, 2]", json!(["a", "c"])),
            ("$.a[::0]", json!([])),
            ("$.n", json!([null])),
            ("$.n.x", json!([])),
            ("$.o.*.*", json!([3])),
            ("$..['k.k']", json!([3])),
        ],
    );
}

#[test]
fn filters() {
    let value = json!({
        "a": [3, 5, 1, 2, 4, 6, {"b": "j"}, {"b": "k"}, {"b": {}}, {"b": "kilo"}],
        "o": {"p": 1, "q": 2, "r": 3, "s": 5, "t": {"u": 6}},
        "e": "f",
        "tags": [["x", "y"], ["z"]]
    });
    check(
        &value,
        &[
            ("$.a[?@.b == 'kilo']", json!([{"b": "kilo"}])),
            ("$.a[?(@.b == 'kilo')]", json!([{"b": "kilo"}])),
            ("$.a[?@>3.5]", json!([5, 4, 6])),
            (
                "$.a[?@.b]",
                json!([{"b": "j"}, {"b": "k"}, {"b": {}}, {"b": "kilo"}]),
            ),
            ("$.a[?!@.b && @ < 3]", json!([1, 2])),
            ("$.a[?@<2 || @.b == \"k\"]", json!([1, {"b": "k"}])),
            ("$.o[?@>1 && @<4]", json!([2, 3])),
            ("$.o[?@.u || @.x]", json!([{"u": 6}])),
            ("$.a[?@.b == $.x]", json!([3, 5, 1, 2, 4, 6])),
            ("$.a[?length(@.b) == 4]", json!([{"b": "kilo"}])),
            (
                "$[?count(@.*) == 5]",
                json!([{"p": 1, "q": 2, "r": 3, "s": 5, "t": {"u": 6}}]),
            ),
            ("$.tags[?@[?@ == 'y']]", json!([["x", "y"]])),
            ("$.o[?@ != 1 && !(@ == 2)]", json!([3, 5, {"u": 6}])),
            ("$.a[?@ == 1e0]", json!([1])),
            ("$.o[?value(@.*) == 6]", json!([{"u": 6}])),
            ("$.*[?@.b][?@ == 'j']", json!(["j"])),
            ("$[?@ == 'f']", json!(["f"])),
        ],
    );
}

#[test]
fn faults_have_a_place() {
    for (query, at, what) in [
        ("a.b", 0, "expected `$`, found `a`"),
        ("", 0, "expected `$` at the end"),
        ("$.my-name", 4, "expected a segment, found `-`"),
        ("$.", 1, "expected a name or `*` at the end"),
        ("$./a", 2, "expected a name or `*`, found `/`"),
        (
            "$[a]",
            2,
            "expected a name in quotes, an index, `*` or a filter, found `a`",
        ),
        ("$['a]", 2, "the string does not end"),
        ("$[01]", 2, "`01` is not an index"),
        ("$[-0]", 2, "`-0` is not an index"),
        (r"$['\x']", 4, "no such escape"),
        ("$[0", 2, "expected `,` or `]` at the end"),
        ("$[?@.a ==]", 9, "expected a value, found `]`"),
        (
            "$[?@.* == 1]",
            3,
            "a comparison with a query that may select several values",
        ),
        (
            "$[?match(@.a, 'x')]",
            3,
            "the function `match` is not supported",
        ),
        ("$[?(@.a]", 7, "expected `)`, found `]`"),
        ("$ ", 1, "expected a segment, found ` `"),
    ] {
        assert_eq!(
            selected(query, &Value::Null),
            Err((at, what.to_owned())),
            "{query}"
        );
    }
    let deep = format!("$[?{}@.a{}]", "(".repeat(10_000), ")".repeat(10_000));
    assert!(selected(&deep, &Value::Null).is_err());
}

#[test]
fn a_query_has_a_limit_of_time() {
    let mut value = json!([]);
    for _ in 0..100 {
        value = json!([value, 1, 2, 3]);
    }
    let query = parse("$..[?@..[?@..[?@..[?@..*]]]]").expect("a query");
    let origin = Origin {
        file: 0,
        pointer: Pointer::root(),
    };
    assert!(select(&query, &Node::of(&value, origin)).is_err());
}
