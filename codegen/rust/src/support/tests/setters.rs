//! Setters set one member each, and can be chained.

#![allow(
    unreachable_pub,
    reason = "the macro writes functions of types that are public in a generated crate"
)]

use crate::support::setters::setters;

/// A struct as the generator writes it.
#[derive(Debug, Default, PartialEq)]
struct Order {
    r#type: Option<String>,
    count: Option<u64>,
    next: Option<Box<Order>>,
}

setters! {
    impl Order {
        with_type(r#type: impl Into<String>);
        with_count(count: u64);
        #[allow(unused)]
        with_next(next: impl Into<Order>) => Box::new;
    }
}

#[test]
fn setters_are_chained() {
    let order = Order::default()
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
