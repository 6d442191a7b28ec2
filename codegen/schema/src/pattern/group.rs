//! Groups: what opens and closes them, their names, and what refers to them.

use super::{Before, Fault, Parser};

impl Parser {
    pub(super) fn references(&mut self) {
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
    pub(super) fn open_group(&mut self, start: usize) {
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
    pub(super) fn close_group(&mut self, start: usize) -> Before {
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
}
