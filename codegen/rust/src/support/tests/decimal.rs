//! Decimal numbers of `rust_decimal` that are numbers in JSON.

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use crate::support::content::Content;
use crate::support::decimal;

#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(transparent)]
struct Price(#[serde(with = "decimal")] Decimal);

#[test]
fn decimals_are_read_and_written_as_numbers() {
    for (text, expected, written) in [
        ("1", "1", "1"),
        ("1.0", "1", "1"),
        ("-12", "-12", "-12"),
        ("0.1", "0.1", "0.1"),
        ("1.5e3", "1500", "1500"),
        (
            "9223372036854775807",
            "9223372036854775807",
            "9223372036854775807",
        ),
    ] {
        let price: Price =
            serde_json::from_str(text).unwrap_or_else(|error| panic!("{text}: {error}"));
        assert_eq!(
            price.0,
            expected.parse().expect("it is a decimal number"),
            "{text}"
        );
        assert_eq!(serde_json::to_string(&price).ok().as_deref(), Some(written));
        let value: serde_json::Value = serde_json::from_str(text).expect("the text is JSON");
        assert_eq!(
            serde_json::from_value::<Price>(value).ok().as_ref(),
            Some(&price)
        );
        let content: Content<'_> = serde_json::from_str(text).expect("the text is JSON");
        assert_eq!(Price::deserialize(&content).ok().as_ref(), Some(&price));
    }
    assert!(serde_json::from_str::<Price>("1e300").is_err());
    assert!(serde_json::from_str::<Price>("{}").is_err());
}
