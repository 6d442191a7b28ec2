//! Records: null comes back as null, absent as absent, and a member without a field as it was.

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
use crate::support::record::{Bits, Record, nulls, record};

#[derive(Debug, Default, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(crate = "crate::support::recorded_object")]
struct Order {
    #[serde(skip_deserializing)]
    record: Record<Self>,
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

record! {
    Order.record;
    note = "note": is_null_note, set_null_note;
    paid_at = "paidAt": is_null_paid_at, set_null_paid_at;
    r#type = "type": is_null_type, set_null_type;
}

/// A struct that keeps other members.
#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(crate = "crate::support::recorded_object")]
struct Open {
    #[serde(skip_deserializing)]
    record_: Record<Self>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    nulls: Option<u8>,
    id: u8,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    note: Option<u8>,
    #[serde(flatten)]
    additional_properties: BTreeMap<String, Option<u8>>,
}

nulls! {
    Open.record_;
    nulls = "nulls": is_null_nulls, set_null_nulls;
    note = "note": is_null_note, set_null_note;
}

/// A struct that is a secret as a whole, and refuses other members.
#[derive(PartialEq, Serialize, Deserialize)]
#[serde(crate = "crate::support::secret_recorded_object", deny_unknown_fields)]
struct Secret {
    #[serde(skip_deserializing)]
    record: Record<Self>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pin: Option<u16>,
}

nulls! {
    Secret.record;
    pin = "pin": is_null_pin, set_null_pin;
}

/// A secret that keeps other members.
#[derive(PartialEq, Serialize, Deserialize)]
#[serde(crate = "crate::support::secret_recorded_object")]
struct OpenSecret {
    #[serde(skip_deserializing)]
    record: Record<Self>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pin: Option<u16>,
    #[serde(flatten)]
    additional_properties: BTreeMap<String, u16>,
}

nulls! {
    OpenSecret.record;
    pin = "pin": is_null_pin, set_null_pin;
}

/// A struct without members that may be null.
#[derive(Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(crate = "crate::support::recorded_object")]
struct Plain {
    #[serde(skip_deserializing)]
    record: Record<Self>,
    #[serde(default)]
    id: u8,
}

record!(Plain.record);

/// A form of a struct that lacks members.
#[derive(Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(crate = "crate::support::recorded_object")]
struct Form {
    #[serde(skip_deserializing)]
    record: Record<Self>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    note: Option<String>,
}

record! {
    Form.record except "id", "secret";
    note = "note": is_null_note, set_null_note;
}

/// A format whose errors tell what a struct is written as.
struct Shape;

#[derive(Debug)]
struct ShapeError(String);

impl std::fmt::Display for ShapeError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for ShapeError {}

impl serde::ser::Error for ShapeError {
    fn custom<T: std::fmt::Display>(message: T) -> Self {
        Self(message.to_string())
    }
}

/// Methods for what a struct is not written as.
macro_rules! no_struct {
    ($($method:ident $(<$T:ident>)?($($argument:ty),*) -> $ok:ty;)*) => {$(
        fn $method $(<$T: Serialize + ?Sized>)? (self, $(_: $argument),*) -> Result<$ok, ShapeError> {
            Err(ShapeError(stringify!($method).to_owned()))
        }
    )*};
}

type Never = serde::ser::Impossible<(), ShapeError>;

impl serde::Serializer for Shape {
    type Ok = ();
    type Error = ShapeError;
    type SerializeSeq = Never;
    type SerializeTuple = Never;
    type SerializeTupleStruct = Never;
    type SerializeTupleVariant = Never;
    type SerializeMap = Never;
    type SerializeStruct = Never;
    type SerializeStructVariant = Never;

    fn serialize_map(self, len: Option<usize>) -> Result<Never, ShapeError> {
        Err(ShapeError(format!("a map of {len:?}")))
    }

    fn serialize_struct(self, name: &'static str, len: usize) -> Result<Never, ShapeError> {
        Err(ShapeError(format!("{name} of {len}")))
    }

