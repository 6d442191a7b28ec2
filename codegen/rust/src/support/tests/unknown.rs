//! The places of a value that were not understood.

use std::collections::BTreeMap;

use serde::Serialize;
use serde_json::{Value, json};

use crate::support::unknown;
use crate::unknown_places;

/// An open enum of strings, as the generator writes it.
#[derive(Serialize)]
enum Status {
    #[serde(rename = "open")]
    Open,
    #[serde(untagged)]
    Unknown(#[serde(serialize_with = "crate::support::unknown::write")] String),
}

/// A union.
#[derive(Serialize)]
#[serde(untagged)]
enum Payment {
    Card(Card),
    Unknown(#[serde(serialize_with = "crate::support::unknown::write")] Value),
}

#[derive(Serialize)]
#[serde(crate = "crate::support::object")]
struct Card {
    status: Status,
    number: Option<String>,
}

/// An open enum of integers.
struct Level(i64);

impl Serialize for Level {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        unknown::write(&self.0, serializer)
    }
}

fn new_status() -> Status {
    Status::Unknown("new".to_owned())
}

#[test]
fn every_place_is_found() {
    let payments: BTreeMap<&str, (Payment, Vec<Option<Status>>)> = BTreeMap::from([
        (
            "a/b~",
            (
                Payment::Card(Card {
                    status: new_status(),
                    number: Some("1".to_owned()),
                }),
                vec![Some(Status::Open), None, Some(new_status())],
            ),
        ),
        (
            "c",
            (Payment::Unknown(json!({ "status": [1] })), Vec::new()),
        ),
    ]);
    let expected = ["/a~1b~0/0/status", "/a~1b~0/1/2", "/c/0"];
    assert_eq!(unknown_places(&payments), expected);
    assert_eq!(unknown_places(&new_status()), [""]);
    assert_eq!(unknown_places(&[Level(1)]), ["/0"]);
    assert!(unknown_places(&Status::Open).is_empty());
    assert!(unknown_places("text").is_empty());
}

#[test]
fn nothing_else_comes_of_it_in_json() {
    let card = Payment::Card(Card {
        status: new_status(),
        number: None,
    });
    let written = json!({ "status": "new", "number": null });
    assert_eq!(serde_json::to_value(&card).ok(), Some(written));
    let other = Payment::Unknown(json!([1]));
    assert_eq!(serde_json::to_string(&other).ok().as_deref(), Some("[1]"));
}

#[test]
fn a_name_that_is_not_understood_has_the_place_of_its_member() {
    // The keys have the order of the list.
    struct Keyed(Vec<(Status, Status)>);
    impl Serialize for Keyed {
        fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
            serializer.collect_map(self.0.iter().map(|(name, value)| (name, value)))
        }
    }
    let keyed = Keyed(vec![
        (Status::Open, Status::Open),
        (new_status(), Status::Open),
        (Status::Unknown("old".to_owned()), new_status()),
    ]);
    assert_eq!(unknown_places(&keyed), ["/new", "/old"]);
}
