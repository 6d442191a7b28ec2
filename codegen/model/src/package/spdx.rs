//! Turns an SPDX licence expression into its canonical spelling and its parts.

use std::collections::BTreeSet;

use super::licenses::known_id;

/// Nested parentheses beyond this are not a licence.
const DEEPEST: usize = 16;

/// A well-formed licence expression.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Expression {
    /// The expression with known ids in their official spelling.
    pub text: String,
    /// Every licence id once, without `+`, in order of appearance.
    pub ids: Vec<String>,
    /// Whether some licence is modified by `WITH` an exception.
    pub has_exception: bool,
}

impl Expression {
    /// Parses an expression; the error completes the sentence "the expression
    /// ...".
    ///
    /// # Errors
    ///
    /// What is wrong with the text.
    pub fn parse(text: &str) -> Result<Self, String> {
        let mut parser = Parser {
            tokens: tokens(text)?,
            at: 0,
            depth: 0,
            ids: Vec::new(),
            has_exception: false,
        };
        let text = parser.either()?;
        if let Some(token) = parser.peek() {
            return Err(match token {
                ")" => "has a `)` without a `(`".to_owned(),
                token => format!("needs `AND` or `OR` before `{token}`"),
            });
        }
        let mut seen = BTreeSet::new();
        parser.ids.retain(|id| seen.insert(id.clone()));
        Ok(Self {
            text,
            ids: parser.ids,
            has_exception: parser.has_exception,
        })
    }

    /// The ids that are in no list known here, without those that name a
    /// licence outside of SPDX on purpose.
    pub fn unknown(&self) -> impl Iterator<Item = &str> {
        self.ids
            .iter()
            .map(String::as_str)
            .filter(|id| known_id(id).is_none() && !is_reference(id))
    }

    /// Whether a licence is given by reference, which crates.io does not take
    /// in an expression.
    pub fn has_reference(&self) -> bool {
        self.ids.iter().any(|id| is_reference(id))
    }
}

fn is_reference(id: &str) -> bool {
    id.starts_with("LicenseRef-") || id.starts_with("DocumentRef-")
}

fn tokens(text: &str) -> Result<Vec<&str>, String> {
    let mut tokens = Vec::new();
    for word in text.split_whitespace() {
        let mut rest = word;
        while let Some(c) = rest.chars().next() {
            let length = match c {
                '(' | ')' => 1,
                _ => rest.find(['(', ')']).unwrap_or(rest.len()),
            };
            tokens.push(&rest[..length]);
            rest = &rest[length..];
        }
    }
    let odd =
        |c: &char| !c.is_ascii_alphanumeric() && !matches!(c, '-' | '.' | '+' | ':' | '(' | ')');
    for token in &tokens {
        if token.contains('/') {
            return Err("has a `/`, which is not SPDX: write `OR`".to_owned());
        }
        if let Some(c) = token.chars().find(odd) {
            return Err(format!("has the character {c:?}, which no licence id has"));
        }
    }
    Ok(tokens)
}

struct Parser<'a> {
    tokens: Vec<&'a str>,
    at: usize,
    depth: usize,
    ids: Vec<String>,
    has_exception: bool,
}

impl<'a> Parser<'a> {
    fn peek(&self) -> Option<&'a str> {
        self.tokens.get(self.at).copied()
    }

    fn take(&mut self, wanted: &str) -> Result<bool, String> {
        match self.peek() {
            Some(token) if token == wanted => {
                self.at += 1;
                Ok(true)
            }
            Some(token) if token.eq_ignore_ascii_case(wanted) => {
                Err(format!("has `{token}`, which must be written `{wanted}`"))
            }
            _ => Ok(false),
        }
    }

    fn either(&mut self) -> Result<String, String> {
        let mut text = self.both()?;
        while self.take("OR")? {
            text = format!("{text} OR {}", self.both()?);
        }
        Ok(text)
    }

    fn both(&mut self) -> Result<String, String> {
        let mut text = self.one()?;
        while self.take("AND")? {
            text = format!("{text} AND {}", self.one()?);
        }
        Ok(text)
    }

    fn one(&mut self) -> Result<String, String> {
        if self.take("(")? {
            self.depth += 1;
            if self.depth > DEEPEST {
                return Err("has too many nested parentheses".to_owned());
            }
            let inner = self.either()?;
            if !self.take(")")? {
                return Err("has a `(` without a `)`".to_owned());
            }
            self.depth -= 1;
            return Ok(format!("({inner})"));
        }
        let mut text = self.id("a licence id")?;
        let id = text.trim_end_matches('+').to_owned();
        if let Some(known) = known_id(&id) {
            text.replace_range(..id.len(), known);
            self.ids.push(known.to_owned());
        } else {
            self.ids.push(id);
        }
        if self.take("WITH")? {
            self.has_exception = true;
            text = format!("{text} WITH {}", self.id("the id of an exception")?);
        }
        Ok(text)
    }

    fn id(&mut self, what: &str) -> Result<String, String> {
        let Some(token) = self.peek() else {
            return Err(format!("ends where {what} is expected"));
        };
        let bare = token.strip_suffix('+').unwrap_or(token);
        let operator = ["AND", "OR", "WITH"]
            .iter()
            .any(|word| token.eq_ignore_ascii_case(word));
        if operator || bare.is_empty() || token == ")" || bare.contains('+') {
            return Err(format!("has `{token}` where {what} is expected"));
        }
        if bare.contains(':') && !bare.starts_with("DocumentRef-") {
            return Err(format!("has a colon in `{token}`"));
        }
        self.at += 1;
        Ok(token.to_owned())
    }
}
