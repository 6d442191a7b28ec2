//! Turns a regular expression into a string that it matches: its first alternative, the least repetition.
//!
//! The string matches by construction. Expressions with look-around, back references
//! or properties give none.

/// The longest string that is made.
const LONGEST: usize = 200;
/// How deep groups may nest.
const DEEPEST: usize = 20;
/// The characters that stand for a class; the first one in it is taken.
const PLAIN: &str = "aA01-_ ./:@+#,bB2xX9";

/// The character that fills up a text.
const FILLING: char = 'a';

/// A string of at least `least` characters that matches the patterns of ECMA-262, if a simple reading of them gives one.
/// Of several patterns one may say how the text starts, and one how it ends.
pub(super) fn example(patterns: &[&str], least: usize) -> Option<String> {
    if least > LONGEST {
        return None;
    }
    let mut shortest = None;
    for more in [0, 1, least] {
        let texts = patterns.iter().map(|pattern| Text::of(pattern, more));
        let text = joined(texts.collect::<Option<Vec<Text>>>()?)?;
        let length = |text: &Text| text.text.chars().count();
        if length(&text) > LONGEST {
            return None;
        }
        if length(&text) >= least.max(1) {
            return Some(text.text);
        }
        shortest.get_or_insert(text);
    }
    shortest.and_then(|text| text.filled(least))
}

/// One text of all that match what several texts were made for. Without look-around, a pattern matches what has a text of it
/// in it, so only the start and the end of the text have room for one each.
fn joined(mut texts: Vec<Text>) -> Option<Text> {
    if texts.len() == 1 {
        return texts.pop();
    }
    texts.sort_by_key(|text| (!text.is_start, text.is_end));
    let starts = texts.iter().filter(|text| text.is_start).count();
    let ends = texts.iter().filter(|text| text.is_end).count();
    let is_whole = texts.iter().any(|text| text.is_whole);
    (starts < 2 && ends < 2 && !is_whole).then(|| Text {
        front: texts
            .first()
            .filter(|text| text.is_start)
            .map_or(0, |text| text.text.len()),
        text: texts.iter().map(|text| text.text.as_str()).collect(),
        is_start: starts > 0,
        is_end: ends > 0,
        is_whole: false,
    })
}

/// A text that matches a pattern.
struct Text {
    text: String,
    /// Whether nothing may be in front of it.
    is_start: bool,
    /// Whether nothing may follow it.
    is_end: bool,
    /// Whether one pattern fixes both ends, so nothing may be put in either.
    is_whole: bool,
    /// Where something may be put in otherwise.
    front: usize,
}

impl Text {
    fn of(pattern: &str, more: usize) -> Option<Self> {
        let mut parser = Parser {
            rest: pattern,
            more,
            depth: 0,
            is_start: false,
            is_end: false,
        };
        let text = parser.alternatives()?;
        parser.rest.is_empty().then_some(Self {
            front: if parser.is_start { text.len() } else { 0 },
            text,
            is_start: parser.is_start,
            is_end: parser.is_end,
            is_whole: parser.is_start && parser.is_end,
        })
    }

    /// The text with as many characters, put in where nothing fixes them.
    fn filled(self, least: usize) -> Option<String> {
        let missing = least.saturating_sub(self.text.chars().count());
        if missing > 0 && self.is_whole {
            return None;
        }
        let (front, back) = self.text.split_at(self.front);
        let filling: String = std::iter::repeat_n(FILLING, missing).collect();
        Some(format!("{front}{filling}{back}"))
    }
}

/// Reads an expression and writes what it matches at once.
struct Parser<'p> {
    rest: &'p str,
    /// How often an open repetition is taken beyond its least number.
    more: usize,
    depth: usize,
    /// Whether the first alternative is that of the start of a text.
    is_start: bool,
    /// Whether it is that of the end of a text.
    is_end: bool,
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
        let anchors = (self.is_start, self.is_end);
        while self.take("|") {
            // The others are read to find the end of the group.
            self.sequence()?;
        }
        (self.is_start, self.is_end) = anchors;
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
                self.is_start = true;
                continue;
            }
            if self.take("$") {
                ended = true;
                self.is_end = true;
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
