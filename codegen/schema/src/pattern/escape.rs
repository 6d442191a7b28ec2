//! Turns an escape, the characters after a backslash, into its problems.

use super::{Fault, Parser, Preceding, Set, property};

impl Parser {
    /// After a `\` outside of a class.
    pub(super) fn escape(&mut self, start: usize) -> Preceding {
        let Some(next) = self.peek() else {
            self.report(
                Fault::Broken,
                start,
                "there is nothing after this `\\`",
                "write it as `\\\\`",
            );
            return Preceding::Atom;
        };
        self.at += 1;
        match next {
            'b' | 'B' => {
                self.sizes.assertion('_');
                return Preceding::Assertion;
            }
            'A' | 'z' => {
                let meant = if next == 'A' { '^' } else { '$' };
                let what = format!("`\\{next}` marks an end of the text only in other dialects");
                self.report(Fault::Foreign, start, what, format!("write `{meant}`"));
                self.sizes.assertion('_');
                return Preceding::Assertion;
            }
            'k' if self.eat("<") => {
                let name = self.eat_while(|next| next != '>' && next != ')');
                self.eat(">");
                self.named.push((start, name));
                self.sizes.reference();
            }
            '1'..='9' => {
                self.at -= 1;
                let digits = self.eat_while(|next| next.is_ascii_digit());
                self.has_look = true;
                self.sizes.reference();
                self.numbers
                    .push((start, digits.parse().unwrap_or(usize::MAX)));
            }
            _ => {
                if let Some(code) = self.character_escape(start, next) {
                    self.character(code);
                } else {
                    let found = std::mem::take(&mut self.found);
                    self.sizes.set(found, false);
                }
            }
        }
        Preceding::Atom
    }

    /// An escape for characters. Returns the character, if it is known to be one.
    pub(super) fn character_escape(&mut self, start: usize, next: char) -> Option<u32> {
        let unsupported = |parser: &mut Self, what: String, help: &str| {
            parser.report(Fault::Unsupported, start, what, help);
            None
        };
        match next {
            'd' | 'D' | 's' | 'S' | 'w' | 'W' => {
                let set = self.set_of(next.to_ascii_lowercase());
                let is_negated = next.is_ascii_uppercase();
                self.found = if is_negated { set.negated() } else { set };
                None
            }
            'f' => Some(0x0c),
            'n' => Some(0x0a),
            'r' => Some(0x0d),
            't' => Some(0x09),
            'v' => Some(0x0b),
            'p' | 'P' => self.property(start, next),
            'c' => match self.peek() {
                Some(letter) if letter.is_ascii_alphabetic() => {
                    self.at += 1;
                    let code = u32::from(letter) % 32;
                    if self.has_look {
                        let what = format!("`\\c{letter}` follows a look-around or a reference");
                        self.report(
                            Fault::Unsupported,
                            start,
                            what,
                            format!("write `\\x{code:02x}`"),
                        );
                    }
                    Some(code)
                }
                _ => unsupported(
                    self,
                    "`\\c` needs a letter after it".to_owned(),
                    "write `\\\\c` for the text itself",
                ),
            },
            'x' => match self.hex(2) {
                Some(code) => Some(code),
                None => unsupported(
                    self,
                    "`\\x` needs two hexadecimal digits".to_owned(),
                    "write `\\x0a`, or `x`",
                ),
            },
            'u' => {
                let braced = self.eat("{");
                let code = if braced {
                    let digits = self.eat_while(|next| next.is_ascii_hexdigit());
                    let code = u32::from_str_radix(&digits, 16).ok();
                    code.filter(|_| self.eat("}"))
                } else {
                    self.hex(4)
                };
                match code {
                    Some(0xd800..=0xdfff) => {
                        let help = "write the character itself, or its code as `\\u{1F600}`";
                        unsupported(
                            self,
                            "this is half a character (a surrogate)".to_owned(),
                            help,
                        )
                    }
                    Some(code) if code <= 0x10_ffff => Some(code),
                    _ => unsupported(
                        self,
                        "`\\u` needs four hexadecimal digits".to_owned(),
                        "write `\\u000a`, or `u`",
                    ),
                }
            }
            '0' => {
                self.eat_while(|next| next.is_ascii_digit());
                unsupported(
                    self,
                    "`\\0` is the character NUL".to_owned(),
                    "write `\\x00`",
                )
            }
            other if other.is_ascii_punctuation() || other == ' ' => Some(u32::from(other)),
            other => {
                let help = "remove the backslash, or write two for a backslash itself";
                unsupported(
                    self,
                    format!("`\\{}` is not an escape of ECMA-262", other.escape_debug()),
                    help,
                )
            }
        }
    }

    /// The characters of `\d`, `\s` or `\w`.
    fn set_of(&self, letter: char) -> Set {
        const SPACES: [(u32, u32); 10] = [
            (0x09, 0x0d),
            (0x20, 0x20),
            (0xa0, 0xa0),
            (0x1680, 0x1680),
            (0x2000, 0x200a),
            (0x2028, 0x2029),
            (0x202f, 0x202f),
            (0x205f, 0x205f),
            (0x3000, 0x3000),
            (0xfeff, 0xfeff),
        ];
        match (letter, self.has_unicode_classes) {
            ('s', _) => Set::of(&SPACES),
            ('d', true) => Set::of_property("nd"),
            ('d', false) => Set::of(&[(0x30, 0x39)]),
            (_, true) => Set::of_property("word"),
            (_, false) => Set::of(&[(0x30, 0x39), (0x41, 0x5a), (0x5f, 0x5f), (0x61, 0x7a)]),
        }
    }

    fn hex(&mut self, count: usize) -> Option<u32> {
        let digits: String = self.text.get(self.at..self.at + count)?.iter().collect();
        if !digits.bytes().all(|digit| digit.is_ascii_hexdigit()) {
            return None;
        }
        self.at += count;
        u32::from_str_radix(&digits, 16).ok()
    }

    /// After a `\p`.
    fn property(&mut self, start: usize, sign: char) -> Option<u32> {
        let help = format!("write `\\{sign}{{L}}`, with the name of a Unicode property");
        if self.eat("{") {
            let name =
                self.eat_while(|next| next.is_ascii_alphanumeric() || matches!(next, '_' | '='));
            if name.is_empty() || !self.eat("}") {
                self.report(
                    Fault::Broken,
                    start,
                    format!("`\\{sign}` names no property"),
                    help,
                );
            } else if property::is_known(&name) {
                self.found = Set::of_property(&name);
            } else {
                self.report(
                    Fault::Unsupported,
                    start,
                    format!("Unicode has no property `{name}`"),
                    "write a name such as `L`, `Lu`, `Alphabetic` or `Script=Greek`; or list the \
                     characters, as in `[0-9A-Fa-f]`",
                );
            }
        } else if let Some(name) = self.peek().filter(|next| "CLMNPSZ".contains(*next)) {
            self.at += 1;
            self.found = Set::of_property(&name.to_string());
            self.report(
                Fault::Foreign,
                start,
                format!("`\\{sign}` has a property without braces"),
                help,
            );
        } else {
            self.report(
                Fault::Unsupported,
                start,
                format!("`\\{sign}` names no property"),
                help,
            );
        }
        None
    }
}
