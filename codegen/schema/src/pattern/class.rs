//! Turns a class, the characters between `[` and `]`, into its problems.

use super::{Fault, Parser, Set};

impl Parser {
    /// After a `[`.
    pub(super) fn class(&mut self, start: usize) {
        let is_negated = self.eat("^");
        let mut set = Set::default();
        if self.peek() == Some(']') {
            let what = "this class is empty";
            let help = "write `[\\s\\S]` for any character, `\\]` for the bracket";
            self.report(Fault::Unsupported, start, what, help);
        }
        loop {
            if self.eat("]") {
                self.sizes
                    .set(if is_negated { set.negated() } else { set }, true);
                return;
            }
            let first_at = self.at;
            let Some(first) = self.class_atom(start) else {
                return;
            };
            match first {
                Some(code) => set.add(&Set::of(&[(code, code)])),
                None => set.add(&std::mem::take(&mut self.found)),
            }
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
                    self.report(
                        Fault::Broken,
                        first_at,
                        format!("the range `{range}` has its ends in the wrong order"),
                        help,
                    );
                }
                (Some(first), Some(last)) => set.add(&Set::of(&[(first, last)])),
                _ => {
                    let help = "write `\\-` for the sign itself, or put it last";
                    self.report(
                        Fault::Unsupported,
                        first_at,
                        "one end of this range is not a single character",
                        help,
                    );
                }
            }
        }
    }

    /// One character of a class; `Some(None)` for a set of characters, `None` at the end of the pattern.
    #[expect(
        clippy::option_option,
        reason = "the end of the pattern and a set of characters are two things"
    )]
    fn class_atom(&mut self, class: usize) -> Option<Option<u32>> {
        let start = self.at;
        let Some(next) = self.peek() else {
            self.report(
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
                self.report(
                    Fault::Foreign,
                    start,
                    "this is a class of POSIX: it is read as the characters in it",
                    help,
                );
            }
        }
        if next != '\\' {
            return Some(Some(u32::from(next)));
        }
        let Some(next) = self.peek() else {
            self.report(
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
                self.report(
                    Fault::Unsupported,
                    start,
                    "`\\b` in a class is the character backspace",
                    "write `\\x08`",
                );
                Some(8)
            }
            '1'..='9' => {
                let help = "remove the backslash";
                self.report(
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
