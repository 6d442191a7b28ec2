//! Strings of several keywords at once: whatever a string satisfies, one is made for.

use serde_json::{Map, Value, json};

use crate::instances::{self, CAP, Maker};
use crate::schemas::whole::{WholeSchema, validator};
use crate::{ExternType, Position};

fn has_valid(schema: &Value) -> bool {
    let validator = validator(schema).expect("the test's schema compiles");
    let made = instances::make(schema);
    made.iter().any(|value| validator.is_valid(value))
}

#[test]
fn patterns_are_joined_and_filled_up() {
    let all = |patterns: &[&str]| {
        let patterns = patterns
            .iter()
            .map(|pattern| json!({ "type": "string", "pattern": pattern }));
        json!({ "allOf": patterns.collect::<Vec<_>>() })
    };
    for schema in [
        json!({"type": "string", "minLength": 9, "pattern": "^z"}),
        json!({"type": "string", "minLength": 9, "maxLength": 9, "pattern": "z$"}),
        json!({"type": "string", "minLength": 300, "pattern": "^z.*9$"}),
        json!({"type": "string", "minLength": 4000, "pattern": "z"}),
        json!({"type": "string", "maxLength": 3, "pattern": "^z.*9$"}),
        json!({"type": "string", "minLength": 20, "maxLength": 22, "pattern": "^(ab|cde)+$"}),
        json!({"type": "string", "minLength": 12, "pattern": "^(?=.*[A-Z])(?=.*[0-9])(?!.* ).+$"}),
        json!({"type": "string", "format": "date", "minLength": 10, "pattern": "^19.*-01$"}),
        all(&["^z", "9$"]),
        all(&["^z", "x", "q", "9$"]),
        all(&["^[a-m]+$", "^[h-z]+$"]),
        all(&["^(a|bc)*$", "^(ab|c)*$", "."]),
        all(&["^.{4}$", "b$", "^c"]),
        all(&["^a.*b$", "^.*ab.*ab$"]),
        json!({"allOf": [{"type": "string", "pattern": "^z"}, {"pattern": "9$"}], "minLength": 7, "maxLength": 7}),
    ] {
        assert!(has_valid(&schema), "{schema}");
        let member = json!({"type": "object", "required": ["a", "b"], "properties": {"a": schema, "b": schema}});
        assert!(has_valid(&member), "{member}");
        let name = json!({"type": "object", "minProperties": 1, "propertyNames": schema});
        assert!(has_valid(&name), "{name}");
    }
}

/// A word decides which patterns and lengths are combined: all of them accept it.
#[test]
fn what_a_word_satisfies_has_an_instance() {
    const WORDS: [&str; 12] = [
        "zebra9",
        "a",
        "Ab1!",
        "2024-02-29",
        "user@example.com",
        "x-request-id",
        "AAAA0000",
        "ab ab",
        "https://a.b/c?d=e",
        "_private",
        "+14155552671",
        "é1",
    ];
    const PATTERNS: [&str; 26] = [
        "^z",
        "9$",
        "a",
        "^[a-z]",
        "[0-9]$",
        r"^\w+$",
        r"\d",
        "^.+$",
        "^[^ ]+$",
        "[A-Z]",
        "^(?=.*[0-9]).*$",
        "-",
        "^[a-z]+(-[a-z]+)*$",
        r"^\d{4}-",
        "@",
        r"\.com$",
        "^[A-Z]+[0-9]+$",
        "^(ab ?)+$",
        "^_?[a-z]+$",
        "[!?]",
        r"^\+",
        "^.{1,20}$",
        "(e|i)",
        "^https?://",
        "(?:b|c|d)",
        r"^\S{2,}",
    ];
    let mut seed: u64 = 0x9e37_79b9_7f4a_7c15;
    let mut next = |limit: usize| {
        seed ^= seed << 13;
        seed ^= seed >> 7;
        seed ^= seed << 17;
        usize::try_from(seed % limit as u64).unwrap_or(0)
    };
    let mut wrong = Vec::new();
    for _ in 0..300 {
        let word = WORDS[next(WORDS.len())];
        let accept = |pattern: &&str| {
            let validator = validator(&json!({ "pattern": pattern })).expect("a pattern");
            validator.is_valid(&json!(word))
        };
        let fitting: Vec<&str> = PATTERNS.into_iter().filter(accept).collect();
        let mut parts = Vec::new();
        for _ in 0..=next(4) {
            let mut part = Map::from_iter([("type".to_owned(), json!("string"))]);
            if next(4) > 0 {
                part.insert("pattern".to_owned(), json!(fitting[next(fitting.len())]));
            }
            let length = word.chars().count();
            if next(3) == 0 {
                part.insert("minLength".to_owned(), json!(length - next(length)));
            }
            if next(3) == 0 {
                part.insert("maxLength".to_owned(), json!(length + next(3)));
            }
            if next(6) == 0 {
                part.insert("format".to_owned(), json!("date"));
            }
            parts.push(Value::Object(part));
        }
        let schema = json!({ "allOf": parts });
        if !has_valid(&schema) {
            wrong.push(format!("{word}: {schema}"));
        }
    }
    assert!(
        wrong.is_empty(),
        "{} of 300:\n{}",
        wrong.len(),
        wrong.join("\n")
    );
}

/// A type that reads a time of day without an offset only.
fn local(text: &str) -> Result<String, String> {
    let is_local = text.len() >= 10 && text[1..].starts_with(|digit: char| digit.is_ascii_digit());
    let has_offset = text.contains(['Z', '+']);
    (is_local && !has_offset)
        .then(|| text.to_owned())
        .ok_or_else(|| "no time of day".to_owned())
}

const LOCAL: &[ExternType] = &[ExternType {
    position: Position::Format("time"),
    round_trip: Some(local),
}];

#[test]
fn values_that_a_type_of_another_crate_reads_come_first() {
    let time = json!({"type": "string", "format": "time"});
    let schema = json!({
        "type": "object",
        "required": ["from", "to"],
        "properties": {"from": time, "to": {"allOf": [time, {"minLength": 5}]}},
    });
    let whole = WholeSchema::new(&schema);
    let made = Maker::new(&whole).for_types(LOCAL).make(CAP);
    let reads = |value: &Value| {
        let mut times = [&value["from"], &value["to"]].into_iter();
        times.all(|time| time.is_string() && local(&time.to_string()).is_ok())
    };
    assert!(made.iter().any(reads));
    let offset = |value: &Value| {
        value["from"]
            .as_str()
            .is_some_and(|time| time.ends_with('Z'))
    };
    assert!(made.iter().any(offset), "what RFC 3339 has is made too");
}
