//! Null records: null comes back as null, absent as absent.

#![allow(
    dead_code,
    unreachable_pub,
    reason = "the macro writes methods of types that are public in a generated crate"
)]

use std::collections::BTreeMap;

use serde::de::{DeserializeOwned, IntoDeserializer};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use crate::support::content::Content;
use crate::support::nulls::{Bits, Nulls, nulls};

#[derive(Debug, Default, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(crate = "crate::support::recorded_object")]
struct Order {
    #[serde(skip_deserializing)]
    nulls: Nulls<Self>,
    #[serde(default)]
    id: u8,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    note: Option<String>,
    #[serde(
        rename = "paidAt",
        default,
        skip_serializing_if = "Option::is_none",
        deserialize_with = "crate::support::number::read"
    )]
    paid_at: Option<i64>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    r#type: Option<Box<Order>>,
    /// It may not be null.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    only: Option<u8>,
}

nulls! {
    Order.nulls;
    note = "note": is_null_note, set_null_note;
    paid_at = "paidAt": is_null_paid_at, set_null_paid_at;
    r#type = "type": is_null_type, set_null_type;
}

/// A struct that keeps other members.
#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(crate = "crate::support::recorded_object")]
struct Open {
    #[serde(skip_deserializing)]
    null_record: Nulls<Self>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    nulls: Option<u8>,
    id: u8,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    note: Option<u8>,
    #[serde(flatten)]
    additional_properties: BTreeMap<String, Option<u8>>,
}

nulls! {
    Open.null_record;
    nulls = "nulls": is_null_nulls, set_null_nulls;
    note = "note": is_null_note, set_null_note;
}

/// A struct that is a secret as a whole, and refuses other members.
#[derive(PartialEq, Serialize, Deserialize)]
#[serde(crate = "crate::support::secret_recorded_object", deny_unknown_fields)]
struct Secret {
    #[serde(skip_deserializing)]
    nulls: Nulls<Self>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pin: Option<u16>,
}

nulls! {
    Secret.nulls;
    pin = "pin": is_null_pin, set_null_pin;
}

/// A secret that keeps other members.
#[derive(PartialEq, Serialize, Deserialize)]
#[serde(crate = "crate::support::secret_recorded_object")]
struct OpenSecret {
    #[serde(skip_deserializing)]
    nulls: Nulls<Self>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pin: Option<u16>,
    #[serde(flatten)]
    additional_properties: BTreeMap<String, u16>,
}

nulls! {
    OpenSecret.nulls;
    pin = "pin": is_null_pin, set_null_pin;
}

/// The texts that a text becomes, with each way to read it.
fn round_trips<T: DeserializeOwned + Serialize>(text: &str) -> Vec<String> {
    let value: Value = serde_json::from_str(text).expect("the text is JSON");
    let content: Content<'_> = serde_json::from_str(text).expect("the text is JSON");
    let read: [Result<T, serde_json::Error>; 4] = [
        serde_json::from_str(text),
        serde_json::from_reader(text.as_bytes()),
        T::deserialize(value.into_deserializer()),
        T::deserialize(&content).map_err(serde::de::Error::custom),
    ];
    let write = |read: Result<T, _>| serde_json::to_string(&read.expect("it is read"));
    let written = read.into_iter().map(write);
    written.map(|text| text.expect("it is written")).collect()
}

fn assert_comes_back<T: DeserializeOwned + Serialize>(text: &str) {
    for written in round_trips::<T>(text) {
        assert_eq!(written, text);
    }
}

#[test]
fn null_and_absent_come_back() {
    for text in [
        r#"{"id":1}"#,
        r#"{"id":1,"note":null}"#,
        r#"{"id":1,"note":"x","paidAt":null,"type":null}"#,
        r#"{"id":1,"note":null,"paidAt":2,"type":{"id":3,"note":"y","type":null}}"#,
        r#"{"id":1,"note":null,"only":2}"#,
    ] {
        assert_comes_back::<Order>(text);
    }
    assert_comes_back::<Open>(r#"{"id":1}"#);
    assert_comes_back::<Secret>(r#"{"pin":null}"#);
    assert_comes_back::<Secret>("{}");
    assert_comes_back::<OpenSecret>(r#"{"pin":null,"code":7}"#);
    // An escape: the name is not borrowed from the text.
    let order: Order = serde_json::from_str(r#"{"n\u006fte": null}"#).expect("it is an order");
    assert!(order.is_null_note());
}

#[test]
fn nulls_stand_before_other_members() {
    let text = r#"{"note":null,"other":null,"id":1,"nulls":null}"#;
    for written in round_trips::<Open>(text) {
        assert_eq!(written, r#"{"id":1,"nulls":null,"note":null,"other":null}"#);
    }
    assert_comes_back::<Open>(r#"{"nulls":1,"id":1,"note":null}"#);
}

#[test]
fn a_member_of_any_order_and_a_null_for_others() {
    let text = r#"{"only":null,"nulls":["note"],"paidAt":null,"note":null}"#;
    for written in round_trips::<Order>(text) {
        assert_eq!(written, r#"{"id":0,"note":null,"paidAt":null}"#);
    }
}

#[test]
fn fields_take_precedence() {
    let mut order: Order = serde_json::from_str(r#"{"note": null}"#).expect("it is an order");
    assert!(order.is_null_note() && !order.is_null_type());
    order.note = Some("x".to_owned());
    assert!(!order.is_null_note());
    let written = |order: &Order| serde_json::to_value(order).expect("it is written");
    assert_eq!(written(&order), json!({ "id": 0, "note": "x" }));
    let mut order = Order {
        paid_at: Some(1),
        ..Order::default()
    };
    order.set_null_paid_at();
    order.set_null_type();
    let null = json!({ "id": 0, "paidAt": null, "type": null });
    assert_eq!(written(&order), null);
    assert_eq!(written(&order.clone()), null);
    // What was read and is set to `None` is absent.
    let mut order: Order = serde_json::from_str(r#"{"note": "x"}"#).expect("it is an order");
    order.note = None;
    assert_eq!(written(&order), json!({ "id": 0 }));
}

#[test]
fn null_equals_absent_and_debug_tells_them_apart() {
    let mut order = Order::default();
    order.set_null_paid_at();
    assert_eq!(order, Order::default());
    assert!(format!("{order:?}").starts_with(r#"Order { nulls: {"paidAt"}, id: 0"#));
}

#[test]
fn only_objects_are_read() {
    for text in ["[1]", "[]", "null", "1", "\"x\"", r#"{"note": 1}"#] {
        assert!(serde_json::from_str::<Order>(text).is_err(), "{text}");
    }
    let twice = serde_json::from_str::<Order>(r#"{"note": null, "note": null}"#);
    assert!(twice.is_err_and(|error| error.to_string().contains("duplicate field `note`")));
    for text in [r#"{"nulls": null}"#, r#"{"pin": 98765}"#] {
        let error = serde_json::from_str::<Secret>(text).err().expect(text);
        assert!(!error.to_string().contains("98765"), "{error}");
        let error = serde_json::from_str::<OpenSecret>(text).err().expect(text);
        assert!(!error.to_string().contains("98765"), "{error}");
    }
}

#[test]
fn members_beyond_a_word_have_bits() {
    let mut bits = <[u64; 2]>::NONE;
    assert!(bits.is_empty());
    for member in [0, 63, 64, 127, 128] {
        bits.insert(member);
    }
    assert_eq!(bits.words(), [1 << 63 | 1, 1 << 63 | 1]);
    assert!(bits.contains(64) && !bits.contains(65) && !bits.contains(128));
}
