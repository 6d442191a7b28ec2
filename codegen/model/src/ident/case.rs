//! Words of any spelling to Rust's two cases.

use heck::{ToSnakeCase, ToUpperCamelCase};

/// A name for a type or a variant, as in `CreateSession`. Never empty, always an identifier.
pub fn upper_camel_case(text: &str) -> String {
    let ident = words(text).to_upper_camel_case();
    if ident.starts_with(|first: char| first.is_numeric()) {
        return format!("N{ident}");
    }
    ident
}

/// A name for a field or a module, as in `create_session`. Never empty; may be a keyword.
pub fn snake_case(text: &str) -> String {
    let ident = words(text).to_snake_case();
    if ident.starts_with(|first: char| first.is_numeric()) {
        return format!("n{ident}");
    }
    ident
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

/// Words that an identifier can be made of, separated by spaces. What no identifier can hold is
/// read aloud where nothing else would be left of the name, or where it is a sign of a number.
fn words(text: &str) -> String {
    let signed = text
        .strip_prefix(['+', '-'])
        .is_some_and(|rest| rest.starts_with(|next: char| next.is_ascii_digit()));
    let has_words = text.chars().any(is_word);
    let mut words = String::with_capacity(text.len());
    for (index, character) in text.char_indices() {
        if is_word(character) {
            words.push(character);
        } else if character == '\'' && has_words {
            // "payer's" is one word.
        } else {
            words.push(' ');
            if !has_words || (signed && index == 0) {
                words.push_str(&spoken(character));
                words.push(' ');
            }
        }
    }
    if words.trim().is_empty() {
        return if text.is_empty() {
            "empty".to_owned()
        } else {
            "blank".to_owned()
        };
    }
    words
}

/// Whether the character can be part of a word: letters and digits of any script.
fn is_word(character: char) -> bool {
    character.is_alphanumeric() && unicode_ident::is_xid_continue(character)
}

fn spoken(character: char) -> String {
    let name = match character {
        '+' => "plus",
        '-' => "minus",
        '*' => "star",
        '/' => "slash",
        '\\' => "backslash",
        '.' => "dot",
        ',' => "comma",
        ':' => "colon",
        ';' => "semicolon",
        '#' => "hash",
        '%' => "percent",
        '&' => "and",
        '@' => "at",
        '!' => "bang",
        '?' => "question",
        '=' => "equal",
        '<' => "less",
        '>' => "greater",
        '|' => "pipe",
        '^' => "caret",
        '~' => "tilde",
        '$' => "dollar",
        '_' => "underscore",
        '\'' => "quote",
        '"' => "double quote",
        '`' => "backtick",
        '(' | ')' => "paren",
        '[' | ']' => "bracket",
        '{' | '}' => "brace",
        ' ' => "space",
        other => return format!("u{:x}", u32::from(other)),
    };
    name.to_owned()
}

#[cfg(test)]
mod tests {
    use super::{snake_case, upper_camel_case};

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
            ("_", "Underscore", "underscore"),
            (" ", "Space", "space"),
        ] {
            assert_eq!(upper_camel_case(text), camel, "{text:?}");
            assert_eq!(snake_case(text), snake, "{text:?}");
        }
    }
}
