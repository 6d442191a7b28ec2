//! Null records of structs with written-out code: they are those of the derived twins.

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
use crate::support::nulls::{Nulls, nulls};

mod derived {
    use super::{BTreeMap, Nulls, nulls};
    use serde::{Deserialize, Serialize};

    #[derive(Debug, PartialEq, Serialize, Deserialize)]
    #[serde(crate = "crate::support::recorded_object")]
    pub(super) struct Order {
        #[serde(skip_deserializing)]
        nulls: Nulls<Self>,
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

    nulls! {
        Order.nulls;
        note = "note": is_null_note, set_null_note;
        paid_at = "paidAt": is_null_paid_at, set_null_paid_at;
    }

    #[derive(Debug, PartialEq, Serialize, Deserialize)]
    #[serde(crate = "crate::support::recorded_object")]
    pub(super) struct Open {
        #[serde(skip_deserializing)]
        nulls: Nulls<Self>,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        note: Option<u8>,
        #[serde(flatten)]
        others: BTreeMap<String, Option<u8>>,
    }

    nulls! {
        Open.nulls;
        note = "note": is_null_note, set_null_note;
    }
}

#[derive(Debug, PartialEq)]
struct Order {
    nulls: Nulls<Self>,
    id: String,
    note: Option<String>,
    only: Option<u8>,
    paid_at: Option<i64>,
}

nulls! {
    Order.nulls;
    note = "note": is_null_note, set_null_note;
    paid_at = "paidAt": is_null_paid_at, set_null_paid_at;
}

impl Object for Order {
    const NAME: &'static str = "Order";
    const MEMBERS: &'static [&'static str] = &["id", "note", "only", "paidAt"];

    fn read<'de, A: MapAccess<'de>>(mut reader: Reader<'de, A>) -> Result<Self, A::Error> {
        let mut id = None;
        let mut note = None;
        let mut only = None;
        let mut paid_at = None;
        while let Some(index) = reader.next_field()? {
            match index {
                0 => reader.value(&mut id),
                1 => reader.nullable(&mut note),
                2 => reader.nullable(&mut only),
                _ => reader.nullable_number(&mut paid_at),
            }?;
        }
        let Some(id) = id else {
            return reader.missing(&[0]);
        };
        let mut value = Self {
            nulls: Nulls::default(),
            id,
            note,
            only,
            paid_at,
        };
        reader.record(&mut value);
        Ok(value)
    }

    fn write<W: Writer>(&self, writer: &mut W) {
        writer.nulls(self.nulls.names());
        writer.value(&self.id);
        writer.optional(&self.note);
        writer.optional(&self.only);
        writer.optional(&self.paid_at);
    }
}

recorded_object!(Order);

#[derive(Debug, PartialEq)]
struct Open {
    nulls: Nulls<Self>,
    note: Option<u8>,
    others: BTreeMap<String, Option<u8>>,
}

nulls! {
    Open.nulls;
    note = "note": is_null_note, set_null_note;
}

impl Object for Open {
    const NAME: &'static str = "Open";
    const MEMBERS: &'static [&'static str] = &["note"];
    const OTHERS: Others = Others::Kept;

    fn read<'de, A: MapAccess<'de>>(mut reader: Reader<'de, A>) -> Result<Self, A::Error> {
        let mut note = None;
        let mut kept = Kept::default();
        while let Some(index) = reader.next_field()? {
            match index {
                0 => reader.nullable(&mut note),
                _ => reader.keep(&mut kept),
            }?;
        }
        let mut value = Self {
            nulls: Nulls::default(),
            note,
            others: kept.read()?,
        };
        reader.record(&mut value);
        Ok(value)
    }

    fn write<W: Writer>(&self, writer: &mut W) {
        writer.nulls(self.nulls.names());
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
fn nulls_come_back() {
    let text = r#"{"id":"a","note":null,"paidAt":null}"#;
    let value: Order = serde_json::from_str(text).expect("the text has all members");
    assert_eq!(serde_json::to_string(&value).ok().as_deref(), Some(text));
}
