//! Records of structs with written-out code equal the records of the derived twins.

#![allow(
    dead_code,
    unreachable_pub,
    reason = "the macro writes methods of types that are public in a generated crate"
)]

use std::collections::BTreeMap;

use serde::de::MapAccess;

use super::members::assert_same;
use crate::support::kept::Kept;
use crate::support::members::{Object, Others, Reader, Writer, open_object, recorded_object};
use crate::support::record::{Record, nulls, record};

mod derived {
    use super::{BTreeMap, Record, nulls, record};
    use serde::{Deserialize, Serialize};

    #[derive(Debug, PartialEq, Serialize, Deserialize)]
    #[serde(crate = "crate::support::recorded_object")]
    pub(super) struct Order {
        #[serde(skip_deserializing)]
        record: Record<Self>,
        id: String,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        note: Option<String>,
        /// It may not be null.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        only: Option<u8>,
        #[serde(
            rename = "paidAt",
            default,
            skip_serializing_if = "Option::is_none",
            deserialize_with = "crate::support::number::read"
        )]
        paid_at: Option<i64>,
    }

    record! {
        Order.record;
        note = "note": is_null_note, set_null_note;
        paid_at = "paidAt": is_null_paid_at, set_null_paid_at;
    }

    #[derive(Debug, PartialEq, Serialize, Deserialize)]
    #[serde(crate = "crate::support::recorded_object")]
    pub(super) struct Open {
        #[serde(skip_deserializing)]
        record: Record<Self>,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        note: Option<u8>,
        #[serde(flatten)]
        others: BTreeMap<String, Option<u8>>,
    }

    nulls! {
        Open.record;
        note = "note": is_null_note, set_null_note;
    }
}

#[derive(Debug, PartialEq)]
struct Order {
    record: Record<Self>,
    id: String,
    note: Option<String>,
    only: Option<u8>,
    paid_at: Option<i64>,
}

record! {
    Order.record, written;
    note = "note": is_null_note, set_null_note;
    paid_at = "paidAt": is_null_paid_at, set_null_paid_at;
}

impl Object for Order {
    const NAME: &'static str = "Order";
    const MEMBERS: &'static [&'static str] = &["id", "note", "only", "paidAt"];

    fn read<'de, A: MapAccess<'de>>(reader: &mut Reader<'de, A>) -> Option<Self> {
        let mut id = None;
        let mut note = None;
        let mut only = None;
        let mut paid_at = None;
        loop {
            match reader.next_index() {
                0 => reader.value(&mut id),
                1 => reader.nullable(&mut note),
                2 => reader.nullable(&mut only),
                3 => reader.nullable_number(&mut paid_at),
                _ => break,
            }
        }
        let Some(id) = id else {
            return reader.missing(&[0]);
        };
        Some(Self {
            id,
            note,
            only,
            paid_at,
            record: reader.record(),
        })
    }

    fn write<W: Writer>(&self, writer: &mut W) {
        writer.record(&self.record);
        writer.value(&self.id);
        writer.optional(&self.note);
        writer.optional(&self.only);
        writer.optional(&self.paid_at);
    }
}

recorded_object!(Order);

#[derive(Debug, PartialEq)]
struct Open {
    record: Record<Self>,
    note: Option<u8>,
    others: BTreeMap<String, Option<u8>>,
}

nulls! {
    Open.record, written;
    note = "note": is_null_note, set_null_note;
}

impl Object for Open {
    const NAME: &'static str = "Open";
    const MEMBERS: &'static [&'static str] = &["note"];
    const OTHERS: Others = Others::Kept;

    fn read<'de, A: MapAccess<'de>>(reader: &mut Reader<'de, A>) -> Option<Self> {
        let mut note = None;
        let mut kept = Kept::default();
        loop {
            match reader.next_index() {
                0 => reader.nullable(&mut note),
                1 => reader.keep(&mut kept),
                _ => break,
            }
        }
        Some(Self {
            note,
            others: reader.kept(kept)?,
            record: reader.record(),
        })
    }

    fn write<W: Writer>(&self, writer: &mut W) {
        writer.record(&self.record);
        writer.optional(&self.note);
        writer.others(&self.others);
    }
}

open_object!(Open);

#[test]
fn each_text_has_the_same_outcome() {
    let texts = [
        r#"{"id": "a"}"#,
        r#"{"id": "a", "note": null, "only": null, "paidAt": null}"#,
        r#"{"paidAt": null, "note": "b", "id": "a", "more": null}"#,
        r#"{"id": "a", "only": 1, "paidAt": 7.0, "note": null}"#,
        r#"{"note": null, "paidAt": null}"#,
        r#"{"id": "a", "note": null, "note": null}"#,
        r#"{"id": null, "note": null}"#,
        r#"{"more": {"a": [1, null]}, "id": "a", "\u0061": 1e3, "more": 2}"#,
        r#"{"id": "a", "more": 1e999}"#,
        r#"{"id": "a", "more": }"#,
        r#"{"more": 1, "id": 2}"#,
        r#"["a", null]"#,
        "null",
    ];
    for text in texts {
        assert_same::<derived::Order, Order>(text);
    }
    let texts = [
        r#"{"note": null, "a": null, "b": 1}"#,
        r#"{"a": null, "note": 1}"#,
        r#"{"a": "b", "note": null}"#,
        "{}",
    ];
    for text in texts {
        assert_same::<derived::Open, Open>(text);
    }
}

#[test]
fn recorded_members_come_back() {
    for text in [
        r#"{"id":"a","note":null,"paidAt":null}"#,
        r#"{"id":"a","note":null,"more":{"a":[1,null]}}"#,
        r#"{"id":"a","b":1,"c":null}"#,
    ] {
        let value: Order = serde_json::from_str(text).expect("the text has all members");
        assert_eq!(serde_json::to_string(&value).ok().as_deref(), Some(text));
    }
}
