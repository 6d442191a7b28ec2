//! Text of a document for people: as a code span, without unseen characters.

mod unseen;

pub use unseen::{is_plain, is_unseen, show_unseen, without_unseen};

/// Text with percent-encoding (RFC 3986, section 2.1): letters and digits of ASCII and the `plain` bytes stand for
/// themselves.
pub fn percent_encoded(text: &str, plain: &[u8]) -> String {
    let mut encoded = String::with_capacity(text.len());
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || plain.contains(&byte) {
            encoded.push(char::from(byte));
        } else {
            encoded.push_str(&percent_encoded_byte(byte));
        }
    }
    encoded
}

/// A byte in percent-encoding.
pub(crate) fn percent_encoded_byte(byte: u8) -> String {
    format!("%{byte:02X}")
}

/// Text as a code span, whatever is in it.
pub fn in_code(text: &str) -> String {
    let is_simple = !text.contains('`') && !text.contains('\n') && !text.starts_with(' ');
    if is_simple && !text.is_empty() && is_plain(text) {
        return format!("`{text}`");
    }
    let longest = text
        .split(|character| character != '`')
        .map(str::len)
        .max()
        .unwrap_or_default();
    let fence = "`".repeat(longest + 1);
    let text = show_unseen(&text.replace(['\n', '\r', '\t'], " "));
    if longest > 0 || text.starts_with(' ') && text.ends_with(' ') {
        format!("{fence} {text} {fence}")
    } else if text.is_empty() {
        "`\"\"`".to_owned()
    } else {
        format!("{fence}{text}{fence}")
    }
}

/// The text in one line, without unseen characters, with one space between its words.
pub fn one_line(text: &str) -> String {
    let text = without_unseen(text);
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A hash of a text that every release of every tool computes the same: FNV-1a with 64 bits.
pub fn fingerprint(text: &str) -> u64 {
    text.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    })
}
