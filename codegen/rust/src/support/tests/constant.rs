//! Constants: what they read and write, and that another value is kept or refused.

#![expect(
    dead_code,
    unreachable_pub,
    reason = "the macros give each constant all of its methods"
)]

use serde_json::{Value, json};

use crate::support::{closed_constant, constant};

/// A constant as the generator writes it.
macro_rules! constant {
    ($derive:tt $name:ident($kept:ty): $support:ident $macro:ident $value:expr $(, $text:literal)?) => {
        #[derive $derive]
        struct $name($kept);

        $support::$macro!($name = $value $(, $text)?);

        impl $name {
            fn docs(_: &mut schemars::Schema) {}
        }
    };
}

constant!((Clone, PartialEq, Default) Card(Option<String>): constant text "card");
constant!((Clone, Copy, PartialEq, Default) Two(Option<i64>): constant integer 2);
constant!((Clone, Copy, PartialEq, Default) Far(Option<i64>): constant integer -5_000_000_000i64);
constant!((Clone, PartialEq, Default) Half(Option<Value>): constant value 0.5);
constant!((Clone, PartialEq, Default) Yes(Option<Value>): constant value true);
constant!((Clone, Copy, PartialEq, Default) OnlyCard(()): closed_constant text "card");
constant!((Clone, Copy, PartialEq, Default) OnlyTwo(()): closed_constant integer 2, "2");
constant!((Clone, Copy, PartialEq, Default) OnlyYes(()): closed_constant value true, "true");

/// Reads a value, and writes it again.
fn come_back<T: serde::Serialize + serde::de::DeserializeOwned>(
    value: Value,
) -> Result<Value, serde_json::Error> {
    serde_json::to_value(serde_json::from_value::<T>(value)?)
}

#[test]
fn the_default_is_the_constant() {
    assert_eq!(Card::default(), "card");
    assert_eq!(Card::default().as_str(), "card");
    assert_eq!(Two::default().as_i64(), 2);
    assert_eq!(Far::default().as_i64(), -5_000_000_000);
    assert_eq!(Half::default().to_value(), json!(0.5));
    assert_eq!(Yes::default().to_value(), json!(true));
    assert_eq!(OnlyCard::default(), "card");
    assert_eq!(OnlyTwo::default().as_i64(), 2);
    assert_eq!(OnlyYes::default().to_value(), json!(true));
    assert_eq!(
        serde_json::to_value(Card::default()).ok(),
        Some(json!("card"))
    );
    assert_eq!(
        serde_json::to_value(Far::default()).ok(),
        Some(json!(-5_000_000_000i64))
    );
    assert_eq!(
        serde_json::to_value(OnlyYes::default()).ok(),
        Some(json!(true))
    );
}

#[test]
fn the_constant_is_read_as_the_default() {
    assert_eq!(
        serde_json::from_value::<Card>(json!("card")).ok(),
        Some(Card::default())
    );
    assert_eq!(
        serde_json::from_str::<Two>("2.0").ok(),
        Some(Two::default())
    );
    assert_eq!(
        serde_json::from_value::<Half>(json!(0.5)).ok(),
        Some(Half::default())
    );
    assert_eq!(
        serde_json::from_value::<OnlyTwo>(json!(2)).ok(),
        Some(OnlyTwo::default())
    );
    let known: Card = serde_json::from_str(r#""\u0063ard""#).expect("it is text");
    assert!(!known.is_unknown() && known.as_ref() == "card");
}

#[test]
fn another_value_is_kept() {
    for other in ["", "Card", "cards"] {
        assert_eq!(come_back::<Card>(json!(other)).ok(), Some(json!(other)));
    }
    assert_eq!(come_back::<Two>(json!(3)).ok(), Some(json!(3)));
    assert_eq!(
        come_back::<Yes>(json!({ "a": [1] })).ok(),
        Some(json!({ "a": [1] }))
    );
    let other: Card = serde_json::from_value(json!("paypal")).expect("it is text");
    assert!(other.is_unknown() && other != Card::default());
    assert_eq!(other.to_string(), "paypal");
    let other: Yes = serde_json::from_value(json!(false)).expect("it is a value");
    assert_eq!(crate::unknown_places(&[Yes::default(), other]), ["/1"]);
}

#[test]
fn a_value_of_another_type_is_an_error() {
    assert!(serde_json::from_value::<Card>(json!(1)).is_err());
    assert!(serde_json::from_value::<Two>(json!("2")).is_err());
    assert!(serde_json::from_value::<OnlyCard>(json!(null)).is_err());
}

#[test]
fn a_closed_constant_refuses_another_value() {
    let error = |found: Result<Value, serde_json::Error>| found.map_err(|error| error.to_string());
    assert_eq!(
        error(come_back::<OnlyCard>(json!("paypal"))),
        Err("unknown value `paypal`, expected `card`".to_owned())
    );
    assert_eq!(
        error(come_back::<OnlyTwo>(json!(3))),
        Err("unknown value `3`, expected `2`".to_owned())
    );
    assert_eq!(
        error(come_back::<OnlyYes>(json!(false))),
        Err("unknown value `false`, expected `true`".to_owned())
    );
}

#[test]
fn the_value_is_shown() {
    assert_eq!(format!("{:?}", Card::default()), "Card(\"card\")");
    assert_eq!(format!("{:?}", OnlyTwo::default()), "OnlyTwo(2)");
    assert_eq!(
        format!("{:>6}|{:<6}|", Card::default(), OnlyCard::default()),
        "  card|card  |"
    );
    assert_eq!(Half::default().to_string(), "0.5");
}

#[test]
fn the_schema_comes_from_the_constant() {
    let schema = |schema: schemars::Schema| schema.get("const").cloned();
    assert_eq!(schema(schemars::schema_for!(Card)), Some(json!("card")));
    assert_eq!(
        schema(schemars::schema_for!(Far)),
        Some(json!(-5_000_000_000i64))
    );
    assert_eq!(schema(schemars::schema_for!(OnlyYes)), Some(json!(true)));
}
