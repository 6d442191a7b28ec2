//! What is wrong with a regular expression, and where in it.
//!
//! JSON Schema's dialect of them is ECMA-262 (core, section 6.4). What is checked here is its
//! grammar with the leniency of browsers (annex B.1.2), since documents have patterns that were
//! only ever tried in those. Three things are told apart: what is a regular expression nowhere, what
//! only other dialects have, and what the engine behind strict reading (the crate `jsonschema`)
//! does not take. The last is what that engine does, not a rule of its own: a test holds the two
//! against each other.
//!
//! There is no parser of this dialect among the usual crates that says where it stopped and is not
//! mostly tables of Unicode; nothing here needs those, so names of Unicode properties are taken as
//! they are.

/// How much is wrong with a pattern; the gravest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Fault {
    /// It is no regular expression.
    Broken,
    /// Strict reading cannot use it.
    Unsupported,
    /// It is one in another dialect only.
    Foreign,
}

/// What is wrong with a pattern.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Finding {
    /// How much it matters.
    pub fault: Fault,
    /// Which character of the pattern it is about, counted from 1.
    pub position: usize,
    /// What is there.
    pub what: String,
    /// How to mend it.
    pub help: String,
}

/// The gravest thing that is wrong with a pattern, the first of several.
pub(super) fn examine(pattern: &str) -> Option<Finding> {
    let mut parser = Parser::new(pattern);
    parser.run();
    parser
        .findings
        .into_iter()
        .min_by_key(|finding| (finding.fault, finding.position))
}

/// What stands before the current position: what a quantifier would repeat.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Before {
    Nothing,
    Atom,
    /// `^`, `$` or `\b`.
    Assertion,
    /// `(?=…)` and its kind, or a group with nothing in it.
    Look,
    Quantifier,
}

struct Parser {
    text: Vec<char>,
    at: usize,
    before: Before,
    /// The groups that are open: where each starts, and what it is when it ends.
    open: Vec<(usize, Before)>,
    groups: usize,
    names: Vec<String>,
    /// Whether there was a look-around or a reference: the engine reads the rest otherwise then.
    looks: bool,
    /// References to groups: the position, and the number or name.
    numbers: Vec<(usize, usize)>,
    named: Vec<(usize, String)>,
    findings: Vec<Finding>,
}

impl Parser {
    fn new(pattern: &str) -> Self {
        Self {
            text: pattern.chars().collect(),
            at: 0,
            before: Before::Nothing,
            open: Vec::new(),
            groups: 0,
            names: Vec::new(),
            looks: false,
            numbers: Vec::new(),
            named: Vec::new(),
            findings: Vec::new(),
        }
    }

    fn find(&mut self, fault: Fault, at: usize, what: impl Into<String>, help: impl Into<String>) {
        let finding = Finding {
            fault,
            position: at + 1,
            what: what.into(),
            help: help.into(),
        };
        self.findings.push(finding);
    }

    fn peek(&self) -> Option<char> {
        self.text.get(self.at).copied()
    }

    fn eat(&mut self, text: &str) -> bool {
        let fits = text
            .chars()
            .enumerate()
            .all(|(index, wanted)| self.text.get(self.at + index) == Some(&wanted));
        if fits {
            self.at += text.chars().count();
        }
        fits
    }

    fn eat_while(&mut self, fits: impl Fn(char) -> bool) -> String {
        let start = self.at;
        while self.peek().is_some_and(&fits) {
            self.at += 1;
        }
        self.text[start..self.at].iter().collect()
    }

    fn run(&mut self) {
        while let Some(next) = self.peek() {
            let start = self.at;
            self.at += 1;
            self.before = match next {
                '|' => Before::Nothing,
                '(' => {
                    self.open_group(start);
                    Before::Nothing
                }
                ')' => self.close_group(start),
                '*' | '+' | '?' => self.quantifier(start, next),
                '{' => self.counts(start),
                '^' | '$' => Before::Assertion,
                '\\' => self.escape(start),
                '[' => {
                    self.class(start);
                    Before::Atom
                }
                _ => Before::Atom,
            };
        }
        if let Some((start, _)) = self.open.first().copied() {
            self.find(
                Fault::Broken,
                start,
                "this `(` is never closed",
                "add the `)`, or write it as `\\(`",
            );
        }
        self.references();
    }

    fn references(&mut self) {
        for (at, number) in std::mem::take(&mut self.numbers) {
            if number > self.groups {
                let groups = self.groups;
                self.find(
                    Fault::Broken,
                    at,
                    format!("`\\{number}` refers to a group that is not there: there are {groups}"),
                    "correct the number of the group",
                );
            }
        }
        for (at, name) in std::mem::take(&mut self.named) {
            if self.names.contains(&name) {
                let help = "refer to the group by its number, as in `\\1`";
                self.find(
                    Fault::Unsupported,
                    at,
                    format!("`\\k<{name}>` refers to a group by its name"),
                    help,
                );
            } else {
                let help = "name the group in front of it: `(?<name>…)`";
                self.find(
                    Fault::Broken,
                    at,
                    format!("`\\k<{name}>` refers to a group that is not there"),
                    help,
                );
            }
        }
    }

