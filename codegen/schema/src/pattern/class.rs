//! Classes: what stands between `[` and `]`.

use super::{Fault, Parser};

impl Parser {
    /// After a `[`.
    pub(super) fn class(&mut self, start: usize) {
        self.eat("^");
        if self.peek() == Some(']') {
            let what = "this class is empty";
            let help = "write `[\\s\\S]` for any character, `\\]` for the bracket";
            self.find(Fault::Unsupported, start, what, help);
        }
        loop {
            if self.eat("]") {
                return;
            }
            let first_at = self.at;
            let Some(first) = self.class_atom(start) else {
                return;
            };
            if self.peek() != Some('-') || matches!(self.text.get(self.at + 1), None | Some(']')) {
                continue;
            }
            self.at += 1;
            let Some(last) = self.class_atom(start) else {
                return;
            };
            match (first, last) {
                (Some(first), Some(last)) if first > last => {
                    let range: String = self.text[first_at..self.at].iter().collect();
                    let help = "exchange its ends; write `\\-` for the sign itself";
                    self.find(
                        Fault::Broken,
                        first_at,
                        format!("the range `{range}` is the wrong way round"),
                        help,
                    );
                }
                (Some(_), Some(_)) => {}
                _ => {
                    let help = "write `\\-` for the sign itself, or put it last";
                    self.find(
                        Fault::Unsupported,
                        first_at,
                        "this range has no single character at an end",
                        help,
                    );
                }
            }
        }
    }

    /// One character of a class, or `Some(None)` for a set of them; `None` at the pattern's end.
    #[expect(
        clippy::option_option,
        reason = "the end of the pattern and a set of characters are two things"
    )]
    fn class_atom(&mut self, class: usize) -> Option<Option<u32>> {
        let start = self.at;
        let Some(next) = self.peek() else {
            self.find(
                Fault::Broken,
                class,
                "this `[` is never closed",
                "add the `]`, or write it as `\\[`",
            );
            return None;
        };
        self.at += 1;
        if next == '[' && matches!(self.peek(), Some(':')) {
            let rest: String = self.text[self.at..].iter().take(12).collect();
            if rest[1..].split_once(":]").is_some_and(|(name, _)| {
                name.bytes()
                    .all(|byte| byte.is_ascii_lowercase() || byte == b'^')
            }) {
                let help = "write the characters: `a-z` for `[:lower:]`, `\\d` for `[:digit:]`";
                self.find(
                    Fault::Foreign,
                    start,
                    "this is a class of POSIX, read here as the characters in it",
                    help,
                );
            }
        }
        if next != '\\' {
            return Some(Some(u32::from(next)));
        }
        let Some(next) = self.peek() else {
            self.find(
                Fault::Broken,
                class,
                "this `[` is never closed",
                "add the `]`",
            );
            return None;
        };
        self.at += 1;
        Some(match next {
            'b' => {
                self.find(
                    Fault::Unsupported,
                    start,
                    "`\\b` in a class is the character backspace",
                    "write `\\x08`",
                );
                Some(8)
            }
            '1'..='9' => {
                let help = "remove the backslash";
                self.find(
                    Fault::Unsupported,
                    start,
                    "a class cannot refer to a group",
                    help,
                );
                None
            }
            next => self.character_escape(start, next),
        })
    }
}
