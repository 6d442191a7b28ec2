//! Errors name the path to the value: `serde_path_to_error` as far as a value is read from the input, and the message
//! from there on.

use std::collections::BTreeMap;
use std::fmt::Debug;

use serde::de::{DeserializeOwned, MapAccess};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::union::untagged;
use crate::support::content::Content;
use crate::support::members::{Object, Others, Reader, Writer, object};
use crate::support::record::{self, Record};
use crate::support::secret;
use crate::support::union::{Branches, Facts, Kind, union};

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(crate = "crate::support::object")]
struct Card {
    method: String,
    #[serde(deserialize_with = "crate::support::number::read")]
    last4: BTreeMap<String, Vec<u16>>,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(crate = "crate::support::object")]
struct Cash {
    method: String,
}

untagged! {
    @ Some("method"); Tagged => {
        Card(Card) = Facts { tags: &["card"], types: &[Kind::Object], ..Facts::NONE },
        Cash(Cash) = Facts { tags: &["cash"], types: &[Kind::Object], ..Facts::NONE },
    }
}

untagged! {
    Untagged => {
        Card(Card) = Facts { types: &[Kind::Object], required: &["last4"], ..Facts::NONE },
        Cash(Cash) = Facts { types: &[Kind::Object], required: &["cash"], ..Facts::NONE },
    }
    const NAME: &'static str = "Untagged";
}

untagged! {
    Outer => {
        Tagged(Vec<Tagged>) = Facts { types: &[Kind::Array], ..Facts::NONE },
        Untagged(Box<Untagged>) = Facts { types: &[Kind::Object], ..Facts::NONE },
    }
    const NAME: &'static str = "Outer";
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(transparent)]
struct Payments<T>(Vec<T>);

/// A struct whose code is derived.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(crate = "crate::support::object")]
struct Derived<T> {
    payments: BTreeMap<String, Payments<T>>,
}

/// A struct with a record, whose code is derived.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(crate = "crate::support::recorded_object")]
struct Recorded {
    #[serde(skip_deserializing)]
    record: Record<Self>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    payments: Option<BTreeMap<String, Payments<Tagged>>>,
}

impl record::Recorded for Recorded {
    const NULLABLE: &'static [&'static str] = &["payments"];

    type Nulls = [u64; 1];

    type Unknown = record::UnknownMembers;
}

impl record::Derived for Recorded {
    fn record(&mut self, present: &Self::Nulls, unknown: Map<String, Value>) {
        self.record = Record::of_present(present, &[self.payments.is_none()], unknown);
    }
}

/// A struct whose code is written out.
#[derive(Debug, PartialEq)]
struct Written {
    payments: BTreeMap<String, Payments<Tagged>>,
}

impl Object for Written {
    const NAME: &'static str = "Written";
    const MEMBERS: &'static [&'static str] = &["payments"];
    const OTHERS: Others = Others::Ignored;

    fn read<'de, A: MapAccess<'de>>(reader: &mut Reader<'de, A>) -> Option<Self> {
        let mut payments = None;
        while reader.next_index() == 0 {
            reader.value(&mut payments);
        }
        let Some(payments) = payments else {
            return reader.missing(&[0]);
        };
        Some(Self { payments })
    }

    fn write<W: Writer>(&self, writer: &mut W) {
        writer.value(&self.payments);
    }
}

object!(Written);

/// The path that `serde_path_to_error` has, and the message.
fn error<T: DeserializeOwned + Debug>(text: &str) -> (String, String) {
    let input = &mut serde_json::Deserializer::from_str(text);
    let error = serde_path_to_error::deserialize::<_, T>(input).expect_err(text);
    (error.path().to_string(), error.inner().to_string())
}

/// A number that is too large, under a tag in front of it or behind, and in a union without a tag.
const FRONT: &str = r#"{"payments":{"a":[{"method":"card","last4":{"x":[1,70000]}}]}}"#;
const BEHIND: &str = r#"{"payments":{"a":[{"last4":{"x":[1,70000]},"method":"card"}]}}"#;
const REASON: &str = "invalid value: integer `70000`, expected a whole number of type u16";

