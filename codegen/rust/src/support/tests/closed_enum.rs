//! Closed enums: what they read, and what the error says of a value that they do not list.

#![allow(
    unreachable_pub,
    reason = "the macro writes functions of types that are public in a generated crate"
)]

use serde_json::{Value, json};

use crate::UnknownValue;
use crate::support::closed_enum::{integer, string, value};

/// Enums as the generator writes them.
macro_rules! closed {
    ($($name:ident { $($variant:ident)+ })+) => {
        $(
            #[derive(Debug, Clone, Copy, PartialEq)]
            enum $name {
                $($variant),+
            }

            #[cfg(feature = "schemars")]
            impl $name {
                fn docs(_: &mut schemars::Schema) {}
            }
        )+
    };
}

closed! {
    Status { Open Closed }
    Only { One }
    Pin { First Second }
    Level { Low High }
}

string! {
    impl Status {
        Open = "open";
        Closed = "closed";
    }
}

string! {
    impl Only {
        One = "one";
    }
}

string! {
    impl Pin, hide {
        First = "0000";
        Second = "1234";
    }
}

integer! {
    impl Level {
        Low = 1;
        High = 2;
    }
}

#[test]
fn a_value_that_is_listed_is_read() {
    assert_eq!("open".parse(), Ok(Status::Open));
    assert_eq!(Status::try_from("closed".to_owned()), Ok(Status::Closed));
    assert_eq!(
        serde_json::from_str::<Status>("\"closed\"").ok(),
        Some(Status::Closed)
    );
    assert_eq!(Status::Open.to_string(), "open");
    assert_eq!(
        serde_json::to_value(Status::ALL).ok(),
        Some(json!(["open", "closed"]))
    );
}

#[test]
fn the_error_has_the_value_and_those_that_are_listed() {
    let error: UnknownValue = "opn".parse::<Status>().expect_err("it is not listed");
    assert_eq!(
        error.to_string(),
        "unknown value `opn`, expected one of `open`, `closed`"
    );
    assert_eq!(
        (error.value(), error.listed()),
        (Some("opn"), Status::LISTED)
    );
    let error = serde_json::from_str::<Status>("\"opn\"").expect_err("it is not listed");
    assert!(
        error
            .to_string()
            .starts_with("unknown value `opn`, expected one of"),
        "{error}"
    );
    let error = "two".parse::<Only>().expect_err("it is not listed");
    assert_eq!(error.to_string(), "unknown value `two`, expected `one`");
}

#[test]
fn a_secret_is_not_in_the_error() {
    let error = "9876".parse::<Pin>().expect_err("it is not listed");
    assert_eq!(error.value(), None);
    assert!(!format!("{error} {error:?}").contains("9876"), "{error:?}");
    let error = serde_json::from_str::<Pin>("\"9876\"").expect_err("it is not listed");
    assert!(!error.to_string().contains("9876"), "{error}");
}

/// A closed enum of any values.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Mode {
    One,
    Off,
}

impl Mode {
    const LISTED: &'static [&'static str] = &["1", "false"];
    const ALL: [Self; 2] = [Self::One, Self::Off];

    fn to_value(self) -> Value {
        match self {
            Self::One => json!(1),
            Self::Off => json!(false),
        }
    }
}

value!(Mode);

#[test]
fn numbers_and_other_values_are_read_in_each_spelling() {
    assert_eq!(serde_json::from_str::<Level>("2.0").ok(), Some(Level::High));
    assert_eq!(Level::Low.to_string(), "1");
    assert_eq!(serde_json::to_value(Level::Low).ok(), Some(json!(1)));
    let error = Level::try_from(3).expect_err("it is not listed");
    assert_eq!(
        error.to_string(),
        "unknown value `3`, expected one of `1`, `2`"
    );
    assert!(serde_json::from_str::<Level>("3").is_err());
    assert_eq!(serde_json::from_str::<Mode>("1.0").ok(), Some(Mode::One));
    assert_eq!(serde_json::to_value(Mode::Off).ok(), Some(json!(false)));
    let error = serde_json::from_str::<Mode>("[1]").expect_err("it is not listed");
    assert!(
        error
            .to_string()
            .starts_with("unknown value `[1]`, expected one of `1`, `false`")
    );
}

#[test]
fn strings_are_compared_with_text() {
    assert_eq!(Status::Open, "open");
    assert_eq!(Status::Open, *"open");
    assert_ne!(Status::Open, "closed");
}
