//! Secrets: no message has a part of the value.

use serde::Deserialize;

use crate::support::secret::{self, Redacted};

#[derive(Debug, Deserialize)]
struct Login {
    #[serde(deserialize_with = "secret::read")]
    _pin: u8,
}

#[test]
fn a_secret_is_not_shown() {
    assert_eq!(format!("{Redacted:?}"), "[redacted]");
    assert!(serde_json::from_str::<Login>(r#"{"_pin": 12}"#).is_ok());
    for text in [r#"{"_pin": 98765}"#, r#"{"_pin": "98765"}"#] {
        let error = serde_json::from_str::<Login>(text).expect_err("it does not fit");
        assert!(!error.to_string().contains("98765"), "{error}");
    }
}
