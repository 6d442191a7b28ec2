//! Turns groups (their parentheses, names and flags, and references to them) into their problems.

use super::size::Group;
use super::{Fault, Parser, Preceding};

impl Parser {
    pub(super) fn references(&mut self) {
        for (at, number) in std::mem::take(&mut self.numbers) {
            if number > self.groups {
                let groups = self.groups;
                self.report(
                    Fault::Broken,
                    at,
                    format!(
                        "`\\{number}` refers to a group that does not exist: there are {groups}"
                    ),
                    "correct the number of the group",
                );
            }
        }
        for (at, name) in std::mem::take(&mut self.named) {
            if self.names.contains(&name) {
                let help = "refer to the group by its number, as in `\\1`";
                self.report(
                    Fault::Unsupported,
                    at,
                    format!("`\\k<{name}>` refers to a group by its name"),
                    help,
                );
            } else {
                let help = "name the group in front of it: `(?<name>…)`";
                self.report(
                    Fault::Broken,
                    at,
                    format!("`\\k<{name}>` refers to a group that does not exist"),
                    help,
                );
            }
        }
    }

    /// After a `(`.
    pub(super) fn open_group(&mut self, start: usize) {
        let kinds = [
            ("?:", Preceding::Atom),
            ("?=", Preceding::Look),
            ("?!", Preceding::Look),
            ("?<=", Preceding::Look),
            ("?<!", Preceding::Look),
        ];
        if let Some((text, kind)) = kinds.into_iter().find(|(text, _)| self.eat(text)) {
            self.has_look |= kind == Preceding::Look;
            self.sizes.open(match (text, kind) {
                ("?=", _) => Group::Ahead,
                (_, Preceding::Look) => Group::Look,
                _ => Group::Plain,
            });
            self.open.push((start, kind));
            return;
        }
        self.open.push((start, Preceding::Atom));
        let is_captured =
            self.peek() != Some('?') || matches!(self.text.get(self.at + 1), Some('<' | 'P'));
        self.sizes.open(if is_captured {
            Group::Captured
        } else {
            Group::Plain
        });
        if !self.eat("?") {
            self.groups += 1;
            return;
        }
        if self.eat("P<") {
            self.report(
                Fault::Foreign,
                start,
                "`(?P<` names a group in Python",
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
    pub(super) fn close_group(&mut self, start: usize) -> Preceding {
        let Some((_, group)) = self.open.pop() else {
            self.report(
                Fault::Broken,
                start,
                "this `)` closes nothing",
                "remove it, or write it as `\\)`",
            );
            return Preceding::Atom;
        };
        self.sizes.close();
        let empty = self.preceding == Preceding::Nothing && self.text[start - 1] == ':';
        if empty { Preceding::Look } else { group }
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
            self.report(Fault::Broken, start, "this group has no proper name", help);
        } else if !name.is_ascii() || name.contains('$') {
            let help = "use letters, digits and `_`, or no name at all";
            self.report(
                Fault::Unsupported,
                start,
                format!("this group is named `{name}`"),
                help,
            );
        } else if self.names.contains(&name) {
            let help = "give each group its own name, or none";
            self.report(
                Fault::Unsupported,
                start,
                format!("there is another group named `{name}`"),
                help,
            );
        }
        self.names.push(name);
    }

    /// After a `(?` that starts none of the usual groups: `(?i)`, `(?i-s:…)`, or something else.
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
            self.report(
                Fault::Foreign,
                start,
                format!("`(?{flags}` sets flags"),
                help,
            );
            if self.peek() == Some(')') {
                // These are flags for the rest: nothing that a quantifier could repeat.
                if let Some(group) = self.open.last_mut() {
                    group.1 = Preceding::Nothing;
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
        self.report(
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
