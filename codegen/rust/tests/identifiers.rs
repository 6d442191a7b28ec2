//! Holds the model's identifiers and keywords to the parser of `syn`.

use cratify_model::ident::{KEYWORDS, is_keyword, is_plain_ident};

fn is_ident_of_syn(text: &str) -> bool {
    // Comments and white space beside an identifier are not part of it.
    syn::parse_str::<syn::Ident>(text).is_ok_and(|ident| ident == text)
}

/// `syn` knows the keywords of edition 2021.
const SINCE_2024: [&str; 1] = ["gen"];

#[test]
fn keywords_agree_with_the_parser() {
    for word in KEYWORDS {
        let is_ident = SINCE_2024.contains(&word);
        assert_eq!(is_ident_of_syn(word), is_ident, "{word}");
    }
    // All short words, and the longer ones that Rust has reserved at some time.
    let letters = || ('a'..='z').map(String::from);
    let mut words: Vec<String> = letters().collect();
    for length in 2..=3 {
        let shorter = words.iter().filter(|word| word.len() == length - 1);
        let longer =
            shorter.flat_map(|word| letters().map(move |letter| format!("{word}{letter}")));
        let longer: Vec<String> = longer.collect();
        words.extend(longer);
    }
    let longer = "abstract alignof async auto await become break const continue crate default else \
        enum extern false final impl loop macro macro_rules match move offsetof override priv proc pure \
        return safe self sizeof static struct super trait true type typeof union unsafe unsized virtual \
        where while yield Self SELF Type";
    words.extend(longer.split_whitespace().map(str::to_owned));
    for word in words {
        let is_ident = !is_keyword(&word) || SINCE_2024.contains(&&*word);
        assert_eq!(is_ident_of_syn(&word), is_ident, "{word}");
    }
}

#[test]
fn identifiers_agree_with_the_parser() {
    for character in ('\0'..='\u{2ffff}').step_by(7).chain('\0'..='\u{3000}') {
        for text in [
            format!("{character}"),
            format!("a{character}"),
            format!("_{character}b"),
        ] {
            assert_eq!(is_plain_ident(&text), is_ident_of_syn(&text), "{text:?}");
        }
    }
}
