//! Open enums of strings: a value that is not listed is kept.

use serde::Serialize;

use crate::support::text::text;

/// An enum as the generator writes it.
#[derive(Debug, Clone, PartialEq, Serialize)]
enum Status {
    #[serde(rename = "open")]
    Open,
    #[serde(untagged)]
    Unknown(String),
}

impl Status {
    fn as_str(&self) -> &str {
        match self {
            Self::Open => "open",
            Self::Unknown(text) => text,
        }
    }

    fn known(text: &str) -> Option<Self> {
        (text == "open").then_some(Self::Open)
    }
}

text!(Status);

/// The same for a secret.
#[derive(Debug, PartialEq)]
enum Pin {
    Unknown(String),
}

impl Pin {
    fn as_str(&self) -> &str {
        match self {
            Self::Unknown(text) => text,
        }
    }

    fn known(_: &str) -> Option<Self> {
        None
    }
}

text!(Pin, hide);

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
fn what_is_no_string_is_an_error() {
    let error = serde_json::from_str::<Status>("98765").expect_err("it is a number");
    assert!(error.to_string().contains("98765"), "{error}");
    let error = serde_json::from_str::<Pin>("98765").expect_err("it is a number");
    assert!(!error.to_string().contains("98765"), "{error}");
    assert_eq!(Pin::from("1").to_string(), "1");
}
