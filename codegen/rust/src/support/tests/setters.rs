//! Setters set one member each, and can be chained.

use crate::support::setters::setters;

/// A struct as the generator writes it.
#[derive(Debug, Default, PartialEq)]
struct Order {
    r#type: Option<String>,
    count: Option<u64>,
    next: Option<Box<Order>>,
    note: Option<Option<String>>,
}

setters! {
    impl Order {
        with_type(r#type: impl Into<String>);
        with_count(count: u64);
        #[allow(unused)]
        with_next(next: impl Into<Order>) => Box::new;
        with_note(note: Option<String>);
    }
}

#[test]
fn setters_are_chained() {
    let order = Order::default()
        .with_type("a")
        .with_count(3)
        .with_next(Order::default())
        .with_note(None);
    let expected = Order {
        r#type: Some("a".to_owned()),
        count: Some(3),
        next: Some(Box::new(Order::default())),
        note: Some(None),
    };
    assert_eq!(order, expected);
}
