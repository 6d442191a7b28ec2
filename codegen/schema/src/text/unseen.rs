//! Turns text with invisible characters, which change how the text around them is read or shown, into text with escapes.

use std::borrow::Cow;

/// Whether a character is invisible: a control character, a character that changes the direction of text (the
/// compiler refuses it in comments), or a character without a glyph, in which text can be hidden. Joiners and
/// variation selectors are others: scripts and emoji are written with them.
pub fn is_unseen(character: char) -> bool {
    character.is_control()
        || matches!(character,
            '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}' | '\u{180e}'
            | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}'
            | '\u{3164}' | '\u{feff}' | '\u{ffa0}' | '\u{fff0}'..='\u{fffb}' | '\u{1bca0}'..='\u{1bca3}'
            | '\u{1d173}'..='\u{1d17a}' | '\u{e0000}'..='\u{e00ff}' | '\u{e01f0}'..='\u{e0fff}')
}

/// Whether some program takes a character for the end of a line: a carriage return, or a line separator of Unicode.
fn is_line_break(character: char) -> bool {
    matches!(
        character,
        '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}'
    )
}

/// Whether a text has nothing but printable characters of ASCII and ends of lines, as most text has. To look at bytes by
/// their index is the cheapest loop without optimization, as build scripts run.
pub fn is_plain(text: &str) -> bool {
    let bytes = text.as_bytes();
    let mut at = 0;
    while at < bytes.len() {
        let byte = bytes[at];
        if byte < b' ' && byte != b'\n' || byte > b'~' {
            return false;
        }
        at += 1;
    }
    true
}

/// The text with these characters as escapes of JSON: `\u202e`. Ends of lines stay.
pub fn show_unseen(text: &str) -> String {
    if is_plain(text) {
        return text.to_owned();
    }
    let mut shown = String::with_capacity(text.len());
    for character in text.chars() {
        if is_unseen(character) && character != '\n' {
            for unit in character.encode_utf16(&mut [0; 2]) {
                shown.push_str(&format!("\\u{unit:04x}"));
            }
        } else {
            shown.push(character);
        }
    }
    shown
}

/// The text without these characters. Tabs and ends of lines stay, and each line ends in `\n`.
pub fn without_unseen(text: &str) -> Cow<'_, str> {
    let is_kept = |character| character == '\n' || character == '\t' || !is_unseen(character);
    if is_plain(text) || text.chars().all(is_kept) {
        return Cow::Borrowed(text);
    }
    let text = text.replace("\r\n", "\n").replace(is_line_break, "\n");
    Cow::Owned(
        text.chars()
            .filter(|character| is_kept(*character))
            .collect(),
    )
}

#[cfg(test)]
mod tests {
    use super::{is_plain, is_unseen, show_unseen, without_unseen};

    #[test]
    fn plain_text_has_no_unseen_characters() {
        for character in '\0'..='\u{ff}' {
            let plain = is_plain(&format!("a{character}"));
            let seen = character == '\n' || !is_unseen(character);
            assert_eq!(plain, character.is_ascii() && seen, "{character:?}");
        }
        assert!(!is_plain("\u{202e}") && is_plain(""));
    }

    #[test]
    fn every_line_break_is_one_and_nothing_else_is_unseen() {
        assert_eq!(
            without_unseen("a\r\nb\rc\u{2028}d\u{85}e\u{202e}f\u{0}g\th\u{e0041}"),
            "a\nb\nc\nd\nefg\th"
        );
        // Joiners are part of how words and emoji are spelled.
        for text in [
            "\u{645}\u{6cc}\u{200c}\u{62e}",
            "\u{1f468}\u{200d}\u{1f469}",
            "\u{2764}\u{fe0f}",
        ] {
            assert_eq!(without_unseen(text), text);
        }
    }

    #[test]
    fn unseen_characters_are_shown_as_json_escapes_them() {
        let text = "a\u{202e}\n\u{e0041}";
        let shown = show_unseen(text);
        assert_eq!(shown, "a\\u202e\n\\udb40\\udc41");
        let json = format!("\"{}\"", shown.replace('\n', "\\n"));
        assert_eq!(serde_json::from_str::<String>(&json).unwrap(), text);
    }
}
