use serde_json::json;

use super::obeys::obeys;
use super::{pattern, scalar};
use crate::model::{Bound, Constraint, Constraints, Count, Integer};

#[test]
fn a_pattern_gives_a_string_that_matches() {
    for (pattern, expected) in [
        (r"^\d{4}$", "0000"),
        ("^[A-Z]{2}$", "AA"),
        (r"^[a-z]+(-[a-z]+)*$", "a"),
        (r"^(usd|eur)$", "usd"),
        (r"^https?:\/\/", "http://"),
        ("[^a]", "A"),
        (r"^[\w.-]+@[\w.-]+$", "a@a"),
        (r"^.{3,}$", "aaa"),
        ("^$", ""),
        ("^(?:ab|c)?x$", "x"),
        ("a*", "a"),
        (r"^[\]x]$", "x"),
    ] {
        assert_eq!(
            pattern::example(&[pattern], 0).as_deref(),
            Some(expected),
            "{pattern}"
        );
        let regex = regex::Regex::new(pattern).unwrap();
        assert!(regex.is_match(expected), "{pattern}");
    }
    assert_eq!(pattern::example(&["^[a-z]+$"], 3).as_deref(), Some("aaa"));
    assert_eq!(pattern::example(&[r"^\d{2}$"], 3), None);
}

#[test]
fn several_patterns_and_a_length_give_a_string_that_matches_all() {
    for (patterns, least, expected) in [
        (&["^z"][..], 9, Some("zaaaaaaaa")),
        (&["9$"], 3, Some("aa9")),
        (&["[xy]"], 3, Some("aax")),
        (&["^z", "9$"], 0, Some("z9")),
        (&["9$", "^z", "x"], 5, Some("zaax9")),
        (&["^z*", "^y"], 0, None),
        (&["^z9$", "9"], 0, None),
        (&["^z$"], 2, None),
        (&["^z|y$"], 3, Some("zaa")),
        (&["y$|^z"], 3, Some("aay")),
        (&["^a+$"], 3, Some("aaa")),
        (&["^", "$"], 2, Some("aa")),
    ] {
        let text = pattern::example(patterns, least);
        assert_eq!(text.as_deref(), expected, "{patterns:?}");
        for pattern in patterns {
            let regex = regex::Regex::new(pattern).unwrap();
            assert!(
                text.as_ref().is_none_or(|text| regex.is_match(text)),
                "{pattern}"
            );
        }
    }
}

#[test]
fn what_is_not_read_gives_no_string() {
    for pattern in [
        "(?=a)b",
        r"(a)\1",
        r"\bword",
        r"\p{L}",
        "a$b",
        "a^b",
        "(a$)b",
        "[]",
        "a{999999999999}",
        "(){999999999999}",
        "(((a{200}){200}){200})",
        "a)",
        "(a",
        "[a",
        "*",
        "a{b}",
    ] {
        assert_eq!(pattern::example(&[pattern], 0), None, "{pattern}");
    }
    let deep = "(".repeat(10_000);
    assert_eq!(pattern::example(&[&deep], 0), None);
}

fn constraints(all: impl IntoIterator<Item = Constraint>) -> Constraints {
    all.into_iter().collect()
}

#[test]
fn numbers_keep_their_bounds() {
    let bound = |bound, number: i64| Constraint::Bound(bound, number.into());
    let of = |all: Vec<Constraint>| scalar::integer(Integer::I64, &constraints(all));
    assert_eq!(of(vec![]), Some(json!(1)));
    assert_eq!(of(vec![bound(Bound::Minimum, 3600)]), Some(json!(3600)));
    assert_eq!(of(vec![bound(Bound::ExclusiveMaximum, 0)]), Some(json!(-1)));
    let steps = vec![
        bound(Bound::ExclusiveMinimum, 10),
        Constraint::MultipleOf(7.into()),
    ];
    assert_eq!(of(steps), Some(json!(14)));
    let none = vec![bound(Bound::Minimum, 2), bound(Bound::Maximum, 1)];
    assert_eq!(of(none), None);

    let of = |all: Vec<Constraint>| scalar::float(&constraints(all));
    assert_eq!(of(vec![]), Some(json!(1.5)));
    assert_eq!(of(vec![bound(Bound::Minimum, 3600)]), Some(json!(3600.5)));
    let narrow = vec![bound(Bound::Minimum, 3), bound(Bound::Maximum, 3)];
    assert_eq!(of(narrow), Some(json!(3)));
}

#[test]
fn strings_keep_their_length_and_pattern() {
    let of = |all: Vec<Constraint>| scalar::string(&constraints(all));
    let count = Constraint::Count;
    assert_eq!(of(vec![]), Some(json!("string")));
    assert_eq!(of(vec![count(Count::MaxLength, 3)]), Some(json!("str")));
    assert_eq!(
        of(vec![count(Count::MinLength, 8)]),
        Some(json!("stringst"))
    );
    assert_eq!(of(vec![count(Count::MinLength, 1 << 40)]), None);
    let last4 = Constraint::Pattern(r"^\d{4}$".to_owned());
    assert_eq!(of(vec![last4.clone()]), Some(json!("0000")));
    assert_eq!(of(vec![last4, count(Count::MinLength, 5)]), None);
}

#[test]
fn what_is_not_known_is_neither_kept_nor_broken() {
    let all = constraints([
        Constraint::Pattern("(?=x)x".to_owned()),
        Constraint::Count(Count::MinLength, 2),
    ]);
    assert_eq!(obeys(&all, &json!("x")), Some(false));
    assert_eq!(obeys(&all, &json!("xx")), None);
    assert_eq!(obeys(&all, &json!(1)), Some(true));
    let pattern = |pattern: &str, text: &str| {
        let all = constraints([Constraint::Pattern(pattern.to_owned())]);
        obeys(&all, &json!(text))
    };
    assert_eq!(pattern("^x", "ab"), Some(false));
    assert_eq!(pattern("x", "axb"), Some(true));
    assert_eq!(pattern(r"^\d+\/\w$", "12/_"), Some(true));
    assert_eq!(pattern(r"^\d$", "\u{663}"), Some(false));
    assert_eq!(pattern("^[0-9]{3}$", "1234\n"), Some(false));
    for (undecided, text) in [
        (r"\s", "\u{a0}"),
        ("^.$", "\r"),
        (r"\<a", "<a"),
        (r"(a)\1", "aa"),
        (r"\p{L}", "a"),
    ] {
        assert_eq!(pattern(undecided, text), None, "{undecided}");
    }
    let unique = constraints([Constraint::UniqueItems]);
    assert_eq!(obeys(&unique, &json!([1, 2, 1])), Some(false));
    let half = constraints([Constraint::MultipleOf(
        serde_json::Number::from_f64(0.5).unwrap(),
    )]);
    assert_eq!(obeys(&half, &json!(1.5)), None);
}
