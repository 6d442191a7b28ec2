//! Characters that do nothing in a comment but disturb those who read it.

/// Whether a character is one of them: control characters, those that turn the direction of text, which
/// the compiler refuses in comments, and those that some programs take for the end of a line.
pub fn is_unseen(character: char) -> bool {
    character.is_control()
        || matches!(character, '\u{061c}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
}

/// The text with these characters, but for the ends of lines, as JSON can write them: `\u202e`.
pub fn show_unseen(text: &str) -> String {
    let mut shown = String::with_capacity(text.len());
    for character in text.chars() {
        if is_unseen(character) && character != '\n' {
            shown.push_str(&format!("\\u{:04x}", u32::from(character)));
        } else {
            shown.push(character);
        }
    }
    shown
}