    no_struct! {
        serialize_bool(bool) -> ();
        serialize_i8(i8) -> ();
        serialize_i16(i16) -> ();
        serialize_i32(i32) -> ();
        serialize_i64(i64) -> ();
        serialize_u8(u8) -> ();
        serialize_u16(u16) -> ();
        serialize_u32(u32) -> ();
        serialize_u64(u64) -> ();
        serialize_f32(f32) -> ();
        serialize_f64(f64) -> ();
        serialize_char(char) -> ();
        serialize_str(&str) -> ();
        serialize_bytes(&[u8]) -> ();
        serialize_none() -> ();
        serialize_some<T>(&T) -> ();
        serialize_unit() -> ();
        serialize_unit_struct(&'static str) -> ();
        serialize_unit_variant(&'static str, u32, &'static str) -> ();
        serialize_newtype_struct<T>(&'static str, &T) -> ();
        serialize_newtype_variant<T>(&'static str, u32, &'static str, &T) -> ();
        serialize_seq(Option<usize>) -> Never;
        serialize_tuple(usize) -> Never;
        serialize_tuple_struct(&'static str, usize) -> Never;
        serialize_tuple_variant(&'static str, u32, &'static str, usize) -> Never;
        serialize_struct_variant(&'static str, u32, &'static str, usize) -> Never;
    }
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
fn members_without_a_field_come_back_behind_all_others() {
    assert_comes_back::<Order>(r#"{"id":1,"a":{"b":[null,1e-9,"c"]},"record":null}"#);
    assert_comes_back::<Order>(
        r#"{"id":1,"note":null,"type":{"id":2,"more":18446744073709551615},"more":"x"}"#,
    );
    let text = r#"{"z":1,"id":2,"a":[],"z":3}"#;
    for written in round_trips::<Order>(text).iter().skip(2) {
        // The other members have the order of a `serde_json::Map`.
        let (first, others) = written.split_at(r#"{"id":2,"#.len());
        assert_eq!(first, r#"{"id":2,"#);
        assert!(
            [r#""a":[],"z":3}"#, r#""z":3,"a":[]}"#].contains(&others),
            "{others}"
        );
    }
    // Escapes, and a name that only bytes have.
    let order: Order = serde_json::from_str(r#"{"\u006fther": "\u00e9"}"#).expect("it is an order");
    assert_eq!(order.unknown_members()["other"], json!("é"));
}

#[test]
fn members_without_a_field_are_read_and_cleared() {
    let mut order: Order = serde_json::from_str(r#"{"a": 1, "b": 2}"#).expect("it is an order");
    let unknown = order.unknown_members();
    assert_eq!(
        unknown
            .iter()
            .map(|(name, value)| (name.as_str(), value))
            .collect::<Vec<_>>(),
        [("a", &json!(1)), ("b", &json!(2))]
    );
    let copy = order.clone();
    order.clear_unknown_members();
    assert!(order.unknown_members().is_empty() && Order::default().unknown_members().is_empty());
    assert_eq!(serde_json::to_value(&order).ok(), Some(json!({ "id": 0 })));
    assert_eq!(copy.unknown_members().len(), 2);
}

#[test]
fn members_of_the_other_form_are_dropped() {
    let text = r#"{"id":7,"secret":1,"other":null,"note":null}"#;
    for written in round_trips::<Form>(text) {
        assert_eq!(written, r#"{"note":null,"other":null}"#);
    }
}

#[test]
fn a_record_is_as_large_as_its_bits_and_a_pointer() {
    let pointer = size_of::<usize>();
    assert_eq!(size_of::<Record<Plain>>(), pointer);
    assert_eq!(size_of::<Record<Order>>(), 8 + pointer);
    assert_eq!(size_of::<Record<Open>>(), 8);
    // A struct that records nulls alone can be `Copy`.
    let record = Record::<Open>::default();
    let copies = [record, record];
    assert_eq!(copies.len(), 2);
}

#[test]
fn nothing_recorded_is_written_as_a_struct() {
    let plain: Plain = serde_json::from_str("{}").expect("it is plain");
    let more: Plain = serde_json::from_str(r#"{"a": 1}"#).expect("it is plain");
    let written = |value: &Plain| value.serialize(Shape).err().map(|shape| shape.0);
    assert_eq!(written(&plain).as_deref(), Some("Plain of 1"));
    assert_eq!(written(&more).as_deref(), Some("a map of Some(2)"));
    let mut order = Order::default();
    order.set_null_note();
    let written = order.serialize(Shape).err().map(|shape| shape.0);
    assert_eq!(written.as_deref(), Some("a map of None"));
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
    let text = r#"{"only":null,"record":["note"],"paidAt":null,"note":null}"#;
    for written in round_trips::<Order>(text) {
        let expected = r#"{"id":0,"note":null,"paidAt":null,"record":["note"]}"#;
        assert_eq!(written, expected);
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
    // A member that was read and is set to `None` is absent.
    let mut order: Order = serde_json::from_str(r#"{"note": "x"}"#).expect("it is an order");
    order.note = None;
    assert_eq!(written(&order), json!({ "id": 0 }));
}

#[test]
fn the_record_equals_none_and_debug_shows_its_names() {
    let mut order = Order::default();
    order.set_null_paid_at();
    assert_eq!(order, Order::default());
    assert!(format!("{order:?}").starts_with(r#"Order { record: {"paidAt": null}, id: 0"#));
    let order: Order = serde_json::from_str(r#"{"pin": 98765}"#).expect("it is an order");
    assert_eq!(order, Order::default());
    assert!(format!("{order:?}").starts_with(r#"Order { record: {"pin": _}, id: 0"#));
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
