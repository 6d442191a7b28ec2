//! Turns an SPDX licence expression into its canonical spelling and its parts.
//!
//! The grammar and the list of licences come from the crate `spdx`, with which crates.io
//! checks `license` too.

use spdx::error::Reason;
use spdx::lexer::{Lexer, Token};
use spdx::{ParseError, ParseMode};

use super::licenses;

/// Unknown ids are taken, because SPDX adds licences, and reported.
const MODE: ParseMode = ParseMode {
    allow_deprecated: true,
    allow_postfix_plus_on_gpl: true,
    allow_unknown: true,
    ..ParseMode::STRICT
};

/// Longer texts, in bytes, are not licences.
pub(super) const LONGEST: usize = 1000;

/// A well-formed licence expression.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct LicenseExpression {
    /// The expression with known ids in their official spelling.
    pub text: String,
    /// Every licence of the SPDX list once, without `+`, in order of appearance.
    pub ids: Vec<String>,
    /// Ids of licences and exceptions that are not in the SPDX list.
    pub unknown: Vec<String>,
    /// Whether some licence is modified by `WITH` an exception.
    pub has_exception: bool,
    /// Whether a licence is given by reference (`LicenseRef-…`), which crates.io does not take.
    pub has_reference: bool,
}

impl LicenseExpression {
    /// Parses an expression.
    ///
    /// # Errors
    ///
    /// Completes the sentence "the expression ...".
    pub fn parse(text: &str) -> Result<Self, String> {
        if text.len() > LONGEST {
            return Err(format!("is longer than {LONGEST} bytes"));
        }
        let mut expression = Self::default();
        let mut after_with = false;
        for token in Lexer::new_mode(text, MODE) {
            let found = token.map_err(|error| reason(&error))?;
            if let Token::Unknown(word) = found.token
                && word.contains(':')
            {
                return Err(format!("has a colon in `{word}`"));
            }
            let spelled = text.get(found.span).unwrap_or_default();
            expression.add(&found.token, spelled, after_with);
            after_with = found.token == Token::With;
        }
        spdx::Expression::parse_mode(&expression.text, MODE).map_err(|error| reason(&error))?;
        Ok(expression)
    }

    fn add(&mut self, token: &Token<'_>, text: &str, after_with: bool) {
        let glued = matches!(token, Token::CloseParen | Token::Plus);
        if !glued && !self.text.is_empty() && !self.text.ends_with('(') {
            self.text.push(' ');
        }
        let spelled = match token {
            Token::And => "AND",
            Token::Or => "OR",
            Token::With => "WITH",
            Token::Unknown(word) if after_with => licenses::known_exception(word).unwrap_or(word),
            Token::Unknown(word) => licenses::known_license(word).unwrap_or(word),
            _ => text,
        };
        self.text.push_str(spelled);
        self.has_exception |= after_with;
        match token {
            Token::LicenseRef { .. } | Token::AdditionRef { .. } => self.has_reference = true,
            Token::Unknown(word) if spelled == *word => self.unknown.push(spelled.to_owned()),
            Token::Spdx(_) | Token::Unknown(_)
                if !after_with && !self.ids.iter().any(|id| id == spelled) =>
            {
                self.ids.push(spelled.to_owned());
            }
            _ => {}
        }
    }
}

fn reason(error: &ParseError) -> String {
    let found = error.original.get(error.span.clone()).unwrap_or_default();
    match &error.reason {
        Reason::Empty => "is empty".to_owned(),
        Reason::UnclosedParens => "has a `(` without a `)`".to_owned(),
        Reason::UnopenedParens => "has a `)` without a `(`".to_owned(),
        Reason::InvalidCharacters if found.starts_with('/') => {
            "has a `/`, which is not SPDX: write `OR`".to_owned()
        }
        Reason::InvalidCharacters => {
            let character = found.chars().next().unwrap_or_default();
            format!("has the character {character:?}, which no licence id has")
        }
        Reason::Unexpected(expected) => {
            let terms = expected.iter().map(|term| match *term {
                "<license>" => "a licence id".to_owned(),
                "<addition>" => "the id of an exception".to_owned(),
                term => format!("`{term}`"),
            });
            let expected = terms.collect::<Vec<_>>().join(" or ");
            match found {
                "" => format!("ends where {expected} is expected"),
                _ => format!("has `{found}` where {expected} is expected"),
            }
        }
        other => format!("is not SPDX: {other}"),
    }
}
