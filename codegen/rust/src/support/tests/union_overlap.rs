//! Unions: values that several branches describe.

use std::collections::BTreeMap;

use super::union::{AnimalBase, Bird, read, untagged};
use crate::support::union::{Branches, Facts, Kind, Scalar, union};
use serde::{Deserialize, Serialize};

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
struct Bar {
    bar: u8,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    all: Option<Inner>,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
struct Foo {
    foo: String,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
struct Inner {
    bar: u8,
}

/// The facts of an object with these members.
const fn object(
    required: &'static [&'static str],
    known: &'static [(&'static str, &'static [Kind])],
) -> Facts {
    Facts {
        types: &[Kind::Object],
        required,
        known,
        ..Facts::NONE
    }
}

const BAR: Facts = object(&["bar"], &[("bar", &[Kind::Integer]), ("all", &[])]);
const FOO: Facts = object(&["foo"], &[("foo", &[Kind::String])]);

#[test]
fn a_value_with_members_of_several_branches_is_kept() {
    #[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
    struct Foo {
        foo: Option<String>,
    }
    untagged!(Both or Unknown => { Bar(Bar) = BAR, Foo(Foo) = FOO, });
    assert!(matches!(read(r#"{"bar":2}"#), Both::Bar(_)));
    assert!(matches!(read(r#"{"foo":"baz"}"#), Both::Foo(_)));
    for text in [
        r#"{"bar":2,"foo":"baz"}"#,
        r#"{"bar":2,"all":{"bar":1},"foo":"baz"}"#,
    ] {
        assert!(matches!(read(text), Both::Unknown(_)), "{text}");
    }
    // No branch describes `zoo`; no branch that describes `foo` accepts it with this type.
    for text in [
        r#"{"bar":2,"zoo":1}"#,
        r#"{"bar":2,"foo":1}"#,
        r#"{"bar":2,"foo":null}"#,
    ] {
        let read: Both = serde_json::from_str(text).expect("it has a `bar`");
        assert!(matches!(read, Both::Bar(_)), "{text}");
    }
}

#[allow(
    dead_code,
    unreachable_pub,
    reason = "the macro writes methods of types that are public in a generated crate"
)]
mod recorded {
    use crate::support::record::{Record, record};
    use serde::{Deserialize, Serialize};

    #[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
    #[serde(crate = "crate::support::recorded_object")]
    pub(super) struct One {
        #[serde(skip_deserializing)]
        record: Record<Self>,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        one: Option<u8>,
    }

    #[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
    #[serde(crate = "crate::support::recorded_object")]
    pub(super) struct Two {
        #[serde(skip_deserializing)]
        record: Record<Self>,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        two: Option<u8>,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        more: Option<u8>,
    }

    record!(One.record);
    record!(Two.record);
}

#[test]
fn recorded_members_count_and_none_is_lost() {
    #[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
    struct In<T> {
        inner: T,
    }
    const IN: Facts = object(&["inner"], &[("inner", &[Kind::Object])]);
    untagged!(Both or Unknown => { One(In<recorded::One>) = IN, Two(In<recorded::Two>) = IN, });
    for (text, is_one) in [
        (r#"{"inner":{"one":1}}"#, true),
        (r#"{"inner":{"one":1,"two":2}}"#, true),
        (r#"{"inner":{"two":2,"more":3,"one":1}}"#, false),
        (r#"{"inner":{"two":2,"other":{"a":[1,2]},"one":1}}"#, true),
    ] {
        let read = read::<Both>(text);
        assert_eq!(matches!(read, Both::One(_)), is_one, "{text}");
        assert_eq!(matches!(read, Both::Two(_)), !is_one, "{text}");
        let written = serde_json::to_value(&read).ok();
        assert_eq!(written, serde_json::from_str(text).ok(), "{text}");
    }
}

#[test]
fn a_member_of_several_branches_is_kept_with_the_members_of_each() {
    #[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
    struct In<T> {
        inner: Vec<T>,
    }
    const IN: Facts = object(&["inner"], &[("inner", &[Kind::Array])]);
    untagged!(Both or Unknown => { Bar(In<Bar>) = IN, Foo(In<Foo>) = IN, });
    assert!(matches!(read(r#"{"inner":[{"bar":1}]}"#), Both::Bar(_)));
    assert!(matches!(
        read(r#"{"inner":[{"bar":1,"foo":"x"}]}"#),
        Both::Unknown(_)
    ));
}

#[test]
fn members_that_only_a_map_takes_are_dropped() {
    type Map = BTreeMap<String, serde_json::Value>;
    untagged!(Either or Unknown => { Bar(Bar) = BAR, Map(Map) = object(&[], &[]), });
    for text in [
        r#"{"bar":2,"foo":1}"#,
        r#"{"bar":2,"all":{"bar":1,"zoo":1}}"#,
    ] {
        let read: Either = serde_json::from_str(text).expect("it has a `bar`");
        assert!(matches!(read, Either::Bar(_)), "{text}");
    }
}

#[test]
fn a_closed_union_drops_members_of_other_branches() {
    untagged!(Both => { Bar(Bar) = BAR, Foo(Foo) = FOO, } const NAME: &'static str = "Both";);
    let read: Both = serde_json::from_str(r#"{"bar":2,"foo":"baz"}"#).expect("it has a `bar`");
    assert!(matches!(read, Both::Bar(_)));
}

#[test]
fn a_tag_that_facts_contradict_does_not_select_its_branch() {
    macro_rules! kinds {
        ($name:ident ($(or $unknown:ident)?) { $($more:tt)* }) => {
            untagged!(@ Some("kind"); $name $(or $unknown)? => {
                Old(AnimalBase) = Facts { tags: &["old"], fixed: &[("e", &[Scalar::Text("x")])], ..object(&["kind"], &[("kind", &[]), ("e", &[])]) },
                Bird(Bird) = Facts { tags: &["bird"], fixed: &[("e", &[Scalar::Text("y")])], ..object(&["kind", "wings"], &[("kind", &[]), ("e", &[]), ("wings", &[])]) },
            } const CERTAIN: bool = false; $($more)*);
        };
    }
    kinds!(Open (or Unknown) {});
    kinds!(Closed () { const NAME: &'static str = "Closed"; });
    kinds!(Overlapping (or Unknown) { const OVERLAPS: bool = true; });
    let of_bird = r#"{"kind":"old","e":"y","wings":2}"#;
    assert!(matches!(read(of_bird), Open::Unknown(_)));
    let closed: Closed = serde_json::from_str(of_bird).expect("it is a bird");
    assert!(matches!(closed, Closed::Bird(_)));
    // No branch has this constant: the tag counts.
    let new: Open = serde_json::from_str(r#"{"kind":"old","e":"z","wings":2}"#).expect("it is old");
    assert!(matches!(new, Open::Old(_)));
    // A value of both branches has the tag of one. Where that is not enough, it is kept.
    let of_both = r#"{"kind":"old","wings":2}"#;
    let tagged: Open = serde_json::from_str(of_both).expect("it is old");
    assert!(matches!(tagged, Open::Old(_)));
    assert!(matches!(read(of_both), Overlapping::Unknown(_)));
}

#[test]
fn a_null_is_read_by_a_branch_that_keeps_it() {
    #[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
    struct In<T> {
        #[serde(default, skip_serializing_if = "Option::is_none")]
        more: Option<u8>,
        inner: T,
    }
    const IN: Facts = object(&["inner"], &[("inner", &[Kind::Object])]);
    const MORE: Facts = object(
        &["inner"],
        &[("inner", &[Kind::Object]), ("more", &[Kind::Integer])],
    );
    untagged!(Both or Unknown => { One(In<recorded::One>) = MORE, Two(In<recorded::Two>) = IN, });
    for (text, is_one) in [
        (r#"{"inner":{"one":null}}"#, false),
        (r#"{"inner":{"two":null}}"#, true),
        // The first branch describes more of it.
        (r#"{"more":1,"inner":{"one":1}}"#, true),
        (r#"{"more":1,"inner":{"one":null}}"#, false),
    ] {
        let read = read::<Both>(text);
        assert_eq!(matches!(read, Both::One(_)), is_one, "{text}");
        assert_eq!(matches!(read, Both::Two(_)), !is_one, "{text}");
    }
    // Each loses one of them.
    let of_none = r#"{"inner":{"one":null,"two":null}}"#;
    let first: Both = serde_json::from_str(of_none).expect("it has an `inner`");
    assert!(matches!(first, Both::One(_)));
}

#[test]
fn a_null_that_the_branch_of_the_tag_would_lose_is_kept() {
    const KIND: Facts = object(&[], &[("kind", &[Kind::String])]);
    macro_rules! kinds {
        ($name:ident ($(or $unknown:ident)?) { $($more:tt)* }) => {
            untagged!(@ Some("kind"); $name $(or $unknown)? => {
                One(recorded::One) = Facts { tags: &["one"], ..KIND },
                Two(recorded::Two) = Facts { tags: &["two"], ..KIND },
            } const CERTAIN: bool = false; $($more)*);
        };
    }
    kinds!(Open (or Unknown) {});
    kinds!(Closed () { const NAME: &'static str = "Closed"; });
    assert!(matches!(read(r#"{"kind":"one","one":1}"#), Open::One(_)));
    assert!(matches!(read(r#"{"kind":"one","two":null}"#), Open::One(_)));
    let of_other = r#"{"kind":"one","one":null}"#;
    assert!(matches!(read(of_other), Open::Unknown(_)));
    assert!(matches!(read(of_other), Closed::Two(_)));
}
