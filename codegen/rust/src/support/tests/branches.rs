//! Conversions of unions.

#![allow(
    unreachable_pub,
    reason = "the macro writes functions of types that are public in a generated crate"
)]

use crate::support::branches::{accessors, from};

/// A union as the generator writes it.
#[derive(Debug, PartialEq)]
enum Tree {
    Leaf(i64),
    Text(String),
    Many(Vec<bool>),
    Next(Box<Node>),
    Unknown(serde_json::Value),
}

#[derive(Debug, PartialEq)]
struct Node(u8);

accessors! {
    impl Tree {
        as_leaf = Leaf: copies i64;
        as_text = Text: borrows str;
        as_many = Many: borrows [bool];
        as_next = Next: borrows Node;
        is_unknown = Unknown: finds bool;
    }
}

from! {
    impl Tree {
        Leaf = i64;
        Text = String;
        Text = &str => String::from;
        Next = Node => Box::new;
    }
}

#[test]
fn values_become_their_branch() {
    assert_eq!(Tree::from(3), Tree::Leaf(3));
    assert_eq!(Tree::from("a"), Tree::from("a".to_owned()));
    assert_eq!(Tree::from(Node(1)), Tree::Next(Box::new(Node(1))));
}

#[test]
fn branches_are_read() {
    assert_eq!(Tree::Leaf(3).as_leaf(), Some(3));
    assert_eq!(Tree::Leaf(3).as_text(), None);
    assert_eq!(Tree::from("a").as_text(), Some("a"));
    assert_eq!(Tree::from("a").as_leaf(), None);
    assert_eq!(Tree::Many(vec![true]).as_many(), Some(&[true][..]));
    assert_eq!(Tree::from(Node(1)).as_next(), Some(&Node(1)));
    assert!(Tree::Unknown(true.into()).is_unknown());
    assert!(!Tree::Leaf(3).is_unknown());
}
