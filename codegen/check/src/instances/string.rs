//! Strings at and beyond the length bounds, of a pattern and of a format.

use serde_json::Value;

use super::{
    MAX_LENGTH, Maker, Object, format,
    keywords::{annotated, count},
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
        let pattern = schema.get("pattern").and_then(Value::as_str);
        let format = schema.get("format").and_then(Value::as_str);
        if let Some(pattern) = pattern {
            // The document's examples are more lifelike than strings made from a pattern.
            candidates.extend(
                annotated(schema)
                    .filter_map(Value::as_str)
                    .map(str::to_owned),
            );
            candidates.extend(self.samples(pattern, min, max));
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
        for text in candidates {
            if out.len() >= n {
                break;
            }
            if self.holds(schema, &text) && !out.contains(&text) {
                out.push(text);
            }
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
        if let Some(pattern) = schema.get("pattern").and_then(Value::as_str) {
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
            && schema
                .get("pattern")
                .and_then(Value::as_str)
                .is_none_or(|pattern| self.doc.matches(pattern, text))
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
