//! Constructors take the required members, and setters set one member each.

#![allow(
    unreachable_pub,
    reason = "the macro writes functions of types that are public in a generated crate"
)]

use crate::support::construct::{by_name, construct};

/// A struct as the generator writes it.
#[derive(Debug, Default, PartialEq)]
struct Order {
    r#type: Option<String>,
    count: Option<u64>,
    next: Option<Box<Order>>,
}

construct! {
    Order::new() {}
    with_type(r#type: impl Into<String>);
    with_count(count: u64);
    #[allow(unused)]
    with_next(next: impl Into<Order>) => Box::new;
}

/// One whose required members are arguments.
#[derive(Debug, PartialEq)]
struct Line {
    text: String,
    count: u64,
    note: Option<String>,
}

construct! {
    Line::new(text: impl Into<String>, count: u64) { text: text.into(), count }
    with_note(note: impl Into<String>);
}

/// One whose required members are given by name.
#[derive(Debug, PartialEq)]
struct Account {
    from: Line,
    to: Box<Line>,
    kind: u8,
}

mod required {
    pub(super) struct Account {
        pub(super) from: super::Line,
        pub(super) to: super::Line,
    }
}

by_name! {
    Account::new(required: required::Account) {
        from,
        to: Box::new(required.to),
        kind: Default::default(),
    }
}

#[test]
fn required_members_are_given() {
    let line = |text: &str| Line::new(text, 2).with_note("n");
    let expected = Line {
        text: "a".to_owned(),
        count: 2,
        note: Some("n".to_owned()),
    };
    assert_eq!(line("a"), expected);
    let account: Account = required::Account {
        from: line("a"),
        to: line("b"),
    }
    .into();
    assert_eq!((account.from, *account.to), (line("a"), line("b")));
    assert_eq!(account.kind, 0);
}

#[test]
fn setters_are_chained() {
    let order = Order::new()
        .with_type("a")
        .with_count(3)
        .with_next(Order::default());
    let expected = Order {
        r#type: Some("a".to_owned()),
        count: Some(3),
        next: Some(Box::new(Order::default())),
    };
    assert_eq!(order, expected);
}