    /// After a `(`.
    fn open_group(&mut self, start: usize) {
        let kinds = [
            ("?:", Before::Atom),
            ("?=", Before::Look),
            ("?!", Before::Look),
            ("?<=", Before::Look),
            ("?<!", Before::Look),
        ];
        if let Some((_, kind)) = kinds.into_iter().find(|(text, _)| self.eat(text)) {
            self.looks |= kind == Before::Look;
            self.open.push((start, kind));
            return;
        }
        self.open.push((start, Before::Atom));
        if !self.eat("?") {
            self.groups += 1;
            return;
        }
        if self.eat("P<") {
            self.find(
                Fault::Foreign,
                start,
                "`(?P<` is how Python names a group",
                "write `(?<name>…)`",
            );
            self.group_name(start);
        } else if self.eat("<") {
            self.group_name(start);
        } else {
            self.flags(start);
        }
    }

    /// After a `)`.
    fn close_group(&mut self, start: usize) -> Before {
        let Some((_, group)) = self.open.pop() else {
            self.find(
                Fault::Broken,
                start,
                "this `)` closes nothing",
                "remove it, or write it as `\\)`",
            );
            return Before::Atom;
        };
        let empty = self.before == Before::Nothing && self.text[start - 1] == ':';
        if empty { Before::Look } else { group }
    }

    fn group_name(&mut self, start: usize) {
        self.groups += 1;
        let name = self.eat_while(|next| next != '>' && next != ')');
        let mut letters = name.chars();
        let starts = letters
            .next()
            .is_some_and(|first| first.is_alphabetic() || matches!(first, '_' | '$'));
        if !self.eat(">")
            || !starts
            || !letters.all(|next| next.is_alphanumeric() || matches!(next, '_' | '$'))
        {
            let help = "a name is letters, digits and `_`, and does not start with a digit";
            self.find(Fault::Broken, start, "this group has no proper name", help);
        } else if !name.is_ascii() || name.contains('$') {
            let help = "use letters, digits and `_`, or no name at all";
            self.find(
                Fault::Unsupported,
                start,
                format!("this group is named `{name}`"),
                help,
            );
        } else if self.names.contains(&name) {
            let help = "give each group its own name, or none";
            self.find(
                Fault::Unsupported,
                start,
                format!("there is another group named `{name}`"),
                help,
            );
        }
        self.names.push(name);
    }

    /// After a `(?` that starts none of the usual groups: `(?i)`, `(?i-s:…)`, or something odd.
    fn flags(&mut self, start: usize) {
        let flags = self.eat_while(|next| next.is_ascii_alphabetic() || next == '-');
        let on_off =
            flags.trim_end_matches('-').len() == flags.len() && flags.matches('-').count() < 2;
        let letters: Vec<char> = flags.chars().filter(|flag| *flag != '-').collect();
        let distinct = letters
            .iter()
            .enumerate()
            .all(|(index, flag)| !letters[..index].contains(flag));
        let known = |known: &str| letters.iter().all(|flag| known.contains(*flag));
        let proper = !letters.is_empty() && on_off && distinct;
        if proper && known("ims") && self.eat(":") {
            return;
        }
        let help = "spell both cases, as in `[Aa]`, or check the value in the program";
        if proper && known("imsUux") && (self.eat(":") || self.peek() == Some(')')) {
            self.find(
                Fault::Foreign,
                start,
                format!("`(?{flags}` sets flags"),
                help,
            );
            if self.peek() == Some(')') {
                // Flags for what follows: nothing that could be repeated.
                if let Some(group) = self.open.last_mut() {
                    group.1 = Before::Nothing;
                }
            }
            return;
        }
        let what = match self.peek() {
            Some(next) => format!("`(?{flags}{next}` starts no group that ECMA-262 has"),
            None => format!("`(?{flags}` starts no group"),
        };
        let help = "a group starts with `(`, `(?:`, `(?=`, `(?!`, `(?<=`, `(?<!` or `(?<name>`";
        let other =
            !flags.is_empty() || matches!(self.peek(), Some('>' | '#' | '|' | '&' | '(' | '\''));
        self.find(
            if other {
                Fault::Unsupported
            } else {
                Fault::Broken
            },
            start,
            what,
            help,
        );
    }

    fn quantifier(&mut self, start: usize, sign: char) -> Before {
        match self.before {
            Before::Nothing => {
                let help = format!(
                    "put before it what is repeated: `.{sign}` is any text; `\\{sign}` is the sign itself"
                );
                self.find(
                    Fault::Broken,
                    start,
                    format!("there is nothing before this `{sign}` to repeat"),
                    help,
                );
            }
            Before::Quantifier if sign == '+' => {
                self.find(
                    Fault::Foreign,
                    start,
                    "this `+` makes a repetition possessive",
                    "remove the second sign",
                );
            }
            Before::Quantifier => {
                let help = "remove one of the signs, or put what is repeated in `(?:…)`";
                self.find(
                    Fault::Broken,
                    start,
                    format!("this `{sign}` repeats a repetition"),
                    help,
                );
            }
            before => self.repeated_place(start, before),
        }
        self.eat("?");
        Before::Quantifier
    }

