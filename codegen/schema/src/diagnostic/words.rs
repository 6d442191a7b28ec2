//! Turns values into phrases of diagnostics: the value that was found, the expected values, the probably meant one.

use serde_json::Value;

use super::{Code, Diagnostic, SourceLocation};

/// The diagnostic for a value of the wrong JSON type.
pub fn wrong_type(place: SourceLocation, what: &str, wanted: &str, found: &Value) -> Diagnostic {
    let help = match (wanted, found) {
        ("a list of strings" | "a list", Value::String(_) | Value::Number(_) | Value::Bool(_)) => {
            format!(
                "write it as a list: `[{}]`",
                found
                    .as_str()
                    .map_or_else(|| found.to_string(), str::to_owned)
            )
        }
        ("a string", Value::Number(number)) => format!("quote it: `\"{number}\"`"),
        ("a string", Value::Bool(boolean)) => format!("quote it: `\"{boolean}\"`"),
        ("`true` or `false`", Value::String(text)) if is_yes_or_no(text) => {
            "write `true` or `false`: to YAML 1.2, other words are text".to_owned()
        }
        ("`true` or `false`", Value::String(text)) if text == "true" || text == "false" => {
            format!("remove the quotes: `{text}`")
        }
        ("a number" | "an integer that is not negative", Value::String(text))
            if text.parse::<f64>().is_ok() =>
        {
            format!("remove the quotes: `{text}`")
        }
        _ => format!("give {wanted} here, or remove the keyword"),
    };
    Diagnostic::error(
        Code::WrongKeywordType,
        place,
        format!("{what} must be {wanted}"),
    )
    .label(format!("found {}", describe(found)))
    .help(help)
}

/// Whether older YAML takes the word for a boolean.
pub(crate) fn is_yes_or_no(text: &str) -> bool {
    ["yes", "no", "on", "off", "y", "n"].contains(&text.to_ascii_lowercase().as_str())
}

/// A value in a few words.
pub fn describe(value: &Value) -> String {
    match value {
        Value::Null => "nothing (null)".to_owned(),
        Value::Bool(boolean) => format!("the boolean `{boolean}`"),
        Value::Number(number) => format!("the number `{number}`"),
        Value::String(text) if text.chars().count() <= 40 => format!("the string `{text}`"),
        Value::String(_) => "a string".to_owned(),
        Value::Array(_) => "a list".to_owned(),
        Value::Object(_) => "an object".to_owned(),
    }
}

/// Longer words, in bytes, are not taken for misspelt ones: comparing them takes time.
const LONGEST: usize = 1000;

/// The candidate that `word` is a slip of: one letter is wrong, missing or added, or two have changed places. Short words
/// and words with digits are often meant as they are.
pub fn slip_of<'c>(word: &str, candidates: impl IntoIterator<Item = &'c str>) -> Option<&'c str> {
    let is_plain = |text: &str| {
        let length = text.chars().count();
        (4..=LONGEST).contains(&length) && !text.contains(|letter: char| letter.is_ascii_digit())
    };
    let mut candidates = candidates
        .into_iter()
        .filter(|candidate| is_plain(candidate));
    candidates.find(|candidate| is_plain(word) && strsim::damerau_levenshtein(word, candidate) == 1)
}

/// The candidate that `word` is most likely a misspelling of.
pub fn closest<'c>(word: &str, candidates: &[&'c str]) -> Option<&'c str> {
    candidates
        .iter()
        .filter(|candidate| word.len().max(candidate.len()) <= LONGEST)
        .map(|candidate| {
            (
                strsim::normalized_damerau_levenshtein(word, candidate),
                *candidate,
            )
        })
        .filter(|(similarity, _)| *similarity > 0.6)
        .max_by(|(a, _), (b, _)| a.total_cmp(b))
        .map(|(_, candidate)| candidate)
}

/// `a`, `b` and `c`, each in backticks.
pub fn list(words: &[&str]) -> String {
    let quoted: Vec<String> = words.iter().map(|word| format!("`{word}`")).collect();
    match quoted.split_last() {
        Some((last, [])) => last.clone(),
        Some((last, rest)) => format!("{} and {last}", rest.join(", ")),
        None => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::slip_of;

    #[test]
    fn one_slip_is_found_in_plain_words() {
        let names = ["title", "authors", "line2", "id"];
        assert_eq!(slip_of("titel", names), Some("title"));
        assert_eq!(slip_of("autors", names), Some("authors"));
        assert_eq!(slip_of("tittles", names), None, "two slips");
        assert_eq!(slip_of("line1", names), None, "digits tell names apart");
        assert_eq!(
            slip_of("di", names),
            None,
            "short words are alike by chance"
        );
    }
}
