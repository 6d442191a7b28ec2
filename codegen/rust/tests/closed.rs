//! Closed enums: what a generated crate says of a value that they do not list.

#![allow(
    unreachable_pub,
    reason = "one file is that of a generated crate, where it is public"
)]

#[path = "../src/emit/support"]
mod support {
    pub(crate) mod listed;
    #[allow(dead_code, reason = "nothing here is written by `Debug`")]
    pub(crate) mod secret;
}

use support::listed::UnknownValue;

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

support::listed::text!(Status);
support::listed::text!(Only);
support::listed::text!(Pin, hide);

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
