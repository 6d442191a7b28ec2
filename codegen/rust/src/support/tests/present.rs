//! Members that may be absent or null: both are kept apart.

#![allow(
    clippy::option_option,
    reason = "the generator writes it to keep null and absent apart"
)]

use serde::{Deserialize, Serialize};

use crate::support::{number, present, present_number};

#[derive(Debug, PartialEq, Serialize, Deserialize)]
struct Patch {
    #[serde(
        default,
        skip_serializing_if = "Option::is_none",
        deserialize_with = "present::read"
    )]
    note: Option<Option<String>>,
    #[serde(
        default,
        skip_serializing_if = "Option::is_none",
        deserialize_with = "present_number::read",
        serialize_with = "number::write"
    )]
    price: Option<Option<f64>>,
}

#[test]
fn null_and_absent_are_kept_apart() {
    for (text, note, price) in [
        ("{}", None, None),
        (r#"{"note":null,"price":null}"#, Some(None), Some(None)),
        (
            r#"{"note":"n","price":1}"#,
            Some(Some("n".to_owned())),
            Some(Some(1.0)),
        ),
    ] {
        let patch: Patch =
            serde_json::from_str(text).unwrap_or_else(|error| panic!("{text}: {error}"));
        assert_eq!(patch, Patch { note, price });
        assert_eq!(serde_json::to_string(&patch).ok().as_deref(), Some(text));
    }
}
