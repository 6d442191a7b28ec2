//! Structs with written-out code: they read and write what their derived twins do, with the same errors.

use std::collections::BTreeMap;
use std::fmt::Debug;

use serde::de::{DeserializeOwned, MapAccess};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use crate::support::codec::Own;
use crate::support::codec_number::Numbers;
use crate::support::hidden_codec::Hidden;
use crate::support::kept::Kept;
use crate::support::members::{Object, Others, Reader, Writer, object, open_object};
use crate::support::writer_codec::WriteByCodec as _;
use crate::support::writer_number::WriteNumber as _;

mod derived {
    use super::{BTreeMap, Deserialize, Serialize, Value};

    #[derive(Debug, PartialEq, Serialize, Deserialize)]
    #[serde(crate = "crate::support::object")]
    pub(super) struct Order {
        pub(super) id: String,
        #[serde(rename = "type", deserialize_with = "Option::deserialize")]
        pub(super) kind: Option<String>,
        #[serde(
            default,
            skip_serializing_if = "Option::is_none",
            deserialize_with = "crate::support::number::read"
        )]
        pub(super) count: Option<u8>,
        #[serde(
            deserialize_with = "crate::support::number::read",
            serialize_with = "crate::support::number::write"
        )]
        pub(super) sum: f64,
        #[serde(default)]
        pub(super) open: bool,
        #[serde(default, deserialize_with = "crate::support::secret::read")]
        pub(super) pin: Option<u8>,
    }

    #[derive(Debug, PartialEq, Serialize, Deserialize)]
    #[serde(crate = "crate::support::object", deny_unknown_fields)]
    pub(super) struct Closed {
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub(super) order: Option<Box<Order>>,
    }

    #[derive(Debug, PartialEq, Serialize, Deserialize)]
    #[serde(crate = "crate::support::object")]
    pub(super) struct Open {
        pub(super) id: String,
        #[serde(flatten)]
        pub(super) others: BTreeMap<String, Vec<u8>>,
    }

    #[derive(Debug, PartialEq, Serialize, Deserialize)]
    #[serde(crate = "crate::support::object")]
    pub(super) struct OpenNumbers {
        #[serde(
            flatten,
            deserialize_with = "crate::support::number::read",
            serialize_with = "crate::support::number::write"
        )]
        pub(super) others: BTreeMap<String, f64>,
    }

    #[derive(Debug, PartialEq, Serialize, Deserialize)]
    #[serde(crate = "crate::support::object")]
    pub(super) struct Empty {}

    #[derive(Debug, PartialEq, Serialize, Deserialize)]
    #[serde(crate = "crate::support::secret_object")]
    pub(super) struct Secret {
        #[serde(default)]
        pub(super) content: Value,
    }

    #[derive(Debug, PartialEq, Serialize, Deserialize)]
    pub(super) enum Never {}
}

#[derive(Debug, PartialEq)]
struct Order {
    id: String,
    kind: Option<String>,
    count: Option<u8>,
    sum: f64,
    open: bool,
    pin: Option<u8>,
}

impl Object for Order {
    const NAME: &'static str = "Order";
    const MEMBERS: &'static [&'static str] = &["id", "type", "count", "sum", "open", "pin"];
    const OTHERS: Others = Others::Ignored;

    fn read<'de, A: MapAccess<'de>>(reader: &mut Reader<'de, A>) -> Option<Self> {
        let mut id = None;
        let mut kind = None;
        let mut count = None;
        let mut sum = None;
        let mut open = None;
        let mut pin = None;
        loop {
            match reader.next_index() {
                0 => reader.value(&mut id),
                1 => reader.value(&mut kind),
                2 => reader.nullable_number(&mut count),
                3 => reader.number(&mut sum),
                4 => reader.value(&mut open),
                5 => reader.nullable_by::<Hidden<Own>, _>(&mut pin),
                _ => break,
            }
        }
        let (Some(id), Some(kind), Some(sum)) = (id, kind, sum) else {
            return reader.missing(&[0, 1, 3]);
        };
        Some(Self {
            id,
            kind,
            count,
            sum,
            open: open.unwrap_or_default(),
            pin,
        })
    }

    fn write<W: Writer>(&self, writer: &mut W) {
        writer.value(&self.id);
        writer.value(&self.kind);
        writer.optional(&self.count);
        writer.number(&self.sum);
        writer.value(&self.open);
        writer.value_by::<Own, _>(&self.pin);
    }
}

