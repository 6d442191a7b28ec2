//! Turns text into the form in which Rust compares identifiers: NFC (Rust reference, "Identifiers").

use std::borrow::Cow;

use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};

/// The text in normal form C. The compiler takes two identifiers with one such form for the same, and shows
/// this form to macros.
pub fn normalized(text: &str) -> Cow<'_, str> {
    if text.is_ascii() || is_nfc_quick(text.chars()) == IsNormalized::Yes {
        Cow::Borrowed(text)
    } else {
        Cow::Owned(text.nfc().collect())
    }
}

#[cfg(test)]
mod tests {
    use super::normalized;

    #[test]
    fn characters_that_are_other_characters() {
        for (text, normal) in [
            ("order", "order"),
            ("größe", "größe"),
            ("\u{2126}", "\u{3a9}"),
            ("\u{212a}", "K"),
            ("\u{212b}", "\u{c5}"),
            ("\u{f900}", "\u{8c48}"),
            ("\u{958}", "\u{915}\u{93c}"),
            ("\u{1112}\u{1161}\u{11ab}", "\u{d55c}"),
            ("e\u{301}", "\u{e9}"),
        ] {
            assert_eq!(normalized(text), normal, "{text:?}");
        }
    }
}
