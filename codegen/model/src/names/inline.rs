//! Names inline schemas, in words: the name of the schema around them and the way from there.

use crate::ident::shortened_words;

/// The name of an inline schema in `owner`. Names of schemas in schemas add up, so that the words as well
/// have a limit; [`ident`](crate::ident) has that of identifiers.
pub fn join(owner: &str, word: &str) -> String {
    shortened_words(format!("{owner} {word}"))
}

/// What a token of a pointer, behind that of `keyword`, is called where types are named by place.
pub fn word_of_token(keyword: &str, token: String) -> String {
    let number = || token.parse::<usize>().map_or(0, |index| index + 1);
    match (keyword, token.as_str()) {
        ("properties" | "patternProperties" | "$defs" | "definitions", _) => token,
        ("anyOf" | "oneOf", _) => format!("variant {}", number()),
        ("allOf", _) => format!("part {}", number()),
        ("prefixItems", _) => format!("item {}", number()),
        (_, "items") => "item".to_owned(),
        (_, "additionalProperties") => "value".to_owned(),
        _ => token,
    }
}

/// Whether a token of a pointer is a keyword rather than a name.
pub fn is_structural(token: &str) -> bool {
    matches!(
        token,
        "properties" | "$defs" | "definitions" | "anyOf" | "oneOf" | "allOf"
    ) || token.bytes().all(|byte| byte.is_ascii_digit())
}
