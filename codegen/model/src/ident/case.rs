//! Turns words of any spelling into Rust's two cases.

use heck::{ToSnakeCase, ToUpperCamelCase};

use super::length::{Cut, LONGEST, shortened};
use super::normal::normalized;
use super::spoken::{Signs, words};

/// An identifier, and those to take where that is taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Candidates {
    /// The identifier.
    pub plain: String,
    /// The identifier with all signs of the text read aloud: `APlus` for `A+`.
    pub spoken: String,
    /// The identifier in the case of the text, where Rust's case allows that: `NO` for `NO`.
    pub cased: String,
    /// The identifier with the signs between words read aloud as well: `AMinusB` for `a-b`.
    pub separated: String,
}

impl Candidates {
    /// The candidates, each changed in the same way.
    #[must_use]
    pub fn map(&self, change: impl Fn(&str) -> String) -> Self {
        Self {
            plain: change(&self.plain),
            spoken: change(&self.spoken),
            cased: change(&self.cased),
            separated: change(&self.separated),
        }
    }
}

/// A name for a type or a variant, as in `CreateSession`: an identifier of at most [`LONGEST`] bytes.
pub fn upper_camel_case(text: &str) -> String {
    upper_camel(text, Signs::OfNumbers, LONGEST)
}

/// A name for a field or a module, as in `create_session`: an identifier of at most [`LONGEST`] bytes, or
/// a keyword.
pub fn snake_case(text: &str) -> String {
    snake(text, Signs::OfNumbers)
}

/// The candidates for a type or a variant, in at most so many bytes.
pub fn upper_camel_candidates(text: &str, longest: usize) -> Candidates {
    Candidates {
        cased: upper_camel_ident(&capitalized(&words(text, Signs::OfNumbers)), longest),
        ..candidates(text, |signs| upper_camel(text, signs, longest))
    }
}

/// The candidates for a field.
pub fn snake_candidates(text: &str) -> Candidates {
    candidates(text, |signs| snake(text, signs))
}

/// The candidates of a text whose case does not count. Most texts have no signs to read aloud, and each candidate is made
/// only where it differs.
fn candidates(text: &str, candidate: impl Fn(Signs) -> String) -> Candidates {
    let is_word = text.bytes().all(|byte| byte.is_ascii_alphanumeric());
    let are_words = is_word
        || text
            .bytes()
            .all(|byte| byte == b'_' || byte.is_ascii_alphanumeric());
    let plain = candidate(Signs::OfNumbers);
    Candidates {
        spoken: if are_words {
            plain.clone()
        } else {
            candidate(Signs::All)
        },
        separated: if is_word {
            plain.clone()
        } else {
            candidate(Signs::Separators)
        },
        cased: plain.clone(),
        plain,
    }
}

fn upper_camel(text: &str, signs: Signs, longest: usize) -> String {
    upper_camel_ident(&words(text, signs).to_upper_camel_case(), longest)
}

/// Words with their first letters in upper case and the others as they are, without the spaces.
fn capitalized(words: &str) -> String {
    let words = words.split_whitespace().map(|word| {
        let mut characters = word.chars();
        let first = characters.next().map(char::to_uppercase);
        let first: String = first.into_iter().flatten().collect();
        first + characters.as_str()
    });
    words.collect()
}

fn upper_camel_ident(text: &str, longest: usize) -> String {
    let mut ident = text.to_owned();
    // Some letters in lower case, such as `ª`, have no upper case.
    if !ident.starts_with(can_start) || ident.starts_with(char::is_lowercase) {
        ident.insert(0, 'N');
    }
    // A letter in the other case may be a letter and a mark, which go together with what is beside them.
    shortened(normalized(&ident).into_owned(), longest, Cut::UpperCamel)
}

fn snake(text: &str, signs: Signs) -> String {
    let mut ident = words(text, signs).to_snake_case();
    if ident.contains(char::is_uppercase) {
        ident = without_capitals(&ident);
    }
    if !ident.starts_with(can_start) {
        ident.insert(0, 'n');
    }
    shortened(normalized(&ident).into_owned(), LONGEST, Cut::Snake)
}

/// Writes the code points of the letters in upper case that have no lower case, such as `𝐀`.
fn without_capitals(ident: &str) -> String {
    let mut written = String::new();
    for letter in ident.chars() {
        if letter.is_uppercase() {
            written.push_str(&format!("u{:x}", u32::from(letter)));
        } else {
            written.push(letter);
        }
    }
    written
}

