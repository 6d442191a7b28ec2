//! Bounds how deep blocks are nested, before the parser sees them: for each line it looks at all of
//! the blocks that the line may continue, so a few kilobytes of `>` would cost it minutes.

use std::borrow::Cow;

/// Behind this byte of a line nothing begins a block in another one. Descriptions that people wrote
/// are nowhere near it.
const FARTHEST: usize = 100;

/// The text with a backslash before the first marker of each line that is too far from its start.
pub(super) fn bounded(text: &str) -> Cow<'_, str> {
    let mut bounded = String::new();
    let mut copied = 0;
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        if let Some(at) = far_marker(line) {
            bounded.push_str(&text[copied..start + at]);
            bounded.push('\\');
            copied = start + at;
        }
        start += line.len();
    }
    if copied == 0 {
        return Cow::Borrowed(text);
    }
    bounded.push_str(&text[copied..]);
    Cow::Owned(bounded)
}

/// Where the first marker of a quotation or a list item is that stands too far in.
fn far_marker(line: &str) -> Option<usize> {
    let bytes = line.as_bytes();
    let is_blank = |at: usize| matches!(bytes.get(at), None | Some(b' ' | b'\t' | b'\n'));
    let mut at = 0;
    loop {
        let length = match bytes.get(at)? {
            b' ' | b'\t' => {
                at += 1;
                continue;
            }
            b'>' => 1,
            b'-' | b'+' | b'*' if is_blank(at + 1) => 1,
            b'0'..=b'9' => {
                let digits = bytes[at..].iter().take(10);
                let digits = digits.take_while(|byte| byte.is_ascii_digit()).count();
                let is_marker = matches!(bytes.get(at + digits), Some(b'.' | b')'));
                if !is_marker || !is_blank(at + digits + 1) {
                    return None;
                }
                digits + 1
            }
            _ => return None,
        };
        if at > FARTHEST {
            return Some(at);
        }
        at += length;
    }
}

#[cfg(test)]
mod tests {
    use super::bounded;

    #[test]
    fn only_what_is_too_deep_is_escaped() {
        for text in [
            "> > - 1. a\n",
            &"-".repeat(200),
            &format!("{}a > b", " ".repeat(200)),
        ] {
            assert_eq!(bounded(text), text);
        }
        let deep = |marker: &str| bounded(&marker.repeat(100)).into_owned();
        assert_eq!(
            deep(">>"),
            format!("{}\\{}", ">".repeat(101), ">".repeat(99))
        );
        assert_eq!(
            deep("> "),
            format!("{}\\{}", "> ".repeat(51), "> ".repeat(49))
        );
        assert_eq!(
            deep("10. "),
            format!("{}\\{}", "10. ".repeat(26), "10. ".repeat(74))
        );
    }
}
