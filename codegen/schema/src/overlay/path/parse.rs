//! Turns the text of a query into its segments and selectors.

use serde_json::Value;

use super::scan::Scanner;
use super::{Comparison, Fault, Operand, Query, Segment, Selector, Test};

/// How deep filters and parentheses may be nested.
const MOST_NESTED: usize = 32;

/// Parses a query that begins at the root.
pub(in crate::overlay) fn parse(text: &str) -> Result<Query, Fault> {
    let mut parser = Parser {
        scanner: Scanner::new(text),
        depth: 0,
    };
    if !parser.scanner.take("$") {
        return Err(parser
            .scanner
            .unexpected("`$`", "begin with `$`, the root of the document"));
    }
    let segments = parser.segments()?;
    match parser.scanner.peek() {
        None => Ok(Query {
            from_root: true,
            segments,
        }),
        Some('-') => Err(parser.scanner.unexpected("a segment", QUOTE)),
        Some(_) => Err(parser.scanner.unexpected(
            "a segment",
            "continue with `.name`, `['name']`, `[0]`, `.*` or `..name`",
        )),
    }
}

const QUOTE: &str =
    "put a name with other characters than letters, digits and `_` in quotes: `['my-name']`";

struct Parser {
    scanner: Scanner,
    depth: usize,
}

impl Parser {
    fn segments(&mut self) -> Result<Vec<Segment>, Fault> {
        let mut segments = Vec::new();
        loop {
            let before = self.scanner.position();
            self.scanner.skip_blanks();
            let descends = self.scanner.take("..");
            let selectors = if self.scanner.take("[") {
                self.bracketed()?
            } else if descends || self.scanner.take(".") {
                vec![self.shorthand()?]
            } else {
                self.scanner.go_to(before);
                return Ok(segments);
            };
            segments.push(Segment {
                descends,
                selectors,
            });
        }
    }

    /// `*` or a name, after a dot.
    fn shorthand(&mut self) -> Result<Selector, Fault> {
        if self.scanner.take("*") {
            return Ok(Selector::All);
        }
        let name = self.scanner.name();
        if name.is_empty() {
            return Err(self.scanner.unexpected("a name or `*`", QUOTE));
        }
        Ok(Selector::Name(name))
    }

    /// Selectors up to the closing bracket.
    fn bracketed(&mut self) -> Result<Vec<Selector>, Fault> {
        let mut selectors = Vec::new();
        loop {
            self.scanner.skip_blanks();
            selectors.push(self.selector()?);
            self.scanner.skip_blanks();
            if self.scanner.take("]") {
                return Ok(selectors);
            }
            if !self.scanner.take(",") {
                return Err(self.scanner.unexpected("`,` or `]`", "close the bracket"));
            }
        }
    }

    fn selector(&mut self) -> Result<Selector, Fault> {
        if self.scanner.take("*") {
            return Ok(Selector::All);
        }
        if self.scanner.take("?") {
            self.scanner.skip_blanks();
            return Ok(Selector::Filter(self.any()?));
        }
        if let Some(name) = self.scanner.string()? {
            return Ok(Selector::Name(name));
        }
        let start = self.scanner.integer()?;
        if !self.scanner.take_after_blanks(":") {
            return start.map(Selector::Index).ok_or_else(|| {
                self.scanner.unexpected(
                    "a name in quotes, an index, `*` or a filter",
                    "put names in quotes: `['name']`",
                )
            });
        }
        self.scanner.skip_blanks();
        let end = self.scanner.integer()?;
        let mut step = None;
        if self.scanner.take_after_blanks(":") {
            self.scanner.skip_blanks();
            step = self.scanner.integer()?;
        }
        Ok(Selector::Slice(start, end, step.unwrap_or(1)))
    }

    fn any(&mut self) -> Result<Test, Fault> {
        self.depth += 1;
        if self.depth > MOST_NESTED {
            return Err(self
                .scanner
                .fault("filters are nested too deeply", "write several actions"));
        }
        let mut tests = vec![self.all()?];
        while self.scanner.take_after_blanks("||") {
            tests.push(self.all()?);
        }
        self.depth -= 1;
        Ok(match tests.pop() {
            Some(one) if tests.is_empty() => one,
            last => Test::Any(tests.into_iter().chain(last).collect()),
        })
    }

    fn all(&mut self) -> Result<Test, Fault> {
        let mut tests = vec![self.basic()?];
        while self.scanner.take_after_blanks("&&") {
            tests.push(self.basic()?);
        }
        Ok(match tests.pop() {
            Some(one) if tests.is_empty() => one,
            last => Test::All(tests.into_iter().chain(last).collect()),
        })
    }

