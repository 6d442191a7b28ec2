//! Closed enums: what they read, and what the error says of a value that they do not list.

use serde_json::{Value, json};

use crate::UnknownValue;
use crate::support::closed_enum::{integer, string, value};

/// An enum as the generator writes it, as far as it matters here.
macro_rules! listed {
    ($name:ident $access:ident: $ty:ty { $($variant:ident = $value:literal),* }) => {
        #[derive(Debug, Clone, Copy, PartialEq)]
        enum $name {
            $($variant),*
        }

        impl $name {
            const LISTED: &'static [&'static str] = &[$($value),*];

            const fn $access(self) -> $ty {
                match self {
                    $(Self::$variant => $value),*
                }
            }

            fn known(value: &str) -> Option<Self> {
                [$(($value, Self::$variant)),*]
                    .into_iter()
                    .find_map(|(known, variant)| (known == value).then_some(variant))
            }
        }
    };
}

listed!(Status as_str: &'static str { Open = "open", Closed = "closed" });
listed!(Only as_str: &'static str { One = "one" });
listed!(Pin as_str: &'static str { First = "0000", Second = "1234" });

string!(Status);
string!(Only);
string!(Pin, hide);

#[test]
fn a_value_that_is_listed_is_read() {
    assert_eq!("open".parse(), Ok(Status::Open));
    assert_eq!(Status::try_from("closed".to_owned()), Ok(Status::Closed));
    assert_eq!(
        serde_json::from_str::<Status>("\"closed\"").ok(),
        Some(Status::Closed)
    );
    assert_eq!(Status::Open.to_string(), "open");
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

/// A closed enum of whole numbers.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Level {
    Low,
    High,
}

impl Level {
    const LISTED: &'static [&'static str] = &["1", "2"];

    const fn as_i64(self) -> i64 {
        match self {
            Self::Low => 1,
            Self::High => 2,
        }
    }

    const fn known(number: i64) -> Option<Self> {
        match number {
            1 => Some(Self::Low),
            2 => Some(Self::High),
            _ => None,
        }
    }
}

integer!(Level);

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