object!(Order);

#[derive(Debug, PartialEq)]
struct Closed {
    order: Option<Box<Order>>,
}

impl Object for Closed {
    const NAME: &'static str = "Closed";
    const MEMBERS: &'static [&'static str] = &["order"];
    const OTHERS: Others = Others::Refused;

    fn read<'de, A: MapAccess<'de>>(reader: &mut Reader<'de, A>) -> Option<Self> {
        let mut order = None;
        while reader.next_index() == 0 {
            reader.nullable(&mut order);
        }
        Some(Self { order })
    }

    fn write<W: Writer>(&self, writer: &mut W) {
        writer.optional(&self.order);
    }
}

object!(Closed);

#[derive(Debug, PartialEq)]
struct Open {
    id: String,
    others: BTreeMap<String, Vec<u8>>,
}

impl Object for Open {
    const NAME: &'static str = "Open";
    const MEMBERS: &'static [&'static str] = &["id"];
    const OTHERS: Others = Others::Kept;

    fn read<'de, A: MapAccess<'de>>(reader: &mut Reader<'de, A>) -> Option<Self> {
        let mut id = None;
        let mut kept = Kept::default();
        loop {
            match reader.next_index() {
                0 => reader.value_by::<Own, _>(&mut id),
                1 => reader.keep(&mut kept),
                _ => break,
            }
        }
        let Some(id) = id else {
            return reader.missing(&[0]);
        };
        Some(Self {
            id,
            others: reader.kept(kept)?,
        })
    }

    fn write<W: Writer>(&self, writer: &mut W) {
        writer.value(&self.id);
        writer.others(&self.others);
    }
}

open_object!(Open);

#[derive(Debug, PartialEq)]
struct OpenNumbers {
    others: BTreeMap<String, f64>,
}

impl Object for OpenNumbers {
    const NAME: &'static str = "OpenNumbers";
    const MEMBERS: &'static [&'static str] = &[];
    const OTHERS: Others = Others::Kept;

    fn read<'de, A: MapAccess<'de>>(reader: &mut Reader<'de, A>) -> Option<Self> {
        let mut kept = Kept::default();
        while reader.next_index() == 0 {
            reader.keep(&mut kept);
        }
        Some(Self {
            others: reader.kept_by::<Numbers, _>(kept)?,
        })
    }

    fn write<W: Writer>(&self, writer: &mut W) {
        writer.others_by::<Numbers, _>(&self.others);
    }
}

open_object!(OpenNumbers);

#[derive(Debug, PartialEq)]
struct Empty {}

impl Object for Empty {
    const NAME: &'static str = "Empty";
    const MEMBERS: &'static [&'static str] = &[];
    const OTHERS: Others = Others::Ignored;

    fn read<'de, A: MapAccess<'de>>(reader: &mut Reader<'de, A>) -> Option<Self> {
        reader.next_index();
        Some(Self {})
    }

    fn write<W: Writer>(&self, _: &mut W) {}
}

object!(Empty);

#[derive(Debug, PartialEq)]
struct Secret {
    content: Value,
}

impl Object for Secret {
    const NAME: &'static str = "Secret";
    const MEMBERS: &'static [&'static str] = &["content"];
    const OTHERS: Others = Others::Ignored;

    fn read<'de, A: MapAccess<'de>>(reader: &mut Reader<'de, A>) -> Option<Self> {
        let mut content = None;
        while reader.next_index() == 0 {
            reader.value(&mut content);
        }
        Some(Self {
            content: content.unwrap_or_default(),
        })
    }

    fn write<W: Writer>(&self, writer: &mut W) {
        writer.value(&self.content);
    }
}

object!(Secret, hide);

