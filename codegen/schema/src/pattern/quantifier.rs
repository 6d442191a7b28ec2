//! Repetitions: `*`, `+`, `?` and `{2,3}`.

use super::{Before, Fault, Parser};

impl Parser {
    pub(super) fn quantifier(&mut self, start: usize, sign: char) -> Before {
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
    pub(super) fn counts(&mut self, start: usize) -> Before {
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
}
