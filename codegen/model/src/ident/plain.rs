//! Finds out whether a text is an identifier (Rust reference, "Identifiers").

use super::keyword::is_keyword;

/// Whether the text is an identifier that needs no `r#`.
pub fn is_plain_ident(text: &str) -> bool {
    let mut characters = text.chars();
    let first = characters.next();
    first.is_some_and(|first| first == '_' || unicode_ident::is_xid_start(first))
        && characters.all(unicode_ident::is_xid_continue)
        && !is_keyword(text)
}

#[cfg(test)]
mod tests {
    use super::is_plain_ident;

    #[test]
    fn identifiers() {
        for text in ["a", "_a", "__", "größe", "union", "a1", "名前"] {
            assert!(is_plain_ident(text), "{text:?}");
        }
        for text in [
            "", "_", "1a", "a b", " a", "a/**/", "type", "gen", "r#type", "a-b",
        ] {
            assert!(!is_plain_ident(text), "{text:?}");
        }
    }
}
