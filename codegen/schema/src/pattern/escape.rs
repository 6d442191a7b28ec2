//! Escapes: the characters after a backslash.

use super::{Fault, Parser, Preceding, property};

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
            'b' | 'B' => return Preceding::Assertion,
            'A' | 'z' => {
                let meant = if next == 'A' { '^' } else { '$' };
                let what = format!("`\\{next}` marks an end of the text only in other dialects");
                self.report(Fault::Foreign, start, what, format!("write `{meant}`"));
                return Preceding::Assertion;
            }
            'k' if self.eat("<") => {
                let name = self.eat_while(|next| next != '>' && next != ')');
                self.eat(">");
                self.named.push((start, name));
            }
            '1'..='9' => {
                self.at -= 1;
                let digits = self.eat_while(|next| next.is_ascii_digit());
                self.has_look = true;
                self.numbers
                    .push((start, digits.parse().unwrap_or(usize::MAX)));
            }
            _ => {
                self.character_escape(start, next);
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
            'd' | 'D' | 's' | 'S' | 'w' | 'W' => None,
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
            } else if !property::is_known(&name) {
                self.report(
                    Fault::Unsupported,
                    start,
                    format!("Unicode has no property `{name}`"),
                    "write a name such as `L`, `Lu`, `Alphabetic` or `Script=Greek`; or list the \
                     characters, as in `[0-9A-Fa-f]`",
                );
            }
        } else if self.peek().is_some_and(|next| "CLMNPSZ".contains(next)) {
            self.at += 1;
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