    /// `^*`, `(?=a)*`: what is repeated is no text.
    fn repeated_place(&mut self, start: usize, before: Before) {
        let what = "what is repeated here is a place in the text, not text";
        match before {
            Before::Assertion => self.find(Fault::Foreign, start, what, "remove the repetition"),
            Before::Look => self.find(Fault::Unsupported, start, what, "remove the repetition"),
            _ => {}
        }
    }

    /// After a `{`.
    fn counts(&mut self, start: usize) -> Before {
        let least = self.eat_while(|next| next.is_ascii_digit());
        let comma = self.eat(",");
        let most = if comma {
            self.eat_while(|next| next.is_ascii_digit())
        } else {
            String::new()
        };
        if least.is_empty() || !self.eat("}") {
            self.at = start + 1;
            self.find(
                Fault::Unsupported,
                start,
                "this `{` starts no number of repetitions",
                "write it as `\\{`",
            );
            return Before::Atom;
        }
        let number = |digits: &str| digits.parse::<u64>().unwrap_or(u64::MAX);
        let largest = number(if most.is_empty() { &least } else { &most });
        match self.before {
            Before::Nothing => {
                let help = "put before it what is repeated, or write it as `\\{`";
                self.find(
                    Fault::Broken,
                    start,
                    "there is nothing before this `{` to repeat",
                    help,
                );
            }
            Before::Quantifier => {
                let help = "remove one of the repetitions, or put what is repeated in `(?:…)`";
                self.find(Fault::Foreign, start, "this repeats a repetition", help);
            }
            before => self.repeated_place(start, before),
        }
        if !most.is_empty() && number(&least) > largest {
            let what = format!("`{{{least},{most}}}` has the greater number first");
            self.find(
                Fault::Broken,
                start,
                what,
                format!("exchange them: `{{{most},{least}}}`"),
            );
        } else if largest > u64::from(u32::MAX) {
            self.find(
                Fault::Unsupported,
                start,
                "this is repeated too often",
                "choose a smaller number",
            );
        }
        self.eat("?");
        Before::Quantifier
    }

    /// After a `\` outside of a class.
    fn escape(&mut self, start: usize) -> Before {
        let Some(next) = self.peek() else {
            self.find(
                Fault::Broken,
                start,
                "there is nothing after this `\\`",
                "write it as `\\\\`",
            );
            return Before::Atom;
        };
        self.at += 1;
        match next {
            'b' | 'B' => return Before::Assertion,
            'A' | 'z' => {
                let meant = if next == 'A' { '^' } else { '$' };
                let what = format!("`\\{next}` is an end of the text in other dialects");
                self.find(Fault::Foreign, start, what, format!("write `{meant}`"));
                return Before::Assertion;
            }
            'k' if self.eat("<") => {
                let name = self.eat_while(|next| next != '>' && next != ')');
                self.eat(">");
                self.named.push((start, name));
            }
            '1'..='9' => {
                self.at -= 1;
                let digits = self.eat_while(|next| next.is_ascii_digit());
                self.looks = true;
                self.numbers
                    .push((start, digits.parse().unwrap_or(usize::MAX)));
            }
            _ => {
                self.character_escape(start, next);
            }
        }
        Before::Atom
    }

    /// An escape that stands for characters; the one character, where it is known to be one.
    fn character_escape(&mut self, start: usize, next: char) -> Option<u32> {
        let unsupported = |parser: &mut Self, what: String, help: &str| {
            parser.find(Fault::Unsupported, start, what, help);
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
                    if self.looks {
                        let what =
                            format!("`\\c{letter}` stands after a look-around or a reference");
                        self.find(
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
                    "`\\c` needs a letter behind it".to_owned(),
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

    /// After a `\p`. Whether there is such a property, only the tables of Unicode know.
    fn property(&mut self, start: usize, sign: char) -> Option<u32> {
        let help = format!("write `\\{sign}{{L}}`, with the name of a Unicode property");
        if self.eat("{") {
            let name =
                self.eat_while(|next| next.is_ascii_alphanumeric() || matches!(next, '_' | '='));
            if name.is_empty() || !self.eat("}") {
                self.find(
                    Fault::Broken,
                    start,
                    format!("`\\{sign}` names no property"),
                    help,
                );
            }
        } else if self.peek().is_some_and(|next| "CLMNPSZ".contains(next)) {
            self.at += 1;
            self.find(
                Fault::Foreign,
                start,
                format!("`\\{sign}` has its property without braces"),
                help,
            );
        } else {
            self.find(
                Fault::Unsupported,
                start,
                format!("`\\{sign}` names no property"),
                help,
            );
        }
        None
    }

    /// After a `[`.
    fn class(&mut self, start: usize) {
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

#[cfg(test)]
mod tests;
