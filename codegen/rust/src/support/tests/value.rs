//! Open enums of numbers and of other values: what is not listed is kept.

use serde_json::{Value, json};

use crate::support::value::{integer, mixed};

/// An enum of whole numbers as the generator writes it.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Level {
    Low,
    Unknown(i64),
}

impl Level {
    const fn as_i64(self) -> i64 {
        match self {
            Self::Low => 1,
            Self::Unknown(number) => number,
        }
    }

    const fn known(number: i64) -> Option<Self> {
        match number {
            1 => Some(Self::Low),
            _ => None,
        }
    }
}

integer!(Level);

/// The same for a secret.
#[derive(Debug)]
struct Pin(i64);

impl Pin {
    #[allow(non_snake_case, reason = "it stands for a variant")]
    const fn Unknown(number: i64) -> Self {
        Self(number)
    }

    const fn as_i64(&self) -> i64 {
        self.0
    }

    const fn known(_: i64) -> Option<Self> {
        None
    }
}

integer!(Pin, hide);

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

mixed!(Mode);

#[test]
fn whole_numbers_are_read_in_each_spelling() {
    for (text, level) in [
        ("1", Level::Low),
        ("1.0", Level::Low),
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
    assert_eq!(Level::Low.to_string(), "1");
    assert!(serde_json::from_str::<Level>("1.5").is_err());
    assert_eq!(Pin::from(7).to_string(), "7");
    let error = serde_json::from_str::<Pin>("9876.5").expect_err("it is no whole number");
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
