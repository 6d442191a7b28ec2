//! Constants of members that may be absent: written unless the member was absent, in both forms of serde.

#![expect(
    unreachable_pub,
    reason = "the macros give each constant all of its methods"
)]

use std::cmp::Ordering;
use std::collections::HashSet;

use serde_json::json;

use crate::support::absence::Absence;
use crate::support::{closed_constant, constant};

#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
struct Kind(Option<String>, Absence);

constant::text!(Kind = "card", optional);

#[derive(Clone, Copy, PartialEq, Default)]
struct Version((), Absence);

closed_constant::integer!(Version = 2, "2", optional);

impl Kind {
    fn docs(_: &mut schemars::Schema) {}
}

impl Version {
    fn docs(_: &mut schemars::Schema) {}
}

#[derive(Default, serde::Serialize, serde::Deserialize)]
struct Card {
    #[serde(default = "Kind::absent", skip_serializing_if = "Kind::is_absent")]
    kind: Kind,
    #[serde(
        default = "Version::absent",
        skip_serializing_if = "Version::is_absent"
    )]
    version: Version,
}

#[test]
fn what_was_absent_stays_absent() {
    for value in [
        json!({}),
        json!({ "kind": "card" }),
        json!({ "kind": "other", "version": 2 }),
    ] {
        let card: Card = serde_json::from_value(value.clone()).unwrap();
        assert_eq!(serde_json::to_value(&card).ok(), Some(value));
    }
    let absent: Card = serde_json::from_value(json!({})).unwrap();
    assert_eq!(absent.kind, "card");
    assert_eq!(absent.version.as_i64(), 2);
    assert!(!absent.kind.is_unknown());
}

#[test]
fn a_new_constant_is_written() {
    let card = Card::default();
    let value = json!({ "kind": "card", "version": 2 });
    assert_eq!(serde_json::to_value(&card).ok(), Some(value));
}

#[test]
fn comparisons_do_not_see_it() {
    let (absent, new) = (Kind::absent(), Kind::default());
    assert!(absent.is_absent() && !new.is_absent());
    assert!(absent == new && absent.cmp(&new) == Ordering::Equal);
    assert_eq!(HashSet::from([absent, new]).len(), 1);
    assert!(Version::absent() == Version::default());
}