#[derive(Debug, PartialEq)]
enum Never {}

crate::support::never::never!(Never);

/// The value in JSON, or the error.
fn outcome<T: DeserializeOwned + Serialize>(text: &str) -> Result<String, String> {
    let value: T = serde_json::from_str(text).map_err(|error| error.to_string())?;
    serde_json::to_string(&value).map_err(|error| error.to_string())
}

/// The results on which both types have to agree. With arbitrary precision, derived code calls a number that was set
/// aside a map: the texts of errors may differ.
fn compared<T>(outcome: Result<T, String>) -> Result<T, String> {
    if cfg!(feature = "arbitrary-precision") {
        return outcome.map_err(|_| String::new());
    }
    outcome
}

/// Reads a text as both types, from text and from a `Value`.
pub(super) fn assert_same<D, W>(text: &str)
where
    D: DeserializeOwned + Serialize,
    W: DeserializeOwned + Serialize,
{
    let outcomes = [outcome::<W>(text), outcome::<D>(text)].map(compared);
    assert_eq!(outcomes[0], outcomes[1], "{text}");
    if let Ok(value) = serde_json::from_str::<Value>(text) {
        let derived = serde_json::from_value::<D>(value.clone());
        let written = serde_json::from_value::<W>(value);
        let text = |error: serde_json::Error| error.to_string();
        let derived = derived.map_err(text).map(|value| json!(value));
        let written = written.map_err(text).map(|value| json!(value));
        assert_eq!(compared(written), compared(derived));
    }
}

#[test]
fn each_text_has_the_same_outcome() {
    let texts = [
        r#"{"id": "a", "type": null, "sum": 2.0}"#,
        r#"{"sum": 1.5, "open": true, "count": 7.0, "id": "a", "type": "b", "pin": 3}"#,
        r#"{"id": "a", "type": "b", "sum": 1, "count": null, "pin": null, "more": {"a": [1]}}"#,
        r#"{"id": "a", "sum": 1}"#,
        r#"{"type": null}"#,
        "{}",
        r#"{"id": "a", "id": "b"}"#,
        r#"{"count": null, "count": null}"#,
        r#"{"id": 7}"#,
        r#"{"id": null}"#,
        r#"{"id": "a", "type": null, "sum": 1, "count": 256}"#,
        r#"{"id": "a", "type": null, "sum": 1, "pin": 9876}"#,
        r#"{"id": "a", "type": null, "sum": 1, "open": null}"#,
        r#"{"id": "a", "x": [1, 2], "y": []}"#,
        r#"{"x": "text"}"#,
        r#"{"x": [1, 300], "id": "a"}"#,
        r#"{"id": "a", "x": {}}"#,
        r#"{"id": "a", "x": 1.5, "y": true}"#,
        r#"{"x": 1.0, "y": 2.5, "x": 3}"#,
        r#"{"order": {"id": "a", "type": null, "sum": 1}}"#,
        r#"{"order": null, "order": null}"#,
        r#"{"other": 1}"#,
        r#"{"content": [1, {"a": null}]}"#,
        r#"{"id": "a""#,
        r#"{"i\u0064": "a", "type": "\n", "sum": 1e400}"#,
        "[]",
        "[1, 2]",
        "null",
        "1",
        "\"text\"",
        "",
    ];
    for text in texts {
        assert_same::<derived::Order, Order>(text);
        assert_same::<derived::Closed, Closed>(text);
        assert_same::<derived::Open, Open>(text);
        assert_same::<derived::OpenNumbers, OpenNumbers>(text);
        assert_same::<derived::Empty, Empty>(text);
        assert_same::<derived::Secret, Secret>(text);
        assert_same::<derived::Never, Never>(text);
    }
}

/// A struct with more members than the first word of the record of read members holds.
struct Many([Option<u8>; 70]);

const NAMES: [&str; 70] = {
    let digits = "00010203040506070809101112131415161718192021222324252627282930313233343536373839404142434445464748495051525354555657585960616263646566676869";
    let mut names = [""; 70];
    let mut index = 0;
    let mut rest = digits;
    while index < 70 {
        (names[index], rest) = rest.split_at(2);
        index += 1;
    }
    names
};

