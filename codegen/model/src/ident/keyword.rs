//! Recognises the keywords of Rust.

/// The strict and the reserved keywords of edition 2024, with `_`, in the order of their bytes. Weak
/// keywords such as `union` are identifiers.
///
/// Tests of `cratify-rust` hold this list to the parser of `syn`.
pub const KEYWORDS: [&str; 53] = [
    "Self", "_", "abstract", "as", "async", "await", "become", "box", "break", "const", "continue",
    "crate", "do", "dyn", "else", "enum", "extern", "false", "final", "fn", "for", "gen", "if",
    "impl", "in", "let", "loop", "macro", "match", "mod", "move", "mut", "override", "priv", "pub",
    "ref", "return", "self", "static", "struct", "super", "trait", "true", "try", "type", "typeof",
    "unsafe", "unsized", "use", "virtual", "where", "while", "yield",
];

/// The keywords that cannot be raw identifiers (`r#type`).
pub const NEVER_RAW: [&str; 5] = ["self", "super", "crate", "Self", "_"];

/// Whether the text is a keyword, so that no identifier is spelled so without `r#`.
pub fn is_keyword(text: &str) -> bool {
    KEYWORDS.binary_search(&text).is_ok()
}

#[cfg(test)]
mod tests {
    use super::{KEYWORDS, NEVER_RAW, is_keyword};

    #[test]
    fn the_list_is_sorted_and_complete() {
        assert!(KEYWORDS.is_sorted_by(|one, other| one < other));
        assert!(NEVER_RAW.into_iter().all(is_keyword));
        assert!(!is_keyword("union") && !is_keyword(""));
    }
}
