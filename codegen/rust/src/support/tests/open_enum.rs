//! Open enums: a value that is not listed is kept.

#![allow(
    unreachable_pub,
    reason = "the macro writes functions of types that are public in a generated crate"
)]

use serde_json::{Value, json};

use crate::support::open_enum::{integer, string, value};

/// An enum as the generator writes it.
#[derive(Debug, Clone, PartialEq)]
enum Status {
    Open,
    Unknown(String),
}

string! {
    impl Status {
        Open = "open";
    }
}

/// The same for a secret.
#[derive(Debug, PartialEq)]
enum Pin {
    First,
    Unknown(String),
}

string! {
    impl Pin, hide {
        First = "0000";
    }
}

/// The annotations that the published schema adds to the derived one: none.
macro_rules! docs {
    ($($name:ident)+) => {
        $(
            #[cfg(feature = "schemars")]
            impl $name {
                fn docs(_: &mut schemars::Schema) {}
            }
        )+
    };
}

docs!(Status Pin Level PinNumber);

#[test]
fn strings_are_read_and_written_back() {
    let other = Status::Unknown("other".to_owned());
    for (text, value) in [("open", Status::Open), ("other", other)] {
        let json = format!("{text:?}");
        assert_eq!(
            serde_json::from_str::<Status>(&json).ok().as_ref(),
            Some(&value)
        );
        let owned = serde_json::Value::from(text);
        assert_eq!(
            serde_json::from_value::<Status>(owned).ok().as_ref(),
            Some(&value)
        );
        assert_eq!(serde_json::to_string(&value).ok(), Some(json));
        assert_eq!(text.parse().as_ref(), Ok(&value));
        assert_eq!(Status::from(text.to_owned()), value);
        assert_eq!((value.as_ref(), value.to_string()), (text, text.to_owned()));
    }
    assert_eq!(format!("{:>6}", Status::Open), "  open");
}

#[test]
fn another_value_than_a_string_is_an_error() {
    let error = serde_json::from_str::<Status>("98765").expect_err("it is a number");
    assert!(error.to_string().contains("98765"), "{error}");
    let error = serde_json::from_str::<Pin>("98765").expect_err("it is a number");
    assert!(!error.to_string().contains("98765"), "{error}");
    assert_eq!(Pin::from("1").to_string(), "1");
    assert_eq!(Pin::ALL.map(|pin| pin.to_string()), ["0000"]);
}

/// An enum of whole numbers as the generator writes it.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Level {
    Low,
    Below,
    Unknown(i64),
}

integer! {
    impl Level {
        Low = 1;
        Below = -9_007_199_254_740_993;
    }
}

/// The same for a secret.
#[derive(Debug, Clone, Copy)]
enum PinNumber {
    Zero,
    Unknown(i64),
}

integer! {
    impl PinNumber, hide {
        Zero = 0;
    }
}

/// An enum of any values.
#[derive(Debug, Clone, PartialEq)]
enum Mode {
    One,
    Off,
    Unknown(Value),
}

impl Mode {
    const ALL: [Self; 2] = [Self::One, Self::Off];

    fn to_value(&self) -> Value {
        match self {
            Self::One => json!(1),
            Self::Off => json!([false, 2]),
            Self::Unknown(value) => value.clone(),
        }
    }
}

value!(Mode);

#[test]
fn whole_numbers_are_read_in_each_spelling() {
    for (text, level) in [
        ("1", Level::Low),
        ("1.0", Level::Low),
        ("-9007199254740993", Level::Below),
        ("2e0", Level::Unknown(2)),
    ] {
        assert_eq!(
            serde_json::from_str::<Level>(text).ok(),
            Some(level),
            "{text}"
        );
        let value: Value = serde_json::from_str(text).expect("the text is JSON");
        assert_eq!(
            serde_json::from_value::<Level>(value).ok(),
            Some(level),
            "{text}"
        );
    }
    assert_eq!(serde_json::to_value(Level::from(3)).ok(), Some(json!(3)));
    assert_eq!(
        serde_json::to_value(Level::ALL).ok(),
        Some(json!([1, -9_007_199_254_740_993_i64]))
    );
    assert_eq!(Level::Low.to_string(), "1");
    assert!(serde_json::from_str::<Level>("1.5").is_err());
    assert_eq!(PinNumber::from(7).to_string(), "7");
    let error = serde_json::from_str::<PinNumber>("9876.5").expect_err("it is not a whole number");
    assert!(!error.to_string().contains("9876"), "{error}");
}

#[test]
fn other_values_are_compared_as_json() {
    for (text, mode) in [
        ("1", Mode::One),
        ("1.0", Mode::One),
        ("[false,2]", Mode::Off),
        ("[false,2.0]", Mode::Off),
        ("\"1\"", Mode::Unknown(json!("1"))),
    ] {
        assert_eq!(
            serde_json::from_str::<Mode>(text).ok(),
            Some(mode),
            "{text}"
        );
    }
    assert_eq!(
        serde_json::to_value(Mode::Off).ok(),
        Some(json!([false, 2]))
    );
}

#[test]
fn values_that_are_not_listed_are_unknown() {
    assert!(Status::from("new").is_unknown());
    assert!(!Status::from("open").is_unknown());
    assert!(Pin::from("1234").is_unknown());
    assert!(Level::from(3).is_unknown());
    assert!(!Level::from(1).is_unknown());
    assert!(PinNumber::from(7).is_unknown());
    assert!(Mode::from(json!("new")).is_unknown());
    assert!(!Mode::from(json!(1)).is_unknown());
}

#[test]
fn strings_are_compared_with_text() {
    assert_eq!(Status::Open, "open");
    assert_eq!(Status::from("new"), *"new");
    assert_ne!(Status::Open, "closed");
}