impl Object for Many {
    const NAME: &'static str = "Many";
    const MEMBERS: &'static [&'static str] = &NAMES;
    const OTHERS: Others = Others::Ignored;

    fn read<'de, A: MapAccess<'de>>(reader: &mut Reader<'de, A>) -> Option<Self> {
        let mut all = [None; 70];
        while let Some(field) = all.get_mut(reader.next_index()) {
            reader.nullable(field);
        }
        if all[69].is_none() {
            return reader.missing(&[0, 69]);
        }
        Some(Self(all))
    }

    fn write<W: Writer>(&self, writer: &mut W) {
        for field in &self.0 {
            writer.optional(field);
        }
    }
}

object!(Many);

#[test]
fn a_struct_may_have_many_members() {
    let text = r#"{"69":1,"00":2,"64":3,"other":0,"63":4}"#;
    let written = outcome::<Many>(text);
    assert_eq!(written.as_deref(), Ok(r#"{"00":2,"63":4,"64":3,"69":1}"#));
    let twice = outcome::<Many>(r#"{"69":null,"69":1}"#);
    assert!(twice.is_err_and(|error| error.starts_with("duplicate field `69`")));
    let missing = outcome::<Many>(r#"{"00":1}"#);
    assert!(missing.is_err_and(|error| error.starts_with("missing field `69`")));
}

/// A type of another crate that takes an absent member for a value.
#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(transparent)]
struct Perhaps(Option<u8>);

#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(crate = "crate::support::object")]
struct DerivedForeign {
    perhaps: Perhaps,
    id: u8,
}

#[derive(Debug, PartialEq)]
struct Foreign {
    perhaps: Perhaps,
    id: u8,
}

impl Object for Foreign {
    const NAME: &'static str = "DerivedForeign";
    const MEMBERS: &'static [&'static str] = &["perhaps", "id"];
    const OTHERS: Others = Others::Ignored;

    fn read<'de, A: MapAccess<'de>>(reader: &mut Reader<'de, A>) -> Option<Self> {
        let mut perhaps = None;
        let mut id = None;
        loop {
            match reader.next_index() {
                0 => reader.value(&mut perhaps),
                1 => reader.value(&mut id),
                _ => break,
            }
        }
        reader.absent(0, &mut perhaps);
        reader.absent(1, &mut id);
        let (Some(perhaps), Some(id)) = (perhaps, id) else {
            return reader.missing(&[0, 1]);
        };
        Some(Self { perhaps, id })
    }

    fn write<W: Writer>(&self, writer: &mut W) {
        writer.value(&self.perhaps);
        writer.value(&self.id);
    }
}

object!(Foreign);

#[test]
fn a_type_of_another_crate_decides_what_an_absent_member_is() {
    for text in [r#"{"id": 1}"#, r#"{"perhaps": 1, "id": 1}"#, "{}"] {
        assert_same::<DerivedForeign, Foreign>(text);
    }
}

#[test]
fn optional_members_are_written_by_their_codec() {
    struct Value(Option<f64>);

    impl Object for Value {
        const NAME: &'static str = "Value";
        const MEMBERS: &'static [&'static str] = &["a", "b"];
        const OTHERS: Others = Others::Ignored;

        fn read<'de, A: MapAccess<'de>>(reader: &mut Reader<'de, A>) -> Option<Self> {
            let mut value = None;
            while reader.next_index() < 2 {
                reader.nullable_by::<Numbers, _>(&mut value);
            }
            Some(Self(value))
        }

        fn write<W: Writer>(&self, writer: &mut W) {
            writer.optional_number(&self.0);
            writer.optional_by::<Numbers, _>(&self.0);
        }
    }

    object!(Value);

    assert_eq!(
        outcome::<Value>(r#"{"b": 3.0}"#).as_deref(),
        Ok(r#"{"a":3,"b":3}"#)
    );
    assert_eq!(outcome::<Value>("{}").as_deref(), Ok("{}"));
}
