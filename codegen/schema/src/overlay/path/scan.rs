//! The characters of a query: names, numbers and strings.

use serde_json::{Number, Value};

use super::Fault;

/// The text of a query, read from left to right.
pub(super) struct Scanner {
    characters: Vec<char>,
    at: usize,
}

impl Scanner {
    pub(super) fn new(text: &str) -> Self {
        Self {
            characters: text.chars().collect(),
            at: 0,
        }
    }

    pub(super) fn fault(&self, what: impl Into<String>, help: &'static str) -> Fault {
        Fault {
            at: self.at.min(self.characters.len().saturating_sub(1)),
            what: what.into(),
            help,
        }
    }

    /// The fault of a text that has something else than expected.
    pub(super) fn unexpected(&self, expected: &str, help: &'static str) -> Fault {
        let what = match self.peek() {
            Some(found) => format!("expected {expected}, found `{}`", found.escape_debug()),
            None => format!("expected {expected} at the end"),
        };
        self.fault(what, help)
    }

    pub(super) fn position(&self) -> usize {
        self.at
    }

    pub(super) fn go_to(&mut self, at: usize) {
        self.at = at;
    }

    pub(super) fn peek(&self) -> Option<char> {
        self.characters.get(self.at).copied()
    }

    pub(super) fn next(&mut self) -> Option<char> {
        let next = self.peek()?;
        self.at += 1;
        Some(next)
    }

    pub(super) fn skip_blanks(&mut self) {
        while self.peek().is_some_and(|next| " \t\r\n".contains(next)) {
            self.at += 1;
        }
    }

    /// Takes a text, if it comes next.
    pub(super) fn take(&mut self, text: &str) -> bool {
        let mut rest = self.characters[self.at..].iter();
        let comes = text.chars().all(|wanted| rest.next() == Some(&wanted));
        if comes {
            self.at += text.chars().count();
        }
        comes
    }

    /// Takes a text after blanks, or else takes nothing.
    pub(super) fn take_after_blanks(&mut self, text: &str) -> bool {
        let before = self.at;
        self.skip_blanks();
        let taken = self.take(text);
        if !taken {
            self.at = before;
        }
        taken
    }

    /// A name without quotes; empty if none comes.
    pub(super) fn name(&mut self) -> String {
        let mut name = String::new();
        while let Some(next) = self.peek() {
            let starts = next.is_ascii_alphabetic() || next == '_' || !next.is_ascii();
            if !starts && (name.is_empty() || !next.is_ascii_digit()) {
                break;
            }
            name.push(next);
            self.at += 1;
        }
        name
    }

    /// An integer, if one comes: without leading zeros and without `-0`.
    pub(super) fn integer(&mut self) -> Result<Option<i64>, Fault> {
        let start = self.at;
        let mut text = String::new();
        if self.take("-") {
            text.push('-');
        }
        while let Some(digit) = self.peek().filter(char::is_ascii_digit) {
            text.push(digit);
            self.at += 1;
        }
        if text.is_empty() {
            return Ok(None);
        }
        let digits = text.trim_start_matches('-');
        let is_plain = text == "0" || (!digits.is_empty() && !digits.starts_with('0'));
        match text.parse() {
            Ok(number) if is_plain => Ok(Some(number)),
            _ => {
                self.at = start;
                Err(self.fault(
                    format!("`{text}` is not an index"),
                    "write an integer without leading zeros",
                ))
            }
        }
    }

    /// A number of JSON, if one comes.
    pub(super) fn number(&mut self) -> Option<Value> {
        let start = self.at;
        while let Some(next) = self.peek() {
            if !(next.is_ascii_digit() || "+-.eE".contains(next)) {
                break;
            }
            self.at += 1;
        }
        let text: String = self.characters[start..self.at].iter().collect();
        let number: Option<Number> = serde_json::from_str(&text).ok();
        if number.is_none() {
            self.at = start;
        }
        number.map(Value::Number)
    }

    /// A string in quotes, if one comes.
    pub(super) fn string(&mut self) -> Result<Option<String>, Fault> {
        let Some(quote) = self.peek().filter(|next| ['\'', '"'].contains(next)) else {
            return Ok(None);
        };
        let start = self.at;
        self.at += 1;
        let mut text = String::new();
        while let Some(next) = self.next() {
            match next {
                _ if next == quote => return Ok(Some(text)),
                '\\' => text.push(self.escape(quote)?),
                _ if next < ' ' => {
                    self.at -= 1;
                    return Err(self.fault(
                        "a control character in a string",
                        "write it as an escape: `\\n`",
                    ));
                }
                _ => text.push(next),
            }
        }
        self.at = start;
        Err(self.fault("the string does not end", "close the quote"))
    }

    /// The character that an escape stands for; the backslash is taken.
    fn escape(&mut self, quote: char) -> Result<char, Fault> {
        let start = self.at;
        let found = match self.next() {
            Some('b') => Some('\u{8}'),
            Some('f') => Some('\u{c}'),
            Some('n') => Some('\n'),
            Some('r') => Some('\r'),
            Some('t') => Some('\t'),
            Some(same @ ('/' | '\\')) => Some(same),
            Some(same) if same == quote => Some(same),
            Some('u') => self.unicode(),
            _ => None,
        };
        found.ok_or_else(|| {
            self.at = start;
            self.fault("no such escape", "write a backslash as `\\\\`")
        })
    }

    /// The character of four hexadecimal digits, or of two times four.
    fn unicode(&mut self) -> Option<char> {
        let mut units = vec![self.unit()?];
        if (0xd800..0xdc00).contains(&units[0]) && self.take("\\u") {
            units.push(self.unit()?);
        }
        let mut decoded = char::decode_utf16(units);
        let first = decoded.next()?.ok()?;
        decoded.next().is_none().then_some(first)
    }

    fn unit(&mut self) -> Option<u16> {
        let digits: String = self.characters.get(self.at..self.at + 4)?.iter().collect();
        let is_hexadecimal = digits.chars().all(|digit| digit.is_ascii_hexdigit());
        self.at += 4;
        u16::from_str_radix(&digits, 16)
            .ok()
            .filter(|_| is_hexadecimal)
    }
}
