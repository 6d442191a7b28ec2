//! Turns any text into a string literal, in Rust that is made as text.

use std::fmt;

use cratify_schema::text::show_unseen;
use proc_macro2::Literal;

/// A string literal with its quotes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StringLiteral(String);

impl StringLiteral {
    /// The literal of a text.
    pub fn new(text: &str) -> Self {
        Self(Literal::string(text).to_string())
    }
}

impl fmt::Display for StringLiteral {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// A raw string literal of JSON, with as many `#` as it needs. Unseen characters are escaped as in JSON.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RawStringLiteral(String);

impl RawStringLiteral {
    /// The literal of a text of JSON.
    pub fn json(text: &str) -> Self {
        let text = show_unseen(text);
        let hashes = "#".repeat(hashes(&text));
        Self(format!("r{hashes}\"{text}\"{hashes}"))
    }
}

impl fmt::Display for RawStringLiteral {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// The number of `#` around the text: at least one, so that all literals look alike.
fn hashes(text: &str) -> usize {
    let mut most = 0;
    for (index, _) in text.match_indices('"') {
        let after = text[index + 1..].bytes();
        most = most.max(after.take_while(|byte| *byte == b'#').count());
    }
    most + 1
}

#[cfg(test)]
mod tests {
    use super::{RawStringLiteral, StringLiteral};

    const HOSTILE: [&str; 6] = [
        "",
        "\"; fn x() {} //",
        "\"#; fn x() {} r#\"",
        "\\",
        "\u{202e}\u{2028}\r\n\0",
        "é\u{e000}0",
    ];

    #[test]
    fn a_literal_is_the_text() {
        for text in HOSTILE {
            let literal = StringLiteral::new(text).to_string();
            let parsed: syn::LitStr = syn::parse_str(&literal).expect("it is a literal");
            assert_eq!(parsed.value(), text);
            assert!(
                !literal.contains(['\n', '\r', '\u{202e}', '\u{2028}', '\u{e000}']),
                "{literal}"
            );
        }
    }

    #[test]
    fn a_raw_literal_is_the_same_json() {
        for text in HOSTILE {
            let json = serde_json::to_string(text).expect("a text can be written");
            let literal = RawStringLiteral::json(&json).to_string();
            let parsed: syn::LitStr = syn::parse_str(&literal).expect("it is a literal");
            assert_eq!(
                serde_json::from_str::<String>(&parsed.value())
                    .ok()
                    .as_deref(),
                Some(text)
            );
            assert!(!literal.contains('\u{202e}'), "{literal}");
        }
    }
}