#[test]
fn a_path_leads_through_structs_lists_maps_newtypes_and_tagged_unions() {
    let path = "payments.a[0].last4.x[1]".to_owned();
    let expected = (path, format!("{REASON} at line 1 column 56"));
    assert_eq!(error::<Derived<Tagged>>(FRONT), expected);
    assert_eq!(error::<Recorded>(FRONT), expected);
    assert_eq!(error::<Written>(FRONT), expected);
}

#[test]
fn a_path_goes_on_in_the_message_where_members_wait_for_their_tag() {
    let message = format!("last4.x[1]: {REASON} at line 1 column 59");
    let expected = ("payments.a[0]".to_owned(), message);
    assert_eq!(error::<Derived<Tagged>>(BEHIND), expected);
    assert_eq!(error::<Recorded>(BEHIND), expected);
    assert_eq!(error::<Written>(BEHIND), expected);
}

#[test]
fn a_path_goes_on_in_the_message_where_facts_select_the_branch() {
    let text = r#"{"payments":{"a":[{"method":"card","last4":{"x":[1,70000]}}]}}"#;
    let unknown =
        |of: &str, cause: &str| format!("unknown value: it is not a variant of `{of}` ({cause})");
    let cause = format!("last4.x[1]: {REASON}");
    let (path, message) = error::<Derived<Untagged>>(text);
    assert_eq!(path, "payments.a[0]");
    assert_eq!(
        message,
        format!("{} at line 1 column 60", unknown("Untagged", &cause))
    );

    // A union in another one, and one in a list that was set aside.
    let (path, message) = error::<Derived<Outer>>(text);
    let cause = unknown("Untagged", &cause);
    assert_eq!(path, "payments.a[0]");
    assert_eq!(
        message,
        format!("{} at line 1 column 60", unknown("Outer", &cause))
    );
    let text = r#"[[{"method":"cash"},{"last4":{"x":[70000]},"method":"card"}]]"#;
    let (path, message) = error::<Payments<Outer>>(text);
    let cause = format!("[1]: last4.x[0]: {REASON}");
    assert_eq!(path, "[0]");
    assert_eq!(
        message,
        format!("{} at line 1 column 61", unknown("Outer", &cause))
    );
}

#[test]
fn what_is_left_over_is_reported_where_it_is() {
    let left_over = serde_json::from_str::<Content<'_>>(r#"{"a":[[1,2],[3]]}"#);
    let left_over = left_over.expect("it is JSON");
    let error = BTreeMap::<String, Vec<(u8,)>>::deserialize(&left_over).expect_err("too long");
    assert_eq!(
        error.to_string(),
        "a[0]: invalid length 2, expected fewer elements"
    );
}

#[test]
fn a_path_to_a_secret_is_shown_without_the_secret() {
    #[derive(Debug, Deserialize)]
    struct Login {
        #[serde(deserialize_with = "secret::read")]
        _pins: BTreeMap<String, u8>,
    }
    let value: Content<'_> =
        serde_json::from_str(r#"[{"_pins":{"mine":98765}}]"#).expect("it is JSON");
    let error = Vec::<Login>::deserialize(&value).expect_err("it does not fit");
    assert_eq!(
        error.to_string(),
        "[0]._pins: a secret value does not satisfy the schema"
    );
    // Another crate follows the names, never the values.
    let message = "a secret value does not satisfy the schema at line 1 column 24".to_owned();
    assert_eq!(
        self::error::<Login>(r#"{"_pins":{"mine":98765}}"#),
        ("_pins.mine".to_owned(), message)
    );
}

#[test]
fn an_error_of_the_format_stays_what_it_is() {
    let error = |text: &str| serde_json::from_str::<Derived<Untagged>>(text).expect_err(text);
    let cut = &FRONT[..50];
    assert!(error(cut).is_eof());
    assert!(error(&cut.replace(':', ";")).is_syntax());
    assert!(error(FRONT).is_data());
}
