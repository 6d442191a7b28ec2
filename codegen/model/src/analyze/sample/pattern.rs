//! A string that matches a regular expression, made from it: its first alternative, the least repetition.
//!
//! The string matches by construction. Expressions with look-around, back references
//! or properties give none.

/// The longest string that is made.
const LONGEST: usize = 200;
/// How deep groups may nest.
const DEEPEST: usize = 20;
/// The characters that stand for a class; the first one in it is taken.
const PLAIN: &str = "aA01-_ ./:@+#,bB2xX9";

/// A string of at least `least` characters that matches the pattern of ECMA-262, if a simple reading of it gives one.
pub(super) fn example(pattern: &str, least: usize) -> Option<String> {
    if least > LONGEST {
        return None;
    }
    let mut shortest = None;
    for more in [0, 1, least] {
        let mut parser = Parser {
            rest: pattern,
            more,
            depth: 0,
        };
        let text = parser.alternatives()?;
        if !parser.rest.is_empty() || text.chars().count() > LONGEST {
            return None;
        }
        if text.chars().count() >= least.max(1) {
            return Some(text);
        }
        shortest.get_or_insert(text);
    }
    shortest.filter(|text| text.chars().count() >= least)
}

/// Reads an expression and writes what it matches at once.
struct Parser<'p> {
    rest: &'p str,
    /// How often an open repetition is taken beyond its least number.
    more: usize,
    depth: usize,
}

/// One element of a sequence.
enum Atom {
    /// This text, for a group.
    Text(String),
    /// One of these characters.
    Set(Set),
    /// The start or the end of the text, or nothing.
    Empty,
}

/// Ranges of characters, or all but them.
struct Set {
    ranges: Vec<(char, char)>,
    negated: bool,
}

impl Set {
    fn of(ranges: &[(char, char)], negated: bool) -> Self {
        let ranges = ranges.to_vec();
        Self { ranges, negated }
    }

    fn has(&self, one: char) -> bool {
        let listed = |(start, end): &(char, char)| (*start..=*end).contains(&one);
        self.ranges.iter().any(listed) != self.negated
    }

    fn pick(&self) -> Option<char> {
        let plain = PLAIN.chars().find(|one| self.has(*one));
        plain.or_else(|| {
            self.ranges
                .first()
                .filter(|_| !self.negated)
                .map(|range| range.0)
        })
    }
}

const DIGITS: [(char, char); 1] = [('0', '9')];
const WORDS: [(char, char); 4] = [('a', 'z'), ('A', 'Z'), ('0', '9'), ('_', '_')];
const SPACES: [(char, char); 2] = [(' ', ' '), ('\t', '\r')];

impl Parser<'_> {
    fn next(&mut self) -> Option<char> {
        let next = self.rest.chars().next()?;
        self.rest = &self.rest[next.len_utf8()..];
        Some(next)
    }

    fn take(&mut self, start: &str) -> bool {
        let rest = self.rest.strip_prefix(start);
        self.rest = rest.unwrap_or(self.rest);
        rest.is_some()
    }

    /// Alternatives up to the end of the text or a `)`: the text of the first.
    fn alternatives(&mut self) -> Option<String> {
        self.depth += 1;
        if self.depth > DEEPEST {
            return None;
        }
        let first = self.sequence()?;
        while self.take("|") {
            // The others are read to find the end of the group.
            self.sequence()?;
        }
        self.depth -= 1;
        Some(first)
    }

    fn sequence(&mut self) -> Option<String> {
        let mut text = String::new();
        let mut ended = false;
        while !self.rest.is_empty() && !self.rest.starts_with(['|', ')']) {
            let start = text.is_empty();
            if self.take("^") {
                // An anchor within the text matches nothing, or the start of a line.
                if !start || self.depth > 1 {
                    return None;
                }
                continue;
            }
            if self.take("$") {
                ended = true;
                continue;
            }
            let atom = self.atom()?;
            let times = self.times()?;
            let before = text.len();
            for _ in 0..times {
                match &atom {
                    Atom::Text(part) => text.push_str(part),
                    Atom::Set(set) => text.push(set.pick()?),
                    Atom::Empty => {}
                }
                if text.len() > LONGEST * 4 {
                    return None;
                }
            }
            // After the end of the text, only nothing matches.
            if ended && text.len() > before {
                return None;
            }
        }
        // The end of a group is not known to be the end of the text.
        (!ended || self.depth == 1).then_some(text)
    }

    fn atom(&mut self) -> Option<Atom> {
        Some(match self.next()? {
            '(' => {
                if self.rest.starts_with('?') && !self.take("?:") {
                    return None;
                }
                let text = self.alternatives()?;
                if !self.take(")") {
                    return None;
                }
                if text.is_empty() {
                    Atom::Empty
                } else {
                    Atom::Text(text)
                }
            }
            '[' => Atom::Set(self.class()?),
            '.' => Atom::Set(Set::of(&[('\n', '\n'), ('\r', '\r')], true)),
            '\\' => Atom::Set(self.escape()?),
            '*' | '+' | '?' | '{' | '}' | ']' => return None,
            other => Atom::Set(Set::of(&[(other, other)], false)),
        })
    }

    fn escape(&mut self) -> Option<Set> {
        Some(match self.next()? {
            'd' => Set::of(&DIGITS, false),
            'D' => Set::of(&DIGITS, true),
            'w' => Set::of(&WORDS, false),
            'W' => Set::of(&WORDS, true),
            's' => Set::of(&SPACES, false),
            'S' => Set::of(&SPACES, true),
            sign if sign.is_ascii_punctuation() => Set::of(&[(sign, sign)], false),
            _ => return None,
        })
    }

    fn class(&mut self) -> Option<Set> {
        let negated = self.take("^");
        let mut ranges = Vec::new();
        loop {
            let start = match self.next()? {
                ']' => break,
                '\\' => {
                    let set = self.escape()?;
                    let [(start, end)] = set.ranges[..] else {
                        ranges.extend(if set.negated { return None } else { set.ranges });
                        continue;
                    };
                    if set.negated {
                        return None;
                    }
                    if start != end {
                        ranges.push((start, end));
                        continue;
                    }
                    start
                }
                other => other,
            };
            let is_range = self.rest.starts_with('-') && !self.rest.starts_with("-]");
            if !is_range {
                ranges.push((start, start));
                continue;
            }
            self.next();
            let end = match self.next()? {
                '\\' => match self.escape()? {
                    Set {
                        ranges,
                        negated: false,
                    } if ranges.len() == 1 && ranges[0].0 == ranges[0].1 => ranges[0].0,
                    _ => return None,
                },
                other => other,
            };
            ranges.push((start, end));
        }
        Some(Set { ranges, negated })
    }

    /// How often the atom before is taken.
    fn times(&mut self) -> Option<usize> {
        let (least, most) = match self.rest.chars().next() {
            Some('*') => (0, None),
            Some('+') => (1, None),
            Some('?') => (0, Some(1)),
            Some('{') => {
                let (inner, _) = self.rest[1..].split_once('}')?;
                let (least, most) = inner.split_once(',').unwrap_or((inner, inner));
                let most = match most {
                    "" => None,
                    most => Some(most.parse().ok()?),
                };
                let bounds = (least.parse().ok()?, most);
                self.rest = &self.rest[inner.len() + 1..];
                bounds
            }
            _ => return Some(1),
        };
        self.next();
        self.take("?");
        let times = usize::max(least, self.more);
        let times = most.map_or(times, |most: usize| times.min(most).max(least));
        (times <= LONGEST).then_some(times)
    }
}
