//! Makes strings at and beyond the length bounds, of a pattern and of a format.

use serde_json::Value;

use super::{
    MAX_LENGTH, Maker, Object, all_patterns, format,
    keywords::{annotated, count, patterns},
    pattern,
};

/// Takes part where no pattern says otherwise: one `char`, two and four bytes in UTF-8. Lengths
/// count characters (JSON Schema Validation section 6.3), which is easily got wrong.
const WIDE: [&str; 2] = ["é", "😀"];

impl Maker<'_> {
    /// Up to `n` likely valid strings, the simplest first.
    pub(super) fn good_strings(&self, schema: &Object, n: usize) -> Vec<String> {
        let (min, max) = lengths(schema);
        let mut candidates: Vec<String> = Vec::new();
        let patterns = patterns(schema);
        let format = schema.get("format").or(schema.get("contentEncoding"));
        let format = format.and_then(Value::as_str);
        if !patterns.is_empty() {
            // The document's examples are more lifelike than strings made from a pattern.
            candidates.extend(
                annotated(schema)
                    .filter_map(Value::as_str)
                    .map(str::to_owned),
            );
            for pattern in &patterns {
                candidates.extend(self.samples(pattern, min, max));
            }
            if !candidates.iter().any(|text| self.holds(schema, text)) {
                candidates.extend(self.joined(&patterns, min, max));
            }
        }
        // Values that a schema lists without a restriction to them.
        let extensible = schema.get("x-extensible-enum").and_then(Value::as_array);
        let listed = extensible.into_iter().flatten().filter_map(Value::as_str);
        candidates.extend(listed.map(str::to_owned));
        candidates.extend(
            format
                .map(format::good)
                .unwrap_or_default()
                .iter()
                .map(|&text| text.to_owned()),
        );
        candidates.push("text".to_owned());
        candidates.push("a".repeat(min));
        if let Some(max) = max {
            candidates.push("a".repeat(max));
            candidates.push(WIDE[1].repeat(max));
        }
        if min > 0 {
            candidates.push(WIDE[0].repeat(min));
        }
        candidates.extend(["", "é😀\u{0}\"\\", "2"].map(str::to_owned));
        let mut out: Vec<String> = Vec::new();
        let refusals = |text: &String| {
            let value = Value::from(text.as_str());
            let types = self.extern_types.iter();
            types.filter(|one| one.refuses(schema, &value)).count()
        };
        let enough = if self.extern_types.is_empty() {
            n
        } else {
            candidates.len()
        };
        for text in candidates {
            if out.len() >= enough {
                break;
            }
            if self.holds(schema, &text) && !out.contains(&text) {
                out.push(text);
            }
        }
        if enough > n {
            out.sort_by_cached_key(refusals);
            out.truncate(n);
        }
        out
    }

    /// Likely invalid strings: one too short, one too long, not of the pattern or the format.
    pub(super) fn bad_strings(&self, schema: &Object) -> Vec<String> {
        let (min, max) = (count(schema, "minLength"), count(schema, "maxLength"));
        let mut out = Vec::new();
        if let Some(max) = max.filter(|max| *max < MAX_LENGTH) {
            out.push("a".repeat(max + 1));
            out.push(WIDE[1].repeat(max + 1));
        }
        if let Some(min) = min.filter(|min| (1..=MAX_LENGTH).contains(min)) {
            out.push("a".repeat(min - 1));
            // As many bytes as are asked for, but fewer characters.
            out.push(WIDE[0].repeat(min - 1));
        }
        for pattern in patterns(schema) {
            let stretched = self
                .samples(pattern, 0, None)
                .into_iter()
                .map(|text| format!("{text} !"));
            let misfits = [
                "",
                " ",
                "!",
                "a",
                "A",
                "0",
                "é😀",
                "\n",
                "not of the pattern",
            ];
            let misfits = misfits.into_iter().map(str::to_owned).chain(stretched);
            out.extend(misfits.filter(|text| !self.doc.matches(pattern, text)));
        }
        if schema.contains_key("format") {
            out.push("not of the format".to_owned());
        }
        out
    }

    /// Whether the string has the length and the pattern that the schema asks for.
    fn holds(&self, schema: &Object, text: &str) -> bool {
        let length = text.chars().count();
        count(schema, "minLength").is_none_or(|min| length >= min)
            && count(schema, "maxLength").is_none_or(|max| length <= max)
            && patterns(schema)
                .iter()
                .all(|pattern| self.doc.matches(pattern, text))
    }

    /// Strings that match several patterns, or one with a length that its own strings do not have, if a search finds any;
    /// made once.
    fn joined(&self, patterns: &[&str], min: usize, max: Option<usize>) -> Vec<String> {
        let key = format!("all {min} {max:?} {patterns:?}");
        if let Some(known) = self.samples.borrow().get(&key) {
            return known.clone();
        }
        let made = all_patterns::samples(patterns, min, max, |text| {
            patterns
                .iter()
                .all(|pattern| self.doc.matches(pattern, text))
        });
        self.samples.borrow_mut().insert(key, made.clone());
        made
    }

    /// Strings of a pattern, made once per pattern and length.
    pub(super) fn samples(&self, pattern: &str, min: usize, max: Option<usize>) -> Vec<String> {
        let key = format!("{min} {max:?} {pattern}");
        if let Some(known) = self.samples.borrow().get(&key) {
            return known.clone();
        }
        let mut made = pattern::samples(pattern, [min, max.unwrap_or(min)]);
        made.retain(|text| self.doc.matches(pattern, text));
        self.samples.borrow_mut().insert(key, made.clone());
        made
    }
}

/// The length bounds, as far as strings are made for them.
fn lengths(schema: &Object) -> (usize, Option<usize>) {
    (
        count(schema, "minLength").unwrap_or(0).min(MAX_LENGTH),
        count(schema, "maxLength").filter(|max| *max <= MAX_LENGTH),
    )
}
