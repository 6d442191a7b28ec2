//! Bytes in base64.

use serde::{Deserialize, Serialize};

use crate::support::base64;

#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(transparent)]
struct Data(#[serde(with = "base64")] Vec<u8>);

#[test]
fn text_is_read_with_and_without_padding_and_written_with_it() {
    for (text, bytes, written) in [
        ("", &b""[..], ""),
        ("aGVsbG8=", b"hello", "aGVsbG8="),
        ("aGVsbG8", b"hello", "aGVsbG8="),
        ("/+8=", b"\xff\xef", "/+8="),
    ] {
        let data: Data = serde_json::from_str(&format!("{text:?}"))
            .unwrap_or_else(|error| panic!("{text}: {error}"));
        assert_eq!(data, Data(bytes.to_vec()));
        let json = serde_json::to_string(&data).expect("text can be written");
        assert_eq!(json, format!("{written:?}"));
    }
}

#[test]
fn other_text_and_other_types_are_refused() {
    for json in [
        "\"a\"",
        "\"_-8=\"",
        "\"aGVs bG8=\"",
        "\"ä\"",
        "null",
        "[104]",
        "1",
    ] {
        assert!(serde_json::from_str::<Data>(json).is_err(), "{json}");
    }
}
