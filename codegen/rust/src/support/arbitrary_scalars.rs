//! Turns a schema and bytes into numbers and strings.

use arbitrary::{Error, Result};
use regex_syntax::hir::{Class, Hir, HirKind};
use serde_json::Value;

use super::arbitrary_draw::{Draw, Keywords};

/// The most characters beyond the required ones.
const MORE: usize = 12;

/// The most characters of a text.
const MOST: usize = 4096;

/// The bounds of an `i64`, the limits of an integer without bounds.
const WHOLE: (f64, f64) = (-9_223_372_036_854_775_808.0, 9_223_372_036_854_774_784.0);

impl<'s> Draw<'s, '_, '_> {
    /// Makes an integer.
    #[allow(
        clippy::cast_possible_truncation,
        reason = "the bounds are the bounds of the type, and there is no fraction"
    )]
    pub(super) fn integer(&mut self, keywords: &Keywords<'s>) -> Result<Value> {
        let (least, most) = bounds(keywords);
        let (mut least, mut most) = (
            least.max(WHOLE.0).ceil() as i64,
            most.min(WHOLE.1).floor() as i64,
        );
        for format in keywords.texts("format") {
            let (from, to) = width(format);
            (least, most) = (least.max(from), most.min(to));
        }
        let above = |bound: f64| (bound.floor() as i64).saturating_add(1);
        let below = |bound: f64| (bound.ceil() as i64).saturating_sub(1);
        least = keywords
            .numbers("exclusiveMinimum")
            .map(above)
            .fold(least, i64::max);
        most = keywords
            .numbers("exclusiveMaximum")
            .map(below)
            .fold(most, i64::min);
        if least > most {
            return Err(Error::IncorrectFormat);
        }
        let number = self.whole(least, most)?;
        let step = keywords.numbers("multipleOf").map(|step| step as i64).max();
        let step = step.filter(|step| *step > 0).unwrap_or(1);
        // The multiple may be on the other side of the bound.
        let down = number - number.rem_euclid(step);
        Ok(Value::from(if down < least {
            down.saturating_add(step)
        } else {
            down
        }))
    }

    /// A number in bounds: near to zero or to a bound at first.
    fn whole(&mut self, least: i64, most: i64) -> Result<i64> {
        let near = 0.clamp(least, most);
        match self.bytes.int_in_range(0..=7_u8)? {
            0 if self.is_simple() => Ok(near),
            0..=3 => self
                .bytes
                .int_in_range(near..=most.min(near.saturating_add(255))),
            4 => Ok(least),
            5 => Ok(most),
            _ => self.bytes.int_in_range(least..=most),
        }
    }

    /// Makes a number.
    pub(super) fn number(&mut self, keywords: &Keywords<'s>) -> Result<Value> {
        let (least, most) = bounds(keywords);
        let least = keywords.numbers("exclusiveMinimum").fold(least, f64::max);
        let most = keywords.numbers("exclusiveMaximum").fold(most, f64::min);
        let is_in = |number: f64| number.is_finite() && (least..=most).contains(&number);
        let any: f64 = self.bytes.arbitrary()?;
        let share = f64::from(self.bytes.arbitrary::<u16>()?) / f64::from(u16::MAX);
        let between = match (least.is_finite(), most.is_finite()) {
            (true, true) => least + share * (most - least),
            (true, false) => least + share * 1000.0,
            (false, true) => most - share * 1000.0,
            (false, false) => (share * 1000.0).round() / 8.0,
        };
        let number = if is_in(any) && self.bytes.arbitrary()? {
            any
        } else {
            between
        };
        let step = keywords.numbers("multipleOf").fold(0.0, f64::max);
        let number = if step > 0.0 {
            (number / step).round() * step
        } else {
            number
        };
        // A float that is whole is written as an integer.
        serde_json::Number::from_f64(number)
            .map(Value::Number)
            .ok_or(Error::IncorrectFormat)
    }

    /// Makes a text.
    pub(super) fn string(&mut self, keywords: &Keywords<'s>) -> Result<String> {
        if let Some(pattern) = keywords.texts("pattern").next() {
            return self.of_pattern(pattern);
        }
        for format in keywords
            .texts("format")
            .chain(keywords.texts("contentEncoding"))
        {
            if let Some(text) = self.of_format(format)? {
                return Ok(text);
            }
        }
        let least = keywords.least("minLength");
        if least > MOST {
            return Err(Error::IncorrectFormat);
        }
        let most = keywords.most("maxLength").min(least + MORE);
        let mut text = self.letters(least)?;
        let mut length = least;
        while length < most && self.adds()? {
            let is_any = self.bytes.int_in_range(0..=7_u8)? == 7;
            let any: char = if is_any {
                self.bytes.arbitrary()?
            } else {
                self.letter()?
            };
            text.push(any);
            length += 1;
        }
        Ok(text)
    }

    /// Makes this number of letters.
    pub(super) fn letters(&mut self, length: usize) -> Result<String> {
        (0..length).map(|_| self.letter()).collect()
    }

    fn letter(&mut self) -> Result<char> {
        self.bytes.int_in_range(b'a'..=b'z').map(char::from)
    }

    /// Makes a text of a format that a type of another crate may read; `None` for other formats.
    fn of_format(&mut self, format: &str) -> Result<Option<String>> {
        let mut within = |least: u32, most: u32| self.bytes.int_in_range(least..=most);
        Ok(Some(match format {
            "date" | "date-time" => {
                let date = format!(
                    "{:04}-{:02}-{:02}",
                    within(1970, 2099)?,
                    within(1, 12)?,
                    within(1, 28)?
                );
                if format == "date" {
                    return Ok(Some(date));
                }
                format!(
                    "{date}T{:02}:{:02}:{:02}Z",
                    within(0, 23)?,
                    within(0, 59)?,
                    within(0, 59)?
                )
            }
            "time" => format!(
                "{:02}:{:02}:{:02}Z",
                within(0, 23)?,
                within(0, 59)?,
                within(0, 59)?
            ),
            "duration" => format!("PT{}H{}M", within(0, 99)?, within(0, 59)?),
            "uuid" => {
                let (start, end) = (within(0, u32::MAX)?, within(0, u32::MAX)?);
                format!(
                    "{start:08x}-{:04x}-4{:03x}-8{:03x}-0000{end:08x}",
                    within(0, 0xFFFF)?,
                    within(0, 0xFFF)?,
                    within(0, 0xFFF)?
                )
            }
            "ipv4" | "ip" => format!("192.0.2.{}", within(0, 255)?),
            "ipv6" => format!("2001:db8::{:x}", within(0, 0xFFFF)?),
            "uri" | "url" | "iri" | "uri-reference" | "iri-reference" => {
                format!("https://example.com/{}", self.letters(3)?)
            }
            "hostname" | "idn-hostname" => format!("{}.example", self.letters(3)?),
            "email" | "idn-email" => format!("{}@example.com", self.letters(3)?),
            "decimal" => format!("{}.{:02}", within(0, 9999)?, within(0, 99)?),
            // Four letters are three bytes.
            "byte" | "base64" => self.letters(4)?,
            _ => return Ok(None),
        }))
    }

    /// Makes a text that a regular expression matches.
    pub(super) fn of_pattern(&mut self, pattern: &str) -> Result<String> {
        let parsed = regex_syntax::parse(pattern).map_err(|_| Error::IncorrectFormat)?;
        let mut text = String::new();
        self.write(&parsed, &mut text)?;
        Ok(text)
    }

    /// Adds a text that a part of a regular expression matches.
    fn write(&mut self, part: &Hir, text: &mut String) -> Result<()> {
        if text.len() > MOST {
            return Err(Error::IncorrectFormat);
        }
        match part.kind() {
            HirKind::Empty | HirKind::Look(_) => Ok(()),
            HirKind::Literal(literal) => {
                text.push_str(&String::from_utf8_lossy(&literal.0));
                Ok(())
            }
            HirKind::Class(class) => self.character(class).map(|one| text.push(one)),
            HirKind::Capture(capture) => self.write(&capture.sub, text),
            HirKind::Concat(parts) => parts.iter().try_for_each(|part| self.write(part, text)),
            HirKind::Alternation(parts) => {
                let part = self.bytes.choose(parts)?;
                self.write(part, text)
            }
            HirKind::Repetition(repetition) => {
                let most = repetition.max.unwrap_or(u32::MAX);
                let more = self.bytes.int_in_range(0..=3)?;
                let times = repetition.min.saturating_add(more).min(most);
                for _ in 0..times {
                    let before = text.len();
                    self.write(&repetition.sub, text)?;
                    // Repetitions of nothing have no end.
                    if text.len() == before {
                        break;
                    }
                }
                Ok(())
            }
        }
    }

    /// A character of a class: an ASCII one, if there is one.
    fn character(&mut self, class: &Class) -> Result<char> {
        let ranges: Vec<(char, char)> = match class {
            Class::Unicode(class) => class
                .iter()
                .map(|range| (range.start(), range.end()))
                .collect(),
            Class::Bytes(class) => class
                .iter()
                .map(|range| (range.start().into(), range.end().into()))
                .collect(),
        };
        let plain = ranges
            .iter()
            .map(|(start, end)| (*start.max(&' '), *end.min(&'~')));
        let plain: Vec<(char, char)> = plain.filter(|(start, end)| start <= end).collect();
        let ranges = if plain.is_empty() { ranges } else { plain };
        let (start, end) = *self.bytes.choose(&ranges)?;
        let code = self.bytes.int_in_range(u32::from(start)..=u32::from(end))?;
        Ok(char::from_u32(code).unwrap_or(start))
    }
}

/// The bounds of a number.
fn bounds(keywords: &Keywords<'_>) -> (f64, f64) {
    let least = keywords
        .numbers("minimum")
        .fold(f64::NEG_INFINITY, f64::max);
    let most = keywords.numbers("maximum").fold(f64::INFINITY, f64::min);
    (least, most)
}

/// The bounds of a format that names a width.
fn width(format: &str) -> (i64, i64) {
    match format {
        "int8" => (i8::MIN.into(), i8::MAX.into()),
        "int16" => (i16::MIN.into(), i16::MAX.into()),
        "int32" => (i32::MIN.into(), i32::MAX.into()),
        "uint8" => (0, u8::MAX.into()),
        "uint16" => (0, u16::MAX.into()),
        "uint32" => (0, u32::MAX.into()),
        "uint64" => (0, i64::MAX),
        _ => (i64::MIN, i64::MAX),
    }
}
