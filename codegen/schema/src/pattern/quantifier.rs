//! Turns repetitions (`*`, `+`, `?` and `{2,3}`) into their problems.

use super::{Fault, Parser, Preceding};

impl Parser {
    pub(super) fn quantifier(&mut self, start: usize, sign: char) -> Preceding {
        match self.preceding {
            Preceding::Nothing => {
                let help = format!(
                    "write the repeated text before it: `.{sign}` is any text, `\\{sign}` is the sign itself"
                );
                self.report(
                    Fault::Broken,
                    start,
                    format!("there is nothing before this `{sign}` to repeat"),
                    help,
                );
            }
            Preceding::Quantifier if sign == '+' => {
                self.report(
                    Fault::Foreign,
                    start,
                    "this `+` makes a repetition possessive",
                    "remove the second sign",
                );
            }
            Preceding::Quantifier => {
                let help = "remove one of the signs, or put the repeated text in `(?:…)`";
                self.report(
                    Fault::Broken,
                    start,
                    format!("this `{sign}` repeats a repetition"),
                    help,
                );
            }
            before => self.repeated_place(start, before),
        }
        let (least, most) = match sign {
            '*' => (0, None),
            '+' => (1, None),
            _ => (0, Some(1)),
        };
        self.sizes.repeat(start, least, most);
        self.eat("?");
        Preceding::Quantifier
    }

    /// `^*`, `(?=a)*`: the repeated part matches no text.
    fn repeated_place(&mut self, start: usize, before: Preceding) {
        let what = "the repeated part matches a position, not text";
        match before {
            Preceding::Assertion => {
                self.report(Fault::Foreign, start, what, "remove the repetition");
            }
            Preceding::Look => {
                self.report(Fault::Unsupported, start, what, "remove the repetition");
            }
            _ => {}
        }
    }

    /// After a `{`.
    pub(super) fn counts(&mut self, start: usize) -> Preceding {
        let least = self.eat_while(|next| next.is_ascii_digit());
        let comma = self.eat(",");
        let most = if comma {
            self.eat_while(|next| next.is_ascii_digit())
        } else {
            String::new()
        };
        if least.is_empty() || !self.eat("}") {
            self.at = start + 1;
            self.report(
                Fault::Unsupported,
                start,
                "this `{` starts no count of repetitions",
                "write it as `\\{`",
            );
            self.character('{'.into());
            return Preceding::Atom;
        }
        let number = |digits: &str| digits.parse::<u64>().unwrap_or(u64::MAX);
        let largest = number(if most.is_empty() { &least } else { &most });
        let is_open = comma && most.is_empty();
        self.sizes
            .repeat(start, number(&least), (!is_open).then_some(largest));
        match self.preceding {
            Preceding::Nothing => {
                let help = "write the repeated text before it, or write it as `\\{`";
                self.report(
                    Fault::Broken,
                    start,
                    "there is nothing before this `{` to repeat",
                    help,
                );
            }
            Preceding::Quantifier => {
                let help = "remove one of the repetitions, or put the repeated text in `(?:…)`";
                self.report(Fault::Foreign, start, "this repeats a repetition", help);
            }
            before => self.repeated_place(start, before),
        }
        if !most.is_empty() && number(&least) > largest {
            let what = format!("`{{{least},{most}}}` has the greater number first");
            self.report(
                Fault::Broken,
                start,
                what,
                format!("exchange them: `{{{most},{least}}}`"),
            );
        } else if largest > u64::from(u32::MAX) {
            self.report(
                Fault::Unsupported,
                start,
                "the count of repetitions is too large",
                "choose a smaller number",
            );
        }
        self.eat("?");
        Preceding::Quantifier
    }
}