    fn basic(&mut self) -> Result<Test, Fault> {
        self.scanner.skip_blanks();
        if self.scanner.take("!") {
            self.scanner.skip_blanks();
            let test = if self.scanner.take("(") {
                self.parenthesized()?
            } else {
                match self.query()? {
                    Some(query) => Test::Exists(query),
                    None => return Err(self.scanner.unexpected("`(` or `@`", CONDITION)),
                }
            };
            return Ok(Test::Not(Box::new(test)));
        }
        if self.scanner.take("(") {
            return self.parenthesized();
        }
        let start = self.scanner.position();
        if let Some(query) = self.query()? {
            match self.comparison() {
                None => return Ok(Test::Exists(query)),
                Some(_) => self.scanner.go_to(start),
            }
        }
        let left = self.operand()?;
        let Some(comparison) = self.comparison() else {
            return Err(self.scanner.unexpected("a comparison", CONDITION));
        };
        self.scanner.skip_blanks();
        Ok(Test::Compare(left, comparison, self.operand()?))
    }

    fn parenthesized(&mut self) -> Result<Test, Fault> {
        let test = self.any()?;
        if self.scanner.take_after_blanks(")") {
            return Ok(test);
        }
        Err(self.scanner.unexpected("`)`", "close the parenthesis"))
    }

    /// A query in a filter, if one comes.
    fn query(&mut self) -> Result<Option<Query>, Fault> {
        let from_root = self.scanner.take("$");
        if !from_root && !self.scanner.take("@") {
            return Ok(None);
        }
        let segments = self.segments()?;
        Ok(Some(Query {
            from_root,
            segments,
        }))
    }

    fn comparison(&mut self) -> Option<Comparison> {
        // The longer ones first.
        let all = [
            ("==", Comparison::Equal),
            ("!=", Comparison::NotEqual),
            ("<=", Comparison::LessOrEqual),
            (">=", Comparison::GreaterOrEqual),
            ("<", Comparison::Less),
            (">", Comparison::Greater),
        ];
        let mut all = all.into_iter();
        let found = all.find(|(text, _)| self.scanner.take_after_blanks(text));
        found.map(|(_, comparison)| comparison)
    }

    fn operand(&mut self) -> Result<Operand, Fault> {
        let start = self.scanner.position();
        if let Some(query) = self.query()? {
            if query.is_singular() {
                return Ok(Operand::Single(query));
            }
            self.scanner.go_to(start);
            return Err(self.scanner.fault(
                "a comparison with a query that may select several values",
                "test the values themselves: `[?@.tags[?@ == 'a']]`",
            ));
        }
        if let Some(text) = self.scanner.string()? {
            return Ok(Operand::Literal(Value::String(text)));
        }
        if let Some(number) = self.scanner.number() {
            return Ok(Operand::Literal(number));
        }
        let word = self.scanner.name();
        let value = match word.as_str() {
            "true" => Value::Bool(true),
            "false" => Value::Bool(false),
            "null" => Value::Null,
            "length" | "count" | "value" if self.scanner.take("(") => return self.function(&word),
            _ => {
                self.scanner.go_to(start);
                let is_pattern = ["match", "search"].contains(&word.as_str());
                return Err(if is_pattern {
                    let what = format!("the function `{word}` is not supported");
                    self.scanner
                        .fault(what, "compare with `==`, or name the values")
                } else {
                    self.scanner.unexpected("a value", CONDITION)
                });
            }
        };
        Ok(Operand::Literal(value))
    }

    /// The argument of a function, whose parenthesis is open.
    fn function(&mut self, name: &str) -> Result<Operand, Fault> {
        self.scanner.skip_blanks();
        self.depth += 1;
        if self.depth > MOST_NESTED {
            return Err(self
                .scanner
                .fault("functions are nested too deeply", "write several actions"));
        }
        let operand = if name == "length" {
            Operand::Length(Box::new(self.operand()?))
        } else {
            let query = self.query()?;
            let query = query.ok_or_else(|| self.scanner.unexpected("`@` or `$`", CONDITION))?;
            match name {
                "count" => Operand::Count(query),
                _ => Operand::Value(query),
            }
        };
        self.depth -= 1;
        if self.scanner.take_after_blanks(")") {
            return Ok(operand);
        }
        Err(self.scanner.unexpected("`)`", "close the parenthesis"))
    }
}

const CONDITION: &str =
    "a condition is `@.name`, `@.name == 'text'`, or several with `&&`, `||` and `!`";
