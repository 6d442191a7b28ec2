//! A member that is absent has its default.

#![allow(
    unreachable_pub,
    reason = "the macro writes functions of types that are public in a generated crate"
)]

use crate::support::defaults::defaults;

#[derive(Debug, PartialEq)]
enum Level {
    Low,
    Unknown(String),
}

/// A struct as the generator writes it.
#[derive(Default)]
struct Query {
    limit: Option<u8>,
    r#type: Option<String>,
    level: Option<Level>,
}

defaults! {
    impl Query {
        limit_or_default = limit: copies u8, 10;
        type_or_default = r#type: reads str, "any";
        level_or_default = level: borrows Level, &Level::Low;
    }
}

#[test]
fn defaults_stand_for_absent_members() {
    let query = Query::default();
    assert_eq!(query.limit_or_default(), 10);
    assert_eq!(query.type_or_default(), "any");
    assert_eq!(query.level_or_default(), &Level::Low);
    let query = Query {
        limit: Some(3),
        r#type: Some("one".to_owned()),
        level: Some(Level::Unknown("new".to_owned())),
    };
    assert_eq!(query.limit_or_default(), 3);
    assert_eq!(query.type_or_default(), "one");
    assert_eq!(query.level_or_default(), &Level::Unknown("new".to_owned()));
}