/// Whether a name can start with the character: not with a digit of any script, and not with a mark that
/// belongs to the letter before it.
fn can_start(character: char) -> bool {
    unicode_ident::is_xid_start(character) && !character.is_numeric()
}

/// Whether rustc takes a name of a type or a variant as it is (`non_camel_case_types`).
pub fn is_upper_camel_case(name: &str) -> bool {
    let inner = name.trim_matches('_');
    let has_case = |character: char| character.is_lowercase() || character.is_uppercase();
    let characters: Vec<char> = inner.chars().collect();
    let separates = |three: &[char]| three[1] == '_' && (has_case(three[0]) || has_case(three[2]));
    !inner.starts_with(char::is_lowercase)
        && !inner.contains("__")
        && !characters.windows(3).any(separates)
}

/// Whether rustc takes a name of a field as it is (`non_snake_case`).
pub fn is_snake_case(name: &str) -> bool {
    let inner = name.trim_matches('_');
    !inner.contains("__") && !inner.chars().any(char::is_uppercase)
}

#[cfg(test)]
mod tests {
    use super::{LONGEST, snake_candidates, snake_case, upper_camel_candidates, upper_camel_case};

    #[test]
    fn cases() {
        for (text, camel, snake) in [
            ("CreateSession", "CreateSession", "create_session"),
            (
                "api__common_schemas__Creator",
                "ApiCommonSchemasCreator",
                "api_common_schemas_creator",
            ),
            ("1st", "N1st", "n1st"),
            ("+1", "Plus1", "plus_1"),
            ("-1", "Minus1", "minus_1"),
            ("1", "N1", "n1"),
            ("", "Empty", "empty"),
            ("a-b", "AB", "a_b"),
            ("a_b", "AB", "a_b"),
            ("type", "Type", "type"),
            ("😀", "U1f600", "u1f600"),
            ("payer's name", "PayersName", "payers_name"),
            ("@id", "Id", "id"),
            ("$", "Dollar", "dollar"),
            ("größe", "Größe", "größe"),
            ("votes-+1", "VotesPlus1", "votes_plus_1"),
            ("votes -1", "VotesMinus1", "votes_minus_1"),
            ("votes-1", "Votes1", "votes_1"),
            ("2013-07-16", "N20130716", "n2013_07_16"),
            ("\u{2126}", "\u{3a9}", "\u{3c9}"),
            ("e\u{301}te\u{301}", "Été", "été"),
            ("\u{93e}a", "N\u{93e}a", "n\u{93e}a"),
            ("ªb", "Nªb", "ªb"),
            ("x𝐁", "X𝐁", "x_u1d401"),
            ("_", "Underscore", "underscore"),
            (" ", "Space", "space"),
        ] {
            assert_eq!(upper_camel_case(text), camel, "{text:?}");
            assert_eq!(snake_case(text), snake, "{text:?}");
        }
    }

    #[test]
    fn signs_are_read_aloud_where_a_name_is_taken() {
        for (text, camel, snake) in [
            ("A+", "APlus", "a_plus"),
            ("-created_at", "MinusCreatedAt", "minus_created_at"),
            ("c#", "CHash", "c_hash"),
            ("<= 1", "LessEqual1", "less_equal_1"),
            ("a-b", "AB", "a_b"),
            ("a.b/c, d", "ABCD", "a_b_c_d"),
        ] {
            assert_eq!(
                upper_camel_candidates(text, LONGEST).spoken,
                camel,
                "{text:?}"
            );
            assert_eq!(snake_candidates(text).spoken, snake, "{text:?}");
        }
    }

    #[test]
    fn the_case_and_the_separators_tell_names_apart() {
        for (text, cased, separated) in [
            ("NO", "NO", "No"),
            ("no", "No", "No"),
            ("fooBAR_x", "FooBARX", "FooBarUnderscoreX"),
            ("a-b", "AB", "AMinusB"),
            ("1A", "N1A", "N1a"),
        ] {
            let candidates = upper_camel_candidates(text, LONGEST);
            assert_eq!(candidates.cased, cased, "{text:?}");
            assert_eq!(candidates.separated, separated, "{text:?}");
        }
    }
}
